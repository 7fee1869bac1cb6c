package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.tpx.gateway.preset.MalformedPresetException;
import org.tpx.journal.JournalFailedException;
import org.tpx.journal.JournalUnusableException;
import org.tpx.settlement.ledger.BrokenBooksException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.exc.JacksonIOException;

/** Turns what a command throws into one sentence and an exit code; only a failure of the program itself shows its stack. */
final class Failures implements IExecutionExceptionHandler {
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InputException || failure instanceof MalformedPresetException) {
            return tell(String.valueOf(failure.getMessage()), ExitCode.USAGE);
        }
        if (failure instanceof JournalUnusableException || failure instanceof JournalFailedException) {
            return tell(String.valueOf(failure.getMessage()), ExitCode.JOURNAL);
        }
        if (failure instanceof BrokenBooksException) {
            return tell(String.valueOf(failure.getMessage()), ExitCode.DIFFERENT);
        }
        if (failure instanceof IOException || failure instanceof JacksonIOException) {
            return tell(sentence(failure), ExitCode.INTERNAL);
        }
        failure.printStackTrace(terminal.err());
        return tell("this should not have happened; please report the lines above", ExitCode.INTERNAL);
    }

    private static String sentence(Exception failure) {
        Throwable cause =
                failure instanceof JacksonIOException && failure.getCause() != null ? failure.getCause() : failure;
        boolean namesFileOnly = cause instanceof FileSystemException;
        return namesFileOnly ? cause.toString() : "input or output failed: " + cause.getMessage();
    }

    private int tell(String sentence, int code) {
        terminal.err().println("tpx: " + sentence);
        return code;
    }
}
