package org.tpx.gateway.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.tpx.gateway.http.NodeServer;
import org.tpx.gateway.http.PortUnavailableException;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tpx serve}: runs a node until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Runs a node on a journal, with an HTTP door on loopback, and keeps its books.",
            "",
            "POST /v1/commands takes one command as JSON, without at, and answers with its events once they are durable, or with the "
                    + "reason for which it was refused. GET /v1/events?from=SEQ&limit=TURNS reads the journal as JSON lines. GET /health "
                    + "tells how the node is. SIGTERM stops it."
        },
        footer = {
            "  $$ tpx serve --journal /var/lib/tpx --preset CN-2025",
            "  $$ curl -s localhost:8088/health",
            "  $$ curl -s localhost:8088/v1/commands -H 'Content-Type: application/json' \\",
            "      -d '{\"principal\":\"CLERK-1\",\"clientId\":1,\"type\":\"ApplyMembership\",\"code\":\"M-1\",\"membershipClass\":\"BROKER\"}'"
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--journal",
            required = true,
            paramLabel = "DIR",
            description = "The journal's directory; a new or empty one begins a journal.")
    private Path journal = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8088",
            description = "Where to listen; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "The rules to begin with, CN-2025 for example, or the path of a .yaml file. An existing journal has its "
                            + "rules.")
    private @Nullable String preset;

    @Option(
            names = "--origin",
            paramLabel = "NAME",
            defaultValue = Settings.ORIGIN,
            description = "The name of a new journal in its signed checkpoints, such as exchange.example/tpx. "
                    + "Default: ${DEFAULT-VALUE}.")
    private String origin = Settings.ORIGIN;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The private key that signs checkpoints, made at the first start; the public one lies beside the "
                            + "journal. Default: journal.key in the journal's directory.")
    private @Nullable Path key;

    @Option(
            names = "--durability",
            paramLabel = "LEVEL",
            defaultValue = "synced",
            description = "What an answer waits for: synced survives a power cut, appended a killed process. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Durability durability = Durability.SYNCED;

    @Mixin
    private final BooksOption books = new BooksOption();

    @Mixin
    private final BankOption bank = new BankOption();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MAX_PORT) {
            throw new InputException("--port: must lie between 0 and " + MAX_PORT);
        }
        ((Logger) LoggerFactory.getLogger("org.tpx")).setLevel(Level.INFO);
        Preset rules = preset == null ? null : Preset.read(preset);
        CountDownLatch closed = new CountDownLatch(1);
        try (NodeServer server = NodeServer.start(settings(), port, rules, books::open, bank.settings())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, closed), "tpx-stop"));
            return code(server.awaitStop());
        } catch (PortUnavailableException failure) {
            throw new InputException(String.valueOf(failure.getMessage()));
        } finally {
            closed.countDown();
        }
    }

    private HostSettings settings() {
        try {
            HostSettings settings = Settings.live(journal, origin, durability);
            return key == null ? settings : settings.withKeyFile(key);
        } catch (IllegalArgumentException failure) {
            throw new InputException("--origin: " + failure.getMessage());
        }
    }

    private static int code(@Nullable Throwable failure) {
        if (failure == null) {
            return ExitCode.DONE;
        }
        return failure instanceof JournalFailedException ? ExitCode.JOURNAL : ExitCode.INTERNAL;
    }

    /** The process ends when the hook does, so that the hook waits until the node has let go of the journal. */
    private static void stop(NodeServer server, CountDownLatch closed) {
        server.stop();
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
