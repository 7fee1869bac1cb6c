package org.tpx.gateway.view;

import org.tpx.protocol.Money;

/**
 * What rests at one price.
 *
 * @param price the price of one unit
 * @param units units of all orders
 * @param orders the number of orders
 */
public record PriceLevel(Money price, long units, int orders) {}
