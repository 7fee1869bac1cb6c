/**
 * Read models of the market in units: what the public may see of each series, projected from the journal and from nothing else.
 *
 * <pre>
 * durable turns -- MarketView --> SeriesView -- Level3 --> orders         (level 3)
 *                                     |            '----> Level2 --> levels (level 2)
 *                                     |-- best, figures, session, halt, indication (level 1)
 *                                     |-- TradeTape
 *                                     '--> MarketData, numbered --> MarketDataListener, once a turn is told whole
 * </pre>
 *
 * <p>What leaves here is anonymous: no person, party or member, and orders under numbers that are given here. The same journal gives
 * the same messages under the same numbers, whoever listens and since when.
 *
 * <p>Used by the doors and the command line. It is the one package outside of the engine's module that may use
 * {@code org.tpx.book}: a pure library, whose six rules for the price of a call would otherwise have to be written twice.
 */
@NullMarked
package org.tpx.gateway.view;

import org.jspecify.annotations.NullMarked;
