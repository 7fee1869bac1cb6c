package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.http.BankSettings;
import org.tpx.settlement.bank.PartyAccounts;
import picocli.CommandLine.Option;

/** How a node meets its bank. */
final class BankOption {

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description =
                    "The folder in which node and bank meet: payments (pain.001) go to out/, the bank puts pain.002, camt.054 and "
                            + "camt.053 into in/. Default: no bank; clerks enter what it says.")
    private @Nullable Path folder;

    @Option(
            names = "--bank-clerk",
            paramLabel = "CODE",
            defaultValue = "CLERK-1",
            description =
                    "The clerk under whom the bank's messages enter; best one of their own. Default: ${DEFAULT-VALUE}.")
    private String clerk = "CLERK-1";

    @Option(
            names = "--bank-accounts",
            paramLabel = "FILE",
            description =
                    "Account numbers, a line each: CODE;ACCOUNT;BIC;NAME. The exchange's own are @SETTLEMENT.CNY and "
                            + "@OPERATING.CNY. Default: made-up numbers that say so.")
    private @Nullable Path accounts;

    @Option(
            names = "--bank-resend",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description =
                    "After how many minutes without a word a payment is sent again, with the same ids. Default: ${DEFAULT-VALUE}.")
    private int resendMinutes = 30;

    /** The settings, or null where the node has no bank. */
    @Nullable
    BankSettings settings() {
        if (resendMinutes < 1) {
            throw new InputException("--bank-resend: must be at least 1");
        }
        return folder == null ? null : new BankSettings(folder, accounts(), clerk, Duration.ofMinutes(resendMinutes));
    }

    /** The accounts that were named, or made-up ones. */
    PartyAccounts accounts() {
        return accounts(accounts);
    }

    /** The accounts of a file, or made-up ones where there is none. */
    static PartyAccounts accounts(@Nullable Path file) {
        if (file == null) {
            return PartyAccounts.demo();
        }
        try {
            return PartyAccounts.read(file);
        } catch (IOException failure) {
            throw new InputException("--bank-accounts: " + file + " cannot be read");
        } catch (IllegalArgumentException failure) {
            throw new InputException("--bank-accounts: " + failure.getMessage());
        }
    }
}
