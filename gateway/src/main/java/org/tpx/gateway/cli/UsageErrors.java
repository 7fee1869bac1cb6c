package org.tpx.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Tells what is wrong with the arguments, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Terminal terminal;

    UsageErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        terminal.err().println("tpx: " + failure.getMessage());
        terminal.err().println("Try " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }
}
