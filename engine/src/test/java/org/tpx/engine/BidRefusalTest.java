package org.tpx.engine;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.RejectReason;

/** Every reason for which an ascending auction refuses a bid, one test each, in the order of the enum. */
class BidRefusalTest extends Scenario {

    private static final String START = "CNY 6,000,000.00";

    @Test
    @Gives(RejectReason.BELOW_START)
    void shouldRefuseABidBelowTheStartPrice() {
        market.inBidding(listing("L1"), "B1", "B2")
                .bids("B1", "CNY 5,950,000.00")
                .refused(RejectReason.BELOW_START);
    }

    @Test
    @Gives(RejectReason.NOT_ABOVE_HIGH)
    void shouldRefuseABidThatIsNotAboveTheHighest() {
        market.inBidding(listing("L1"), "B1", "B2")
                .bids("B1", "CNY 6,050,000.00")
                .bids("B2", "CNY 6,050,000.00");
        market.refused(RejectReason.NOT_ABOVE_HIGH).bids("B2", START).refused(RejectReason.NOT_ABOVE_HIGH);
    }

    @Test
    @Gives(RejectReason.BAD_INCREMENT)
    void shouldRefuseABidBetweenTheSteps() {
        market.inBidding(listing("L1"), "B1", "B2")
                .bids("B1", "CNY 6,000,000.01")
                .refused(RejectReason.BAD_INCREMENT);
        market.bids("B1", "CNY 6,049,999.99").refused(RejectReason.BAD_INCREMENT);
    }

    @Test
    @Gives(RejectReason.SELF_OUTBID)
    void shouldRefuseALeaderThatRaisesItsOwnBid() {
        market.inBidding(listing("L1"), "B1", "B2").bids("B1", START).bids("B1", "CNY 6,050,000.00");
        market.refused(RejectReason.SELF_OUTBID);
    }

    @Test
    @Gives(RejectReason.ABOVE_SANITY_CAP)
    void shouldRefuseAMistypedBid() {
        market.inBidding(listing("L1"), "B1", "B2")
                .bids("B1", "CNY 600,050,000.00")
                .refused(RejectReason.ABOVE_SANITY_CAP);
    }
}
