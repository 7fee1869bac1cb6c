package org.tpx.gateway.imports;

/**
 * A bid as a file has it.
 *
 * @param bidder who bid, by the file's own name; empty where it names nobody
 * @param afterNanos time since the opening of the auction
 * @param minor the bid in minor units
 */
record FileBid(String bidder, long afterNanos, long minor) {}
