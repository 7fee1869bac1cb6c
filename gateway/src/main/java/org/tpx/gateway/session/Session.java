package org.tpx.gateway.session;

import org.tpx.protocol.Role;

/**
 * A caller whose identity is proven. Immutable; any thread.
 *
 * @param principalId the journaled identity
 * @param code its code
 * @param role what it may do
 * @param memberId the member that it acts for, or 0
 */
public record Session(long principalId, String code, Role role, long memberId) {}
