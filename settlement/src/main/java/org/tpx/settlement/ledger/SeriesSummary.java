package org.tpx.settlement.ledger;

import org.tpx.protocol.Money;

/**
 * Where a series of units stands.
 *
 * @param seriesId its identity
 * @param code its code
 * @param name its name
 * @param totalUnits the most units that may exist
 * @param issuedUnits the units in the register of holders
 * @param trades the number of trades so far
 * @param lastPrice the price of one unit in the last of them; {@link Money#NONE} before the first
 */
public record SeriesSummary(
        long seriesId, String code, String name, long totalUnits, long issuedUnits, long trades, Money lastPrice) {}
