package org.tpx.engine.kernel;

import org.tpx.protocol.DayKind;
import org.tpx.protocol.TimerKind;

/** A deadline that the state machine waits for. Kept and changed by {@link Timers} alone. */
public final class Timer implements Snapshot.Part {

    static final int NOT_QUEUED = -1;

    int place = NOT_QUEUED;
    private long id;
    private TimerKind kind = TimerKind.REVIEW;
    private long listingId;
    private long partyId;
    private long deadlineNanos;
    private long startNanos;
    private int days;
    private DayKind dayKind = DayKind.WORKING;
    private boolean frozen;
    private long remaining;

    Timer() {}

    Timer(long id, TimerKind kind, long listingId, long partyId) {
        this.id = id;
        this.kind = kind;
        this.listingId = listingId;
        this.partyId = partyId;
    }

    /** Its identity; of two timers with one deadline the smaller one fires first. */
    public long id() {
        return id;
    }

    /** What it is for. */
    public TimerKind kind() {
        return kind;
    }

    /** The listing it belongs to, or 0. */
    public long listingId() {
        return listingId;
    }

    /** The party, payment or member it belongs to, as its kind says, or 0. */
    public long partyId() {
        return partyId;
    }

    /** When it fires: UTC epoch nanoseconds. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** When the period started, for a period counted in days. */
    public long startNanos() {
        return startNanos;
    }

    /** The number of days of the period, or 0 for a deadline that no calendar moves. */
    public int days() {
        return days;
    }

    /** Which days the period counts. */
    public DayKind dayKind() {
        return dayKind;
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        return frozen;
    }

    /** What was left when it was frozen: working days for a period in days, else nanoseconds. */
    public long remaining() {
        return remaining;
    }

    void deadline(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    void period(long startNanos, int days, DayKind dayKind) {
        this.startNanos = startNanos;
        this.days = days;
        this.dayKind = dayKind;
    }

    void freeze(long remaining) {
        frozen = true;
        this.remaining = remaining;
    }

    void thaw() {
        frozen = false;
        remaining = 0;
    }

    boolean firesBefore(Timer other) {
        return deadlineNanos < other.deadlineNanos || (deadlineNanos == other.deadlineNanos && id < other.id);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        kind = snapshot.constant(kind);
        listingId = snapshot.number(listingId);
        partyId = snapshot.number(partyId);
        deadlineNanos = snapshot.number(deadlineNanos);
        startNanos = snapshot.number(startNanos);
        days = snapshot.number(days);
        dayKind = snapshot.constant(dayKind);
        frozen = snapshot.flag(frozen);
        remaining = snapshot.number(remaining);
    }
}
