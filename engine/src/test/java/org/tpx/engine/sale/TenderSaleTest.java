package org.tpx.engine.sale;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Criterion;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.PriceFormula;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightType;
import org.tpx.protocol.TenderCommand.SetTenderTerms;

/** Weighted quotation and tender (section 2.2 D and E, machine 9.3, example E5). */
class TenderSaleTest extends Scenario {

    private static final Draft WEIGHTED = listing("L1").with("auctionMode", AuctionMode.WEIGHTED);

    private final TenderScene scene = new TenderScene(market);

    @Test
    void shouldScoreThePlansBeforeThePricesAndAwardTheBestSum() {
        scene.scheduled().open();
        market.at("2025-07-08 10:30");
        scene.submits("B1", "CNY 4,000,000.00", 80, 90).including("TenderSubmitted party=B1, bidderNumber=1");
        scene.submits("B2", "CNY 4,600,000.00", 60, 70).accepted();
        scene.submits("B3", "CNY 4,300,000.00", 92, 85).accepted();
        at("2025-07-08 12:00").then("TimerFired kind=PHASE_END", "PhaseStarted phase=NONPRICE_SCORING, deadline=");
        at("2025-07-09 09:00");
        scene.scores().unlocks();
        market.including("ScoresCommitted person=EX-5, seat=5")
                .including("ScoresSealed members=5")
                .including("ScoresRevealed person=EX-1, seat=1, scores=6")
                .including("PhaseStarted phase=PRICE_OPENING, deadline=11:00");
        scene.opens("B1", "CNY 4,000,000.00").accepted();
        scene.opens("B2", "CNY 4,600,000.00").accepted();
        at("2025-07-09 10:00");
        scene.opens("B3", "CNY 4,300,000.00");
        market.then(
                "PriceOpened party=B3, bidderNumber=3, amount=CNY 4,300,000.00",
                "CompositeComputed party=B3, rank=1, amount=CNY 4,300,000.00, priceScorePpm=560870, totalScorePpm=918370",
                "CompositeComputed party=B1, rank=2, amount=CNY 4,000,000.00, priceScorePpm=521739, totalScorePpm=856739",
                "CompositeComputed party=B2, rank=3, amount=CNY 4,600,000.00, priceScorePpm=600000, totalScorePpm=855000",
                "CandidatesPublished noticeEnd=2025-07-15 00:00, candidates=3");
        at("2025-07-15 00:00")
                .including("AuctionDetermined winner=B3, amount=CNY 4,300,000.00, runnerUp=B1")
                .including("RunnerUpKept party=B1, amount=CNY 4,000,000.00")
                .including("Awarded transferee=B3, price=CNY 4,300,000.00, feeMode=BIDDING");
    }

    @Test
    void shouldOfferTheAwardToTheSecondWhenTheFirstDoesNotSign() {
        scene.scheduled().published();
        at("2025-07-22 17:00").including("RunnerUpOffered party=B1, amount=CNY 4,000,000.00");
        market.acceptsOffer("B1").including("Awarded transferee=B1, price=CNY 4,000,000.00");
    }

    @Test
    void shouldPreferTheHigherPriceOfEqualSumsAndThenTheEarlier() {
        scene.scheduled().open();
        scene.submits("B3", "CNY 4,000,000.00", 100, 100).accepted();
        scene.submits("B1", "CNY 4,000,000.00", 100, 100).accepted();
        scene.submits("B2", "CNY 5,000,000.00", 52, 100).accepted();
        at("2025-07-09 09:00");
        scene.scores().unlocks();
        scene.opens("B1", "CNY 4,000,000.00").accepted();
        scene.opens("B2", "CNY 5,000,000.00").accepted();
        scene.opens("B3", "CNY 4,000,000.00")
                .including("CompositeComputed party=B2, rank=1, totalScorePpm=880000")
                .including("CompositeComputed party=B3, rank=2, totalScorePpm=880000")
                .including("CompositeComputed party=B1, rank=3, totalScorePpm=880000");
    }

