package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TenderCommand.DeclareFunding;

/** What public money paid for is sold by tender or weighted quotation, or with a stated reason. */
class FundingTest extends Scenario {

    @Test
    void shouldAskForATenderOrAReason() {
        market.drafts(listing("L1"));
        declares(true, "").including("FundingDeclared listing=L1, publicFunding=true");
        market.submits().refused(RejectReason.TENDER_REQUIRED);
        declares(true, "the only maker of the instrument has already licensed it")
                .accepted();
        market.submits().accepted();
        declares(false, "").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldAskForNothingWhereNoPublicMoneyPaid() {
        market.drafts(listing("L1"));
        declares(true, "").accepted();
        declares(false, "").accepted();
        market.submits().accepted();
    }

    @Test
    void shouldBeContentWithATenderOrAWeightedQuotation() {
        market.draftsWith(TenderScene::terms).drafts(listing("L1").with("auctionMode", AuctionMode.TENDER));
        declares(true, "").accepted();
        market.submits().accepted().withdraws();
        market.drafts(listing("L2").with("auctionMode", AuctionMode.WEIGHTED));
        declares(true, "").accepted();
        market.submits().accepted();
    }

    @Test
    void shouldAskForNothingWhereTheRulesDoNot() {
        market.rules("tenderForPublicFunding", false).drafts(listing("L1"));
        declares(true, "").accepted();
        market.submits().accepted();
    }

    private Market declares(boolean publicFunding, String exemption) {
        return by("A-SELLER", new DeclareFunding(market.listingId(), publicFunding, exemption));
    }
}
