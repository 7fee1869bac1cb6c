package org.tpx.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node in a process of its own, started by the launcher as an operator starts it, and the program's other commands beside it. */
final class ServedNode {
    private static final Path TPX = Path.of("..", "tpx").toAbsolutePath().normalize();
    private static final Pattern LISTENING = Pattern.compile("listening on (http://127\\.0\\.0\\.1:\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> log = new ArrayList<>();
    private final Process process;
    private final String door;

    private ServedNode(Process process) throws IOException {
        this.process = process;
        door = awaitDoor();
    }

    /** Starts a node on a journal and waits until its door is open. */
    static ServedNode start(String journal) throws IOException {
        Process process = new ProcessBuilder(
                        TPX.toString(), "serve", "--journal", journal, "--port", "0", "--preset", "CN-2025")
                .start();
        return new ServedNode(process);
    }

    /** Runs a command of the program; its exit code, a line feed, and all that it printed. */
    static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TPX.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + "\n" + output;
    }

    /** Applies for a membership and returns what the node answered. */
    String apply(long clientId) throws IOException, InterruptedException {
        String command = "{\"principal\":\"CLERK-1\",\"clientId\":" + clientId
                + ",\"type\":\"ApplyMembership\",\"code\":\"M-" + clientId + "\",\"membershipClass\":\"BROKER\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(door + "/v1/commands"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(command))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** Asks the process to end, as SIGTERM does. */
    void terminate() {
        // The process itself would close the streams that are still to be read.
        process.toHandle().destroy();
        log.addAll(process.errorReader(UTF_8).lines().toList());
    }

    /** Ends the process in the middle of whatever it does, as SIGKILL does. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** The exit code, once the process has ended. */
    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** What the process logged until now. */
    List<String> log() {
        return log;
    }

    private String awaitDoor() throws IOException {
        BufferedReader reader = process.errorReader(UTF_8);
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
}
