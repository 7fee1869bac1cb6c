package org.tpx.settlement.ledger;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.tpx.journal.EventFeed;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Event;
import org.tpx.wire.MessageHeader;
import org.tpx.wire.RecordCodec;

/**
 * Follows a journal and hands its durable turns to the settlement projection, a batch in a transaction. Events that the books do not
 * take in are not decoded. Where the books already reach into the journal, it must be the journal that they were made from.
 * Single-threaded.
 */
public final class SettlementFollower implements AutoCloseable {
    /** The most turns in one transaction. */
    public static final int BATCH_TURNS = 4_096;

    private static final int HASH_LENGTH = 32;

    private final SettlementProjection projection;
    private final EventFeed feed;
    private final RecordCodec codec = new RecordCodec();
    private final Set<Integer> templateIds = new HashSet<>();
    private final byte[] chain = new byte[HASH_LENGTH];

    private SettlementFollower(SettlementProjection projection, EventFeed feed) {
        this.projection = projection;
        this.feed = feed;
        for (Class<? extends Event> type : projection.eventTypes()) {
            templateIds.add(codec.templates().of(type).templateId());
        }
    }

    /**
     * Opens a journal where the books end.
     *
     * @throws JournalUnusableException when the directory is no journal or its journal is shorter than the books
     * @throws ForeignJournalException when the books were made from another journal
     */
    public static SettlementFollower open(Path journal, SettlementProjection projection) {
        Position position = projection.position();
        EventFeed feed = EventFeed.open(journal, Math.max(1, position.sequence()));
        try {
            SettlementFollower follower = new SettlementFollower(projection, feed);
            follower.meet(position);
            return follower;
        } catch (RuntimeException failure) {
            feed.close();
            throw failure;
        }
    }

    private void meet(Position position) {
        if (position.sequence() == 0) {
            return;
        }
        if (feed.poll(turn -> turn.chain(chain, 0), 1) == 0) {
            throw new JournalUnusableException("The journal ends before turn " + position.sequence()
                    + ", which is in the books that were made from it.");
        }
        boolean same = position.chain().isEmpty() || position.chain().equals(chain());
        if (!same) {
            throw new ForeignJournalException(position, chain());
        }
    }

    /**
     * Books up to {@link #BATCH_TURNS} turns in one transaction and returns how many there were. After a failure, which leaves nothing
     * of the batch behind, the follower is of no more use and another one must be opened.
     *
     * @throws JournalUnusableException when a durable turn cannot be read
     */
    public int poll() {
        return poll(BATCH_TURNS);
    }

    private int poll(int most) {
        try {
            int turns = feed.poll(this::book, most);
            if (turns > 0) {
                projection.commit(chain());
            }
            return turns;
        } catch (RuntimeException failure) {
            projection.rollBack();
            throw failure;
        }
    }

    /** Books all that is durable now and returns how many turns that were. */
    public long catchUp() {
        long booked = 0;
        for (int turns = poll(); turns > 0; turns = poll()) {
            booked += turns;
        }
        return booked;
    }

    /** Books what is durable now up to a turn and returns whether the books reach it. */
    public boolean catchUp(long untilSequence) {
        long missing = untilSequence - projection.position().sequence();
        while (missing > 0 && poll((int) Math.min(BATCH_TURNS, missing)) > 0) {
            missing = untilSequence - projection.position().sequence();
        }
        return missing == 0;
    }

    private void book(TurnRecordView turn) {
        turn.chain(chain, 0);
        if (!projection.beginTurn(turn.sequence(), turn.timeNanos())) {
            return;
        }
        turn.rewindEvents();
        while (turn.nextEvent()) {
            if (templateIds.contains(MessageHeader.templateId(turn.buffer(), turn.eventOffset()))) {
                projection.onEvent(turn.eventIndex(), decode(turn));
            }
        }
        projection.endTurn();
    }

    private Event decode(TurnRecordView turn) {
        return (Event) codec.decode(turn.buffer(), turn.eventOffset(), turn.eventLength());
    }

    private String chain() {
        return HexFormat.of().formatHex(chain);
    }

    /** Lets go of the journal; the projection stays open. */
    @Override
    public void close() {
        feed.close();
    }
}
