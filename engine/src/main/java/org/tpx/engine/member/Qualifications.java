package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.IdentityCommand.ProposeAccessRules;
import org.tpx.protocol.IdentityCommand.RecordQualification;
import org.tpx.protocol.IdentityCommand.WithdrawQualification;
import org.tpx.protocol.IdentityEvent.AccessRulesLoaded;
import org.tpx.protocol.IdentityEvent.QualificationRecorded;
import org.tpx.protocol.IdentityEvent.QualificationWithdrawn;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Which agents are qualified as brokers, and whether the exchange demands it. Where it does, whoever holds no valid qualification
 * cannot act for a client (section 1.1: the broker is a person with a licence, not only a member).
 */
public final class Qualifications {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Principals principals;
    private boolean required;

    Qualifications(Principals principals) {
        this.principals = principals;
    }

    /** Whether this agent may act for clients now as far as qualification goes. Allocates nothing. */
    boolean suffices(Principal agent, long timeNanos) {
        return !required || timeNanos < agent.qualifiedUntilNanos();
    }

    /** Emits QualificationRecorded. */
    public void record(Turn turn, RecordQualification command) {
        Principal agent = agent(turn, CLERK, command.personId());
        if (agent == null) {
            return;
        }
        if (command.untilNanos() <= turn.timeNanos()) {
            turn.refuse(RejectReason.NOT_ALLOWED, command.personId());
            return;
        }
        agent.qualify(command.untilNanos());
        turn.emit(new QualificationRecorded(agent.id(), command.licence(), command.untilNanos()));
    }

    /** Emits QualificationWithdrawn. */
    public void withdraw(Turn turn, WithdrawQualification command) {
        Principal agent = agent(turn, SUPERVISOR, command.personId());
        if (agent == null) {
            return;
        }
        if (agent.qualifiedUntilNanos() <= turn.timeNanos()) {
            turn.refuse(RejectReason.NOT_ALLOWED, command.personId());
            return;
        }
        agent.qualify(0);
        turn.emit(new QualificationWithdrawn(agent.id(), command.reason()));
    }

    /** Two people decided so: emits AccessRulesLoaded. */
    public void load(Turn turn, ProposeAccessRules command) {
        required = command.qualificationRequired();
        turn.emit(new AccessRulesLoaded(required));
    }

    void exchange(Snapshot snapshot) {
        required = snapshot.flag(required);
    }

    private @Nullable Principal agent(Turn turn, int roles, long personId) {
        RejectReason reason = principals.role(turn, roles);
        Principal person = principals.find(personId);
        if (reason == null && person == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && person != null && person.role() != Role.AGENT) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, personId);
            return null;
        }
        return person;
    }
}
