package org.tpx.gateway.api;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.play.Names;
import org.tpx.gateway.play.TurnLines;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.journal.EventFeed;
import org.tpx.journal.TurnHandler;
import org.tpx.wire.RecordCodec;

/** Reads turns from the journal for those who ask, up to what is durable, on one thread of its own. */
public final class EventPages implements AutoCloseable {
    /** The largest number of turns of a page. */
    static final int MAX_TURNS = 10_000;

    private static final int MAX_BYTES = 8 << 20;

    private final Path journal;
    private final Directory directory;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tpx-pages");
        thread.setDaemon(true);
        return thread;
    });

    public EventPages(Path journal, Directory directory) {
        this.journal = journal;
        this.directory = directory;
    }

    /** Runs a task that reads on the reading thread. */
    public void execute(Runnable task) {
        reader.execute(task);
    }

    /**
     * Writes the events of up to so many turns as NDJSON, fewer where the journal ends or the page gets large.
     *
     * @param fromSequence the first turn, at most one behind the last
     * @return where the next page begins
     */
    public long read(long fromSequence, int turns, ByteArrayOutputStream out) {
        TurnView view = new TurnView(new RecordCodec());
        TurnListener names = Names.learner(directory);
        try (EventFeed feed = EventFeed.open(journal, fromSequence);
                TurnLines lines = TurnLines.ofEvents(directory, out)) {
            TurnHandler handler = record -> {
                names.onTurn(view.over(record));
                lines.onTurn(view);
                lines.flush();
            };
            int told = 0;
            while (told < turns && out.size() < MAX_BYTES && feed.poll(handler, 1) > 0) {
                told++;
            }
            return feed.position() + 1;
        }
    }

    /** The outcome that a turn recorded. */
    public Optional<Outcome> outcome(long sequence) {
        TurnView view = new TurnView(new RecordCodec());
        Outcome[] found = new Outcome[1];
        try (EventFeed feed = EventFeed.open(journal, sequence)) {
            feed.poll(record -> found[0] = Outcome.of(view.over(record)), 1);
        }
        return Optional.ofNullable(found[0]);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
