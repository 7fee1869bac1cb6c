package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionPhase;

/**
 * What every auction has, whatever its mode: the attempt that it sells, its phase, and the clock of that phase. What the
 * mode needs beyond that is in the subclass, which passes its fields through the snapshot after these.
 *
 * <pre>
 *  SCHEDULED --T:start--> the phases of its mode, each with one deadline or none --> DETERMINED | FAILED
 *      any of these --> VOID
 * </pre>
 *
 * <p>It may stand still: since {@link #standingNanos}, which is the earliest of all halts that overlapped. Changed by
 * {@link AuctionClock} alone.
 */
public abstract class Auction implements Snapshot.Part {

    /** The deadline of a phase that no clock ends, and the start of an auction whose hours are not fixed. */
    static final long NONE = 0;

    private long number;
    private long listingId;
    private int attempt;
    private AuctionPhase phase = AuctionPhase.SCHEDULED;
    private long startNanos;
    private long firstPeriodNanos;
    private long deadlineNanos;
    private long timerId;
    private long standingNanos;

    /** A blank one, for a snapshot to be read into. */
    Auction() {}

    /** An auction of the listing's present attempt; its hours are not fixed yet. */
    Auction(Listing listing) {
        listingId = listing.id();
        attempt = listing.attempt();
    }

    /** Its number in the table of its {@link Sale}. */
    final long number() {
        return number;
    }

    final void number(long number) {
        this.number = number;
    }

    final long listingId() {
        return listingId;
    }

    final int attempt() {
        return attempt;
    }

    final AuctionPhase phase() {
        return phase;
    }

    final boolean isScheduled() {
        return phase == AuctionPhase.SCHEDULED;
    }

    /** Whether it waits for a start that is fixed. */
    final boolean hasHours() {
        return isScheduled() && startNanos != NONE;
    }

    /** Whether it has begun and not ended. */
    final boolean isRunning() {
        return phase != AuctionPhase.SCHEDULED && !isOver();
    }

    final boolean isOver() {
        return phase == AuctionPhase.DETERMINED || phase == AuctionPhase.FAILED || phase == AuctionPhase.VOID;
    }

    /** When it starts; {@link #NONE} before its hours are fixed. */
    final long startNanos() {
        return startNanos;
    }

    /** Length of its first period, where the hours of the clerk say it; else 0. */
    final long firstPeriodNanos() {
        return firstPeriodNanos;
    }

    /** End of the running phase; before the start, the start; {@link #NONE} where no clock ends the phase. */
    final long deadlineNanos() {
        return deadlineNanos;
    }

    /** Whether the running phase is over by then. */
    final boolean isPast(long timeNanos) {
        return deadlineNanos != NONE && timeNanos >= deadlineNanos;
    }

    /** The timer of the running phase; 0 where no clock ends it, and when it fired during a halt. */
    final long timerId() {
        return timerId;
    }

    /** Since when it stands still on its own account, or 0. */
    final long standingNanos() {
        return standingNanos;
    }

    final void standSince(long nanos) {
        standingNanos = nanos;
    }

    final void hours(long startNanos, long firstPeriodNanos) {
        this.startNanos = startNanos;
        this.firstPeriodNanos = firstPeriodNanos;
    }

    final void enter(AuctionPhase next, long deadlineNanos, long timerId) {
        phase = next;
        this.deadlineNanos = deadlineNanos;
        this.timerId = timerId;
    }

    final void moveDeadline(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    /** Its timer fired while it stood still; what was left is known from the deadline. */
    final void park() {
        timerId = 0;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        number = snapshot.number(number);
        listingId = snapshot.number(listingId);
        attempt = snapshot.number(attempt);
        phase = snapshot.constant(phase);
        startNanos = snapshot.number(startNanos);
        firstPeriodNanos = snapshot.number(firstPeriodNanos);
        deadlineNanos = snapshot.number(deadlineNanos);
        timerId = snapshot.number(timerId);
        standingNanos = snapshot.number(standingNanos);
    }
}
