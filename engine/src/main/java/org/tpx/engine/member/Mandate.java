package org.tpx.engine.member;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.MandateScope;

/** Since when and until when one member acts for one party, for each side on its own. */
final class Mandate implements Snapshot.Part {
    private long partyId;
    private long memberId;
    private long sellFromNanos;
    private long sellUntilNanos;
    private long buyFromNanos;
    private long buyUntilNanos;

    Mandate() {}

    Mandate(long partyId, long memberId) {
        this.partyId = partyId;
        this.memberId = memberId;
    }

    long partyId() {
        return partyId;
    }

    long memberId() {
        return memberId;
    }

    /** Whether any side was granted and not revoked, even if its time is over or yet to come. */
    boolean isGranted() {
        return sellFromNanos < sellUntilNanos || buyFromNanos < buyUntilNanos;
    }

    boolean covers(MandateScope side, long timeNanos) {
        boolean sell = sellFromNanos <= timeNanos && timeNanos < sellUntilNanos;
        boolean buy = buyFromNanos <= timeNanos && timeNanos < buyUntilNanos;
        return (sell || side == MandateScope.BUY) && (buy || side == MandateScope.SELL);
    }

    /** Sets the time of a side, or of both, in place of what was granted for it before. */
    void grant(MandateScope scope, long fromNanos, long untilNanos) {
        if (scope != MandateScope.BUY) {
            sellFromNanos = fromNanos;
            sellUntilNanos = untilNanos;
        }
        if (scope != MandateScope.SELL) {
            buyFromNanos = fromNanos;
            buyUntilNanos = untilNanos;
        }
    }

    void revoke() {
        grant(MandateScope.BOTH, 0, 0);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        memberId = snapshot.number(memberId);
        sellFromNanos = snapshot.number(sellFromNanos);
        sellUntilNanos = snapshot.number(sellUntilNanos);
        buyFromNanos = snapshot.number(buyFromNanos);
        buyUntilNanos = snapshot.number(buyUntilNanos);
    }
}
