package org.tpx.engine.offer;

import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;

/** Plates: who opens them, whom they admit, how many, how long, and what they cost (section 5.5, the Huawei type). */
class PlateTest extends OfferScenario {

    private static final String END = "2025-12-31 17:00";

    @Test
    void shouldOpenByTheDecisionOfTwoPeople() {
        by("CLERK-1", plate("P-1", 100, true, END)).including("ProposalMade proposal=OPEN-P-1, kind=PLATE");
        market.approved("CLERK-2", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        market.approved("SUPERVISOR-1", "")
                .including("PlateOpened plate=P-1, owner=SELLER, places=100, feeWaived=true, end=2025-12-31 17:00");
    }

    @Test
    void shouldNotOpenWhereTheWorldHasMovedOn() {
        by("CLERK-1", plate("P-1", 100, true, "2025-06-05 12:00")).accepted();
        at("2025-06-05 12:00");
        market.approved("SUPERVISOR-1", "").refused(RejectReason.LATE);
        by("CLERK-1", plate("P-2", 100, true, "2025-06-05 12:00")).refused(RejectReason.LATE);
    }

    @Test
    void shouldGiveEachCodeToOnePlate() {
        opensPlate("P-1", 1, false, END);
        by("CLERK-1", With.with(plate("P-1", 1, false, END), "proposal", "AGAIN"))
                .refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", plate("P-1", 1, false, END)).refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", With.with(plate("P-2", 1, false, END), "ownerId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldAdmitByTheOwnersAgentOrAClerk() {
        market.parties("B1", "B2", "B3");
        opensPlate("P-1", 9, true, END);
        applies("B1", "P-1").including("ApplicantRegistered plate=P-1, party=B1, member=M-B1");
        applies("B2", "P-1");
        applies("B3", "P-1");
        admits("CLERK-1", "B1", "P-1").including("ApplicantAdmitted plate=P-1, party=B1, reason=fits");
        admits("A-B1", "B2", "P-1").refused(RejectReason.NO_MANDATE);
        admits("A-SELLER", "B2", "P-1").accepted();
        turnsDown("A-SELLER", "B3", "P-1").including("ApplicantRefused plate=P-1, party=B3, reason=no research");
        admits("CLERK-1", "B3", "P-1").refused(RejectReason.NOT_ALLOWED);
        turnsDown("CLERK-1", "B1", "P-1").refused(RejectReason.NOT_ALLOWED);
        applies("B3", "P-1").refused(RejectReason.ALREADY_REGISTERED);
    }

    @Test
    void shouldServeOnlyThoseWhoWereAdmitted() {
        market.parties("B1", "B2", "B3");
        opensPlate("P-1", 9, true, END);
        offers("O-1", "P-1", ORDINARY);
        takes("B1", "O-1", "T1").refused(RejectReason.NOT_ADMITTED);
        applies("B2", "P-1");
        takes("B2", "O-1", "T2").refused(RejectReason.NOT_ADMITTED);
        applies("B3", "P-1");
        turnsDown("CLERK-1", "B3", "P-1");
        takes("B3", "O-1", "T3").refused(RejectReason.NOT_ADMITTED);
        admits("CLERK-1", "B2", "P-1");
        takes("B2", "O-1", "T2").accepted();
    }

    @Test
    void shouldCountAPlaceForAPartyAndNotForEachOfItsLicences() {
        market.parties("B1", "B2");
        opensPlate("P-1", 1, true, END);
        admitted("P-1", "B1", "B2");
        offers("O-1", "P-1", ORDINARY);
        offers("O-2", "P-1", ORDINARY);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1").accepted();
        takes("B2", "O-2", "T2").refused(RejectReason.SOLD_OUT);
        takes("B1", "O-2", "T3").accepted();
        at("2025-06-10 10:00").on("T1").pays("B1", "CNY 100,000.00").including("LicenceRecorded listing=T1");
        at("2025-06-23 17:00").including("TakeUpLapsed offer=O-2, listing=T3, taken=0");
        takes("B2", "O-2", "T4").refused(RejectReason.SOLD_OUT);
    }

    @Test
    void shouldFreeThePlaceWhenTheLastTakeUpOfAPartyLapses() {
        market.parties("B1", "B2");
        opensPlate("P-1", 1, true, END);
        admitted("P-1", "B1", "B2");
        offers("O-1", "P-1", ORDINARY);
        offers("O-2", "P-1", ORDINARY);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1");
        at("2025-06-10 10:00");
        takes("B1", "O-2", "T2");
        at("2025-06-23 17:00").including("TakeUpLapsed listing=T1");
        takes("B2", "O-1", "T3").refused(RejectReason.SOLD_OUT);
        at("2025-06-24 17:00").including("TakeUpLapsed listing=T2");
        takes("B2", "O-1", "T3").accepted();
    }

    @Test
    void shouldWaiveTheFeesOfBothSidesOnlyWhereThePlateSaysSo() {
        market.parties("B1");
        opensPlate("P-1", 1, true, END);
        opensPlate("P-2", 1, false, END);
        admitted("P-1", "B1");
        admitted("P-2", "B1");
        offers("O-1", "P-1", ORDINARY);
        offers("O-2", "P-2", ORDINARY);
        at("2025-06-09 10:00");
        takes("B1", "O-1", "T1")
                .including("OfferTakenUp plate=P-1, feeWaived=true")
                .including("ContractEffective listing=T1, due=CNY 100,000.00");
        takes("B1", "O-2", "T2")
                .including("OfferTakenUp plate=P-2, feeWaived=false")
                .including("ContractEffective listing=T2, due=CNY 102,000.00");
        market.on("T1").pays("B1", "CNY 100,000.00");
        at("2025-06-10 10:00").certifies().including("ReleaseConditionMet listing=T1, amount=CNY 100,000.00");
        market.sends(1).confirms(1).including("DealCompleted listing=T1");
    }

    @Test
    void shouldEndAllItsOffersWithItself() {
        market.parties("B1", "B2");
        opensPlate("P-1", 9, true, "2025-06-20 17:00");
        admitted("P-1", "B1");
        offers("O-1", "P-1", ORDINARY);
        offers("O-2", "P-1", With.with(ORDINARY, "endNanos", Written.nanos("2025-06-19 17:00")));
        offers("O-3", "P-1", With.with(ORDINARY, "endNanos", Written.nanos("2026-06-19 17:00")));
        submits(offer("O-4", "P-1", ORDINARY)).accepted();
        at("2025-06-20 17:00")
                .then(
                        "TimerFired kind=OFFER_END",
                        "OfferEnded offer=O-2",
                        "TimerFired kind=OFFER_END",
                        "OfferEnded offer=O-1",
                        "TimerFired kind=OFFER_END",
                        "OfferEnded offer=O-3");
        takes("B1", "O-1", "T1").refused(RejectReason.LATE);
        publishes("O-4").refused(RejectReason.LATE);
        submits(offer("O-5", "P-1", ORDINARY)).refused(RejectReason.LATE);
        applies("B2", "P-1").refused(RejectReason.LATE);
    }

    @Test
    void shouldDecideOnNoApplicantOnceItIsOver() {
        market.parties("B1", "B2");
        opensPlate("P-1", 9, true, "2025-06-20 17:00");
        applies("B1", "P-1");
        applies("B2", "P-1");
        at("2025-06-20 17:00");
        admits("CLERK-1", "B1", "P-1").refused(RejectReason.LATE);
        turnsDown("A-SELLER", "B2", "P-1").refused(RejectReason.LATE);
    }

    @Test
    void shouldHoldOffersOfItsOwnerOnly() {
        market.party("B1").right("R2", RightType.KNOW_HOW, "B1");
        opensPlate("P-1", 9, true, END);
        by(
                        "A-B1",
                        With.with(
                                offer("O-1", "P-1", ORDINARY),
                                "ownerId",
                                market.id(Ref.PARTY, "B1"),
                                "rightId",
                                market.id(Ref.RIGHT, "R2")))
                .refused(RejectReason.NOT_ALLOWED);
        market.mandated("SELLER", "B1", MandateScope.BOTH, "2025-01-01 00:00", "2028-01-01 00:00");
        by("A-B1", offer("O-1", "P-1", ORDINARY)).accepted();
        by("A-SELLER", applying("SELLER", "P-1")).refused(RejectReason.NOT_ALLOWED);
    }
}
