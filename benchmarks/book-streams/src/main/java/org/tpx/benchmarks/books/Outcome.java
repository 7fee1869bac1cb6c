package org.tpx.benchmarks.books;

/**
 * What a stream does to a book. Two books with equal outcomes did the same work.
 *
 * @param trades number of trades
 * @param lots quantity traded
 * @param digest of maker, price and quantity of each trade, in their order
 * @param resting orders in the book after the measured commands
 */
public record Outcome(long trades, long lots, long digest, int resting) {}
