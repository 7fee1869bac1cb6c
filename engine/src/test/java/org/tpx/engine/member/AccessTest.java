package org.tpx.engine.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.Tape;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.ApplySanction;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SystemCommand.Continue;

/** Who may act, reason by reason in the order of {@link RejectReason}. */
class AccessTest {

    private static final int CLERK_OR_SUPERVISOR = Access.mask(Role.CLERK, Role.SUPERVISOR);
    private static final int NODE_ONLY = Access.mask(Role.NODE);

    private final Tape tape = new Tape();
    private final Members members = Cast.on(tape).members();
    private final Access access = members.access();

    @Test
    void shouldLetAPersonDoWhatIsForItsRoleOnly() {
        assertThat(role(Cast.CLERK, CLERK_OR_SUPERVISOR)).isNull();
        assertThat(role(Cast.SUPERVISOR, CLERK_OR_SUPERVISOR)).isNull();
        assertThat(role(Cast.OPERATOR, CLERK_OR_SUPERVISOR)).isEqualTo(RejectReason.ROLE_NOT_ALLOWED);
        assertThat(role(Cast.AGENT_1, CLERK_OR_SUPERVISOR)).isEqualTo(RejectReason.ROLE_NOT_ALLOWED);
        assertThat(role(Cast.NODE, CLERK_OR_SUPERVISOR)).isEqualTo(RejectReason.ROLE_NOT_ALLOWED);
        assertThat(role(Cast.STRANGER, CLERK_OR_SUPERVISOR)).isEqualTo(RejectReason.UNKNOWN_PRINCIPAL);
        assertThat(role(-1, CLERK_OR_SUPERVISOR)).isEqualTo(RejectReason.UNKNOWN_PRINCIPAL);
    }

    @Test
    void shouldTakeTheNodeForNobodyElse() {
        assertThat(role(Cast.NODE, NODE_ONLY)).isNull();
        for (long person = Cast.OPERATOR; person <= Cast.AGENT_1; person++) {
            assertThat(role(person, NODE_ONLY)).isEqualTo(RejectReason.ROLE_NOT_ALLOWED);
        }
    }

