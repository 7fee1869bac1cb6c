/**
 * Transfers that are negotiated with one named counterparty (section 3, machine 9.4): legal basis, public notice,
 * objections, changes of terms, and the time to sign; from an unsold listing or from the beginning.
 *
 * <p>Stands on {@code engine.listing}: a negotiation always has a listing, which is what deals, money and certificates
 * know. Used by {@code engine.deal}, which asks {@link org.tpx.engine.negotiation.NegotiationCases} before it signs, and by
 * {@code engine}. Single-threaded, part of the state machine.
 *
 * <pre>
 *  PROPOSED - NOTICE_READY - IN_NOTICE -+- SIGNABLE - SIGNED            (the deal follows, as from an award)
 *                 ^    ^      |   ^     |     |
 *                 |    |   OBJECTED ----+     |
 *                 |    |      |               |
 *                 |    +--- a material change of terms
 *            RENEGOTIATE -----+ upheld
 *  everywhere - CANCELLED: refused, upheld, broken off, not signed, not paid, not approved
 * </pre>
 */
@NullMarked
package org.tpx.engine.negotiation;

import org.jspecify.annotations.NullMarked;
