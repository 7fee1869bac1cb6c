package org.tpx.gateway.view;

import org.tpx.protocol.Money;
import org.tpx.protocol.Side;

/**
 * An order in the book.
 *
 * @param order its public number: the market view counts the orders of a series as they come to rest, so of two orders at the same
 *     price the one with the lower number is first
 * @param side buy or sell
 * @param price the limit for one unit
 * @param units units that rest
 */
public record RestingOrder(long order, Side side, Money price, long units) {}
