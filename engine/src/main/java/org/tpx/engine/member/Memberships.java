package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MemberEvent.MemberAdmitted;
import org.tpx.protocol.MemberEvent.MemberRefused;
import org.tpx.protocol.MemberEvent.MemberReinstated;
import org.tpx.protocol.MemberEvent.MembershipApplied;
import org.tpx.protocol.MemberEvent.SanctionApplied;
import org.tpx.protocol.MemberState;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.TimerKind;

/**
 * The members of the exchange (machine 9.6).
 *
 * <pre>
 *   APPLIED ---admit---> ACTIVE ---RESTRICT---> RESTRICTED ---reinstate---> ACTIVE
 *      |                   |                        |
 *      refuse              +--------SUSPEND---------+---> SUSPENDED ---reinstate, T:MEMBER_TERM---> ACTIVE
 *      v                   |                        |         |
 *   REFUSED                +---------EXPEL----------+---------+---> EXPELLED
 * </pre>
 */
public final class Memberships {

    /** No six months are longer than 184 days, and no suspension is longer than six months (section 6.2). */
    private static final long LONGEST_SUSPENSION_NANOS = 184 * 86_400_000_000_000L;

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Table<Member> members = new Table<>(Member::new);
    private final Codes codes = new Codes();
    private final Principals principals;
    private final Timers timers;

    Memberships(Principals principals, Timers timers) {
        this.principals = principals;
        this.timers = timers;
    }

    /** Whether there is such a member. */
    public boolean exists(long memberId) {
        return members.find(memberId) != null;
    }

    /** Where the membership stands, or null where there is no such member. */
    public @Nullable MemberState state(long memberId) {
        Member member = members.find(memberId);
        return member == null ? null : member.state();
    }

    /** What kind of membership a member that is known to exist has. */
    public MembershipClass membershipClass(long memberId) {
        return members.get(memberId).membershipClass();
    }

    /** The number of members; their identities are 1 to this. */
    public int size() {
        return members.size();
    }

    /** The party that a member which is known to exist is itself, or 0 where none is named. */
    public long partyOf(long memberId) {
        return members.get(memberId).partyId();
    }

    /** The member that this party is, or 0. */
    public long memberOf(long partyId) {
        for (Member member : members) {
            if (member.partyId() == partyId) {
                return member.id();
            }
        }
        return 0;
    }

    void link(long memberId, long partyId) {
        members.get(memberId).link(partyId);
    }

    /** Why the member may not act, or null; a restricted member may finish open deals. */
    @Nullable
    RejectReason standing(long memberId, boolean newBusiness) {
        MemberState state = state(memberId);
        if (state == MemberState.ACTIVE) {
            return null;
        }
        if (state == MemberState.RESTRICTED) {
            return newBusiness ? RejectReason.RESTRICTED_MEMBER : null;
        }
        return state == MemberState.SUSPENDED ? RejectReason.SUSPENDED_MEMBER : RejectReason.MEMBER_NOT_ACTIVE;
    }

    /** Emits MembershipApplied. */
    public void applyMembership(Turn turn, MemberCommand.ApplyMembership command) {
        RejectReason reason = principals.role(turn, CLERK);
        if (reason == null && codes.isTaken(command.code())) {
            reason = RejectReason.CODE_TAKEN;
        }
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        Member member = members.add(new Member(members.nextId(), command.code(), command.membershipClass()));
        codes.enter(member);
        turn.emit(new MembershipApplied(member.id(), member.code(), command.membershipClass()));
    }

    /** Emits MemberAdmitted. Returns whether the member was admitted and the command not refused. */
    public boolean admitMember(Turn turn, MemberCommand.AdmitMember command) {
        Member member = findByOfficer(turn, command.memberId());
        if (member == null) {
            return false;
        }
        if (member.state() != MemberState.APPLIED) {
            turn.refuse(RejectReason.NOT_ALLOWED, member.id());
            return false;
        }
        member.enter(MemberState.ACTIVE);
        turn.emit(new MemberAdmitted(member.id()));
        return true;
    }

    /** Emits MemberRefused. */
    public void refuseMember(Turn turn, MemberCommand.RefuseMember command) {
        Member member = findByOfficer(turn, command.memberId());
        if (member == null) {
            return;
        }
        if (member.state() != MemberState.APPLIED) {
            turn.refuse(RejectReason.NOT_ALLOWED, member.id());
            return;
        }
        member.enter(MemberState.REFUSED);
        turn.emit(new MemberRefused(member.id(), command.reason()));
    }

    /** Emits SanctionApplied. Only a suspension has an end, which a timer brings. */
    public void applySanction(Turn turn, MemberCommand.ApplySanction command) {
        Member member = findByOfficer(turn, command.memberId());
        if (member == null) {
            return;
        }
        MemberState next = next(member.state(), command.sanction());
        if (next == null || !isTermRight(turn, command)) {
            turn.refuse(RejectReason.NOT_ALLOWED, member.id());
            return;
        }
        leave(member, next);
        if (next == MemberState.SUSPENDED) {
            member.suspend(timers.set(TimerKind.MEMBER_TERM, 0, member.id(), command.untilNanos()));
        }
        turn.emit(new SanctionApplied(
                member.id(), command.sanction(), command.caseNumber(), command.ruleReference(), command.untilNanos()));
    }

    /** Emits MemberReinstated. */
    public void reinstateMember(Turn turn, MemberCommand.ReinstateMember command) {
        Member member = findByOfficer(turn, command.memberId());
        if (member == null) {
            return;
        }
        if (member.state() != MemberState.RESTRICTED && member.state() != MemberState.SUSPENDED) {
            turn.refuse(RejectReason.NOT_ALLOWED, member.id());
            return;
        }
        leave(member, MemberState.ACTIVE);
        turn.emit(new MemberReinstated(member.id()));
    }

    /** The term of a suspension is over: emits MemberReinstated. The timer carries the member in the place of a party. */
    public void onMemberTerm(Turn turn, Timer timer) {
        Member member = members.get(timer.partyId());
        Invariant.check(member.termTimerId() == timer.id(), "a term ended that does not run, member", member.id());
        member.enter(MemberState.ACTIVE);
        turn.emit(new MemberReinstated(member.id()));
    }

    void exchange(Snapshot snapshot) {
        members.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(members);
        }
    }

    private @Nullable Member findByOfficer(Turn turn, long memberId) {
        RejectReason reason = principals.role(turn, SUPERVISOR);
        Member member = members.find(memberId);
        if (reason == null && member == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, memberId);
            return null;
        }
        return member;
    }

    private void leave(Member member, MemberState next) {
        timers.cancel(member.termTimerId());
        member.enter(next);
    }

    private static @Nullable MemberState next(MemberState state, Sanction sanction) {
        boolean active = state == MemberState.ACTIVE;
        boolean restricted = state == MemberState.RESTRICTED;
        boolean suspended = state == MemberState.SUSPENDED;
        return switch (sanction) {
            case WARNING, CIRCULAR -> active ? MemberState.ACTIVE : null;
            case RESTRICT -> active ? MemberState.RESTRICTED : null;
            case SUSPEND -> active || restricted ? MemberState.SUSPENDED : null;
            case EXPEL -> active || restricted || suspended ? MemberState.EXPELLED : null;
        };
    }

    private static boolean isTermRight(Turn turn, MemberCommand.ApplySanction command) {
        if (command.sanction() != Sanction.SUSPEND) {
            return command.untilNanos() == 0;
        }
        long term = command.untilNanos() - turn.timeNanos();
        return term > 0 && term <= LONGEST_SUSPENSION_NANOS;
    }
}
