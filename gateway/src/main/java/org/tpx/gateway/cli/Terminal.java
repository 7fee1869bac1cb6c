package org.tpx.gateway.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where commands read and print: results go to {@code out}, everything else to {@code err}. UTF-8 whatever the locale says.
 */
final class Terminal {
    private static final int BUFFER_BYTES = 1 << 16;

    private final boolean interactive;
    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    Terminal(InputStream in, OutputStream out, OutputStream err, boolean interactive) {
        this.interactive = interactive;
        this.in = in;
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** The standard streams of the process. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                isTerminal());
    }

    /** From JDK 22 on there is a console even where input and output are no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    /** Whether a person sits there. */
    boolean isInteractive() {
        return interactive;
    }

    /** What is typed or piped in. */
    InputStream in() {
        return in;
    }

    /** For results as bytes. */
    OutputStream out() {
        return out;
    }

    /** For everything that is no result. */
    PrintStream err() {
        return err;
    }

    /** Prints one line of a result. */
    void print(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** Hands over what was printed. */
    void flush() throws IOException {
        out.flush();
    }
}