    @Test
    void shouldFailWhereFewerHandInThanTheNoticeAsksFor() {
        scene.scheduled().open();
        scene.submits("B1", "CNY 4,000,000.00", 0, 0).accepted();
        scene.submits("B2", "CNY 4,000,000.00", 0, 0).accepted();
        at("2025-07-08 12:00")
                .including("TendersTooFew submitted=2, least=3")
                .including("AuctionFailed listing=L1")
                .including("Unsold reason=AUCTION_FAILED")
                .including("Lost party=B3");
        scene.submits("B3", "CNY 4,000,000.00", 0, 0).refused(RejectReason.LATE);
    }

    @Test
    void shouldNotHoldATenderWithFewerAdmittedThanTheNoticeAsksFor() {
        market.draftsWith(TenderScene::terms).inAuction(WEIGHTED.with("auctionMode", AuctionMode.TENDER), "B1", "B2");
        market.including("Unsold reason=TOO_FEW_ADMITTED");
    }

    @Test
    void shouldRejectPricesThatLieTooLowOrStayClosed() {
        scene.scheduled().open();
        scene.submits("B1", "CNY 3,999,999.99", 100, 100).accepted();
        scene.submits("B2", "CNY 4,600,000.00", 60, 70).accepted();
        scene.submits("B3", "CNY 9,300,000.00", 92, 85).accepted();
        at("2025-07-09 09:00");
        scene.scores().unlocks();
        scene.opens("B1", "CNY 3,999,999.99").including("TenderRejected party=B1, reason=BELOW_START");
        scene.opens("B2", "CNY 4,600,000.00").accepted();
        at("2025-07-09 11:00")
                .then(
                        "TimerFired kind=PHASE_END",
                        "TenderRejected party=B3, bidderNumber=3, reason=LATE",
                        "CompositeComputed party=B2, rank=1, priceScorePpm=600000, totalScorePpm=855000",
                        "CandidatesPublished noticeEnd=2025-07-15 00:00, candidates=1");
        at("2025-07-15 00:00").including("AuctionDetermined winner=B2, amount=CNY 4,600,000.00, runnerUp=");
    }

    @Test
    void shouldRejectAMistypedPriceBeforeItTakesTheOthersDown() {
        scene.scheduled().open();
        scene.submits("B1", "CNY 400,000,000.01", 80, 90).accepted();
        scene.submits("B2", "CNY 4,600,000.00", 60, 70).accepted();
        scene.submits("B3", "CNY 4,300,000.00", 92, 85).accepted();
        at("2025-07-09 09:00");
        scene.scores().unlocks();
        scene.opens("B1", "CNY 400,000,000.01").including("TenderRejected party=B1, reason=ABOVE_SANITY_CAP");
        scene.opens("B2", "CNY 4,600,000.00").accepted();
        scene.opens("B3", "CNY 4,300,000.00").including("CompositeComputed party=B3, rank=1, totalScorePpm=918370");
    }

    @Test
    void shouldFailWhereNoPriceCounts() {
        scene.scheduled().opening();
        at("2025-07-09 11:00").including("TenderRejected party=B3, reason=LATE").including("AuctionFailed listing=L1");
    }

