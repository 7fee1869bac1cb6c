/**
 * The title register: who owned which share of a right and when, what weighed on it, where it stood, and every entry that said so, as
 * anybody may ask at any turn of the journal.
 *
 * <pre>
 *   ledger.Bookings ── TitlePostings ── TitleRows ──► tables ◄── TitleBooks ── tpx title
 *                           │ looks again
 *                           └──► TitleFindings
 * </pre>
 *
 * <p>The engine decides what is entered. This package keeps it, never takes an entry away, and looks at each by rules of its own.
 * {@code settlement.ledger} feeds it within its own transaction, the gateway asks; it uses {@code protocol} of the engine and nothing else
 * of settlement. Instants are UTC epoch nanoseconds; tables hold no wall clock and no generated key. Single-threaded but for {@link
 * org.tpx.settlement.register.TitleBooks}.
 */
@NullMarked
package org.tpx.settlement.register;

import org.jspecify.annotations.NullMarked;
