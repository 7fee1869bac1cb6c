package org.tpx.engine.member;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.GovernanceEvent.PrincipalEnrolled;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** The persons who may send commands, each with one role. Principal 0 is the node itself and not among them. */
public final class Principals {

    /** The node itself. */
    public static final long NODE = 0;

    private final Table<Principal> principals = new Table<>(Principal::new);
    private final Codes codes = new Codes();

    /** Whether the code names a person already. */
    public boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    /** Lets a person act from now on and emits PrincipalEnrolled; the caller has made sure that the code is free. */
    public void enrol(Turn turn, String code, Role role, long memberId) {
        Principal principal = principals.add(new Principal(principals.nextId(), code, role, memberId));
        codes.enter(principal);
        turn.emit(new PrincipalEnrolled(principal.id(), code, role, memberId));
    }

    /** The person, or null where the identity names none, or the node. */
    @Nullable
    Principal find(long principalId) {
        return principals.find(principalId);
    }

    /** What the person may do, or null where there is no such person. */
    public @Nullable Role roleOf(long principalId) {
        if (principalId == NODE) {
            return Role.NODE;
        }
        Principal principal = principals.find(principalId);
        return principal == null ? null : principal.role();
    }

    /** The member that the person acts for, or 0. */
    public long memberOf(long principalId) {
        Principal principal = principals.find(principalId);
        return principal == null ? 0 : principal.memberId();
    }

    /** Why the sender may not do what is for these roles ({@link Access#mask}), or null. */
    @Nullable
    RejectReason role(Turn turn, int roles) {
        Role role = roleOf(turn.principalId());
        if (role == null) {
            return RejectReason.UNKNOWN_PRINCIPAL;
        }
        return (roles & 1 << role.ordinal()) == 0 ? RejectReason.ROLE_NOT_ALLOWED : null;
    }

    void exchange(Snapshot snapshot) {
        principals.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(principals);
        }
    }
}
