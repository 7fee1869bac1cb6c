package org.tpx.engine.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.kernel.Tape.nanos;
import static org.tpx.protocol.RejectReason.CODE_TAKEN;
import static org.tpx.protocol.RejectReason.NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.ROLE_NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.UNKNOWN_PRINCIPAL;
import static org.tpx.protocol.RejectReason.UNKNOWN_SUBJECT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.protocol.Event;
import org.tpx.protocol.GovernanceEvent.PrincipalEnrolled;
import org.tpx.protocol.MemberCommand.AdmitMember;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.ApplySanction;
import org.tpx.protocol.MemberCommand.RefuseMember;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.MemberEvent.MemberAdmitted;
import org.tpx.protocol.MemberEvent.MemberRefused;
import org.tpx.protocol.MemberEvent.MemberReinstated;
import org.tpx.protocol.MemberEvent.MembershipApplied;
import org.tpx.protocol.MemberEvent.SanctionApplied;
import org.tpx.protocol.MemberState;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Role;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.TimerKind;

/** Machine 9.6, transition by transition, and every refusal in the order of the reasons. */
class MembershipsTest {

    private static final long APPLICANT = 3;
    private static final long UNKNOWN = 44;

    private final Tape tape = new Tape();
    private final Cast cast = Cast.on(tape);
    private final Timers timers = cast.timers();
    private final Memberships memberships = cast.members().memberships();

