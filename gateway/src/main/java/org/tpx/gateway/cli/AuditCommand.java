package org.tpx.gateway.cli;

import picocli.CommandLine.Command;

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
final class AuditCommand extends CommandGroup {}
