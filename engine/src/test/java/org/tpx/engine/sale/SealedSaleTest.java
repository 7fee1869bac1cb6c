package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;
import static org.tpx.protocol.PriceRule.FIRST_PRICE;
import static org.tpx.protocol.PriceRule.SECOND_PRICE;
import static org.tpx.protocol.TiePolicy.EARLIEST;
import static org.tpx.protocol.TiePolicy.LOT;
import static org.tpx.protocol.TiePolicy.LOT_WITH_NONCES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RofrCommand.ExerciseRofr;
import org.tpx.protocol.RofrCommand.SetRofrTerms;
import org.tpx.protocol.RofrKind;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.RofrTerms;

/** One sealed quote each (section 2.2 C, machine 9.3): from the draft to the award, ties apart. */
class SealedSaleTest extends SealedScenario {

    @Test
    void shouldSellToTheBestBidAtItsOwnPrice() {
        collecting("B1", "B2", "B3")
                .then(
                        "TimerFired kind=AUCTION_START",
                        "PhaseStarted phase=COLLECTING, number=1, deadline=2025-07-08 11:00");
        at("2025-07-08 10:10");
        bids("B1", "CNY 6,500,000.00")
                .then("SealedBidSubmitted party=B1, bidderNumber=1, round=1, replacement=0, commitment="
                        + commitment("B1", "CNY 6,500,000.00") + ", ciphertext=ciphertext of B1");
        bids("B2", "CNY 6,700,000.01").accepted();
        bids("B3", START).accepted();
        at("2025-07-08 11:00")
                .then("TimerFired kind=PHASE_END", "PhaseStarted phase=UNSEALING, number=1, deadline=2025-07-08 11:30");
        shares("CLERK-1");
        shares("SUPERVISOR-1");
        opens("B3", START);
        opens("B1", "CNY 6,500,000.00");
        opens("B2", "CNY 6,700,000.01");
        closes().then(
                        "TimerFired",
                        "PhaseStarted",
                        "ShareReleased officer=CLERK-1, round=1, shares=1, share=share of CLERK-1",
                        "ShareReleased officer=SUPERVISOR-1, round=1, shares=2, share=share of SUPERVISOR-1",
                        "BidOpened party=B3, bidderNumber=3, round=1, amount=CNY 6,000,000.00",
                        "BidOpened party=B1, bidderNumber=1, round=1, amount=CNY 6,500,000.00",
                        "BidOpened party=B2, bidderNumber=2, round=1, amount=CNY 6,700,000.01, nonce=" + nonce("B2"),
                        "OpeningClosed round=1, valid=3",
                        "AuctionDetermined winner=B2, amount=CNY 6,700,000.01, runnerUp=B1, runnerUpAmount=CNY 6,500,000.00",
                        "Won party=B2",
                        "RunnerUpKept party=B1, amount=CNY 6,500,000.00",
                        "Awarded transferee=B2, price=CNY 6,700,000.01, feeMode=BIDDING",
                        "Lost party=B3",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B3");
        at("2025-07-08 12:00").then();
    }

    @Test
    void shouldChargeTheBestBidTheSecondPrice() {
        collecting(SECOND_PRICE, EARLIEST, "B1", "B2", "B3");
        bids("B1", "CNY 6,500,000.00");
        bids("B2", "CNY 6,700,000.00");
        bids("B3", "CNY 5,999,999.99");
        unlocked();
        opens("B1", "CNY 6,500,000.00");
        opens("B2", "CNY 6,700,000.00");
        opens("B3", "CNY 5,999,999.99")
                .including("BidOpened party=B3, amount=CNY 5,999,999.99")
                .including("BidVoided party=B3, bidderNumber=3, round=1, reason=BELOW_START");
        closes().including("OpeningClosed valid=2")
                .including(
                        "AuctionDetermined winner=B2, amount=CNY 6,500,000.00, runnerUp=B1, runnerUpAmount=CNY 6,500,000.00")
                .including("Awarded transferee=B2, price=CNY 6,500,000.00");
    }

    @Test
    void shouldChargeASingleValidBidTheListingPriceAtTheSecondPrice() {
        collecting(SECOND_PRICE, EARLIEST, "B1", "B2");
        bids("B1", "CNY 6,500,000.00");
        unlocked();
        opens("B1", "CNY 6,500,000.00");
        closes().including("AuctionDetermined winner=B1, amount=CNY 6,000,000.00, runnerUp=, runnerUpAmount=");
    }

    @Test
    void shouldFailWithASingleValidBidWhereTheProfileLetsNobodyQuoteAlone() {
        market.rules("singleQuoteAllowed", false);
        collecting("B1", "B2");
        bids("B1", "CNY 6,500,000.00");
        unlocked();
        opens("B1", "CNY 6,500,000.00");
        closes().including("AuctionFailed").including("Unsold reason=AUCTION_FAILED");
    }

    @Test
    void shouldCountTheLastOfReplacedBidsAndNoMoreThanTheNoticeSays() {
        market.draftsWith(id -> With.with(terms(id), "replacements", 2)).inAuction(SEALED, "B1", "B2");
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
        bids("B1", "CNY 6,100,000.00").including("SealedBidSubmitted replacement=0");
        bids("B1", "CNY 6,200,000.00").including("SealedBidSubmitted replacement=1");
        bids("B1", "CNY 6,300,000.00").including("SealedBidSubmitted replacement=2");
        bids("B1", "CNY 6,400,000.00").refused(RejectReason.ALREADY_QUOTED);
        unlocked();
        opens("B1", "CNY 6,200,000.00").refused(RejectReason.BAD_COMMITMENT);
        opens("B1", "CNY 6,400,000.00").refused(RejectReason.BAD_COMMITMENT);
        opens("B1", "CNY 6,300,000.00").accepted();
        closes().including("AuctionDetermined winner=B1, amount=CNY 6,300,000.00");
    }

    @Test
    void shouldTellNoAmountBeforeTwoOfficersReleasedTheirShares() {
        collecting("B1", "B2");
        bids("B1", START);
        shares("CLERK-1").refused(RejectReason.AUCTION_NOT_OPEN);
        opens("B1", START).refused(RejectReason.AUCTION_NOT_OPEN);
        closes().refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:59:59.999999999");
        shares("CLERK-1").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 11:00");
        opens("B1", START).refused(RejectReason.NOT_ALLOWED);
        closes().refused(RejectReason.NOT_ALLOWED);
        shares("CLERK-1").accepted();
        opens("B1", START).refused(RejectReason.NOT_ALLOWED);
        shares("CLERK-1").refused(RejectReason.SAME_PERSON);
        shares("CLERK-2").accepted();
        shares("CLERK-1").refused(RejectReason.SAME_PERSON);
        shares("SUPERVISOR-1").refused(RejectReason.NOT_ALLOWED);
        opens("B1", START).accepted();
    }

    @Test
    void shouldOpenNothingThatDoesNotMatchItsCommitment() {
        collecting("B1", "B2");
        bids("B1", "CNY 6,500,000.00");
        unlocked();
        opens("B2", START).refused(RejectReason.NOT_ADMITTED);
        opens("B1", "CNY 6,500,000.01").refused(RejectReason.BAD_COMMITMENT);
        by("CLERK-1", With.with(opening("B1", "CNY 6,500,000.00"), "nonce", nonce("B2")))
                .refused(RejectReason.BAD_COMMITMENT);
        opens("B1", "USD 6,500,000.00").refused(RejectReason.CURRENCY);
        opens("B1", "CNY 6,500,000.00").accepted();
        opens("B1", "CNY 6,500,000.00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldOpenNoBidWhoseNonceCanBeGuessed() {
        collecting("B1", "B2");
        Hash256 weak = Commitment.ofBid(
                "9f2c", "BC-001", "LST-2025-0001", Written.money(START).minor());
        by("A-B1", With.with(bid("B1", START), "commitment", weak)).accepted();
        unlocked();
        by("CLERK-1", With.with(opening("B1", START), "nonce", "9f2c")).refused(RejectReason.BAD_COMMITMENT);
    }

    @Test
    void shouldOpenNoBidThatAnotherBidderCopied() {
        collecting("B1", "B2");
        bids("B1", START);
        by("A-B2", With.with(bid("B2", START), "commitment", commitment("B1", START)))
                .accepted();
        unlocked();
        by("CLERK-1", With.with(opening("B2", START), "nonce", nonce("B1"))).refused(RejectReason.BAD_COMMITMENT);
        opens("B1", START).accepted();
    }

    @Test
    void shouldMakeBidsVoidThatAreNotOpenedInTime() {
        collecting("B1", "B2", "B3");
        bids("B1", "CNY 6,500,000.00");
        bids("B2", "CNY 6,700,000.00");
        unlocked();
        opens("B1", "CNY 6,500,000.00").accepted();
        closes().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 11:29:59.999999999").then();
        at("2025-07-08 11:30")
                .including("BidVoided party=B2, bidderNumber=2, round=1, reason=LATE")
                .including("OpeningClosed round=1, valid=1")
                .including("AuctionDetermined winner=B1, amount=CNY 6,500,000.00, runnerUp=, runnerUpAmount=");
        opens("B2", "CNY 6,700,000.00").refused(RejectReason.LATE);
        shares("CLERK-2").refused(RejectReason.LATE);
        closes().refused(RejectReason.LATE);
        reveals(SEED).refused(RejectReason.LATE);
    }

    @Test
    void shouldFailWhereTwoOfficersDoNotReleaseTheirShares() {
        collecting("B1", "B2");
        bids("B1", "CNY 6,500,000.00");
        bids("B2", "CNY 6,700,000.00");
        at("2025-07-08 11:10");
        shares("CLERK-1").accepted();
        at("2025-07-08 11:30")
                .including("BidVoided party=B1, reason=LATE")
                .including("BidVoided party=B2, reason=LATE")
                .including("OpeningClosed round=1, valid=0")
                .including("AuctionFailed")
                .including("Unsold reason=AUCTION_FAILED")
                .including("Lost party=B2")
                .without("BidOpened");
    }

    @Test
    void shouldFailWhenNobodyBids() {
        collecting("B1", "B2");
        at("2025-07-08 11:00")
                .including("AuctionFailed")
                .including("Unsold reason=AUCTION_FAILED")
                .without("PhaseStarted");
    }

    @Test
    void shouldFailWhereTheRightWasFrozenMeanwhile() {
        collecting("B1", "B2");
        bids("B1", START);
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "COURT-1"));
        unlocked();
        opens("B1", START);
        closes().including("AuctionFailed").without("Awarded");
    }

