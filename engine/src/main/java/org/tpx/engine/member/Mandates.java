package org.tpx.engine.member;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MemberEvent.MandateGranted;
import org.tpx.protocol.MemberEvent.MandateRevoked;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Which member acts for which party. A party may charge several members. A grant replaces what was granted to the same
 * member for the same side before; a revocation ends both sides at once.
 */
public final class Mandates {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int CLERK_OR_AGENT = Access.mask(Role.CLERK, Role.AGENT);

    private final Table<Mandate> mandates = new Table<>(Mandate::new);
    private final Long2ObjectHashMap<Mandate> byPair = new Long2ObjectHashMap<>();
    private final Principals principals;
    private final Memberships memberships;
    private final Parties parties;

    Mandates(Principals principals, Memberships memberships, Parties parties) {
        this.principals = principals;
        this.memberships = memberships;
        this.parties = parties;
    }

    /** Whether the member may act for this existing party on this side at this instant. Allocates nothing. */
    public boolean covers(long partyId, long memberId, MandateScope side, long timeNanos) {
        Mandate mandate = byPair.get(pair(partyId, memberId));
        return mandate != null && mandate.covers(side, timeNanos);
    }

    /** Emits MandateGranted. */
    public void grantMandate(Turn turn, MemberCommand.GrantMandate command) {
        RejectReason reason = grantObstacle(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.partyId());
            return;
        }
        findOrAdd(command.partyId(), command.memberId())
                .grant(command.scope(), command.fromNanos(), command.untilNanos());
        turn.emit(new MandateGranted(
                command.partyId(), command.memberId(), command.scope(), command.fromNanos(), command.untilNanos()));
    }

    /** Emits MandateRevoked. A clerk may also end the mandate of a member that is gone. */
    public void revokeMandate(Turn turn, MemberCommand.RevokeMandate command) {
        RejectReason reason = revokeObstacle(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.partyId());
            return;
        }
        findOrAdd(command.partyId(), command.memberId()).revoke();
        turn.emit(new MandateRevoked(command.partyId(), command.memberId()));
    }

    void exchange(Snapshot snapshot) {
        mandates.exchange(snapshot);
        if (snapshot.isReading()) {
            byPair.clear();
            mandates.forEach(mandate -> byPair.put(pair(mandate.partyId(), mandate.memberId()), mandate));
        }
    }

    private @Nullable RejectReason grantObstacle(Turn turn, MemberCommand.GrantMandate command) {
        RejectReason reason = role(turn, command.memberId());
        if (reason != null) {
            return reason;
        }
        if (memberships.exists(command.memberId())) {
            reason = memberships.standing(command.memberId(), false);
        }
        if (reason != null) {
            return reason;
        }
        if (!areKnown(command.partyId(), command.memberId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return command.fromNanos() < command.untilNanos() ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason revokeObstacle(Turn turn, MemberCommand.RevokeMandate command) {
        RejectReason reason = role(turn, command.memberId());
        if (reason != null) {
            return reason;
        }
        if (principals.roleOf(turn.principalId()) == Role.AGENT) {
            reason = memberships.standing(command.memberId(), false);
        }
        if (reason != null) {
            return reason;
        }
        if (!areKnown(command.partyId(), command.memberId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        Mandate mandate = byPair.get(pair(command.partyId(), command.memberId()));
        return mandate == null || !mandate.isGranted() ? RejectReason.NOT_ALLOWED : null;
    }

    private @Nullable RejectReason role(Turn turn, long memberId) {
        RejectReason reason = principals.role(turn, CLERK_OR_AGENT);
        if (reason != null) {
            return reason;
        }
        boolean agent = principals.roleOf(turn.principalId()) == Role.AGENT;
        return agent && principals.memberOf(turn.principalId()) != memberId ? RejectReason.ROLE_NOT_ALLOWED : null;
    }

    private boolean areKnown(long partyId, long memberId) {
        return parties.exists(partyId) && memberships.exists(memberId);
    }

    private Mandate findOrAdd(long partyId, long memberId) {
        Mandate mandate = byPair.get(pair(partyId, memberId));
        if (mandate == null) {
            mandate = mandates.add(new Mandate(partyId, memberId));
            byPair.put(pair(partyId, memberId), mandate);
        }
        return mandate;
    }

    private static long pair(long partyId, long memberId) {
        Invariant.check(partyId <= Integer.MAX_VALUE && memberId <= Integer.MAX_VALUE, "too many parties", partyId);
        // An odd factor keeps pairs apart and spreads them; as they stand, few low bits differ and the map would crowd.
        return (partyId << Integer.SIZE | memberId) * SPREAD;
    }
}
