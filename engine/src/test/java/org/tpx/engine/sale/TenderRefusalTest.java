package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TenderCommand.DeclareFunding;

/** The reasons that only tenders and public funding give, one test each, in the order of the enum. */
public class TenderRefusalTest extends Scenario {

    private final TenderScene scene = new TenderScene(market);

    @Test
    @Gives(RejectReason.TENDER_REQUIRED)
    void shouldRefuseToAuctionWhatPublicMoneyPaidForWithoutAReason() {
        market.drafts(listing("L1")).by("A-SELLER", new DeclareFunding(market.listingId(), true, ""));
        market.submits().refused(RejectReason.TENDER_REQUIRED);
    }

    @Test
    @Gives(RejectReason.CONFLICT_OF_INTEREST)
    void shouldRefuseAnExpertWhoDoesNotStateToHaveNoInterest() {
        scene.scheduled();
        by("CLERK-1", With.with(scene.appointment("EX-1"), "declaration", Hash256.ZERO))
                .refused(RejectReason.CONFLICT_OF_INTEREST);
    }

    @Test
    @Gives(RejectReason.NOT_ON_COMMITTEE)
    void shouldRefuseTheScoresOfWhoHasNoSeat() {
        scene.scheduled().scoring();
        scene.expert("EX-9", 0);
        scene.sealsAt("EX-9", 1).refused(RejectReason.NOT_ON_COMMITTEE);
        scene.reveals("EX-9").refused(RejectReason.NOT_ON_COMMITTEE);
    }

    @Test
    @Gives(RejectReason.SCORES_INCOMPLETE)
    void shouldRefuseScoresThatLeaveABidderOrACriterionOut() {
        scene.scheduled().scoring();
        TenderScene.EXPERTS.forEach(expert -> scene.seals(expert).accepted());
        by("EX-1", With.with(scene.revelation(), "scores", scene.sheet().subList(0, 5)))
                .refused(RejectReason.SCORES_INCOMPLETE);
        by("EX-1", With.with(scene.revelation(), "scores", scene.sheet().subList(1, 6)))
                .refused(RejectReason.SCORES_INCOMPLETE);
    }

    @Test
    void shouldRefuseWhatIsRevealedOtherThanItWasSealed() {
        scene.scheduled().scoring();
        TenderScene.EXPERTS.forEach(expert -> scene.seals(expert).accepted());
        by("EX-1", With.with(scene.revelation(), "nonce", "another")).refused(RejectReason.BAD_COMMITMENT);
        TenderScene.EXPERTS.forEach(expert -> scene.reveals(expert).accepted());
        scene.unlocks();
        scene.opens("B1", "CNY 4,000,000.01").refused(RejectReason.BAD_COMMITMENT);
    }
}