    @Test
    void shouldFailWhereTheRightWasFrozenMeanwhile() {
        scene.scheduled().published();
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "COURT-1"));
        at("2025-07-15 00:00").including("AuctionFailed listing=L1").without("Awarded");
    }

    @Test
    void shouldDecideAWeightedQuotationAtOnceWhereItsNoticeNamesNoDays() {
        market.draftsWith(id -> With.with(
                TenderScene.terms(id),
                "leastBidders",
                2,
                "noticeDays",
                0,
                "priceFormula",
                PriceFormula.SHARE_ABOVE_FLOOR));
        scene.scheduled(WEIGHTED, "B1", "B2").open();
        scene.submits("B1", "CNY 6,000,000.00", 100, 100).accepted();
        scene.submits("B2", "CNY 7,000,000.00", 0, 0).accepted();
        at("2025-07-09 09:00");
        scene.scores().unlocks();
        scene.opens("B1", "CNY 6,000,000.00").accepted();
        scene.opens("B2", "CNY 7,000,000.00")
                .including("CompositeComputed party=B2, rank=1, priceScorePpm=600000, totalScorePpm=600000")
                .including("CompositeComputed party=B1, rank=2, priceScorePpm=0, totalScorePpm=400000")
                .including("Awarded transferee=B2, price=CNY 7,000,000.00");
    }

    @Test
    void shouldLetASingleTransfereeQuoteAloneInAWeightedQuotation() {
        market.draftsWith(id -> With.with(TenderScene.terms(id), "leastBidders", 2));
        market.inAuction(WEIGHTED, "B1").including("SingleQuoteOpened party=B1");
    }

    @Test
    void shouldReplaceAnExpertUntilItsScoresAreRevealed() {
        scene.scheduled().scoring();
        for (String expert : TenderScene.EXPERTS) {
            scene.seals(expert).accepted();
        }
        scene.reveals("EX-1").accepted();
        scene.dismisses("EX-1").refused(RejectReason.NOT_ALLOWED);
        scene.dismisses("EX-2").including("CommitteeMemberDismissed person=EX-2, seat=2, reason=ill");
        scene.reveals("EX-3").refused(RejectReason.NOT_ALLOWED);
        scene.reveals("EX-2").refused(RejectReason.NOT_ON_COMMITTEE);
        scene.expert("EX-9", 0);
        scene.appoints("EX-9").including("CommitteeMemberAppointed person=EX-9, seat=2");
        scene.sealsAt("EX-9", 2).including("ScoresSealed members=5");
        scene.reveals("EX-9").accepted();
        scene.reveals("EX-3").accepted();
        scene.reveals("EX-4").accepted();
        scene.reveals("EX-5").including("PhaseStarted phase=PRICE_OPENING");
    }

    @Test
    void shouldKeepAwayWhoBelongsToAMemberOfEitherSide() {
        scene.scheduled();
        scene.expert("EX-B1", market.id(Ref.MEMBER, "M-B1"));
        scene.expert("EX-SELLER", market.id(Ref.MEMBER, "M-SELLER"));
        market.party("OTHER");
        scene.expert("EX-OTHER", market.id(Ref.MEMBER, "M-OTHER"));
        scene.appoints("EX-B1").refused(RejectReason.CONFLICT_OF_INTEREST);
        scene.appoints("EX-SELLER").refused(RejectReason.CONFLICT_OF_INTEREST);
        scene.appoints("EX-OTHER").including("CommitteeMemberAppointed person=EX-OTHER, seat=1");
        scene.appoints("EX-OTHER").refused(RejectReason.NOT_ALLOWED);
        scene.appoints("CLERK-2").refused(RejectReason.NOT_ALLOWED);
        scene.appoints("EX-77").refused(RejectReason.UNKNOWN_SUBJECT);
        scene.dismisses("EX-77").refused(RejectReason.UNKNOWN_SUBJECT);
        scene.dismisses("EX-OTHER").accepted();
    }

    @Test
    void shouldAppointNoMoreThanItsSeatsAndNobodyAfterTheScoring() {
        scene.scheduled().opening();
        scene.expert("EX-9", 0);
        scene.appoints("EX-9").refused(RejectReason.NOT_ALLOWED);
        scene.dismisses("EX-9").refused(RejectReason.UNKNOWN_SUBJECT);
        scene.dismisses("EX-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldLetTheNoticeStandStillUntilEveryObjectionIsAnswered() {
        scene.scheduled().published();
        at("2025-07-10 12:00");
        scene.objects().then("CandidateObjectionFiled objection=1, answerDue=2025-07-15 00:00, reasons=a doubt");
        at("2025-07-14 09:00");
        scene.objects().then("CandidateObjectionFiled objection=2, answerDue=2025-07-18 00:00");
        at("2025-07-15 00:00").then("TimerFired kind=PHASE_END", "CandidateObjectionOverdue objection=1");
        scene.answers(1, false, "").including("CandidateObjectionAnswered objection=1, upheld=false");
        scene.answers(1, false, "").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-18 00:00").then("TimerFired kind=PHASE_END", "CandidateObjectionOverdue objection=2");
        at("2025-07-18 09:00");
        scene.objects().then("CandidateObjectionFiled objection=3, answerDue=2025-07-22 00:00");
        scene.answers(2, false, "").accepted();
        at("2025-07-18 10:00");
        scene.answers(3, false, "")
                .then(
                        "CandidateObjectionAnswered objection=3, upheld=false, reply=so it is",
                        "PhaseStarted phase=CANDIDATE_NOTICE, deadline=2025-07-22 22:00");
        at("2025-07-22 22:00").including("AuctionDetermined winner=B3");
    }

    @Test
    void shouldLetTheNextCandidateInheritWhereOneIsExcluded() {
        scene.scheduled().published();
        at("2025-07-10 12:00");
        scene.objects().accepted();
        scene.answers(1, false, "B3").refused(RejectReason.NOT_ALLOWED);
        scene.answers(1, true, "SELLER").refused(RejectReason.NOT_ALLOWED);
        scene.answers(2, true, "B3").refused(RejectReason.UNKNOWN_SUBJECT);
        scene.answers(1, true, "B3").including("CandidateExcluded party=B3, bidderNumber=3");
        at("2025-07-15 00:00")
                .including("AuctionDetermined winner=B1, amount=CNY 4,000,000.00, runnerUp=B2")
                .including("Lost party=B3");
    }

    @Test
    void shouldFailWhereAnObjectionLeavesNoCandidateOrNamesNone() {
        market.draftsWith(id -> With.with(TenderScene.terms(id), "candidates", 1));
        scene.scheduled(WEIGHTED.with("auctionMode", AuctionMode.TENDER), "B1", "B2", "B3")
                .open();
        for (String party : List.of("B1", "B2", "B3")) {
            scene.submits(party, "CNY 6,000,000.00", 50, 50).accepted();
        }
        at("2025-07-09 09:00");
        scene.scores().unlocks();
        for (String party : List.of("B1", "B2", "B3")) {
            scene.opens(party, "CNY 6,000,000.00").accepted();
        }
        market.including("CandidatesPublished candidates=1");
        scene.objects().accepted();
        scene.answers(1, true, "B1").including("AuctionFailed listing=L1").without("AuctionDetermined");
    }

    @Test
    void shouldEndATenderThatAnObjectionBringsDown() {
        scene.scheduled().published();
        scene.objects().accepted();
        scene.answers(1, true, "").including("AuctionFailed listing=L1").including("Unsold reason=AUCTION_FAILED");
        scene.objects().refused(RejectReason.LATE);
        scene.answers(1, true, "").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldStandStillInEveryPhaseWhileItIsHalted() {
        scene.scheduled().scoring();
        market.halts(HaltScope.LISTING);
        scene.seals("EX-1").refused(RejectReason.HALTED);
        scene.appoints("EX-1").refused(RejectReason.NOT_ALLOWED);
        market.lifts(HaltScope.LISTING).including("AuctionResumed phase=NONPRICE_SCORING, deadline=");
        scene.scores().unlocks();
        at("2025-07-09 10:00").halts(HaltScope.MARKET);
        scene.opens("B1", "CNY 4,000,000.00").refused(RejectReason.HALTED);
        at("2025-07-09 12:00").lifts(HaltScope.MARKET).including("AuctionResumed phase=PRICE_OPENING, deadline=13:00");
        scene.opens("B1", "CNY 4,000,000.00").accepted();
        at("2025-07-09 13:00").including("CandidatesPublished noticeEnd=2025-07-15 00:00, candidates=1");
        market.suspends().including("AuctionHalted remainingSeconds=471600");
        at("2025-07-15 00:00").without("AuctionDetermined");
        scene.objects().refused(RejectReason.HALTED);
        market.resumes().including("AuctionResumed phase=CANDIDATE_NOTICE, deadline=2025-07-20 11:00");
        market.restarts("2025-07-16 09:00").including("AuctionHalted");
    }

    @Test
    void shouldRefuseWhatDoesNotBelongIntoThePhase() {
        scene.scheduled();
        scene.submits("B1", "CNY 4,000,000.00", 80, 90).refused(RejectReason.AUCTION_NOT_OPEN);
        scene.seals("EX-1").refused(RejectReason.AUCTION_NOT_OPEN);
        scene.open();
        scene.seals("EX-1").refused(RejectReason.AUCTION_NOT_OPEN);
        market.party("B4");
        by("A-B4", With.with(scene.tender("B1", "CNY 1.00"), "partyId", market.id(Ref.PARTY, "B4")))
                .refused(RejectReason.NOT_ADMITTED);
        scene.submits("B1", "CNY 4,000,000.00", 80, 90).accepted();
        scene.submits("B1", "CNY 4,000,000.00", 80, 90).refused(RejectReason.ALREADY_QUOTED);
        scene.submits("B2", "CNY 4,600,000.00", 60, 70).accepted();
        scene.submits("B3", "CNY 4,300,000.00", 92, 85).accepted();
        at("2025-07-09 09:00");
        scene.reveals("EX-1").refused(RejectReason.NOT_ALLOWED);
        scene.opens("B1", "CNY 4,000,000.00").refused(RejectReason.AUCTION_NOT_OPEN);
        scene.objects().refused(RejectReason.AUCTION_NOT_OPEN);
        scene.releases("CLERK-1").refused(RejectReason.AUCTION_NOT_OPEN);
        scene.scores();
        scene.releases("A-B1").refused(RejectReason.ROLE_NOT_ALLOWED);
        scene.releases("CLERK-1").including("ShareReleased officer=CLERK-1, shares=1");
        scene.opens("B1", "CNY 4,000,000.00").refused(RejectReason.NOT_ALLOWED);
        scene.releases("CLERK-1").refused(RejectReason.SAME_PERSON);
        scene.releases("SUPERVISOR-1").accepted();
        scene.releases("SUPERVISOR-2").refused(RejectReason.NOT_ALLOWED);
        scene.seals("EX-1").refused(RejectReason.LATE);
        scene.reveals("EX-1").refused(RejectReason.LATE);
        scene.opens("B1", "CNY 4,000,000.00").accepted();
        scene.opens("B1", "CNY 4,000,000.00").refused(RejectReason.NOT_ALLOWED);
        scene.opens("B2", "CNY 4,700,000.00").refused(RejectReason.BAD_COMMITMENT);
        scene.opens("B2", "USD 4,600,000.00").refused(RejectReason.CURRENCY);
        by("CLERK-1", With.with(scene.price("B1", "CNY 1.00"), "partyId", market.id(Ref.PARTY, "B4")))
                .refused(RejectReason.NOT_ADMITTED);
        market.bids("B1", "CNY 4,600,000.00").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeTendersInNoOtherMode() {
        market.inBidding(listing("L1"), "B1", "B2");
        by("A-B1", scene.tender("B1", "CNY 6,000,000.00")).refused(RejectReason.NOT_ALLOWED);
        scene.opens("B1", "CNY 6,000,000.00").refused(RejectReason.NOT_ALLOWED);
        scene.appoints("EX-1").refused(RejectReason.NOT_ALLOWED);
        scene.dismisses("EX-1").refused(RejectReason.NOT_ALLOWED);
        scene.seals("EX-1").refused(RejectReason.NOT_ALLOWED);
        scene.reveals("EX-1").refused(RejectReason.NOT_ALLOWED);
        scene.objects().refused(RejectReason.NOT_ALLOWED);
        scene.answers(1, false, "").refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", TenderScene.terms(market.listingId())).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSayBeforeTheApplicationByWhatItIsDecided() {
        at("2025-06-04 09:00").drafts(WEIGHTED).submits().refused(RejectReason.TERMS_MISSING);
        SetTenderTerms terms = With.with(TenderScene.terms(market.listingId()), "noticeDays", 0, "leastBidders", 2);
        by("A-SELLER", With.with(terms, "priceWeight", 61)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "criteria", List.of(new Criterion(39, "plan"))))
                .refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "committeeSize", 3)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "committeeSize", 6)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(terms, "leastBidders", 1)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms).accepted();
        market.submits().accepted();
        by("A-SELLER", terms).refused(RejectReason.NOT_ALLOWED);
        market.right("R2", RightType.KNOW_HOW, "SELLER")
                .drafts(listing("L2").of("R2").with("auctionMode", AuctionMode.TENDER));
        terms = TenderScene.terms(market.listingId());
        by("A-SELLER", With.with(terms, "noticeDays", 2)).refused(RejectReason.PERIOD_TOO_SHORT);
        by("A-SELLER", With.with(terms, "leastBidders", 2)).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", terms).including("TenderTermsSet priceWeight=60, committeeSize=5, criteria=2");
    }
}
