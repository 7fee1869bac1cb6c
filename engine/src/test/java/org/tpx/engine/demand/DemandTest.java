package org.tpx.engine.demand;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;

/** Demands from the submission to the last share of the award, or to the pledge. */
class DemandTest extends DemandScenario {

    @BeforeEach
    void parties() {
        market.parties("S1", "S2", "BANK");
    }

    @Test
    void shouldPayTheSolversTheirPartsLessTheirFeesAndThePosterTheRest() {
        judged("D-1", TERMS, "S1", "S2");
        at("2025-06-24 10:00");
        awards("D-1", "S1", "CNY 600,000.00", "S2", "CNY 333,333.33")
                .then(
                        "SolutionAwarded demand=D-1, party=S1, amount=CNY 600,000.00, fee=CNY 2,000.00, net=CNY 598,000.00",
                        "MoneyPosted reason=AWARD_PAID",
                        "PaymentDue kind=AWARD, party=S1, amount=CNY 598,000.00, due=2025-07-01 17:00",
                        "SolutionAwarded demand=D-1, party=S2, amount=CNY 333,333.33, fee=CNY 2,000.00, net=CNY 331,333.33",
                        "MoneyPosted reason=AWARD_PAID",
                        "PaymentDue kind=AWARD, party=S2, amount=CNY 331,333.33",
                        "DemandClosed demand=D-1, awarded=CNY 933,333.33, fee=CNY 2,240.00, returned=CNY 66,826.67",
                        "MoneyPosted reason=AWARD_CLOSED",
                        "PaymentDue kind=AWARD_REFUND, party=SELLER, amount=CNY 66,826.67, due=2025-06-27 17:00",
                        "PaymentDue kind=FEES, amount=CNY 6,240.00");
        market.sends(1, 2, 3, 4).confirms(1).confirms(2).confirms(3).confirms(4).settlementAccountIsEmpty();
    }

    @Test
    void shouldTakeNoMoreThanThePartAsTheSolversFee() {
        judged("D-1", TERMS, "S1");
        awards("D-1", "S1", "CNY 1,999.99")
                .including("SolutionAwarded party=S1, fee=CNY 1,999.99, net=CNY 0.00")
                .including("DemandClosed awarded=CNY 1,999.99, fee=CNY 2,000.00, returned=CNY 998,400.01");
    }

