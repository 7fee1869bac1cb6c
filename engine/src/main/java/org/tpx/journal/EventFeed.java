package org.tpx.journal;

import java.nio.file.Path;

/**
 * The journal as projections read it: a loop that polls, handles a few turns and remembers the position with its own
 * effects. Only durable turns are told. Single-threaded; a feed that has nothing new costs one volatile read.
 *
 * <pre>{@code
 * try (EventFeed feed = EventFeed.open(directory, position + 1)) {
 *     while (running) {
 *         idle(feed.poll(this::apply, 1000));
 *     }
 * }
 * }</pre>
 */
public final class EventFeed implements AutoCloseable {

    private final JournalReader reader;
    private final TurnRecordView turn = new TurnRecordView();

    private EventFeed(JournalReader reader) {
        this.reader = reader;
    }

    /**
     * Opens a feed whose first turn is {@code fromSequence}, at least 1; throws {@link JournalUnusableException} when the
     * directory is no journal, or its journal ends before the turn that precedes it.
     */
    public static EventFeed open(Path directory, long fromSequence) {
        JournalReader reader = JournalReader.open(directory);
        try {
            reader.seek(fromSequence);
            return new EventFeed(reader);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Tells up to {@code limit} turns to the handler and returns how many; a turn counts as told when the handler returned.
     * Throws {@link JournalUnusableException} when a durable turn cannot be read.
     */
    public int poll(TurnHandler handler, int limit) {
        int count = 0;
        while (count < limit && reader.next(turn)) {
            handler.onTurn(turn);
            count++;
        }
        return count;
    }

    /** Tells every turn that is durable by now to the handler; throws as {@link #poll} does. */
    public void tellAll(TurnHandler handler) {
        while (reader.next(turn)) {
            handler.onTurn(turn);
        }
    }

    /** The sequence of the last turn told, or the one before the first. */
    public long position() {
        return reader.position();
    }

    @Override
    public void close() {
        reader.close();
    }
}
