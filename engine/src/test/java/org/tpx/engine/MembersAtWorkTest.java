package org.tpx.engine;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.ListingCommand.RegisterIntent;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.RefuseMember;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.MemberCommand.RevokeMandate;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.Sanction;

/** Members, their standing and their mandates, as listings and sales feel them (machine 9.6). */
class MembersAtWorkTest extends Scenario {

    @BeforeEach
    void bring() {
        market.parties("B1", "B2");
    }

    @Test
    void shouldLetARestrictedMemberFinishWhatItHasBegun() {
        market.inBidding(listing("L1"), "C1", "C2").sanctions("M-C1", Sanction.RESTRICT, 0);
        at("2025-07-08 10:10").bids("C1", "CNY 6,000,000.00").accepted();
        market.right("R2", RightType.KNOW_HOW, "SELLER")
                .drafts(listing("L2").of("R2"))
                .submits()
                .accepts()
                .publishes();
        market.intends("C1").refused(RejectReason.RESTRICTED_MEMBER);
        market.sanctions("M-SELLER", Sanction.RESTRICT, 0);
        market.drafts(listing("L3")).refused(RejectReason.RESTRICTED_MEMBER);
        market.on("L2").withdraws().accepted();
        at("2025-07-08 11:05").on("L1").including("Awarded listing=L1, transferee=C1");
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-SELLER"), "amends"))
                .accepted();
        market.drafts(listing("L4")).accepted();
    }

    @Test
    void shouldEndASuspensionWithItsTerm() {
        market.disclosed(listing("L1"));
        at("2025-06-10 10:00")
                .suspendsMember("M-B1", "2025-06-20 10:00")
                .then("SanctionApplied member=M-B1, sanction=SUSPEND, until=2025-06-20 10:00");
        market.intends("B1").refused(RejectReason.SUSPENDED_MEMBER);
        at("2025-06-20 09:59:59.999999999").intends("B1").refused(RejectReason.SUSPENDED_MEMBER);
        at("2025-06-20 10:00")
                .intends("B1")
                .then(
                        "TimerFired kind=MEMBER_TERM, listing=, party=",
                        "MemberReinstated member=M-B1",
                        "IntentRegistered party=B1");
    }

    @Test
    void shouldEndASuspensionEarlierByAPersonOnly() {
        market.disclosed(listing("L1")).suspendsMember("M-B1", "2025-08-20 10:00");
        at("2025-06-20 10:00")
                .by("SUPERVISOR-2", new ReinstateMember(market.id(Ref.MEMBER, "M-B1"), "amends"))
                .then("MemberReinstated member=M-B1");
        market.intends("B1").accepted();
        at("2025-08-20 10:00").without("MemberReinstated");
    }

    @Test
    void shouldLetAnExpelledMemberDoNothing() {
        market.disclosed(listing("L1"))
                .sanctions("M-B1", Sanction.EXPEL, 0)
                .intends("B1")
                .refused(RejectReason.MEMBER_NOT_ACTIVE);
        market.sanctions("M-B1", Sanction.WARNING, 0).refused(RejectReason.NOT_ALLOWED);
        market.mandated("B1", "B2", MandateScope.BUY, "2025-01-01 00:00", "2026-01-01 00:00");
        by("A-B2", new RegisterIntent(market.listingId(), market.id(Ref.PARTY, "B1"), false))
                .accepted();
    }

    @Test
    void shouldActUnderAMandateInItsTimeAndForItsSideOnly() {
        market.disclosed(listing("L1")).mandated("B1", "B1", MandateScope.BUY, "2025-06-10 09:00", "2025-06-11 09:00");
        at("2025-06-10 08:59:59.999999999").intends("B1").refused(RejectReason.NO_MANDATE);
        at("2025-06-11 09:00").intends("B1").refused(RejectReason.NO_MANDATE);
        market.mandated("B1", "B1", MandateScope.SELL, "2025-06-01 00:00", "2026-01-01 00:00")
                .intends("B1")
                .refused(RejectReason.NO_MANDATE);
        market.mandated("B1", "B1", MandateScope.BOTH, "2025-06-01 00:00", "2026-01-01 00:00")
                .intends("B1")
                .accepted();
        by("A-B1", new RevokeMandate(market.id(Ref.PARTY, "B1"), market.id(Ref.MEMBER, "M-B1")))
                .accepted();
        by("A-B1", new RevokeMandate(market.id(Ref.PARTY, "B1"), market.id(Ref.MEMBER, "M-B1")))
                .refused(RejectReason.NOT_ALLOWED);
        market.replies("B1").refused(RejectReason.NO_MANDATE);
    }

    @Test
    void shouldKeepABidWhoseMandateEndsMeanwhile() {
        market.inBidding(listing("L1"), "C1", "C2")
                .mandated("C1", "C1", MandateScope.BUY, "2025-01-01 00:00", "2025-07-08 10:30");
        at("2025-07-08 10:29").bids("C1", "CNY 6,000,000.00").accepted();
        at("2025-07-08 10:30").bids("C1", "CNY 6,050,000.00").refused(RejectReason.NO_MANDATE);
        at("2025-07-08 11:05").including("Awarded transferee=C1");
    }

    @Test
    void shouldLetNobodyInWhoWasRefused() {
        by("CLERK-1", new ApplyMembership("M-NEW", MembershipClass.TRADER)).accepted();
        by("SUPERVISOR-1", new RefuseMember(market.id(Ref.MEMBER, "M-NEW"), "no funds"))
                .accepted();
        market.decided(new ProposePrincipal("ENROL-NEW", "A-NEW", Role.AGENT, market.id(Ref.MEMBER, "M-NEW")));
        market.mandated("B1", "NEW", MandateScope.BUY, "2025-01-01 00:00", "2026-01-01 00:00")
                .refused(RejectReason.MEMBER_NOT_ACTIVE);
        by("SUPERVISOR-1", new RefuseMember(market.id(Ref.MEMBER, "M-NEW"), "no funds"))
                .refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldEnrolAPersonByTwoPeople() {
        by("OPERATOR-1", new ProposePrincipal("ENROL-C3", "CLERK-3", Role.CLERK, 0));
        by("SUPERVISOR-1", new RejectProposal(market.last(Ref.PROPOSAL), "not yet"))
                .accepted();
        by("SUPERVISOR-1", new ProposePrincipal("ENROL-C3-2", "CLERK-3", Role.CLERK, 0))
                .approved("SUPERVISOR-1", "")
                .refused(RejectReason.SAME_PERSON);
        market.approved("SUPERVISOR-2", "").including("PrincipalEnrolled person=CLERK-3, role=CLERK");
        by("CLERK-3", new ApplyMembership("M-NEW", MembershipClass.BROKER)).accepted();
    }
}
