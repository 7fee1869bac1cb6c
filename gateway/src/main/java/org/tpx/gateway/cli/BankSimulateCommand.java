package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Currency;
import org.tpx.settlement.bank.BankFolder;
import org.tpx.settlement.bank.SimulatedBank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx bank simulate}: a bank for demonstrations, which says in every file that it is none. */
@Command(
        name = "simulate",
        description = {
            "Plays the bank in a folder: takes the payments in out/, answers them with pain.002 and camt.054, and writes statements.",
            "",
            "No money moves. Every file says SIMULATED BANK. Its account is kept in simulated-bank.csv in the folder."
        },
        footer = {
            "  $$ tpx bank simulate --bank /tmp/bank --credit 'TPX/TRADING/B1=1000.00'",
            "  $$ tpx bank simulate --bank /tmp/bank --statement 2025-07-01"
        })
final class BankSimulateCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Option(
            names = "--bank",
            required = true,
            paramLabel = "DIR",
            description = "The folder in which node and bank meet.")
    private Path folder = Path.of("");

    @Option(
            names = "--credit",
            paramLabel = "TEXT=AMOUNT",
            description =
                    "Somebody pays in with this remittance information, TPX/DEPOSIT/L1/B1=1500000.00 for example.")
    private @Nullable String credit;

    @Option(
            names = "--statement",
            paramLabel = "DAY",
            description = "Write the statement of this day, 2025-07-01 for example.")
    private @Nullable String statement;

    @Override
    public Integer call() throws IOException {
        SimulatedBank simulated = SimulatedBank.open(new BankFolder(folder), Currency.CNY);
        if (credit != null) {
            int at = credit.lastIndexOf('=');
            try {
                simulated.credit(credit.substring(0, Math.max(0, at)), credit.substring(at + 1));
            } catch (IllegalArgumentException failure) {
                throw new InputException("--credit: must look like TPX/TRADING/B1=1000.00");
            }
        }
        int answered = simulated.answer();
        if (statement != null) {
            try {
                simulated.statement(LocalDate.parse(statement));
            } catch (DateTimeParseException failure) {
                throw new InputException("--statement: must be a day, 2025-07-01 for example");
            }
        }
        bank.terminal()
                .print("Simulated bank: no money moved. Payments answered: " + answered + ". On its account: "
                        + Figures.grouped(simulated.balance()));
        return ExitCode.DONE;
    }
}
