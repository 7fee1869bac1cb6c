package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ChargeCommand.LinkMember;
import org.tpx.protocol.ChargeEvent.MemberLinked;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** Which party a member is itself: members pay and are paid like everybody else, from and to an account that the exchange knows. */
public final class MemberParties {

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Principals principals;
    private final Memberships memberships;
    private final Parties parties;

    MemberParties(Principals principals, Memberships memberships, Parties parties) {
        this.principals = principals;
        this.memberships = memberships;
        this.parties = parties;
    }

    /** Emits MemberLinked; another party takes the place of the one that was named before. */
    public void link(Turn turn, LinkMember command) {
        RejectReason reason = obstacle(turn, command);
        if (reason != null) {
            turn.refuse(reason, command.memberId());
            return;
        }
        memberships.link(command.memberId(), command.partyId());
        turn.emit(new MemberLinked(command.memberId(), command.partyId()));
    }

    private @Nullable RejectReason obstacle(Turn turn, LinkMember command) {
        RejectReason reason = principals.role(turn, CLERK);
        if (reason != null) {
            return reason;
        }
        if (!memberships.exists(command.memberId()) || !parties.exists(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return memberships.memberOf(command.partyId()) == 0 ? null : RejectReason.NOT_ALLOWED;
    }
}
