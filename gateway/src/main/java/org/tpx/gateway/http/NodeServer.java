package org.tpx.gateway.http;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.gateway.api.Api;
import org.tpx.gateway.api.Caller;
import org.tpx.gateway.api.EventPages;
import org.tpx.gateway.api.Node;
import org.tpx.gateway.api.Outcome;
import org.tpx.gateway.api.Outcomes;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.JsonValue;
import org.tpx.gateway.play.Names;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.DisruptorHost;
import org.tpx.host.FatalListener;
import org.tpx.host.HostSettings;
import org.tpx.host.Subscription;
import org.tpx.host.TurnListener;
import org.tpx.protocol.Ref;
import org.tpx.settlement.bank.BankFolder;
import org.tpx.settlement.bank.BankLink;
import org.tpx.settlement.ledger.Bookkeeper;
import org.tpx.settlement.ledger.SettlementDatabase;

/** A node and its door, from the start to the stop. Any thread. */
public final class NodeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeServer.class);

    private final Node node;
    private final AtomicReference<@Nullable Throwable> failure;
    private final CountDownLatch stopped;
    private final HttpDoor door;
    private final @Nullable BankLink bank;

    private NodeServer(
            Node node,
            HttpDoor door,
            @Nullable BankLink bank,
            AtomicReference<@Nullable Throwable> failure,
            CountDownLatch stopped) {
        this.node = node;
        this.door = door;
        this.bank = bank;
        this.failure = failure;
        this.stopped = stopped;
    }

    /**
     * Starts a node on a journal and its books, plays the preset unless the exchange is founded, and opens the door.
     *
     * @param port where to listen on loopback; 0 for any free port
     * @param books opens the database of the books, given the journal's directory
     * @throws org.tpx.journal.JournalUnusableException when the journal cannot be used
     * @throws PortUnavailableException when the port is taken
     */
    public static NodeServer start(
            HostSettings settings, int port, @Nullable Preset preset, Function<Path, SettlementDatabase> books)
            throws InterruptedException {
        return start(settings, port, preset, books, null);
    }

    /**
     * The same with a bank.
     *
     * @param bank how the node meets its bank, or null where it has none
     */
    public static NodeServer start(
            HostSettings settings,
            int port,
            @Nullable Preset preset,
            Function<Path, SettlementDatabase> books,
            @Nullable BankSettings bank)
            throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch stopped = new CountDownLatch(1);
        Node node = startNode(settings, books, cause -> {
            failure.compareAndSet(null, cause);
            stopped.countDown();
        });
        try {
            node.outcomes().awaitTold(node.durableSequence());
            if (preset != null && !node.directory().knowsAny(Ref.PRINCIPAL)) {
                play(preset, node);
            }
            HttpDoor door = HttpDoor.open(port, Api.of(node));
            LOG.info("listening on http://127.0.0.1:{}", door.port());
            BankLink link = bank == null ? null : link(node, bank);
            return new NodeServer(node, door, link, failure, stopped);
        } catch (RuntimeException | InterruptedException problem) {
            close(node);
            throw problem;
        }
    }

    private static Node startNode(
            HostSettings settings, Function<Path, SettlementDatabase> books, FatalListener fatal) {
        Directory directory = new Directory();
        Outcomes outcomes = new Outcomes();
        TurnListener names = Names.learner(directory);
        DisruptorHost host = DisruptorHost.start(
                settings,
                List.of(Subscription.fromStart(turn -> {
                    names.onTurn(turn);
                    outcomes.onTurn(turn);
                })),
                fatal);
        Path journal = settings.journal().directory();
        try {
            SettlementDatabase database = books.apply(journal);
            Bookkeeper bookkeeper = Bookkeeper.start(journal, database);
            return new Node(
                    settings, host, directory, outcomes, new EventPages(journal, directory), bookkeeper, database);
        } catch (RuntimeException failure) {
            host.close();
            throw failure;
        }
    }

    private static BankLink link(Node node, BankSettings bank) {
        LOG.info("meeting the bank in {}{}", bank.folder(), bank.accounts().isDemo() ? ", all accounts made up" : "");
        return BankLink.start(
                node.database(),
                new BankFolder(bank.folder()),
                bank.accounts(),
                bank.resendAfter(),
                new BankDoor(node, bank.clerk()),
                node::durableSequence,
                () -> node.bookkeeper().status().sequence());
    }

    private static void play(Preset preset, Node node) throws InterruptedException {
        CommandReader commands = CommandReader.timed(node.directory());
        for (JsonValue.Members command : preset.commands()) {
            CommandLine line = commands.read(command);
            Waiting waiting = new Waiting();
            if (!node.submit(line, waiting)) {
                throw new IllegalStateException("a node that has just started is busy");
            }
            waiting.await();
        }
        LOG.info("played preset {}, turn {}", preset.name(), node.durableSequence());
    }

    /** The port that the door listens on. */
    public int port() {
        return door.port();
    }

    /** Waits until the node has to stop by itself, or {@link #stop} is called; returns why, or null. */
    public @Nullable Throwable awaitStop() throws InterruptedException {
        stopped.await();
        return failure.get();
    }

    /** Lets {@link #awaitStop} return. */
    public void stop() {
        stopped.countDown();
    }

    /** Lets nobody in any more, answers whom it can, and lets go of the journal. */
    @Override
    public void close() {
        door.stopListening();
        if (bank != null) {
            bank.close();
        }
        close(node);
        door.close();
    }

    private static void close(Node node) {
        try {
            node.host().close();
        } finally {
            node.outcomes().abandon();
            node.pages().close();
            node.bookkeeper().close();
        }
    }

    /** Waits for one outcome. */
    private static final class Waiting implements Caller {
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile boolean refused;

        @Override
        public void onOutcome(Outcome outcome) {
            refused = outcome.isRefused();
            done.countDown();
        }

        @Override
        public void onAbandoned() {
            refused = true;
            done.countDown();
        }

        void await() throws InterruptedException {
            done.await();
            if (refused) {
                throw new IllegalStateException("the exchange refused a command of the preset");
            }
        }
    }
}
