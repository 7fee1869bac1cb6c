package org.tpx.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.protocol.RejectReason.CODE_TAKEN;
import static org.tpx.protocol.RejectReason.NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.ROLE_NOT_ALLOWED;
import static org.tpx.protocol.RejectReason.SAME_PERSON;
import static org.tpx.protocol.RejectReason.UNKNOWN_PRINCIPAL;
import static org.tpx.protocol.RejectReason.UNKNOWN_SUBJECT;
import static org.tpx.protocol.RejectReason.VARIETY_NOT_APPROVED;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Cast;
import org.tpx.engine.member.Members;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.rule.Examples;
import org.tpx.engine.rule.FeeSchedules;
import org.tpx.engine.rule.RuleProfiles;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.GovernanceEvent.PrincipalEnrolled;
import org.tpx.protocol.GovernanceEvent.ProposalApproved;
import org.tpx.protocol.GovernanceEvent.ProposalMade;
import org.tpx.protocol.GovernanceEvent.ProposalRejected;
import org.tpx.protocol.GovernanceEvent.RuleProfileLoaded;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** Two people, one decision; and every refusal in the order of the reasons. */
class GovernanceTest {

    private static final long UNKNOWN = 44;
    private static final String APPROVAL = "SASAC-2025-1";
    private static final Set<ProposalKind> CLERKS_DECIDE =
            EnumSet.of(ProposalKind.CERTIFICATE, ProposalKind.PAYMENTS, ProposalKind.SHARE_ENTRY, ProposalKind.REFUND);

    private final Tape tape = new Tape();
    private final Members members = Cast.on(tape).members();
    private final Proposals proposals = new Proposals(members.access());
    private final Calendars calendars = new Calendars();
    private final RuleProfiles profiles = new RuleProfiles();
    private final FeeSchedules fees = new FeeSchedules();
    private final Governance governance = new Governance(proposals, members, calendars, profiles, fees);

    @Test
    void shouldEnrolAnAgentThatTwoPeopleWant() {
        ProposePrincipal agent = person("P1", "AGENT-2", Role.AGENT, Cast.MEMBER_1);
        assertThat(tape.by(Cast.OPERATOR).run(agent, governance::proposePrincipal))
                .containsExactly(new ProposalMade(1, "P1", ProposalKind.PRINCIPAL, Cast.OPERATOR));
        assertThat(tape.by(Cast.SUPERVISOR).run(new ApproveProposal(1, ""), this::decide))
                .containsExactly(
                        new ProposalApproved(1, ""),
                        new PrincipalEnrolled(Cast.AGENT_1 + 1, "AGENT-2", Role.AGENT, Cast.MEMBER_1));
    }

    @Test
    void shouldLoadAProfileWithTheAuthoritysApproval() {
        ProposeRuleProfile profile = Examples.profile(1);
        tape.by(Cast.OPERATOR).run(profile, governance::proposeRuleProfile);
        tape.by(Cast.SUPERVISOR).refuses(new ApproveProposal(1, " "), this::decide, VARIETY_NOT_APPROVED, 1);
        assertThat(profiles.isLoaded(1)).isFalse();
        assertThat(tape.run(new ApproveProposal(1, APPROVAL), this::decide))
                .containsExactly(
                        new ProposalApproved(1, APPROVAL),
                        new RuleProfileLoaded(1, "CN_SOE_ASSET", 1, profile.terms()));
        assertThat(profiles.isLoaded(1)).isTrue();
    }

    @Test
    void shouldLoadFeesWithTheAuthoritysApproval() {
        tape.by(Cast.SUPERVISOR_2).run(Examples.fees2022(1), governance::proposeFeeSchedule);
        tape.by(Cast.SUPERVISOR).refuses(new ApproveProposal(1, ""), this::decide, VARIETY_NOT_APPROVED, 1);
        assertThat(tape.run(new ApproveProposal(1, APPROVAL), this::decide)).hasSize(2);
        assertThat(fees.latestVersion(1)).isEqualTo(1);
    }

