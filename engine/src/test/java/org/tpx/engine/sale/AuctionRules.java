package org.tpx.engine.sale;

/**
 * The rules of one auction.
 *
 * @param admitted the first so many bidders are admitted
 * @param startMinor the start price
 * @param incrementMinor steps above it
 * @param capMultiple the cap against mistyped prices, 0 for none
 * @param freeBidRequired whether only those who bid in the free period go on
 * @param raiseAllowed whether the leader may raise its own bid
 * @param freeNanos length of the free period
 * @param limitedNanos length of the limited period
 * @param leastNanos least time left after a halt
 */
record AuctionRules(
        int admitted,
        long startMinor,
        long incrementMinor,
        int capMultiple,
        boolean freeBidRequired,
        boolean raiseAllowed,
        long freeNanos,
        long limitedNanos,
        long leastNanos) {}