    @Test
    void shouldMakeABidVoidThatWasMistyped() {
        collecting("B1", "B2");
        bids("B1", "CNY 600,000,000.01");
        bids("B2", "CNY 600,000,000.00");
        unlocked();
        opens("B1", "CNY 600,000,000.01").including("BidVoided party=B1, reason=ABOVE_SANITY_CAP");
        opens("B2", "CNY 600,000,000.00");
        closes().including("AuctionDetermined winner=B2, amount=CNY 600,000,000.00");
    }

    @Test
    void shouldTakeBidsOfTheAdmittedWhileTheyAreCollected() {
        market.draftsWith(SealedScenario::terms).inAuction(SEALED, "B1", "B2").party("B3");
        market.schedules("2025-07-08 10:00", "").refused(RejectReason.NOT_ALLOWED);
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").halts(HaltScope.LISTING);
        by("CLERK-1", bid("B3", START)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", bid("B3", START)).refused(RejectReason.NO_MANDATE);
        by("A-B3", With.with(bid("B3", START), "listingId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        bids("B3", START).refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING);
        bids("B3", START).refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00");
        bids("B3", START).refused(RejectReason.NOT_ADMITTED);
        bids("B1", START).accepted();
        bids("B1", START).refused(RejectReason.ALREADY_QUOTED);
        market.bids("B1", START).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 11:00");
        bids("B3", START).refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnOpening() {
        collecting("B1", "B2");
        bids("B1", START);
        at("2025-07-08 11:00").halts(HaltScope.LISTING);
        by("A-B1", opening("B2", "USD 1.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-1", opening("B2", "USD 1.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", With.with(opening("B2", "USD 1.00"), "listingId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        opens("B2", "USD 1.00").refused(RejectReason.NOT_ALLOWED);
        shares("CLERK-1").refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING);
        releases();
        market.halts(HaltScope.LISTING);
        opens("B2", "USD 1.00").refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING);
        opens("B2", "USD 1.00").refused(RejectReason.NOT_ADMITTED);
        opens("B1", "USD 1.00").refused(RejectReason.BAD_COMMITMENT);
        opens("B1", "USD 6,000,000.00").refused(RejectReason.CURRENCY);
    }

    @Test
    void shouldTakeSealedBidsInNoOtherMode() {
        market.inBidding(listing("L1"), "B1", "B2");
        bids("B1", START).refused(RejectReason.NOT_ALLOWED);
        shares("CLERK-1").refused(RejectReason.NOT_ALLOWED);
        opens("B1", START).refused(RejectReason.NOT_ALLOWED);
        closes().refused(RejectReason.NOT_ALLOWED);
        commits("CLERK-1", SEED).refused(RejectReason.NOT_ALLOWED);
        reveals(SEED).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms(market.listingId())).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSayHowBidsAreTakenBeforeTheApplication() {
        at("2025-06-04 09:00").drafts(SEALED).submits().refused(RejectReason.TERMS_MISSING);
        by("A-SELLER", terms(market.listingId(), SECOND_PRICE, LOT)).accepted();
        by("A-SELLER", terms(market.listingId(), FIRST_PRICE, LOT_WITH_NONCES))
                .including(
                        "SealedTermsSet replacements=0, priceRule=FIRST_PRICE, tiePolicy=LOT_WITH_NONCES, requoteSeconds=1800, openingSeconds=1800");
        market.submits().accepted();
        by("A-SELLER", terms(market.listingId())).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldCommitTheSeedOfALotOnceAndBeforeTheHoursAreFixed() {
        market.draftsWith(id -> terms(id, FIRST_PRICE, LOT)).parties("B1", "B2").disclosed(SEALED);
        commits("CLERK-1", SEED).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2").at("2025-07-07 17:00");
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").refused(RejectReason.NOT_ALLOWED);
        commits("CLERK-1", SEED).including("LotSeedCommitted commitment=" + Commitment.of(SEED));
        commits("CLERK-2", "another").refused(RejectReason.NOT_ALLOWED);
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").accepted();
        market.schedules("2025-07-08 10:30", "2025-07-08 11:00").accepted();
        commits("CLERK-1", SEED).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-08 11:00").including("Unsold");
        market.relists("CNY 6,000,000.00").accepted();
        commits("CLERK-1", SEED).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldCommitNoSeedWhereNoLotDecides() {
        market.draftsWith(SealedScenario::terms).inAuction(SEALED, "B1", "B2");
        commits("CLERK-1", SEED).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldStandStillWhileTheBidsAreOpened() {
        collecting("B1", "B2");
        bids("B1", START);
        unlocked();
        at("2025-07-08 11:20").suspends().including("AuctionHalted remainingSeconds=600");
        opens("B1", START).refused(RejectReason.HALTED);
        closes().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-10 09:00").resumes().including("AuctionResumed phase=UNSEALING, deadline=09:10");
        opens("B1", START).accepted();
        at("2025-07-10 09:10").including("AuctionDetermined winner=B1");
    }

    @Test
    void shouldAskWhoHasARightOfFirstRefusalWhenThePriceIsFound() {
        market.parties("B1", "B2", "B3").draftsWith(SealedScenario::terms);
        at("2025-06-04 09:00").drafts(SEALED);
        PreemptiveHolder holder = new PreemptiveHolder(market.id(Ref.PARTY, "B3"), RofrKind.SHAREHOLDER, 1, 4_000);
        RofrTerms rofr = new RofrTerms(RofrMode.MATCH_ONCE, 300, 30, DayKind.CALENDAR, false, List.of(holder));
        by("A-SELLER", new SetRofrTerms(market.listingId(), rofr)).accepted();
        market.submits().accepts().at("2025-06-09 09:00").publishes();
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2", "B3").at("2025-07-07 17:00");
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
        bids("B1", START);
        bids("B2", "CNY 6,500,000.00");
        unlocked();
        opens("B1", START);
        opens("B2", "CNY 6,500,000.00");
        closes().including("RofrInquiryOpened").without("AuctionDetermined");
        opens("B2", "CNY 6,500,000.00").refused(RejectReason.LATE);
        closes().refused(RejectReason.LATE);
        bids("B1", START).refused(RejectReason.ROFR_ONLY_WINDOW);
        by("A-B3", new ExerciseRofr(market.listingId(), holder.partyId(), Written.money("CNY 6,500,000.00")))
                .including("Awarded transferee=B3, price=CNY 6,500,000.00");
    }

    @Test
    void shouldStandStillAfterAnOutage() {
        collecting("B1", "B2");
        bids("B1", START);
        market.restarts("2025-07-08 12:00").including("AuctionHalted remainingSeconds=3600");
        market.lifts(HaltScope.LISTING).including("AuctionResumed phase=COLLECTING, deadline=2025-07-08 13:00");
        assertThat(market.id(Ref.LISTING, "L1")).isPositive();
        bids("B2", START).accepted();
    }
}
