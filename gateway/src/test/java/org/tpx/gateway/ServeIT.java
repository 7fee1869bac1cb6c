package org.tpx.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged node as an operator runs it: started by the launcher, told to stop by SIGTERM, or killed. */
class ServeIT {
    private static final Path TPX = Path.of("..", "tpx").toAbsolutePath().normalize();
    private static final Pattern LISTENING = Pattern.compile("listening on (http://127\\.0\\.0\\.1:\\d+)");
    private static final int SIGTERM_CODE = 143;

    @TempDir
    Path directory;

    private final List<Process> processes = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void shouldStopCleanlyWhenItIsTold() throws Exception {
        Process node = start();
        String door = awaitDoor(node);
        assertThat(post(door, 1, "M-1")).contains("\"type\":\"MembershipApplied\"");
        // The process itself would close the streams that are still to be read.
        node.toHandle().destroy();
        log.addAll(node.errorReader(UTF_8).lines().toList());
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).isEqualTo(SIGTERM_CODE);
        assertThat(log).anyMatch(line -> line.contains("node stopped after turn 15"));
        assertThat(run("audit", "replay", journal())).startsWith("0\n").contains("turns        15");
    }

    @Test
    void shouldKeepWhatItAnsweredWhenItIsKilled() throws Exception {
        Process node = start();
        String door = awaitDoor(node);
        assertThat(post(door, 1, "M-1")).contains("\"sequence\":15");
        node.toHandle().destroyForcibly();
        node.waitFor();
        Process again = start();
        String secondDoor = awaitDoor(again);
        assertThat(post(secondDoor, 1, "M-1")).contains("\"repeated\":true", "\"sequence\":15");
        assertThat(run("run", "src/test/resources/scenarios/E1.ndjson", "--journal", journal()))
                .startsWith("3\n");
        assertThat(run("audit", "verify", journal())).startsWith("0\n");
    }

    private Process start() throws IOException {
        Process node = new ProcessBuilder(
                        TPX.toString(), "serve", "--journal", journal(), "--port", "0", "--preset", "CN-2025")
                .start();
        processes.add(node);
        return node;
    }

    private String journal() {
        return directory.resolve("journal").toString();
    }

    /** Reads the log until the door is open. */
    private String awaitDoor(Process node) throws IOException {
        BufferedReader reader = node.errorReader(UTF_8);
        String line = reader.readLine();
        while (line != null) {
            log.add(line);
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
            line = reader.readLine();
        }
        throw new AssertionError("the node ended before it listened:\n" + String.join("\n", log));
    }

    private static String post(String door, int clientId, String code) throws Exception {
        String command = "{\"principal\":\"CLERK-1\",\"clientId\":" + clientId
                + ",\"type\":\"ApplyMembership\",\"code\":\"" + code + "\",\"membershipClass\":\"BROKER\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(door + "/commands"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(command))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Runs a command of the program; its exit code, a line feed, and all that it printed. */
    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(TPX.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + "\n" + output;
    }
}
