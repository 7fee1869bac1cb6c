package org.tpx.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tpx audit}: what an auditor does with a journal. */
@Command(
        name = "audit",
        description =
                "Verifies a journal, carries its turns out again, prints it, or proves what stands in it. Changes nothing, and works while a "
                        + "node runs.",
        footer = {"  $$ tpx audit verify /var/lib/tpx", "  $$ tpx audit replay /var/lib/tpx"},
        subcommands = {
            VerifyCommand.class,
            ReplayCommand.class,
            DumpCommand.class,
            ProveCommand.class,
            CheckCommand.class
        })
final class AuditCommand implements Runnable {

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
