package org.tpx.engine.charge;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.ChargeCommand.ProposeFeeWaiver;
import org.tpx.protocol.ChargeCommand.RevokeFeeWaiver;
import org.tpx.protocol.FeeWaiverGround;
import org.tpx.protocol.FeeWaiverRule;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Whom the exchange spares its fees, on which ground, and by whose decision (section 5.2). */
class WaiverTest extends Scenario {

    private static final Hash256 PROOF = new Hash256(1, 2, 3, 4);
    private int proposals;

    @Test
    void shouldSpareBothSidesOfAListingTheirFee() {
        market.awarded(listing("L1"));
        waives(ofListing(FeeWaiverGround.PUBLIC_PROGRAMME))
                .including("FeeWaiverGranted waiver=WAIVER-1, listing=L1, feeSchedule=FEE-CS-2022, sellerBps=10000");
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .including("ContractEffective due=CNY 4,250,000.00")
                .including(
                        "FeeWaived waiver=WAIVER-1, party=SELLER, side=SELLER, fee=CNY 14,520.00, waived=CNY 14,520.00")
                .including("FeeAccrued party=SELLER, amount=CNY 0.00")
                .including("FeeAccrued party=B1, amount=CNY 0.00");
        at("2025-07-16 10:00").pays("B1", "CNY 4,250,000.00").including("PricePaid amount=CNY 6,050,000.00");
        at("2025-07-18 10:00").certifies().accepted().without("PaymentDue");
    }

    @Test
    void shouldRoundDownWhatAPartyIsSpared() {
        market.awarded(listing("L1"));
        waives(ofParty("SELLER", FeeWaiverGround.SMALL_ENTERPRISE)).accepted();
        // A third of 14,520.00 less 0.0033 %: 4,839.516.
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .including("FeeWaived side=SELLER, fee=CNY 14,520.00, waived=CNY 4,839.51")
                .including("FeeAccrued party=SELLER, amount=CNY 9,680.49")
                .including("FeeAccrued party=B1, amount=CNY 193,600.00");
    }

    @Test
    void shouldTakeTheWaiverThatSparesMostAndNotAddThemUp() {
        market.awarded(listing("L1"));
        waives(ofParty("B1", FeeWaiverGround.SMALL_ENTERPRISE)).accepted();
        waives(ofListing(FeeWaiverGround.UNIVERSITY)).accepted();
        waives(ofListing(FeeWaiverGround.PUBLIC_PROGRAMME, "B1")).accepted();
        at("2025-07-11 10:00")
                .signs()
                .becomesEffective()
                .including("FeeWaived waiver=WAIVER-2, party=SELLER, waived=CNY 14,520.00")
                .including("FeeWaived waiver=WAIVER-3, party=B1, waived=CNY 193,600.00");
    }

    @Test
    void shouldNotApplyOutsideItsTimeOrOnceRevoked() {
        market.awarded(listing("L1"));
        ProposeFeeWaiver over = ofParty("B1", FeeWaiverGround.PUBLIC_PROGRAMME);
        waives(With.with(over, "untilNanos", Written.nanos("2025-07-11 10:00"))).accepted();
        waives(ofListing(FeeWaiverGround.UNIVERSITY)).accepted();
        by("SUPERVISOR-1", new RevokeFeeWaiver(2, "no university"))
                .including("FeeWaiverRevoked waiver=WAIVER-2, reason=no university");
        at("2025-07-11 10:00").signs().becomesEffective().without("FeeWaived");
    }

    @Test
    void shouldSpareADefaulterTheFeesThatItWouldNotHavePaid() {
        market.awarded(listing("L1").forfeit(ForfeitPolicy.FULL));
        waives(ofListing(FeeWaiverGround.UNIVERSITY)).accepted();
        // Only the buyer's fee of 193,600.00 comes before the compensation.
        at("2025-07-22 17:00").including("ForfeitApplied fees=CNY 193,600.00, compensation=CNY 1,606,400.00");
    }

