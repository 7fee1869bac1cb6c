package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.RejectReason;

/**
 * An ascending auction as the rules tell it, without a thought of speed: time runs unless something makes it stand still, a
 * bid of the limited period begins the period anew, and what was left at a halt is left after it.
 */
final class AuctionModel {

    enum Phase {
        SCHEDULED,
        FREE,
        LIMITED,
        ENDED
    }

    enum Halt {
        LISTING,
        MARKET,
        SUSPENSION
    }

    private final AuctionRules rules;
    private final Set<Halt> halts = EnumSet.noneOf(Halt.class);
    private final Set<Integer> freeBidders = new HashSet<>();
    private Phase phase = Phase.SCHEDULED;
    private long deadlineNanos;
    private long leftNanos;
    private int leader = -1;
    private long highMinor;
    private int extensions;

    AuctionModel(AuctionRules rules, long startNanos) {
        this.rules = rules;
        deadlineNanos = startNanos;
    }

    void passTo(long nowNanos) {
        while (halts.isEmpty() && phase != Phase.ENDED && deadlineNanos <= nowNanos) {
            deadlineNanos += phase == Phase.SCHEDULED ? rules.freeNanos() : rules.limitedNanos();
            phase = Phase.values()[phase.ordinal() + 1];
        }
    }

    void halt(Halt halt, long sinceNanos) {
        if (halts.isEmpty()) {
            leftNanos = deadlineNanos - sinceNanos;
        }
        halts.add(halt);
    }

    void lift(Halt halt, long nowNanos) {
        halts.remove(halt);
        if (halts.isEmpty()) {
            long earliestNanos = nowNanos + rules.leastNanos();
            deadlineNanos = Math.max(phase == Phase.SCHEDULED ? deadlineNanos : nowNanos + leftNanos, earliestNanos);
        }
    }

    void outage(long lastTurnNanos, long nowNanos) {
        boolean touched = phase != Phase.SCHEDULED || deadlineNanos <= nowNanos;
        if (halts.isEmpty() && phase != Phase.ENDED && touched) {
            halt(Halt.LISTING, lastTurnNanos);
        }
        passTo(nowNanos);
    }

    /** Why a bid is refused, or null when it leads from now on. */
    @Nullable
    RejectReason bid(long nowNanos, int bidder, long minor, boolean foreign) {
        RejectReason reason = refusal(bidder, minor, foreign);
        if (reason == null) {
            leader = bidder;
            highMinor = minor;
            if (phase == Phase.FREE) {
                freeBidders.add(bidder);
            } else {
                deadlineNanos = nowNanos + rules.limitedNanos();
                extensions++;
            }
        }
        return reason;
    }

    private @Nullable RejectReason refusal(int bidder, long minor, boolean foreign) {
        if (!halts.isEmpty()) {
            return RejectReason.HALTED;
        }
        if (phase == Phase.SCHEDULED) {
            return RejectReason.AUCTION_NOT_OPEN;
        }
        if (phase == Phase.ENDED) {
            return RejectReason.LATE;
        }
        if (bidder >= rules.admitted()) {
            return RejectReason.NOT_ADMITTED;
        }
        if (phase == Phase.LIMITED && rules.freeBidRequired() && !freeBidders.contains(bidder)) {
            return RejectReason.NO_FREE_PERIOD_BID;
        }
        if (foreign) {
            return RejectReason.CURRENCY;
        }
        if (minor < rules.startMinor()) {
            return RejectReason.BELOW_START;
        }
        if (minor <= highMinor) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        if ((minor - rules.startMinor()) % rules.incrementMinor() != 0) {
            return RejectReason.BAD_INCREMENT;
        }
        if (leader == bidder && !rules.raiseAllowed()) {
            return RejectReason.SELF_OUTBID;
        }
        boolean tooHigh = rules.capMultiple() > 0 && minor > rules.capMultiple() * rules.startMinor();
        return tooHigh ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    boolean isHaltedBy(Halt halt) {
        return halts.contains(halt);
    }

    Phase phase() {
        return phase;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** The leading bidder, or -1. */
    int leader() {
        return leader;
    }

    long highMinor() {
        return highMinor;
    }

    int extensions() {
        return extensions;
    }
}
