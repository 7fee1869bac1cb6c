package org.tpx.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to type, typed, in the order in which it stands there. */
class ReadmeIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern TESTS = Pattern.compile("(?s)<!-- tests -->.*<!-- end of tests -->");

    @TempDir
    Path clone;

    @Test
    void shouldDoWhatTheReadmeSays() throws Exception {
        Files.createSymbolicLink(clone.resolve("tpx"), HOME.resolve("tpx"));
        Files.createSymbolicLink(clone.resolve("config"), HOME.resolve("config"));
        Files.createDirectory(clone.resolve("tmp"));
        List<String> outputs = new ArrayList<>();
        for (String commands : blocks()) {
            outputs.add(run(commands));
        }
        assertThat(outputs).hasSizeGreaterThanOrEqualTo(3).allSatisfy(output -> assertThat(output)
                .startsWith("0\n"));
        assertThat(outputs.get(0)).containsPattern("Ledger difference +CNY 0\\.00");
        assertThat(stateHash(outputs.get(2))).isEqualTo(stateHash(outputs.get(1)));
    }

    /** The blocks of commands, without the one that runs the tests, which would run this one again. */
    private static List<String> blocks() throws IOException {
        String readme =
                TESTS.matcher(Files.readString(HOME.resolve("README.md"))).replaceAll("");
        return SHELL_BLOCK
                .matcher(readme)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Runs commands as a newcomer would, with an empty environment, and returns the exit code and what was printed. */
    private String run(String commands) throws Exception {
        Process process = new ProcessBuilder(
                        "env", "-i", "TPX_JVM=-Djava.io.tmpdir=" + clone.resolve("tmp"), "/bin/sh", "-ec", commands)
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + "\n" + output;
    }

    private static String stateHash(String output) {
        Matcher matcher = Pattern.compile("(?i)state ?hash\\W+([0-9a-f]{64})").matcher(output);
        assertThat(matcher.find()).as(output).isTrue();
        return matcher.group(1);
    }
}