    @Test
    void shouldTakeAnApplicationAndAdmitTheMember() {
        assertThat(apply("M-2"))
                .containsExactly(new MembershipApplied(APPLICANT, "M-2", MembershipClass.PROFESSIONAL_SERVICE));
        assertThat(memberships.state(APPLICANT)).isEqualTo(MemberState.APPLIED);
        assertThat(tape.by(Cast.SUPERVISOR).run(new AdmitMember(APPLICANT), memberships::admitMember))
                .containsExactly(new MemberAdmitted(APPLICANT));
        assertThat(memberships.state(APPLICANT)).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void shouldRefuseAnApplicationForGood() {
        apply("M-2");
        RefuseMember refuse = new RefuseMember(APPLICANT, "no licence");
        assertThat(tape.by(Cast.SUPERVISOR).run(refuse, memberships::refuseMember))
                .containsExactly(new MemberRefused(APPLICANT, "no licence"));
        assertThat(memberships.state(APPLICANT)).isEqualTo(MemberState.REFUSED);
        tape.refuses(refuse, memberships::refuseMember, NOT_ALLOWED, APPLICANT);
        tape.refuses(new AdmitMember(APPLICANT), memberships::admitMember, NOT_ALLOWED, APPLICANT);
        tape.refuses(sanction(APPLICANT, Sanction.EXPEL, 0), memberships::applySanction, NOT_ALLOWED, APPLICANT);
    }

    @Test
    void shouldRefuseAnApplicationInTheOrderOfTheReasons() {
        ApplyMembership taken = new ApplyMembership("M-S", MembershipClass.BROKER);
        tape.by(Cast.STRANGER).refuses(taken, memberships::applyMembership, UNKNOWN_PRINCIPAL, 0);
        tape.by(Cast.SUPERVISOR).refuses(taken, memberships::applyMembership, ROLE_NOT_ALLOWED, 0);
        tape.by(Cast.CLERK).refuses(taken, memberships::applyMembership, CODE_TAKEN, 0);
        assertThat(memberships.exists(APPLICANT)).isFalse();
    }

    @Test
    void shouldRefuseADecisionInTheOrderOfTheReasons() {
        AdmitMember unknown = new AdmitMember(UNKNOWN);
        tape.by(Cast.STRANGER).refuses(unknown, memberships::admitMember, UNKNOWN_PRINCIPAL, UNKNOWN);
        tape.by(Cast.CLERK).refuses(unknown, memberships::admitMember, ROLE_NOT_ALLOWED, UNKNOWN);
        tape.by(Cast.SUPERVISOR).refuses(unknown, memberships::admitMember, UNKNOWN_SUBJECT, UNKNOWN);
        tape.refuses(new RefuseMember(UNKNOWN, ""), memberships::refuseMember, UNKNOWN_SUBJECT, UNKNOWN);
        tape.refuses(new ReinstateMember(UNKNOWN, ""), memberships::reinstateMember, UNKNOWN_SUBJECT, UNKNOWN);
        tape.refuses(sanction(UNKNOWN, Sanction.WARNING, 0), memberships::applySanction, UNKNOWN_SUBJECT, UNKNOWN);
        tape.refuses(new AdmitMember(Cast.MEMBER_1), memberships::admitMember, NOT_ALLOWED, Cast.MEMBER_1);
        tape.refuses(new RefuseMember(Cast.MEMBER_1, ""), memberships::refuseMember, NOT_ALLOWED, Cast.MEMBER_1);
        tape.refuses(new ReinstateMember(Cast.MEMBER_1, ""), memberships::reinstateMember, NOT_ALLOWED, Cast.MEMBER_1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Sanction.class,
            names = {"WARNING", "CIRCULAR"})
    void shouldLeaveAMemberActiveThatIsAdmonished(Sanction admonition) {
        assertThat(sanctioned(admonition, 0))
                .containsExactly(new SanctionApplied(Cast.MEMBER_1, admonition, "CASE-1", "Rule 7", 0));
        assertThat(memberships.state(Cast.MEMBER_1)).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void shouldReinstateARestrictedMember() {
        sanctioned(Sanction.RESTRICT, 0);
        assertThat(memberships.state(Cast.MEMBER_1)).isEqualTo(MemberState.RESTRICTED);
        assertThat(tape.run(new ReinstateMember(Cast.MEMBER_1, "cleared"), memberships::reinstateMember))
                .containsExactly(new MemberReinstated(Cast.MEMBER_1));
        assertThat(memberships.state(Cast.MEMBER_1)).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void shouldEndASuspensionWithItsTerm() {
        long until = nanos("2025-04-01T00:00");
        assertThat(sanctioned(Sanction.SUSPEND, until))
                .containsExactly(new SanctionApplied(Cast.MEMBER_1, Sanction.SUSPEND, "CASE-1", "Rule 7", until));
        assertThat(timers.nextDeadlineNanos()).isEqualTo(until);
        Timer timer = timers.fire(timers.nextId(), until);
        assertThat(timer.kind()).isEqualTo(TimerKind.MEMBER_TERM);
        assertThat(timer.partyId()).isEqualTo(Cast.MEMBER_1);
        assertThat(tape.at(until).by(Cast.NODE).run(turn -> memberships.onMemberTerm(turn, timer)))
                .containsExactly(new MemberReinstated(Cast.MEMBER_1));
        assertThat(memberships.state(Cast.MEMBER_1)).isEqualTo(MemberState.ACTIVE);
        assertThatThrownBy(() -> tape.run(turn -> memberships.onMemberTerm(turn, timer)))
                .isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldForgetTheTermOfASuspensionThatIsLifted() {
        sanctioned(Sanction.SUSPEND, nanos("2025-04-01T00:00"));
        assertThat(tape.run(new ReinstateMember(Cast.MEMBER_1, "cleared"), memberships::reinstateMember))
                .containsExactly(new MemberReinstated(Cast.MEMBER_1));
        assertThat(timers.size()).isZero();
    }

    @Test
    void shouldForgetTheTermOfASuspendedMemberThatIsExpelled() {
        sanctioned(Sanction.SUSPEND, nanos("2025-04-01T00:00"));
        sanctioned(Sanction.EXPEL, 0);
        assertThat(memberships.state(Cast.MEMBER_1)).isEqualTo(MemberState.EXPELLED);
        assertThat(timers.size()).isZero();
        for (Sanction sanction : Sanction.values()) {
            tape.refuses(sanction(Cast.MEMBER_1, sanction, 0), memberships::applySanction, NOT_ALLOWED, Cast.MEMBER_1);
        }
        tape.refuses(new ReinstateMember(Cast.MEMBER_1, ""), memberships::reinstateMember, NOT_ALLOWED, Cast.MEMBER_1);
    }

    @Test
    void shouldSuspendARestrictedMemberAndExpelEither() {
        sanctioned(Sanction.RESTRICT, 0);
        tape.refuses(
                sanction(Cast.MEMBER_1, Sanction.RESTRICT, 0), memberships::applySanction, NOT_ALLOWED, Cast.MEMBER_1);
        sanctioned(Sanction.SUSPEND, nanos("2025-04-01T00:00"));
        assertThat(memberships.state(Cast.MEMBER_1)).isEqualTo(MemberState.SUSPENDED);
        tape.refuses(
                sanction(Cast.MEMBER_1, Sanction.SUSPEND, nanos("2025-04-01T00:00")),
                memberships::applySanction,
                NOT_ALLOWED,
                Cast.MEMBER_1);
        assertThat(tape.run(sanction(Cast.MEMBER_S, Sanction.EXPEL, 0), memberships::applySanction))
                .containsExactly(new SanctionApplied(Cast.MEMBER_S, Sanction.EXPEL, "CASE-1", "Rule 7", 0));
    }

    @Test
    void shouldSuspendForATermOfAtMostSixMonths() {
        tape.at("2025-07-01T09:00").by(Cast.SUPERVISOR);
        for (long wrong : List.of(0L, nanos("2025-07-01T09:00"), nanos("2026-01-01T09:00:01"))) {
            tape.refuses(
                    sanction(Cast.MEMBER_1, Sanction.SUSPEND, wrong),
                    memberships::applySanction,
                    NOT_ALLOWED,
                    Cast.MEMBER_1);
        }
        assertThat(tape.run(
                        sanction(Cast.MEMBER_1, Sanction.SUSPEND, nanos("2026-01-01T09:00")),
                        memberships::applySanction))
                .containsExactly(new SanctionApplied(
                        Cast.MEMBER_1, Sanction.SUSPEND, "CASE-1", "Rule 7", nanos("2026-01-01T09:00")));
    }

    @Test
    void shouldNotGiveATermToAnythingButASuspension() {
        tape.by(Cast.SUPERVISOR)
                .refuses(
                        sanction(Cast.MEMBER_1, Sanction.RESTRICT, nanos("2025-04-01T00:00")),
                        memberships::applySanction,
                        NOT_ALLOWED,
                        Cast.MEMBER_1);
    }

    @Test
    void shouldEnrolPersonsWithCodesOfTheirOwn() {
        Principals principals = cast.members().principals();
        assertThat(principals.isCodeTaken("CLERK-1")).isTrue();
        assertThat(principals.isCodeTaken("CLERK-3")).isFalse();
        assertThat(tape.run(turn -> principals.enrol(turn, "CLERK-3", Role.CLERK, 0)))
                .containsExactly(new PrincipalEnrolled(Cast.AGENT_1 + 1, "CLERK-3", Role.CLERK, 0));
        assertThatThrownBy(() -> tape.run(turn -> principals.enrol(turn, "CLERK-3", Role.CLERK, 0)))
                .isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldSurviveASnapshot() {
        apply("M-2");
        sanctioned(Sanction.SUSPEND, nanos("2025-04-01T00:00"));
        Timers readTimers = new Timers();
        Members read = new Members(readTimers);
        tape.roundTrip(timers::exchange, readTimers::exchange);
        tape.roundTrip(cast.members()::exchange, read::exchange);
        assertThat(read.memberships().state(Cast.MEMBER_1)).isEqualTo(MemberState.SUSPENDED);
        assertThat(read.memberships().state(APPLICANT)).isEqualTo(MemberState.APPLIED);
        assertThat(read.access().memberOf(Cast.AGENT_1)).isEqualTo(Cast.MEMBER_1);
        assertThat(read.principals().isCodeTaken("AGENT-S")).isTrue();
        tape.by(Cast.CLERK)
                .refuses(
                        new ApplyMembership("M-2", MembershipClass.BROKER),
                        read.memberships()::applyMembership,
                        CODE_TAKEN,
                        0);
        Timer timer = readTimers.fire(readTimers.nextId(), nanos("2025-04-01T00:00"));
        assertThat(tape.run(turn -> read.memberships().onMemberTerm(turn, timer)))
                .containsExactly(new MemberReinstated(Cast.MEMBER_1));
    }

    private List<Event> apply(String code) {
        return tape.by(Cast.CLERK)
                .run(new ApplyMembership(code, MembershipClass.PROFESSIONAL_SERVICE), memberships::applyMembership);
    }

    private List<Event> sanctioned(Sanction sanction, long untilNanos) {
        return tape.by(Cast.SUPERVISOR).run(sanction(Cast.MEMBER_1, sanction, untilNanos), memberships::applySanction);
    }

    private static ApplySanction sanction(long memberId, Sanction sanction, long untilNanos) {
        return new ApplySanction(memberId, sanction, "CASE-1", "Rule 7", untilNanos);
    }
}
