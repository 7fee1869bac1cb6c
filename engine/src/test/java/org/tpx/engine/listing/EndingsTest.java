package org.tpx.engine.listing;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.ListingCommand.CloseListing;
import org.tpx.protocol.ListingCommand.RequestCorrection;
import org.tpx.protocol.RejectReason;

/** Withdrawal, relisting and the end of a listing's life (L20, L22, L29). */
class EndingsTest extends Scenario {

    private static final String DEPOSIT = "CNY 1,800,000.00";

    @Test
    void shouldLetTheSellerWithdrawInEveryStateBeforeTheOpening() {
        at("2025-06-04 09:00").drafts(listing("L1")).withdraws().refused(RejectReason.NOT_ALLOWED);
        market.submits().withdraws().accepted();
        market.drafts(listing("L2")).submits();
        by("CLERK-1", new RequestCorrection(market.listingId(), "unclear"))
                .withdraws()
                .accepted();
        at("2025-08-01 09:00").then();
        market.drafts(listing("L3")).submits().accepts().withdraws().accepted();
        market.drafts(listing("L4"))
                .submits()
                .accepts()
                .preDiscloses()
                .withdraws()
                .accepted();
        market.drafts(listing("L5")).submits().accepts().publishes().withdraws().accepted();
        market.drafts(listing("L6"))
                .submits()
                .accepts()
                .publishes()
                .suspends()
                .withdraws()
                .accepted();
        at("2027-01-05 09:00").then();
    }

