package org.tpx.gateway.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of the tests' own, from the programs installed on the machine, on a free port of loopback; gone when it is closed. */
final class PostgresServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    private final Path programs;
    private final Path home;
    private final int port;

    private PostgresServer(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    /** Where the server's programs lie, or nothing. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        }
    }

    /** Makes a cluster below a directory and starts it. */
    static PostgresServer start(Path programs, Path directory) throws IOException {
        PostgresServer server = new PostgresServer(programs, directory.resolve("postgres"), freePort());
        Files.createDirectories(server.home);
        if (isRoot()) {
            run(List.of("chown", "65534:65534", server.home.toString()));
        }
        String data = server.home.resolve("data").toString();
        server.program("initdb", "-D", data, "-U", "tpx", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        String options = "-p " + server.port + " -k " + server.home + " -c listen_addresses=127.0.0.1 -c fsync=off";
        String log = server.home.resolve("log").toString();
        server.program("pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start");
        return server;
    }

    /** As {@code tpx} takes it. */
    String url() {
        return "postgresql://127.0.0.1:" + port + "/postgres?user=tpx";
    }

    @Override
    public void close() throws IOException {
        program("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "stop");
    }

    private void program(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Path anywhere = Path.of(System.getProperty("java.io.tmpdir"));
        Path output = Files.createTempFile(anywhere, "postgres", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(anywhere.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor())
                    .as("%s: %s", command, Files.readString(output))
                    .isZero();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").toLowerCase(Locale.ROOT).equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
