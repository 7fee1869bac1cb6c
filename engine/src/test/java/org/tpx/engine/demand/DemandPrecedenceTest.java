package org.tpx.engine.demand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.DemandCommand.AcceptTermSheet;
import org.tpx.protocol.DemandCommand.AwardDemand;
import org.tpx.protocol.DemandCommand.OpenSolution;
import org.tpx.protocol.DemandCommand.SubmitDemand;
import org.tpx.protocol.DemandCommand.SubmitSolution;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Of several reasons against what concerns a demand the first in the order of {@link RejectReason} is given. */
class DemandPrecedenceTest extends DemandScenario {

    @BeforeEach
    void parties() {
        market.parties("S1", "S2", "BANK");
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstASubmission() {
        submits("D-0", TERMS).accepted();
        DemandTerms wrong = With.with(
                FINANCE,
                "amount",
                Written.money("USD 1.00"),
                "guarantorId",
                99L,
                "solutionEndNanos",
                Written.nanos("2025-06-01 00:00"));
        SubmitDemand demand = With.with(demand("D-0", wrong), "posterId", market.id(Ref.PARTY, "S1"), "profileId", 99L);
        by("NOBODY", demand).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", demand).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-BANK", demand).refused(RejectReason.NO_MANDATE);
        by("A-S1", demand).refused(RejectReason.UNKNOWN_SUBJECT);
        wrong = With.with(wrong, "guarantorId", market.id(Ref.PARTY, "S1"));
        demand = With.with(demand, "terms", wrong);
        by("A-S1", With.with(demand, "rightId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-S1", demand).refused(RejectReason.CODE_TAKEN);
        demand = With.with(demand, "code", "D-1");
        by("A-S1", demand).refused(RejectReason.VARIETY_NOT_APPROVED);
        demand = With.with(demand, "profileId", demand("D-1", TERMS).profileId());
        by("A-S1", demand).refused(RejectReason.NOT_OWNER);
        demand = With.with(demand, "posterId", market.id(Ref.PARTY, "SELLER"));
        by("A-SELLER", demand).refused(RejectReason.DOCUMENT_MISSING);
        demand = With.with(demand, "terms", With.with(wrong, "guarantee", Written.digest("guarantee")));
        by("A-SELLER", demand).refused(RejectReason.NOT_ALLOWED);
        demand = With.with(demand, "terms", With.with(wrong, "guarantorId", 0L));
        by("A-SELLER", demand).refused(RejectReason.LATE);
        wrong = With.with(wrong, "guarantorId", 0L, "solutionEndNanos", TERMS.solutionEndNanos());
        by("A-SELLER", With.with(demand, "terms", wrong)).refused(RejectReason.CURRENCY);
        SubmitDemand withRight = With.with(demand("D-1", TERMS), "rightId", market.id(Ref.RIGHT, "R1"));
        by("A-SELLER", withRight).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstMoneyAndPublication() {
        submits("D-1", TERMS).accepted();
        publishes("D-9").refused(RejectReason.UNKNOWN_SUBJECT);
        publishes("D-1").refused(RejectReason.CREDIT);
        funds("SELLER", "D-9").refused(RejectReason.UNKNOWN_SUBJECT);
        funds("S1", "D-1").refused(RejectReason.NOT_ALLOWED);
        market.paysIn("SELLER", "CNY 1,002,399.99");
        funds("SELLER", "D-1").refused(RejectReason.CREDIT);
        market.paysIn("SELLER", "CNY 0.01");
        funds("SELLER", "D-1").accepted();
        funds("SELLER", "D-1").refused(RejectReason.NOT_ALLOWED);
        submits("D-2", TERMS).accepted();
        at("2025-06-20 17:00");
        publishes("D-1").refused(RejectReason.LATE);
        cancels("CLERK-1", "D-1").accepted();
        publishes("D-1").refused(RejectReason.NOT_ALLOWED);
        cancels("A-S1", "D-2").refused(RejectReason.NO_MANDATE);
        cancels("CLERK-1", "D-9").refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnAnswer() {
        submits("D-1", TERMS).accepted();
        answers("S1", "D-9").refused(RejectReason.UNKNOWN_SUBJECT);
        answers("S1", "D-1").refused(RejectReason.NOT_ALLOWED);
        posted("D-2", TERMS);
        SubmitSolution answer = answer("S1", "D-2");
        by("NOBODY", answer).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", answer).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-S2", answer).refused(RejectReason.NO_MANDATE);
        answers("SELLER", "D-2").refused(RejectReason.NOT_ALLOWED);
        answers("S1", "D-2").accepted();
        answers("S1", "D-2").refused(RejectReason.ALREADY_QUOTED);
        at("2025-06-20 16:59:59.999999999");
        answers("S2", "D-2").accepted();
        at("2025-06-20 17:00");
        answers("S1", "D-2").refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnOpening() {
        posted("D-1", TERMS);
        answers("S1", "D-1");
        answers("S2", "D-1");
        releases("A-S1", "D-1").refused(RejectReason.ROLE_NOT_ALLOWED);
        releases("CLERK-1", "D-9").refused(RejectReason.UNKNOWN_SUBJECT);
        releases("CLERK-1", "D-1").refused(RejectReason.NOT_ALLOWED);
        opens("S1", "D-1").refused(RejectReason.NOT_ALLOWED);
        at("2025-06-20 17:00");
        releases("CLERK-1", "D-1").accepted();
        releases("CLERK-1", "D-1").refused(RejectReason.SAME_PERSON);
        opens("S1", "D-1").refused(RejectReason.NOT_ALLOWED);
        releases("CLERK-2", "D-1").accepted();
        releases("SUPERVISOR-1", "D-1").refused(RejectReason.NOT_ALLOWED);
        opens("BANK", "D-1").refused(RejectReason.UNKNOWN_SUBJECT);
        OpenSolution opening = opening("S1", "D-1");
        by("CLERK-1", With.with(opening, "solution", Written.digest("another"))).refused(RejectReason.BAD_COMMITMENT);
        by("CLERK-1", With.with(opening, "solution", Hash256.ZERO)).refused(RejectReason.BAD_COMMITMENT);
        by("CLERK-1", With.with(opening, "months", 1)).refused(RejectReason.BAD_COMMITMENT);
        by("CLERK-1", With.with(opening, "nonce", "ff")).refused(RejectReason.BAD_COMMITMENT);
        opens("S1", "D-1").accepted();
        opens("S1", "D-1").refused(RejectReason.NOT_ALLOWED);
        at("2025-06-24 17:00");
        opens("S2", "D-1").refused(RejectReason.LATE);
        releases("SUPERVISOR-1", "D-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotOpenATermSheetInAnotherCurrency() {
        posted("D-1", FINANCE);
        lends("BANK", "D-1", 100, 5, 12).accepted();
        at("2025-06-23 10:00");
        unlocked("D-1");
        OpenSolution opening = openingLoan("BANK", "D-1", 100, 5, 12);
        by("CLERK-1", With.with(opening, "amount", Written.money("USD 1.00"))).refused(RejectReason.CURRENCY);
        by("CLERK-1", With.with(opening, "solution", Written.digest("x"))).refused(RejectReason.BAD_COMMITMENT);
        by("CLERK-1", opening).accepted();
        awards("D-1", "BANK", "CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        pledges("D-1", "P-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnAward() {
        posted("D-1", With.with(TERMS, "maxAwards", 1));
        answers("S1", "D-1");
        answers("S2", "D-1");
        AwardDemand award = award("D-1", "S1", "USD 9,000,000.00", "S2", "CNY 1.00");
        by("CLERK-1", award).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-S1", award).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", award).refused(RejectReason.UNKNOWN_SUBJECT);
        at("2025-06-23 10:00");
        unlocked("D-1");
        opens("S1", "D-1");
        awards("D-1", "S1", "CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        opens("S2", "D-1");
        by("A-SELLER", award).refused(RejectReason.NOT_ALLOWED);
        awards("D-1", "S1", "CNY 1.00", "S1", "CNY 1.00").refused(RejectReason.NOT_ALLOWED);
        awards("D-1", "S1", "USD 9,000,000.00").refused(RejectReason.CURRENCY);
        awards("D-1", "S1", "CNY 1,000,000.01").refused(RejectReason.CREDIT);
        takesLoan("D-1", "S1").refused(RejectReason.NOT_ALLOWED);
        pledges("D-1", "P-1").refused(RejectReason.NOT_ALLOWED);
        awards("D-1", "S1", "CNY 1,000,000.00").accepted();
        awards("D-1", "S1", "CNY 1.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstALoan() {
        posted("D-1", FINANCE);
        lends("S1", "D-1", 100, 5, 12);
        lends("S2", "D-1", 200, 5, 12);
        AcceptTermSheet acceptance = new AcceptTermSheet(id("D-1"), market.id(Ref.PARTY, "S1"));
        by("A-S1", acceptance).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", acceptance).refused(RejectReason.UNKNOWN_SUBJECT);
        at("2025-06-23 10:00");
        unlocked("D-1");
        by("CLERK-1", openingLoan("S1", "D-1", 100, 5, 12)).accepted();
        by("A-SELLER", acceptance).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", openingLoan("S2", "D-1", 200, 5, 12)).accepted();
        by("A-SELLER", acceptance).accepted();
        by("A-SELLER", acceptance).refused(RejectReason.LATE);
        pledges("D-9", "P-1").refused(RejectReason.UNKNOWN_SUBJECT);
    }
}
