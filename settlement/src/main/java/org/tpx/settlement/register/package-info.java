/**
 * Registers of holders, entry by entry, as anybody may ask for them at any turn of the journal.
 *
 * <pre>
 *   ledger.Bookings ── SharePostings ──► ShareHoldings, ShareBurdens, ShareCloses, ShareDividends ──► tables
 *                                             │ reckon again                                           ▲
 *                                             └──► ShareFindings                          ShareBooks ──┘ asks
 * </pre>
 *
 * <p>The engine decides what is entered; this package enters what it told, adds everything up again with arithmetic of its own (all
 * holdings together are the shares of the register, nothing pledged or frozen is without a holder, nobody changes while a register is
 * closed, each part of a dividend) and tells what does not fit. Shares are whole numbers, amounts minor units, instants UTC epoch
 * nanoseconds. Tables hold no wall clock and no generated key.
 *
 * <p>{@code settlement.ledger} feeds it within its own transaction, the gateway asks; it uses {@code protocol} of the engine and nothing
 * else of settlement. Single-threaded but for {@link org.tpx.settlement.register.ShareBooks}.
 */
@NullMarked
package org.tpx.settlement.register;

import org.jspecify.annotations.NullMarked;
