package org.tpx.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tpx bank}: what the bank told, and whether its statements agree with the books. */
@Command(
        name = "bank",
        description =
                "Shows what the bank told and waits, reconciles its statements, and plays a bank for demonstrations.",
        subcommands = {BankQueueCommand.class, BankReconcileCommand.class, BankSimulateCommand.class})
final class BankCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    Terminal terminal() {
        return tpx.terminal();
    }
}
