package org.tpx.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** Runs the program in this process and keeps what it printed. */
final class Program {
    private Program() {}

    /** What a run left: its exit code and both outputs. */
    record Result(int code, String out, String err) {}

    static Result run(String... arguments) {
        return runWithInput("", arguments);
    }

    static Result runWithInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, false);
        int code = Tpx.execute(terminal, arguments);
        return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
