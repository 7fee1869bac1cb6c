/**
 * The life of a listing up to the award and after a default: application, notice, intents and deposits, qualification,
 * award, runner-up, forfeiture, suspension, relisting (machines 9.1 and 9.2).
 *
 * <p>Used by {@code engine.sale}, {@code engine.offer}, {@code engine.negotiation} and {@code engine.deal}, which call down into it; what it wants from
 * sales it asks through {@link org.tpx.engine.listing.SaleFloor}. Single-threaded, part of the state machine.
 *
 * <pre>
 *  DRAFT - UNDER_REVIEW - ACCEPTED - (PRE_DISCLOSED) - DISCLOSED - QUALIFYING -+- SINGLE_QUOTE -+- AWARDED - CONTRACTED - COMPLETED
 *            | RETURNED      ^                         | cycles     |          +- IN_AUCTION  --+    |
 *            | REJECTED      |                         v            v                |               v
 *                            +----- relisted ------- UNSOLD <-------+----------------+------ DEFAULTED_AWARD
 *                                                      v
 *                                                 CLOSED_UNSOLD
 *  UNSOLD - NEGOTIATING - CONTRACTED, or UNSOLD again;    a negotiation without a listing begins at NEGOTIATING and ends CLOSED_UNSOLD
 *  DISCLOSED..IN_AUCTION - SUSPENDED - back, or TERMINATED;   before an auction opens - WITHDRAWN
 * </pre>
 */
@NullMarked
package org.tpx.engine.listing;

import org.jspecify.annotations.NullMarked;
