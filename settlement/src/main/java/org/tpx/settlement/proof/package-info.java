/**
 * Checks that one event stands in the exchange's journal, offline, with nothing but the proof and the exchange's public key.
 *
 * <p>This package is the outsider's side: it uses the platform and nothing else, neither the engine nor the code that makes the
 * journal and the proofs, so that agreement between the two says something. {@link org.tpx.settlement.audit} makes proofs.
 */
@NullMarked
package org.tpx.settlement.proof;

import org.jspecify.annotations.NullMarked;
