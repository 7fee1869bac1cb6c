package org.tpx.gateway.imports;

import org.tpx.protocol.Currency;

/**
 * How a file of auction bids is written.
 *
 * @param columns which column holds what
 * @param hasHeader whether the first row names the columns
 * @param delimiter what stands between two columns
 * @param times how times since the opening are written
 * @param currency of all prices and bids
 */
public record AuctionFormat(
        Columns<AuctionColumn> columns, boolean hasHeader, char delimiter, FileTimes times, Currency currency) {}
