package org.tpx.gateway.view;

import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Money;

/**
 * A line of the tape.
 *
 * @param number the trade's number in its series
 * @param timeNanos when, UTC epoch nanoseconds
 * @param price the price of one unit
 * @param units units
 * @param aggressor which side took the other's price; none in a call
 */
public record Trade(long number, long timeNanos, Money price, long units, Aggressor aggressor) {}
