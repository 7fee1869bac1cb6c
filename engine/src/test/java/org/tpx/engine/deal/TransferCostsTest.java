package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.FundCommand.RecordTransferCosts;
import org.tpx.protocol.RejectReason;

/** What a transfer cost its transferor is on record for as long as the deal stands. */
class TransferCostsTest extends DeliveryScenario {

    @Test
    void shouldRecordWhatATransferCost() {
        market.awarded(listing("L1"));
        by(costs("CNY 97,120.00")).refused(RejectReason.NOT_ALLOWED);
        market.signs();
        by(costs("USD 1.00")).refused(RejectReason.CURRENCY);
        by(costs("CNY 97,120.00")).including("TransferCostsRecorded deal=DEAL-1, costs=CNY 97,120.00");
        by(costs("CNY 0.00")).including("TransferCostsRecorded deal=DEAL-1, costs=CNY 0.00");
    }

    @Test
    void shouldRecordNoCostsOfADealThatIsOff() {
        market.certified(listing("L1"));
        revokes(false).accepted();
        by(costs("CNY 1.00")).refused(RejectReason.NOT_ALLOWED);
    }

    private RecordTransferCosts costs(String amount) {
        return new RecordTransferCosts(market.listingId(), Written.money(amount), Written.digest("account"));
    }
}
