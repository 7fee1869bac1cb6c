package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Answers whether the sender of a command may send it. Everything is denied unless a rule allows it. Each check gives the
 * first reason in the order of {@link RejectReason}, or null where nothing stands in the way. Allocates nothing.
 */
public final class Access {

    private static final int AGENT = mask(Role.AGENT);

    private final Principals principals;
    private final Memberships memberships;
    private final Parties parties;
    private final Mandates mandates;
    private final Qualifications qualifications;

    Access(
            Principals principals,
            Memberships memberships,
            Parties parties,
            Mandates mandates,
            Qualifications qualifications) {
        this.principals = principals;
        this.memberships = memberships;
        this.parties = parties;
        this.mandates = mandates;
        this.qualifications = qualifications;
    }

    /** A set of roles as bits; for constants, since it allocates. */
    public static int mask(Role... roles) {
        int mask = 0;
        for (Role role : roles) {
            mask |= 1 << role.ordinal();
        }
        return mask;
    }

    /** Whether the sender has one of these roles ({@link #mask}). */
    public @Nullable RejectReason role(Turn turn, int roles) {
        return principals.role(turn, roles);
    }

    /**
     * Whether the sender is an agent who may now act for this party on this side: its member holds a mandate and is in
     * good standing.
     *
     * @param newBusiness whether this is more than finishing an open deal, which is all that a restricted member may do
     */
    public @Nullable RejectReason agent(Turn turn, long partyId, MandateScope side, boolean newBusiness) {
        Principal sender = principals.find(turn.principalId());
        if (sender == null || sender.role() != Role.AGENT) {
            return principals.role(turn, AGENT);
        }
        if (!qualifications.suffices(sender, turn.timeNanos())) {
            return RejectReason.NOT_QUALIFIED;
        }
        long memberId = sender.memberId();
        boolean known = parties.exists(partyId);
        if (known && !mandates.covers(partyId, memberId, side, turn.timeNanos())) {
            return RejectReason.NO_MANDATE;
        }
        RejectReason reason = memberships.standing(memberId, newBusiness);
        if (reason != null) {
            return reason;
        }
        return known ? null : RejectReason.UNKNOWN_SUBJECT;
    }

    /**
     * Whether the sender is an agent whose member is in good standing, and may change what an agent of this member entered: 0
     * where that is not known.
     */
    public @Nullable RejectReason agentOf(Turn turn, long memberId, boolean newBusiness) {
        Principal sender = principals.find(turn.principalId());
        if (sender == null || sender.role() != Role.AGENT) {
            return principals.role(turn, AGENT);
        }
        if (!qualifications.suffices(sender, turn.timeNanos())) {
            return RejectReason.NOT_QUALIFIED;
        }
        boolean foreign = memberId != 0 && memberId != sender.memberId();
        return foreign ? RejectReason.NO_MANDATE : memberships.standing(sender.memberId(), newBusiness);
    }

    /** What the person may do, or null where there is no such person. */
    public @Nullable Role roleOf(long principalId) {
        return principals.roleOf(principalId);
    }

    /** The member that the person acts for, or 0. */
    public long memberOf(long principalId) {
        return principals.memberOf(principalId);
    }

    /**
     * Within which a client id must be unique: all persons of one member share its scope (a positive number), whoever has
     * no member has a scope of its own (a negative number).
     */
    public long duplicateScope(long principalId) {
        long memberId = principals.memberOf(principalId);
        return memberId == 0 ? -principalId : memberId;
    }
}