    @Test
    void shouldGiveBackEverythingAtAWithdrawal() {
        market.parties("B1", "B2", "B3").disclosed(listing("L1"));
        at("2025-07-02 10:00")
                .intends("B1")
                .admitted(DEPOSIT, "B2")
                .intends("B3")
                .qualifies("B3")
                .deposits("B3", "CNY 9.00");
        at("2025-07-03 10:00")
                .withdraws()
                .then(
                        "WithdrawnByTransferor reason=the owner keeps it",
                        "Lost party=B1",
                        "Lost party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, amount=CNY 1,800,000.00, due=2025-07-08 17:00",
                        "Lost party=B3",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B3, amount=CNY 9.00, due=2025-07-08 17:00");
        at("2025-07-08 16:59").then();
        market.intends("B1").refused(RejectReason.ALREADY_REGISTERED);
    }

    @Test
    void shouldNotLetTheSellerWithdrawFromAnOpenQuote() {
        market.inAuction("B1").withdraws().refused(RejectReason.NOT_ALLOWED);
        market.suspends().accepted().withdraws().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotLetTheSellerWithdrawWhereTheRulesForbidIt() {
        market.rules("withdrawalAllowed", false)
                .disclosed(listing("L1"))
                .withdraws()
                .refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldForgetTheAuctionOfAListingThatWasWithdrawn() {
        market.inAuction("B1", "B2")
                .schedules("2025-07-09 10:00", "")
                .withdraws()
                .accepted();
        at("2025-07-08 10:00").halts(HaltScope.MARKET).lifts(HaltScope.MARKET).without("AuctionResumed");
        at("2025-07-09 10:00").without("TimerFired");
    }

    @Test
    void shouldForgetTheAuctionOfAListingThatWasTerminated() {
        market.inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 10:10")
                .bids("B1", "CNY 6,000,000.00")
                .suspends()
                .terminates()
                .accepted();
        at("2025-07-08 10:20").halts(HaltScope.MARKET);
        at("2025-07-08 10:30").lifts(HaltScope.MARKET).without("AuctionResumed");
        market.restarts("2025-07-08 10:40").without("AuctionHalted");
        at("2025-07-08 12:00").then();
    }

    @Test
    void shouldBeginAnewWithEveryAttempt() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-07-03 10:00").admitted(DEPOSIT, "B1").intends("B2").disqualifies("B2");
        at("2025-07-14 17:00").including("Unsold reason=NO_QUOTE");
        at("2025-07-15 10:00").relists("CNY 6,000,000.00").publishes().accepted();
        at("2025-07-15 11:00").admitted(DEPOSIT, "B2").including("Admitted party=B2, bidderCode=BC-001");
        market.intends("B1").refused(RejectReason.NOT_ADMITTED);
        at("2025-07-22 17:00").including("SingleQuoteOpened party=B2");
    }

    @Test
    void shouldKeepTheShareOfTheDepositWhenThePriceChanges() {
        market.disclosed(listing("L1").price("CNY 6,000,000.00").deposit("CNY 1,799,999.99"));
        at("2025-07-07 18:00")
                .relists("CNY 5,000,000.00")
                .then(
                        "TimerFired at=17:00, kind=DISCLOSURE_END",
                        "DisclosureEnded",
                        "Unsold",
                        "RelistRequested attempt=2, listingPrice=CNY 5,000,000.00, deposit=CNY 1,499,999.99, disclosureDays=5");
    }

    @Test
    void shouldDiscloseAsLongAsAtFirstWhereMoreThanThePriceChanged() {
        market.disclosed(listing("L1")).at("2025-07-07 18:00");
        by(
                        "A-SELLER",
                        With.with(
                                market.relisting("CNY 10,000,000.00"), "conditionsChanged", true, "disclosureDays", 19))
                .refused(RejectReason.PERIOD_TOO_SHORT);
        by("A-SELLER", With.with(market.relisting("CNY 10,000,000.00"), "conditionsChanged", true))
                .including("RelistRequested attempt=2, disclosureDays=20");
    }

    @Test
    void shouldTakeAnotherDepositWithinTheBounds() {
        market.disclosed(listing("L1")).at("2025-07-07 18:00");
        by("A-SELLER", With.with(market.relisting("CNY 5,000,000.00"), "deposit", Written.money("CNY 1,500,000.01")))
                .refused(RejectReason.DEPOSIT_CAP);
        by("A-SELLER", With.with(market.relisting("CNY 5,000,000.00"), "deposit", Written.money("CNY 1,500,000.00")))
                .including("RelistRequested deposit=CNY 1,500,000.00");
    }

    @Test
    void shouldKeepTheRightWhileItMayBeListedAgain() {
        market.disclosed(listing("L1")).at("2025-07-07 18:00");
        market.drafts(listing("L2")).submits().refused(RejectReason.RIGHT_ALREADY_LISTED);
        market.on("L1").closes().accepted().on("L2").submits().accepted();
    }

    @Test
    void shouldCloseAnUnsoldListingForGood() {
        market.disclosed(listing("L1")).closes().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-07 18:00");
        at("2025-07-07 18:00")
                .by("A-SELLER", new CloseListing(market.listingId()))
                .then("ListingClosed listing=L1");
        market.relists("CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        market.closes().refused(RejectReason.NOT_ALLOWED);
        at("2026-07-01 09:00").then();
    }

    @Test
    void shouldCloseAnUnsoldListingWhenItsLifeIsOver() {
        market.disclosed(listing("L1")).at("2025-07-07 18:00");
        at("2026-06-09 23:59:59.999999999").then();
        at("2026-06-10 00:00").then("TimerFired kind=LISTING_LIFE, listing=L1", "ListingClosed listing=L1");
        market.relists("CNY 6,000,000.00").refused(RejectReason.REAPPRAISAL_REQUIRED);
    }

    @Test
    void shouldCloseAListingThatEndsUnsoldAfterItsLife() {
        market.party("B1").disclosed(listing("L1")).at("2025-07-07 18:00");
        at("2026-06-09 10:00").relists("CNY 6,000,000.00").publishes().accepted();
        at("2026-06-10 00:00").then("TimerFired kind=LISTING_LIFE");
        at("2026-06-11 10:00").admitted(DEPOSIT, "B1").disqualifies("B1").refused(RejectReason.NOT_ALLOWED);
        market.rules("singleQuoteAllowed", false);
        at("2026-06-16 17:00").including("SingleQuoteOpened party=B1");
        at("2026-06-23 17:00")
                .then(
                        "TimerFired kind=QUOTE_WINDOW",
                        "Unsold reason=NO_QUOTE",
                        "ListingClosed listing=L1",
                        "DefaultFound party=B1, trigger=NO_QUOTE, replyDue=2026-06-30 17:00");
        at("2026-06-30 17:00").including("ForfeitApplied party=B1, policy=FULL");
    }

    @Test
    void shouldSellAListingThatIsUnderWayWhenItsLifeEnds() {
        market.party("B1").disclosed(listing("L1")).at("2025-07-07 18:00");
        at("2026-06-09 10:00").relists("CNY 6,000,000.00").publishes().accepted();
        at("2026-06-11 10:00").admitted(DEPOSIT, "B1");
        at("2026-06-17 10:00")
                .quotes("B1", "CNY 6,000,000.00")
                .signs()
                .becomesEffective()
                .accepted();
    }

    @Test
    void shouldPublishNoNoticeAfterTheListingsLife() {
        market.disclosed(listing("L1")).at("2025-07-07 18:00");
        at("2026-06-09 23:59:59.999999999").relists("CNY 6,000,000.00").accepted();
        at("2026-06-10 00:00")
                .publishes()
                .refused(RejectReason.REAPPRAISAL_REQUIRED)
                .then("TimerFired kind=LISTING_LIFE", "CommandRefused");
        market.withdraws().accepted();
    }

    @Test
    void shouldNeverEndTheLifeOfAListingWhereTheRulesGiveItNoEnd() {
        market.rules("lifeMonths", 0).disclosed(listing("L1")).at("2025-07-07 18:00");
        at("2027-06-10 00:00").then();
        market.relists("CNY 6,000,000.00").accepted();
    }
}