    @Test
    void shouldLeaveTheLoadingOfACalendarToTheFloorAboveSinceItMovesDeadlines() {
        tape.by(Cast.OPERATOR).run(Examples.calendar2025(1), governance::proposeCalendar);
        tape.by(Cast.SUPERVISOR).refuses(new ApproveProposal(1, ""), this::decide, VARIETY_NOT_APPROVED, 1);
        assertThat(tape.run(new ApproveProposal(1, APPROVAL), this::decide))
                .containsExactly(new ProposalApproved(1, APPROVAL));
        assertThat(calendars.find(1)).isNull();
    }

    @Test
    void shouldDecideAProposalOnce() {
        tape.by(Cast.OPERATOR).run(person("P1", "CLERK-3", Role.CLERK, 0), governance::proposePrincipal);
        assertThat(tape.by(Cast.SUPERVISOR).run(new RejectProposal(1, "not now"), proposals::rejectProposal))
                .containsExactly(new ProposalRejected(1, "not now"));
        tape.refuses(new ApproveProposal(1, ""), this::decide, NOT_ALLOWED, 1);
        tape.refuses(new RejectProposal(1, ""), proposals::rejectProposal, NOT_ALLOWED, 1);
        assertThat(members.principals().isCodeTaken("CLERK-3")).isFalse();
        tape.by(Cast.OPERATOR).run(person("P2", "CLERK-3", Role.CLERK, 0), governance::proposePrincipal);
        tape.by(Cast.SUPERVISOR).run(new ApproveProposal(2, ""), this::decide);
        tape.refuses(new ApproveProposal(2, ""), this::decide, NOT_ALLOWED, 2);
        tape.refuses(new RejectProposal(2, ""), proposals::rejectProposal, NOT_ALLOWED, 2);
    }

    @Test
    void shouldRefuseADecisionInTheOrderOfTheReasons() {
        tape.by(Cast.SUPERVISOR).run(Examples.profile(1), governance::proposeRuleProfile);
        ApproveProposal unknown = new ApproveProposal(UNKNOWN, "");
        tape.by(Cast.STRANGER).refuses(unknown, this::decide, UNKNOWN_PRINCIPAL, UNKNOWN);
        tape.by(Cast.AGENT_1).refuses(unknown, this::decide, ROLE_NOT_ALLOWED, UNKNOWN);
        tape.by(Cast.OPERATOR).refuses(new ApproveProposal(1, ""), this::decide, ROLE_NOT_ALLOWED, 1);
        tape.by(Cast.CLERK).refuses(new ApproveProposal(1, ""), this::decide, ROLE_NOT_ALLOWED, 1);
        tape.by(Cast.SUPERVISOR).refuses(new ApproveProposal(1, ""), this::decide, SAME_PERSON, 1);
        tape.refuses(unknown, this::decide, UNKNOWN_SUBJECT, UNKNOWN);
        tape.by(Cast.SUPERVISOR_2).refuses(new ApproveProposal(1, ""), this::decide, VARIETY_NOT_APPROVED, 1);
        assertThat(tape.run(new RejectProposal(1, "no"), proposals::rejectProposal))
                .as("whoever turns a rule down needs no approval number")
                .containsExactly(new ProposalRejected(1, "no"));
        tape.refuses(new ApproveProposal(1, ""), this::decide, VARIETY_NOT_APPROVED, 1);
        tape.refuses(new ApproveProposal(1, APPROVAL), this::decide, NOT_ALLOWED, 1);
    }

    @Test
    void shouldNotLetTheProposerTurnItsOwnProposalDown() {
        tape.by(Cast.SUPERVISOR).run(Examples.profile(1), governance::proposeRuleProfile);
        tape.refuses(new RejectProposal(1, ""), proposals::rejectProposal, SAME_PERSON, 1);
    }