    @Test
    void shouldJudgeAListingByTheVersionThatItWasAcceptedUnder() {
        market.awarded(listing("L1"));
        market.decided(With.with(
                Examples.fees2022(2), "waivers", List.of(new FeeWaiverRule(FeeWaiverGround.HARDSHIP, 1_000, 0))));
        by("CLERK-1", ofListing(FeeWaiverGround.HARDSHIP)).refused(RejectReason.WAIVER_NOT_OPEN);
        by("CLERK-1", ofParty("B1", FeeWaiverGround.UNIVERSITY)).refused(RejectReason.WAIVER_NOT_OPEN);
        waives(ofListing(FeeWaiverGround.UNIVERSITY)).accepted();
    }

    @Test
    void shouldTakeTheDecisionOfTwoPeopleOneOfThemASupervisor() {
        market.awarded(listing("L1"));
        by("CLERK-1", ofListing(FeeWaiverGround.UNIVERSITY)).accepted();
        market.approved("CLERK-2", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        market.approved("SUPERVISOR-1", "").accepted();
        by("SUPERVISOR-2", new RevokeFeeWaiver(1, "in error")).accepted();
        by("SUPERVISOR-2", new RevokeFeeWaiver(1, "in error")).refused(RejectReason.NOT_ALLOWED);
        by("SUPERVISOR-2", new RevokeFeeWaiver(2, "in error")).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAWaiver() {
        market.awarded(listing("L1"));
        ProposeFeeWaiver wrong = With.with(ofListing(FeeWaiverGround.HARDSHIP), "listingId", 99L);
        by("NOBODY", wrong).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("A-SELLER", wrong).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", wrong).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(ofListing(FeeWaiverGround.HARDSHIP), "partyId", 99L))
                .refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(ofParty("B1", FeeWaiverGround.HARDSHIP), "feeScheduleId", 99L))
                .refused(RejectReason.UNKNOWN_SUBJECT);
        ProposeFeeWaiver first = ofListing(FeeWaiverGround.UNIVERSITY);
        by("CLERK-1", first).accepted();
        by("CLERK-1", With.with(ofListing(FeeWaiverGround.HARDSHIP), "proposal", first.proposal()))
                .refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", ofListing(FeeWaiverGround.HARDSHIP)).refused(RejectReason.WAIVER_NOT_OPEN);
        by("CLERK-1", With.with(ofListing(FeeWaiverGround.UNIVERSITY), "untilNanos", 1L))
                .refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(ofParty("B1", FeeWaiverGround.UNIVERSITY), "partyId", 0L))
                .refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(ofParty("B1", FeeWaiverGround.UNIVERSITY), "untilNanos", 0L))
                .refused(RejectReason.NOT_ALLOWED);
        at("2025-07-11 10:00").signs().approved("SUPERVISOR-1", "").refused(RejectReason.NOT_ALLOWED);
    }

    private Market waives(ProposeFeeWaiver command) {
        return by("CLERK-1", command).approved("SUPERVISOR-1", "");
    }

    private ProposeFeeWaiver ofListing(FeeWaiverGround ground) {
        return new ProposeFeeWaiver("WAIVE-" + ++proposals, market.listingId(), 0, 0, ground, PROOF, 0, 0);
    }

    private ProposeFeeWaiver ofListing(FeeWaiverGround ground, String party) {
        return With.with(ofListing(ground), "partyId", market.id(Ref.PARTY, party));
    }

    private ProposeFeeWaiver ofParty(String party, FeeWaiverGround ground) {
        return new ProposeFeeWaiver(
                "WAIVE-" + ++proposals,
                0,
                market.id(Ref.PARTY, party),
                market.id(Ref.FEE_SCHEDULE, "FEE-CS-2022"),
                ground,
                PROOF,
                Written.nanos("2025-01-01 00:00"),
                Written.nanos("2026-01-01 00:00"));
    }
}
