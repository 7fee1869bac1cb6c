package org.tpx.engine.custody;

import org.tpx.engine.kernel.Snapshot;

/** What one party holds in a register, whether it is confirmed, and the lock of an executive. */
final class Holding implements Snapshot.Part {
    private static final long WHOLE_BPS = 10_000;

    private long partyId;
    private long shares;
    private boolean confirmed;
    private long lockedShares;
    private long lockUntilNanos;

    Holding() {}

    Holding(long partyId) {
        this.partyId = partyId;
    }

    long partyId() {
        return partyId;
    }

    long shares() {
        return shares;
    }

    void add(long more) {
        shares += more;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    void confirm() {
        confirmed = true;
    }

    /** The shares that an executive may not part with at this instant. */
    long lockedShares(long timeNanos) {
        return timeNanos < lockUntilNanos ? Math.min(lockedShares, shares) : 0;
    }

    /** Locks a part of what is held now, and returns it in shares. A part of a share is at most one share more. */
    long lock(int bps, long untilNanos) {
        lockedShares = (Math.multiplyExact(shares, (long) bps) + WHOLE_BPS - 1) / WHOLE_BPS;
        lockUntilNanos = untilNanos;
        return lockedShares;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        shares = snapshot.number(shares);
        confirmed = snapshot.flag(confirmed);
        lockedShares = snapshot.number(lockedShares);
        lockUntilNanos = snapshot.number(lockUntilNanos);
    }
}
