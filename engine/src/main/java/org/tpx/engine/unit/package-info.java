/**
 * Units of technology rights: series of them, their holders, and their order books, in which they trade continuously and in
 * calls (machine 9.3).
 *
 * <pre>
 *   EnterOrder ---&gt; OrderEntry ---&gt; guards, OrderCover ---&gt; OrderBook ---&gt; BookEvents ---&gt; UnitsTraded, OrderRested, ...
 *                                  money, units, days,     org.tpx.book      |
 *   timer --------&gt; Sessions ----&gt; holders                 CallAuction       +---&gt; Holders, TradingAccounts
 * </pre>
 *
 * <p>Money and units are blocked before an order enters, and change hands in the turn in which it trades: units against money.
 * The book knows orders by one word each ({@link org.tpx.engine.unit.OrderNames}) and parties by their number in the register
 * of holders. {@link org.tpx.engine.unit.Units} wires it; only {@code org.tpx.engine} uses it. Entering, changing, cancelling
 * and trading allocate nothing after warm-up.
 */
@NullMarked
package org.tpx.engine.unit;

import org.jspecify.annotations.NullMarked;
