package org.tpx.gateway.cli;

import picocli.CommandLine.Command;

/** {@code tpx bank}: what the bank told, and whether its statements agree with the books. */
@Command(
        name = "bank",
        description =
                "Shows what the bank told and waits, reconciles its statements, and plays a bank for demonstrations.",
        subcommands = {BankQueueCommand.class, BankReconcileCommand.class, BankSimulateCommand.class})
final class BankCommand extends CommandGroup {}
