package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MemberEvent.PartyRegistered;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** The clients that members act for. */
public final class Parties {

    private static final int CLERK_OR_AGENT = Access.mask(Role.CLERK, Role.AGENT);

    private final Table<Party> parties = new Table<>(Party::new);
    private final Codes codes = new Codes();
    private final Principals principals;
    private final Memberships memberships;

    Parties(Principals principals, Memberships memberships) {
        this.principals = principals;
        this.memberships = memberships;
    }

    /** Whether there is such a party. Allocates nothing. */
    public boolean exists(long partyId) {
        return parties.has(partyId);
    }

    /** The code of a party that is known to exist. */
    public String code(long partyId) {
        return parties.get(partyId).code();
    }

    /** Whether money from the account of this salted digest is the party's own; so it is where one of the two is unknown. */
    public boolean isOwnAccount(long partyId, Hash256 account) {
        Hash256 own = parties.get(partyId).account();
        return account.isAbsent() || own.isAbsent() || own.equals(account);
    }

    /** Emits PartyRegistered. */
    public void registerParty(Turn turn, MemberCommand.RegisterParty command) {
        RejectReason reason = obstacle(turn, command);
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        Party party = parties.add(new Party(parties.nextId(), command.code(), command.identity(), command.account()));
        codes.enter(party);
        turn.emit(new PartyRegistered(party.id(), party.code(), command.identity(), command.account()));
    }

    void exchange(Snapshot snapshot) {
        parties.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(parties);
        }
    }

    private @Nullable RejectReason obstacle(Turn turn, MemberCommand.RegisterParty command) {
        RejectReason reason = principals.role(turn, CLERK_OR_AGENT);
        if (reason != null) {
            return reason;
        }
        if (principals.roleOf(turn.principalId()) == Role.AGENT) {
            reason = memberships.standing(principals.memberOf(turn.principalId()), false);
        }
        if (reason != null) {
            return reason;
        }
        return codes.isTaken(command.code()) ? RejectReason.CODE_TAKEN : null;
    }
}
