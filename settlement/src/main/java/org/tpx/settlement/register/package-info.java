/**
 * The registers, as anybody may ask for them at any turn of the journal. The title register: who owned which share of a right and when,
 * what weighed on it, where it stood, and every entry that said so. Registers of shares in custody: who held how many, and what weighed on
 * them.
 *
 * <pre>
 *   ledger.Bookings ── TitlePostings ── TitleRows ──► tables ◄── TitleBooks ── tpx title
 *                  │        │ looks again
 *                  │        └──► TitleFindings
 *                  └── SharePostings ── ShareHoldings ... ──► tables ◄── ShareBooks ── tpx shares
 *                           │ reckons again
 *                           └──► ShareFindings
 * </pre>
 *
 * <p>The engine decides what is entered. This package keeps it, never takes an entry away, and looks at each by rules of its own: all
 * holdings of shares together are the shares of the register, nothing pledged or frozen is without a holder, nobody changes while a
 * register is closed, and so with each part of a dividend. {@code settlement.ledger} feeds it within its own transaction, the gateway
 * asks; it uses {@code protocol} of the engine and nothing else of settlement. Shares are whole numbers, amounts minor units, instants
 * UTC epoch nanoseconds; tables hold no wall clock and no generated key. Single-threaded but for {@link
 * org.tpx.settlement.register.TitleBooks} and {@link org.tpx.settlement.register.ShareBooks}.
 */
@NullMarked
package org.tpx.settlement.register;

import org.jspecify.annotations.NullMarked;
