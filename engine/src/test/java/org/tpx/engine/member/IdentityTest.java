package org.tpx.engine.member;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.IdentityCommand.ProposeAccessRules;
import org.tpx.protocol.IdentityCommand.ProposeKey;
import org.tpx.protocol.IdentityCommand.RecordQualification;
import org.tpx.protocol.IdentityCommand.RevokeKey;
import org.tpx.protocol.IdentityCommand.WithdrawQualification;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Keys that stand for people, and the qualification without which nobody acts for a client where the exchange demands it. */
class IdentityTest extends Scenario {
    private static final Hash256 PUBLIC_KEY = new Hash256(1, 2, 3, 4);

    @BeforeEach
    void bring() {
        market.parties("B1", "B2");
    }

    @Test
    void shouldLetAKeyStandForAPersonUntilItIsRevoked() {
        long agent = market.id(Ref.PRINCIPAL, "A-B1");
        market.decided(new ProposeKey("KEY-OF-B1", agent, PUBLIC_KEY)).including("KeyRegistered person=A-B1");
        // Whose it is may end it at once; another agent may not.
        by("A-B2", new RevokeKey(1, "lost")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", new RevokeKey(1, "lost")).including("KeyRevoked person=A-B1, reason=lost");
        by("OPERATOR-1", new RevokeKey(1, "lost")).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", new RevokeKey(2, "lost")).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldRegisterAKeyOnlyOnceAndOnlyForSomebody() {
        long agent = market.id(Ref.PRINCIPAL, "A-B1");
        by("OPERATOR-1", new ProposeKey("K1", 999, PUBLIC_KEY)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.decided(new ProposeKey("K1", agent, PUBLIC_KEY));
        by("SUPERVISOR-1", new RevokeKey(1, "lost")).accepted();
        by("OPERATOR-1", new ProposeKey("K2", agent, PUBLIC_KEY)).refused(RejectReason.CODE_TAKEN);
    }

    @Test
    void shouldLetOnlyQualifiedAgentsActForClientsWhereTheRulesDemandIt() {
        market.disclosed(listing("L1"));
        market.decided(new ProposeAccessRules("ACCESS-1", true))
                .including("AccessRulesLoaded qualificationRequired=true");
        market.intends("B1").refused(RejectReason.NOT_QUALIFIED);
        long agent = market.id(Ref.PRINCIPAL, "A-B1");
        by("CLERK-1", new RecordQualification(agent, "BR-77", Tape.nanos("2025-06-12T00:00")))
                .including("QualificationRecorded person=A-B1, licence=BR-77, until=2025-06-12 00:00");
        market.intends("B1").accepted();
        at("2025-06-12 00:00").by("A-B1", market.drafting(listing("L2"))).refused(RejectReason.NOT_QUALIFIED);
    }

    @Test
    void shouldTakeAQualificationAway() {
        market.disclosed(listing("L1")).decided(new ProposeAccessRules("ACCESS-1", true));
        long agent = market.id(Ref.PRINCIPAL, "A-B1");
        by("SUPERVISOR-1", new WithdrawQualification(agent, "licence void")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", new RecordQualification(agent, "BR-77", Tape.nanos("2027-01-01T00:00")))
                .accepted();
        by("SUPERVISOR-1", new WithdrawQualification(agent, "licence void"))
                .including("QualificationWithdrawn person=A-B1, reason=licence void");
        market.intends("B1").refused(RejectReason.NOT_QUALIFIED);
    }

    @Test
    void shouldRefuseAQualificationOfNobodyOfAnOfficerOrThatIsOver() {
        long untilNanos = Tape.nanos("2027-01-01T00:00");
        by("CLERK-1", new RecordQualification(999, "BR-77", untilNanos)).refused(RejectReason.UNKNOWN_SUBJECT);
        long clerk = market.id(Ref.PRINCIPAL, "CLERK-2");
        by("CLERK-1", new RecordQualification(clerk, "BR-77", untilNanos)).refused(RejectReason.NOT_ALLOWED);
        long agent = market.id(Ref.PRINCIPAL, "A-B1");
        by("CLERK-1", new RecordQualification(agent, "BR-77", Tape.nanos("2025-01-01T00:00")))
                .refused(RejectReason.NOT_ALLOWED);
    }
}
