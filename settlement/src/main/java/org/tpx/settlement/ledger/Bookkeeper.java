package org.tpx.settlement.ledger;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.journal.JournalUnusableException;

/**
 * Keeps the books of a running node: a thread that follows the journal and books what is durable. Where the database fails it tries
 * again from where the books stand, waiting longer each time; books that broke, and a journal that the books were not made from or that
 * cannot be read, end it. The node itself never waits for it. Any thread may ask and close.
 */
public final class Bookkeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);
    private static final long IDLE_MILLIS = 20;
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Path journal;
    private final SettlementDatabase database;
    private final Thread thread;
    private volatile Status status;
    private volatile boolean stopping;

    private Bookkeeper(Path journal, SettlementDatabase database) {
        this.journal = journal;
        this.database = database;
        SettlementBooks books = new SettlementBooks(database);
        status = new Status(books.position().sequence(), books.differences().size(), "");
        thread = new Thread(this::keep, "tpx-books");
    }

    /**
     * How far the books are.
     *
     * @param sequence the last turn that is booked
     * @param differences how often they reckon otherwise than the engine; each stands in the database and in the log
     * @param problem why nothing is booked at the moment, or empty
     */
    public record Status(long sequence, long differences, String problem) {}

    /** Starts to keep the books of a journal, whose directory must exist, in a database. */
    public static Bookkeeper start(Path journal, SettlementDatabase database) {
        Bookkeeper bookkeeper = new Bookkeeper(journal, database);
        bookkeeper.thread.start();
        return bookkeeper;
    }

    /** How far the books are now. */
    public Status status() {
        return status;
    }

    private void keep() {
        long pauseMillis = FIRST_PAUSE_MILLIS;
        do {
            long before = status.sequence();
            try {
                follow();
                return;
            } catch (BrokenBooksException | ForeignJournalException | JournalUnusableException end) {
                LOG.error("The books are kept no longer: {}", end.getMessage());
                tell(end);
                return;
            } catch (RuntimeException failure) {
                boolean advanced = status.sequence() > before;
                pauseMillis = advanced ? FIRST_PAUSE_MILLIS : Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
                LOG.warn("Booking failed and is tried again in {} ms: {}", pauseMillis, failure.toString());
                tell(failure);
                sleep(pauseMillis);
            }
        } while (!stopping);
    }

    private void follow() {
        try (SettlementProjection projection = new SettlementProjection(database, this::onDifference);
                SettlementFollower follower = SettlementFollower.open(journal, projection)) {
            boolean last;
            do {
                last = stopping;
                int turns = follower.poll();
                status = new Status(projection.position().sequence(), status.differences(), "");
                if (turns == 0 && !last) {
                    sleep(IDLE_MILLIS);
                }
                last &= turns == 0;
            } while (!last);
        }
    }

    private void onDifference(LedgerDifference difference) {
        Status now = status;
        status = new Status(now.sequence(), now.differences() + 1, now.problem());
    }

    private void tell(RuntimeException failure) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        status = new Status(status.sequence(), status.differences(), reason);
    }

    /** Closing ends a pause at once. */
    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }

    /** Books what is durable now and stops. */
    @Override
    public void close() {
        stopping = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
