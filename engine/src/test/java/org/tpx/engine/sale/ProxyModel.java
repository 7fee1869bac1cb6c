package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.protocol.RejectReason;

/**
 * Proxy bidding as its rule is told, reckoned anew from what everybody ever offered: who offered most leads, of equal ones who led
 * first, and pays the best of the others and one step, but no more than it offered; less never again than was told before, and
 * what it bid outright in any case.
 */
final class ProxyModel {

    private static final int NOBODY = -1;

    private final long startMinor;
    private final long[][] table;
    private final long incrementMinor;
    private final boolean raiseAllowed;
    private final long[] offerMinor;
    private int leader = NOBODY;
    private long priceMinor;

    /** Bidders of one auction; the table has rows of a price and the step from there, or none, and then the increment holds. */
    ProxyModel(int bidders, long startMinor, long incrementMinor, long[][] table, boolean raiseAllowed) {
        offerMinor = new long[bidders];
        this.startMinor = startMinor;
        this.incrementMinor = incrementMinor;
        this.table = table;
        this.raiseAllowed = raiseAllowed;
    }

    /** Why a bid is refused, or null. */
    @Nullable
    RejectReason bid(int bidder, long minor) {
        RejectReason reason = refusal(minor);
        if (reason == null && bidder == leader && !raiseAllowed) {
            reason = RejectReason.SELF_OUTBID;
        }
        if (reason == null) {
            offer(bidder, Math.max(minor, bidder == leader ? offerMinor[bidder] : 0), minor);
        }
        return reason;
    }

    /** Why a maximum is refused, or null. */
    @Nullable
    RejectReason maximum(int bidder, long minor) {
        RejectReason reason = bidder == leader ? refusalOfOwn(minor) : refusal(minor);
        if (reason == null) {
            offer(bidder, minor, 0);
        }
        return reason;
    }

    private void offer(int bidder, long minor, long outrightMinor) {
        offerMinor[bidder] = minor;
        boolean overtakes = leader == NOBODY || (bidder != leader && minor > offerMinor[leader]);
        if (overtakes) {
            leader = bidder;
        }
        if (bidder == leader && outrightMinor > 0) {
            priceMinor = outrightMinor;
        } else {
            long second = secondMinor();
            long answer = second == 0 ? startMinor : Math.min(offerMinor[leader], second + step(second));
            priceMinor = Math.max(priceMinor, answer);
        }
    }

    private @Nullable RejectReason refusal(long minor) {
        if (minor < startMinor) {
            return RejectReason.BELOW_START;
        }
        if (leader != NOBODY && minor <= priceMinor) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        boolean whole = table.length > 0
                ? leader == NOBODY || minor >= priceMinor + step(priceMinor)
                : (minor - startMinor) % incrementMinor == 0;
        return whole ? null : RejectReason.BAD_INCREMENT;
    }

    private @Nullable RejectReason refusalOfOwn(long minor) {
        if (minor < startMinor) {
            return RejectReason.BELOW_START;
        }
        if (minor < priceMinor) {
            return RejectReason.NOT_ABOVE_OWN;
        }
        boolean whole = table.length > 0 || (minor - startMinor) % incrementMinor == 0;
        return whole ? null : RejectReason.BAD_INCREMENT;
    }

    private long step(long minor) {
        long step = table.length == 0 ? incrementMinor : table[0][1];
        for (long[] row : table) {
            if (minor >= row[0]) {
                step = row[1];
            }
        }
        return step;
    }

    /** The best of the others, or 0. */
    long secondMinor() {
        long best = 0;
        for (int bidder = 0; bidder < offerMinor.length; bidder++) {
            if (bidder != leader) {
                best = Math.max(best, offerMinor[bidder]);
            }
        }
        return best;
    }

    /** The leading bidder, or -1. */
    int leader() {
        return leader;
    }

    long priceMinor() {
        return priceMinor;
    }
}