    @Test
    void shouldLetAnAgentActForAPartyOnTheSideOfItsMandate() {
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.SELL, true)).isNull();
        assertThat(agent(Cast.AGENT_1, Cast.B1, MandateScope.BUY, true)).isNull();
    }

    @Test
    void shouldNotKnowAStranger() {
        assertThat(agent(Cast.STRANGER, Cast.NOBODY, MandateScope.BUY, true)).isEqualTo(RejectReason.UNKNOWN_PRINCIPAL);
    }

    @Test
    void shouldLetNobodyButAgentsActForParties() {
        assertThat(agent(Cast.CLERK, Cast.NOBODY, MandateScope.BUY, true)).isEqualTo(RejectReason.ROLE_NOT_ALLOWED);
        assertThat(agent(Cast.NODE, Cast.B1, MandateScope.BUY, true)).isEqualTo(RejectReason.ROLE_NOT_ALLOWED);
    }

    @Test
    void shouldAskForAMandateOfThePartyForTheSideAtThatTime() {
        expel(Cast.MEMBER_1);
        assertThat(agent(Cast.AGENT_1, Cast.SELLER, MandateScope.SELL, true))
                .as("even of a member that is gone")
                .isEqualTo(RejectReason.NO_MANDATE);
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.BUY, true)).isEqualTo(RejectReason.NO_MANDATE);
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.BOTH, true)).isEqualTo(RejectReason.NO_MANDATE);
        assertThat(agent(Cast.AGENT_S, Cast.BANK, MandateScope.SELL, true)).isEqualTo(RejectReason.NO_MANDATE);
        tape.at(Cast.UNTIL_NANOS);
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.SELL, true)).isEqualTo(RejectReason.NO_MANDATE);
        tape.at(Cast.UNTIL_NANOS - 1);
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.SELL, true)).isNull();
        tape.at(Cast.FROM_NANOS);
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.SELL, true)).isNull();
        tape.at(Cast.FROM_NANOS - 1);
        assertThat(agent(Cast.AGENT_S, Cast.SELLER, MandateScope.SELL, true)).isEqualTo(RejectReason.NO_MANDATE);
    }

    @Test
    void shouldLetNobodyActForAMemberThatIsGone() {
        expel(Cast.MEMBER_1);
        assertThat(agent(Cast.AGENT_1, Cast.B1, MandateScope.BUY, false)).isEqualTo(RejectReason.MEMBER_NOT_ACTIVE);
        assertThat(agent(Cast.AGENT_1, Cast.NOBODY, MandateScope.BUY, false)).isEqualTo(RejectReason.MEMBER_NOT_ACTIVE);
    }

    @Test
    void shouldLetASuspendedMemberDoNothing() {
        sanction(Cast.MEMBER_1, Sanction.SUSPEND, Tape.nanos("2025-03-01T00:00"));
        assertThat(agent(Cast.AGENT_1, Cast.B1, MandateScope.BUY, false)).isEqualTo(RejectReason.SUSPENDED_MEMBER);
        assertThat(agent(Cast.AGENT_1, Cast.NOBODY, MandateScope.BUY, false)).isEqualTo(RejectReason.SUSPENDED_MEMBER);
    }

    @Test
    void shouldLetARestrictedMemberFinishOpenDealsOnly() {
        sanction(Cast.MEMBER_1, Sanction.RESTRICT, 0);
        assertThat(agent(Cast.AGENT_1, Cast.B1, MandateScope.BUY, true)).isEqualTo(RejectReason.RESTRICTED_MEMBER);
        assertThat(agent(Cast.AGENT_1, Cast.NOBODY, MandateScope.BUY, true)).isEqualTo(RejectReason.RESTRICTED_MEMBER);
        assertThat(agent(Cast.AGENT_1, Cast.B1, MandateScope.BUY, false)).isNull();
    }

    @Test
    void shouldNotKnowAnUnknownParty() {
        assertThat(agent(Cast.AGENT_1, Cast.NOBODY, MandateScope.BUY, true)).isEqualTo(RejectReason.UNKNOWN_SUBJECT);
        assertThat(agent(Cast.AGENT_1, 0, MandateScope.BUY, true)).isEqualTo(RejectReason.UNKNOWN_SUBJECT);
        assertThat(agent(Cast.AGENT_1, Long.MAX_VALUE, MandateScope.BUY, true)).isEqualTo(RejectReason.UNKNOWN_SUBJECT);
        assertThat(agent(Cast.AGENT_1, Cast.B1 + (1L << 32), MandateScope.BUY, true))
                .isEqualTo(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldKnowTheRoleAndTheMemberOfEveryPerson() {
        assertThat(access.roleOf(Cast.NODE)).isEqualTo(Role.NODE);
        assertThat(access.roleOf(Cast.AUDITOR)).isEqualTo(Role.AUDITOR);
        assertThat(access.roleOf(Cast.STRANGER)).isNull();
        assertThat(access.memberOf(Cast.AGENT_1)).isEqualTo(Cast.MEMBER_1);
        assertThat(access.memberOf(Cast.CLERK)).isZero();
        assertThat(access.memberOf(Cast.STRANGER)).isZero();
    }

    @Test
    void shouldGiveThePersonsOfAMemberOneScopeAndEveryoneElseItsOwn() {
        tape.run(turn -> members.principals().enrol(turn, "AGENT-1B", Role.AGENT, Cast.MEMBER_1));
        assertThat(access.duplicateScope(Cast.AGENT_1))
                .isEqualTo(access.duplicateScope(Cast.AGENT_1 + 1))
                .isNotEqualTo(access.duplicateScope(Cast.AGENT_S));
        assertThat(access.duplicateScope(Cast.CLERK))
                .isNotEqualTo(access.duplicateScope(Cast.CLERK_2))
                .isNegative();
        assertThat(access.duplicateScope(Cast.MEMBER_1))
                .as("a person that has the number of a member")
                .isNotEqualTo(access.duplicateScope(Cast.AGENT_1));
    }

    @Test
    void shouldAllocateNothing() {
        Turn turn = tape.by(Cast.AGENT_1).begin(new Continue());
        int agents = Access.mask(Role.AGENT);
        assertThat(checks(turn, agents, 50_000)).isZero();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long refused = checks(turn, agents, 50_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(refused).isZero();
        assertThat(allocated).as("bytes of 50,000 checks").isLessThan(50_000);
    }

    private long checks(Turn turn, int agents, int count) {
        long refused = 0;
        for (int i = 0; i < count; i++) {
            boolean role = access.role(turn, agents) == null;
            boolean agent = access.agent(turn, Cast.B1, MandateScope.BUY, true) == null;
            boolean denied = access.agent(turn, Cast.SELLER, MandateScope.BUY, true) != null;
            refused += role && agent && denied ? 0 : 1;
        }
        return refused;
    }

    @Test
    void shouldLetAGrantForBothSidesCoverBoth() {
        GrantMandate grant = new GrantMandate(
                Cast.BANK, Cast.MEMBER_S, MandateScope.BOTH, Cast.FROM_NANOS, Cast.UNTIL_NANOS, Hash256.ZERO);
        tape.by(Cast.CLERK).run(grant, members.mandates()::grantMandate);
        assertThat(agent(Cast.AGENT_S, Cast.BANK, MandateScope.SELL, true)).isNull();
        assertThat(agent(Cast.AGENT_S, Cast.BANK, MandateScope.BUY, true)).isNull();
        assertThat(agent(Cast.AGENT_S, Cast.BANK, MandateScope.BOTH, true)).isNull();
    }

    private @Nullable RejectReason role(long principalId, int roles) {
        return access.role(tape.by(principalId).begin(new Continue()), roles);
    }

    private @Nullable RejectReason agent(long principalId, long partyId, MandateScope side, boolean newBusiness) {
        return access.agent(tape.by(principalId).begin(new Continue()), partyId, side, newBusiness);
    }

    private void expel(long memberId) {
        sanction(memberId, Sanction.EXPEL, 0);
    }

    private void sanction(long memberId, Sanction sanction, long untilNanos) {
        ApplySanction command = new ApplySanction(memberId, sanction, "CASE-1", "Rule 7", untilNanos);
        assertThat(tape.by(Cast.SUPERVISOR).run(command, members.memberships()::applySanction))
                .hasSize(1)
                .noneMatch(event -> event.equals(tape.refused(command, RejectReason.NOT_ALLOWED, memberId)));
    }
}
