/**
 * The books of the settlement account: what the journal says about money, booked and checked by a second pair of eyes.
 *
 * <pre>
 *   journal ── SettlementFollower ──► SettlementProjection ── Bookings ──► Listings, Deposits, Deals, Payments, Forfeitures, Units
 *                                            │                                    │
 *                                            └──► Postings ──► Ledger             └──► Differences
 *                                                                 one transaction per batch ──► SettlementDatabase
 *                                                                                                     ▲
 *                                                                                  SettlementBooks ───┘ asks
 * </pre>
 *
 * <p>The engine computes every amount; this package computes them again with arithmetic of its own and shares no code with it. What
 * the journal says is booked as it stands; what does not fit is a {@link org.tpx.settlement.ledger.LedgerDifference}.
 *
 * <p>Amounts are {@code long} minor units, instants UTC epoch nanoseconds. Tables hold no wall clock and no generated key: dropped and
 * booked again from the journal they are identical row by row. The projection owns no lifecycle and calls nobody.
 *
 * <p>Other packages of settlement and the gateway may use the public types; it uses {@code protocol}, {@code wire} and
 * {@code journal} of the engine, never the state machine.
 */
@NullMarked
package org.tpx.settlement.ledger;

import org.jspecify.annotations.NullMarked;
