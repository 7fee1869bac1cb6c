/**
 * Public data as commands: files that others publish are turned into a file for {@code tpx run}, which sets up a market of its own and
 * then sends what the file says, with stand-ins for the traders that nobody names.
 *
 * <pre>
 * file --> CsvRows   --> OrderImport --> OrderSink
 *   |      CSV           live orders        |-- first reading:  Totals, what the market needs
 *   `--------- twice --------------'        `-- second reading: OrderLines, after ImportedMarket --> NDJSON
 * </pre>
 *
 * <p>A file is read twice, so that every row of it is checked before the first line goes out, and so that the market is just large
 * enough; only the orders that rest are held in memory.
 *
 * <p>Auctions are read once and held in memory, since their rows stand in any order: AuctionFile, AuctionMarket, AuctionLines. What
 * was played is compared with what the file says by AuctionResults. Used by the command line.
 */
@NullMarked
package org.tpx.gateway.imports;

import org.jspecify.annotations.NullMarked;