    @Test
    void shouldGiveEverythingBackWhereThePosterChoosesNobody() {
        judged("D-1", TERMS, "S1");
        at("2025-06-26 17:00")
                .then(
                        "TimerFired kind=DEMAND",
                        "DemandClosed demand=D-1, awarded=CNY 0.00, fee=CNY 0.00, returned=CNY 1,002,400.00",
                        "MoneyPosted reason=AWARD_CLOSED",
                        "PaymentDue kind=AWARD_REFUND, party=SELLER, amount=CNY 1,002,400.00");
        awards("D-1", "S1", "CNY 1.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldEndWithoutAnswersOrWithoutOneThatOpens() {
        posted("D-1", TERMS);
        posted("D-2", TERMS);
        answers("S1", "D-2").accepted();
        at("2025-06-20 17:00")
                .including("SubmissionEnded demand=D-1, solutions=0")
                .including("DemandClosed demand=D-1, awarded=CNY 0.00")
                .including("SubmissionEnded demand=D-2, solutions=1, openingEnd=2025-06-24 17:00");
        at("2025-06-24 17:00")
                .including("OpeningEnded demand=D-2, opened=0")
                .including("DemandClosed demand=D-2, returned=CNY 1,002,400.00");
    }

    @Test
    void shouldCountOnlyWhatWasOpenedInTime() {
        posted("D-1", TERMS);
        answers("S1", "D-1");
        answers("S2", "D-1");
        at("2025-06-20 17:00");
        unlocked("D-1");
        opens("S1", "D-1").without("OpeningEnded");
        at("2025-06-24 17:00").including("OpeningEnded demand=D-1, opened=1, judgingEnd=2025-06-27 17:00");
        opens("S2", "D-1").refused(RejectReason.LATE);
        awards("D-1", "S2", "CNY 1.00").refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldCallTheGuaranteeWhereThePosterDoesNotPay() {
        judged("D-1", guaranteed(), "S1");
        awards("D-1", "S1", "CNY 500,000.00")
                .including("SolutionAwarded party=S1, fee=CNY 2,000.00")
                .including(
                        "AwardDue demand=D-1, awarded=CNY 500,000.00, fee=CNY 2,000.00, amount=CNY 502,000.00, due=2025-06-30 17:00")
                .without("PaymentDue");
        at("2025-06-30 17:00").including("GuaranteeCalled demand=D-1, guarantor=BANK, amount=CNY 502,000.00");
        market.paysIn("BANK", "CNY 502,000.00");
        funds("BANK", "D-1")
                .including("DemandFunded demand=D-1, party=BANK, amount=CNY 502,000.00")
                .including("PaymentDue kind=AWARD, party=S1, amount=CNY 498,000.00")
                .including("DemandClosed demand=D-1, awarded=CNY 500,000.00, returned=CNY 0.00");
    }

    @Test
    void shouldLetThePosterPayWhatItOnlyGuaranteed() {
        judged("D-1", guaranteed(), "S1");
        awards("D-1", "S1", "CNY 500,000.00");
        market.paysIn("SELLER", "CNY 502,000.00");
        funds("SELLER", "D-1").including("DemandClosed demand=D-1");
        at("2025-07-10 17:00").without("GuaranteeCalled");
    }

    @Test
    void shouldOweNothingForAGuaranteedDemandThatAwardsNobody() {
        judged("D-1", guaranteed(), "S1");
        awards("D-1")
                .including("DemandClosed demand=D-1, awarded=CNY 0.00, fee=CNY 0.00, returned=CNY 0.00")
                .without("AwardDue");
    }

    @Test
    void shouldLetThePosterTakeItBackOnlyBeforeAnybodyAnswered() {
        posted("D-1", TERMS);
        posted("D-2", TERMS);
        answers("S1", "D-2");
        cancels("A-SELLER", "D-1")
                .including("DemandCancelled demand=D-1, returned=CNY 1,002,400.00")
                .including("PaymentDue kind=AWARD_REFUND, party=SELLER, amount=CNY 1,002,400.00");
        cancels("A-SELLER", "D-2").refused(RejectReason.NOT_ALLOWED);
        cancels("CLERK-1", "D-2").refused(RejectReason.NOT_ALLOWED);
        cancels("SUPERVISOR-1", "D-2").accepted();
        cancels("SUPERVISOR-1", "D-2").refused(RejectReason.NOT_ALLOWED);
        answers("S2", "D-2").refused(RejectReason.LATE);
        at("2025-06-21 10:00").without("SubmissionEnded");
    }

    @Test
    void shouldPinTheFeesAtThePublication() {
        judged("D-1", TERMS, "S1");
        market.decided(With.with(Examples.fees2022(2), "minimumNegotiated", Written.money("CNY 9,000.00")));
        awards("D-1", "S1", "CNY 100,000.00").including("SolutionAwarded party=S1, fee=CNY 2,000.00");
    }

    @Test
    void shouldPledgeTheRightForTheLoanThatWasAccepted() {
        posted("D-1", FINANCE);
        lends("S1", "D-1", 400_000_000L, 60_000, 12).accepted();
        lends("BANK", "D-1", 450_000_000L, 43_500, 36).accepted();
        at("2025-06-23 10:00");
        unlocked("D-1");
        by("CLERK-1", openingLoan("S1", "D-1", 400_000_000L, 60_000, 12)).accepted();
        by("CLERK-1", openingLoan("BANK", "D-1", 450_000_000L, 43_500, 36)).accepted();
        takesLoan("D-1", "BANK")
                .including(
                        "TermSheetAccepted demand=D-1, party=BANK, right=R1, amount=CNY 4,500,000.00, ratePpm=43500, months=36");
        market.drafts(listing("L1")).submits().accepted();
        pledges("D-1", "P-1")
                .including("EncumbranceRecorded right=R1, encumbranceKind=PLEDGE, holder=BANK, reference=P-1")
                .including(
                        "PledgeRegistered demand=D-1, right=R1, pledgee=BANK, claim=CNY 4,500,000.00, reference=P-1");
        market.accepts().refused(RejectReason.PLEDGEE_CONSENT);
        pledges("D-1", "P-2").refused(RejectReason.PLEDGEE_CONSENT);
        submits("D-2", FINANCE).refused(RejectReason.PLEDGEE_CONSENT);
    }

    @Test
    void shouldPledgeNothingThatWasFrozenMeanwhile() {
        posted("D-1", FINANCE);
        lends("BANK", "D-1", 450_000_000L, 43_500, 36).accepted();
        at("2025-06-23 10:00");
        unlocked("D-1");
        by("CLERK-1", openingLoan("BANK", "D-1", 450_000_000L, 43_500, 36)).accepted();
        takesLoan("D-1", "BANK").accepted();
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "C-1"));
        pledges("D-1", "C-1").refused(RejectReason.CODE_TAKEN);
        pledges("D-1", "P-1").refused(RejectReason.RIGHT_FROZEN);
    }

    private DemandTerms guaranteed() {
        return With.with(TERMS, "guarantorId", market.id(Ref.PARTY, "BANK"), "guarantee", Written.digest("guarantee"));
    }
}
