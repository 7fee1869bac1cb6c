/**
 * Rights of first refusal (section 1.6): who holds one, the written notices, waivers, the inquiry once a price is found, and who of
 * several takers gets how much.
 *
 * <pre>
 *                  +--- silent, absent, declined -----------> WAIVED | DECLINED
 *  a holder: OPEN -+
 *                  +--- takes the price during an inquiry --> EXERCISED --- outbid in the auction --> OPEN
 * </pre>
 *
 * <p>Stands on {@code engine.listing}. Where the price comes from is an {@link org.tpx.engine.rofr.InquiryFloor}: auctions and
 * single quotes in {@code engine.sale}, agreed prices in {@code engine.negotiation}. They open the inquiry, keep its clock and go on
 * with its result; this package keeps the holders. Single-threaded, part of the state machine.
 */
@NullMarked
package org.tpx.engine.rofr;

import org.jspecify.annotations.NullMarked;
