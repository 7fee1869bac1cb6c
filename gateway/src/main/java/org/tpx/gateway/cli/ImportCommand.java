package org.tpx.gateway.cli;

import picocli.CommandLine.Command;

/** {@code tpx import}: public data as commands. */
@Command(
        name = "import",
        description =
                "Turns public data into a file of commands for tpx run. Prints the commands; tells on standard error what "
                        + "became of the data.",
        footer = {
            "  $$ tpx import orders messages.csv \\",
            "      --columns time=0,action=1,id=2,size=3,price=4,side=5 \\",
            "      --actions add=1,reduce=2,delete=3,execute=4,hidden=5 \\",
            "      --sides buy=1,sell=-1 --time-unit s --start 2025-07-08T00:00:00+08:00 \\",
            "      --price-scale 10000 --series DEMO --currency USD > orders.ndjson",
            "  $$ tpx run orders.ndjson --journal /tmp/orders --preset CN-2025"
        },
        subcommands = {ImportOrdersCommand.class, ImportAuctionsCommand.class, ImportTitlesCommand.class})
final class ImportCommand extends CommandGroup {}
