/**
 * Where prices are formed: the single quote, every mode of auction (sections 1.4 and 2.2, machine 9.3), and the halts that make
 * them stand still.
 *
 * <pre>
 *   listing, timers, halts --&gt; Auctions --&gt; Sale: one class per mode --&gt; Outcomes --&gt; award, or unsold
 *                                 |           |  ^                          the one place that a found price passes
 *                                 |           |  its own commands
 *                                 v           v
 *                              AuctionClock: one deadline and one timer per phase; stands still and goes on
 * </pre>
 *
 * <p>A mode is a {@link org.tpx.engine.sale.Sale}, which is given the {@link org.tpx.engine.sale.Hall} and nothing else, and a
 * subclass of {@link org.tpx.engine.sale.Auction} with what it keeps of one auction. The frame fixes the hours, starts it, ends
 * its phases, halts, suspends, resumes and forgets it; the mode says what a phase is for, how long it takes and who wins. What
 * a notice must say for it ({@link org.tpx.engine.sale.SaleTerms}) is set by a command of its own while the listing is a draft.
 *
 * <p>{@link org.tpx.engine.sale.Catalogues} gather listings as lots of one sale event; {@link org.tpx.engine.sale.PackageSale}
 * sells them together.
 *
 * <p>Stands on {@code engine.listing}; only {@code engine} itself uses it, and {@code engine.oversight} after an outage. {@link
 * org.tpx.engine.sale.Bidding} is on the hot path: it allocates nothing after warm-up.
 */
@NullMarked
package org.tpx.engine.sale;

import org.jspecify.annotations.NullMarked;
