/**
 * Price-time order books and call auctions for units, and nothing else: no member, no money, no clock, no network.
 *
 * <p>Primitives go in through {@link org.tpx.book.OrderBook}, primitives come out through
 * {@link org.tpx.book.OrderBookListener}. Prices are {@code long} ticks, quantities {@code long} lots, order ids any
 * 64-bit value.
 *
 * <pre>
 *                enter, cancel, reduce, replace, massCancel              rested, traded, cancelled, ...
 *      owner ---------------------------------------------&gt; OrderBook ---------------------------------&gt; listener
 *                                                               |
 *        order id                       price                   |   one side (there are two)
 *           |                             |                     v
 *           v                             v
 *     +------------+               +-------------+   best   +-------+  head   +-------+  next  +-------+
 *     | OrderIndex |               |  PriceTree  |--------&gt;| level |--------&gt;| order |-------&gt;| order |
 *     | id -&gt; slot |               | 64-way radix|          +-------+         +-------+        +-------+
 *     +------------+               +-------------+----&gt; next worse level      eight longs each, in a Slab
 *           |                                                                     ^
 *           +---------------------------------------------------------------------+
 * </pre>
 *
 * <p>In a call phase the book only collects; {@link org.tpx.book.CallAuction} says what the one price would be and trades
 * at it, by the {@link org.tpx.protocol.TieBreak} of the instrument. What is left is already in the book.
 *
 * <p>Everything here is single-threaded and allocates nothing after warm-up: memory grows with the largest number of
 * resting orders and is kept. The same commands give the same events, in every process.
 *
 * <p>Anyone of the engine may use this package; it uses the JDK only.
 */
@NullMarked
package org.tpx.book;

import org.jspecify.annotations.NullMarked;
