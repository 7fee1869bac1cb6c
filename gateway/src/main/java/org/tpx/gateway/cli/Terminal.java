package org.tpx.gateway.cli;

import java.io.BufferedOutputStream;
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

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    Terminal(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** The standard streams of the process. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
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
