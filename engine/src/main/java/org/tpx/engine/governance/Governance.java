package org.tpx.engine.governance;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.rule.FeeSchedules;
import org.tpx.engine.rule.RuleProfiles;
import org.tpx.protocol.Command;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.IdentityCommand.ProposeAccessRules;
import org.tpx.protocol.IdentityCommand.ProposeKey;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** How people and rules enter the exchange: proposed by an operator or a supervisor, carried out when approved. */
public final class Governance {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    private final Proposals proposals;
    private final Members members;
    private final Calendars calendars;
    private final RuleProfiles ruleProfiles;
    private final FeeSchedules feeSchedules;

    /** Lets people into these registers and rules into these collections. */
    public Governance(
            Proposals proposals,
            Members members,
            Calendars calendars,
            RuleProfiles ruleProfiles,
            FeeSchedules feeSchedules) {
        this.proposals = proposals;
        this.members = members;
        this.calendars = calendars;
        this.ruleProfiles = ruleProfiles;
        this.feeSchedules = feeSchedules;
    }

    /** Emits ProposalMade. */
    public void proposePrincipal(Turn turn, ProposePrincipal command) {
        propose(turn, command.proposal(), ProposalKind.PRINCIPAL, command);
    }

    /** Emits ProposalMade. */
    public void proposeCalendar(Turn turn, ProposeCalendar command) {
        propose(turn, command.proposal(), ProposalKind.CALENDAR, command);
    }

    /** Emits ProposalMade. */
    public void proposeRuleProfile(Turn turn, ProposeRuleProfile command) {
        propose(turn, command.proposal(), ProposalKind.PROFILE, command);
    }

    /** Emits ProposalMade. */
    public void proposeFeeSchedule(Turn turn, ProposeFeeSchedule command) {
        propose(turn, command.proposal(), ProposalKind.FEE_SCHEDULE, command);
    }

    /** Emits ProposalMade. */
    public void proposeKey(Turn turn, ProposeKey command) {
        propose(turn, command.proposal(), ProposalKind.KEY, command);
    }

    /** Emits ProposalMade. */
    public void proposeAccessRules(Turn turn, ProposeAccessRules command) {
        propose(turn, command.proposal(), ProposalKind.ACCESS_RULES, command);
    }

    /**
     * Why what the proposal asks for cannot be done, or null; other proposals may have been approved since it was made.
     * UNKNOWN_SUBJECT for a member that does not exist, CODE_TAKEN for a person's code, else NOT_ALLOWED.
     */
    public @Nullable RejectReason obstacle(Proposal proposal) {
        return obstacle(proposal.command());
    }

    /**
     * Carries an approved proposal out: emits PrincipalEnrolled, RuleProfileLoaded, FeeScheduleLoaded, KeyRegistered or AccessRulesLoaded. A calendar moves
     * deadlines, so a floor above loads it.
     */
    public void apply(Turn turn, Proposal proposal) {
        Command command = proposal.command();
        if (command instanceof ProposePrincipal person) {
            members.principals().enrol(turn, person.code(), person.role(), person.memberId());
        } else if (command instanceof ProposeRuleProfile profile) {
            ruleProfiles.load(turn, profile);
        } else if (command instanceof ProposeFeeSchedule schedule) {
            feeSchedules.load(turn, schedule);
        } else if (command instanceof ProposeKey key) {
            members.keys().register(turn, key);
        } else if (command instanceof ProposeAccessRules rules) {
            members.qualifications().load(turn, rules);
        }
    }

    private void propose(Turn turn, String code, ProposalKind kind, Command command) {
        proposals.propose(turn, OPERATOR_OR_SUPERVISOR, code, kind, command, obstacle(command), 0);
    }

    private @Nullable RejectReason obstacle(Command command) {
        if (command instanceof ProposePrincipal person) {
            return obstacle(person);
        }
        if (command instanceof ProposeCalendar calendar) {
            return calendars.obstacle(calendar);
        }
        if (command instanceof ProposeRuleProfile profile) {
            return ruleProfiles.obstacle(profile);
        }
        if (command instanceof ProposeFeeSchedule schedule) {
            return feeSchedules.obstacle(schedule);
        }
        if (command instanceof ProposeKey key) {
            return members.keys().obstacle(key);
        }
        return command instanceof ProposeAccessRules ? null : RejectReason.NOT_ALLOWED;
    }

    /** An agent acts for a member, an expert may belong to one, nobody else does; and nobody becomes the node. */
    private @Nullable RejectReason obstacle(ProposePrincipal command) {
        boolean agent = command.role() == Role.AGENT;
        boolean known = members.memberships().exists(command.memberId());
        if ((agent || command.memberId() != 0) && !known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (members.principals().isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        boolean belongs = agent || command.role() == Role.EXPERT;
        return command.role() == Role.NODE || (known && !belongs) ? RejectReason.NOT_ALLOWED : null;
    }
}
