package org.tpx.gateway.api;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.session.Session;
import org.tpx.protocol.Role;

/** Whom a route is shown to. Whether a command is carried out is still the engine's decision. Immutable. */
public final class Access {
    /** Whoever knows the address. */
    public static final Access PUBLIC = new Access(Set.of());

    /** Whoever has proven who it is. */
    public static final Access SESSION = new Access(EnumSet.complementOf(EnumSet.of(Role.NODE)));

    /** Those who work for the exchange, and those who oversee it. */
    public static final Access STAFF = only(Role.OPERATOR, Role.CLERK, Role.SUPERVISOR, Role.AUDITOR);

    private final Set<Role> roles;

    private Access(Set<Role> roles) {
        this.roles = roles;
    }

    /** Callers of these roles. */
    public static Access only(Role first, Role... more) {
        return new Access(EnumSet.of(first, more));
    }

    /** The roles let in; none where everybody is. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    /** Whether nobody has to say who it is. */
    public boolean isPublic() {
        return roles.isEmpty();
    }

    /** Why this caller is turned away, or null. */
    @Nullable
    Problem refusal(@Nullable Session session) {
        if (isPublic()) {
            return null;
        }
        if (session == null) {
            return Problem.UNAUTHENTICATED;
        }
        return roles.contains(session.role()) ? null : Problem.FORBIDDEN;
    }
}