    @ParameterizedTest
    @EnumSource(ProposalKind.class)
    void shouldLetClerksDecideOnCertificatesMoneyOutAndEntriesOfSharesOnly(ProposalKind kind) {
        boolean clerks = CLERKS_DECIDE.contains(kind);
        ProposeCertificate command = new ProposeCertificate("P1", 1);
        tape.by(Cast.CLERK).run(command, (turn, made) -> proposals.propose(turn, "P1", kind, made, null, 0));
        ApproveProposal approve = new ApproveProposal(1, APPROVAL);
        tape.refuses(approve, this::check, clerks ? SAME_PERSON : ROLE_NOT_ALLOWED, 1);
        tape.by(Cast.CLERK_2);
        if (clerks) {
            assertThat(tape.run(approve, this::check)).isEmpty();
        } else {
            tape.refuses(approve, this::check, ROLE_NOT_ALLOWED, 1);
        }
        assertThat(tape.by(Cast.SUPERVISOR).run(approve, this::check)).isEmpty();
    }

    @Test
    void shouldGiveBackTheCommandThatWasProposed() {
        ProposeCertificate command = new ProposeCertificate("P1", 9);
        tape.by(Cast.CLERK)
                .run(command, (turn, made) -> proposals.propose(turn, "P1", ProposalKind.CERTIFICATE, made, null, 0));
        Turn turn = tape.by(Cast.CLERK_2).begin(command);
        Proposal proposal = Objects.requireNonNull(proposals.approvable(turn, new ApproveProposal(1, "")));
        assertThat(proposal.command()).isEqualTo(command);
        assertThat(proposal.kind()).isEqualTo(ProposalKind.CERTIFICATE);
        assertThat(proposal.proposerId()).isEqualTo(Cast.CLERK);
        proposals.approve(turn, proposal, new ApproveProposal(1, ""));
        assertThatThrownBy(() -> proposals.approve(turn, proposal, new ApproveProposal(1, "")))
                .isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldNotTakeTwoProposalsUnderOneCode() {
        ProposeCertificate command = new ProposeCertificate("P1", 9);
        tape.by(Cast.CLERK).run(command, this::proposeCertificate);
        tape.refuses(command, this::proposeCertificate, CODE_TAKEN, 0);
        assertThat(proposals.isCodeTaken("P1")).isTrue();
    }

    @Test
    void shouldGiveBackAProposalThatWasTurnedDown() {
        ProposeCertificate command = new ProposeCertificate("P1", 9);
        tape.by(Cast.CLERK).run(command, this::proposeCertificate);
        RejectProposal reject = new RejectProposal(1, "");
        Turn turn = tape.by(Cast.CLERK_2).begin(reject);
        assertThat(proposals.rejectProposal(turn, reject))
                .isNotNull()
                .extracting(Proposal::command)
                .isEqualTo(command);
        assertThat(proposals.rejectProposal(turn, reject)).isNull();
    }

    @Test
    void shouldRefuseAProposalInTheOrderOfTheReasons() {
        tape.by(Cast.OPERATOR).run(Examples.profile(1), governance::proposeRuleProfile);
        ProposePrincipal wrong = person("PROFILE-1", "CLERK-1", Role.NODE, UNKNOWN);
        tape.by(Cast.STRANGER).refuses(wrong, governance::proposePrincipal, UNKNOWN_PRINCIPAL, 0);
        tape.by(Cast.CLERK).refuses(wrong, governance::proposePrincipal, ROLE_NOT_ALLOWED, 0);
        tape.by(Cast.OPERATOR).refuses(wrong, governance::proposePrincipal, UNKNOWN_SUBJECT, 0);
        tape.refuses(person("P2", "CLERK-1", Role.NODE, 0), governance::proposePrincipal, CODE_TAKEN, 0);
        tape.refuses(person("PROFILE-1", "NEW", Role.NODE, 0), governance::proposePrincipal, CODE_TAKEN, 0);
        tape.refuses(person("PROFILE-1", "NEW", Role.CLERK, 0), governance::proposePrincipal, CODE_TAKEN, 0);
        tape.refuses(person("P2", "NEW", Role.NODE, 0), governance::proposePrincipal, NOT_ALLOWED, 0);
        assertThat(proposals.isCodeTaken("P2")).isFalse();
    }

    @Test
    void shouldBindAgentsAndNobodyElseToAMember() {
        tape.by(Cast.SUPERVISOR);
        tape.refuses(person("P1", "NEW", Role.AGENT, 0), governance::proposePrincipal, UNKNOWN_SUBJECT, 0);
        tape.refuses(person("P1", "NEW", Role.CLERK, UNKNOWN), governance::proposePrincipal, UNKNOWN_SUBJECT, 0);
        tape.refuses(person("P1", "NEW", Role.CLERK, Cast.MEMBER_1), governance::proposePrincipal, NOT_ALLOWED, 0);
    }

    @Test
    void shouldNotTakeRulesThatCannotBeLoaded() {
        tape.by(Cast.OPERATOR);
        ProposeFeeSchedule noTiers = Examples.fees(1, Examples.yuan(1), Examples.yuan(1), List.of());
        tape.refuses(noTiers, governance::proposeFeeSchedule, NOT_ALLOWED, 0);
        tape.refuses(Examples.calendar(1, List.of()), governance::proposeCalendar, NOT_ALLOWED, 0);
    }

    @Test
    void shouldNotCarryOutWhatAnotherApprovalHasOvertaken() {
        tape.by(Cast.OPERATOR).run(person("P1", "CLERK-3", Role.CLERK, 0), governance::proposePrincipal);
        tape.run(person("P2", "CLERK-3", Role.SUPERVISOR, 0), governance::proposePrincipal);
        tape.run(Examples.profile(1), governance::proposeRuleProfile);
        tape.run(renamed(Examples.profile(1)), governance::proposeRuleProfile);
        tape.by(Cast.SUPERVISOR).run(new ApproveProposal(1, ""), this::decide);
        tape.refuses(new ApproveProposal(2, ""), this::decide, CODE_TAKEN, 2);
        tape.run(new ApproveProposal(4, APPROVAL), this::decide);
        tape.refuses(new ApproveProposal(3, APPROVAL), this::decide, NOT_ALLOWED, 3);
        assertThat(tape.run(new RejectProposal(3, "overtaken"), proposals::rejectProposal))
                .containsExactly(new ProposalRejected(3, "overtaken"));
    }

    @Test
    void shouldSurviveASnapshot() {
        ProposePrincipal agent = person("P1", "AGENT-2", Role.AGENT, Cast.MEMBER_1);
        tape.by(Cast.OPERATOR).run(agent, governance::proposePrincipal);
        tape.run(Examples.calendar2025(1), governance::proposeCalendar);
        tape.run(Examples.profile(1), governance::proposeRuleProfile);
        tape.by(Cast.SUPERVISOR).run(new RejectProposal(2, "no"), proposals::rejectProposal);
        Proposals read = new Proposals(members.access());
        tape.roundTrip(proposals::exchange, read::exchange);
        Turn turn = tape.begin(agent);
        Proposal proposal = Objects.requireNonNull(read.approvable(turn, new ApproveProposal(1, "")));
        assertThat(proposal.command()).isEqualTo(agent);
        assertThat(proposal.proposerId()).isEqualTo(Cast.OPERATOR);
        tape.refuses(new RejectProposal(2, ""), read::rejectProposal, NOT_ALLOWED, 2);
        assertThat(read.isCodeTaken("PROFILE-1")).isTrue();
    }

    /** What the engine does with an approval of these four kinds. */
    private void decide(Turn turn, ApproveProposal command) {
        Proposal proposal = proposals.approvable(turn, command);
        if (proposal == null) {
            return;
        }
        RejectReason reason = governance.obstacle(proposal);
        if (reason != null) {
            turn.refuse(reason, proposal.id());
            return;
        }
        proposals.approve(turn, proposal, command);
        governance.apply(turn, proposal);
    }

    private void proposeCertificate(Turn turn, ProposeCertificate command) {
        proposals.propose(turn, command.proposal(), ProposalKind.CERTIFICATE, command, null, 0);
    }

    private void check(Turn turn, ApproveProposal command) {
        proposals.approvable(turn, command);
    }

    private static ProposePrincipal person(String proposal, String code, Role role, long memberId) {
        return new ProposePrincipal(proposal, code, role, memberId);
    }

    private static ProposeRuleProfile renamed(ProposeRuleProfile profile) {
        return new ProposeRuleProfile("OTHER", profile.profile(), profile.version(), profile.terms());
    }
}
