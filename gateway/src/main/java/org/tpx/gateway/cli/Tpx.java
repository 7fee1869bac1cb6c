package org.tpx.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: what {@code ./tpx} starts. Without a command it prints its help. */
@Command(
        name = "tpx",
        description = "A technology property-right exchange.",
        mixinStandardHelpOptions = true,
        versionProvider = Tpx.Release.class)
public final class Tpx implements Runnable {

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Tpx()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** The release as the jar's manifest names it. */
    static final class Release implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Tpx.class.getPackage().getImplementationVersion();
            return new String[] {"tpx " + (version == null ? "unpacked" : version)};
        }
    }
}
