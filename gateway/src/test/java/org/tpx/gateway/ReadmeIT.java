package org.tpx.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first screen does what it says: every example runs, one after the other, with nothing prepared. */
class ReadmeIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern EXAMPLE = Pattern.compile("(?s)\n```sh\n(.*?)```");

    @TempDir
    Path directory;

    @Test
    void shouldRunEveryExample() throws Exception {
        List<Path> links = new ArrayList<>();
        for (String name : List.of("tpx", "config", "gateway")) {
            links.add(Files.createSymbolicLink(directory.resolve(name), HOME.resolve(name)));
        }
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(3).allMatch(command -> command.startsWith("./tpx "));
        for (String command : commands) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            // The demonstration leaves its journal in the temporary directory; here it goes away with the test's own.
            shell.environment().put("TPX_JVM", "-Djava.io.tmpdir=" + directory);
            Process process = shell.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
        }
        for (Path link : links) {
            Files.delete(link);
        }
    }

    /** All but the tests, of which this is one. */
    private static List<String> commands() throws IOException {
        String readme = Files.readString(HOME.resolve("README.md"))
                .replaceAll("(?s)<!-- tests -->.*?<!-- end of tests -->", "");
        return EXAMPLE.matcher(readme)
                .results()
                .map(MatchResult::group)
                .map(example -> example.replace("\\\n", ""))
                .flatMap(String::lines)
                .filter(line -> !line.isBlank() && !line.startsWith("```"))
                .toList();
    }
}
