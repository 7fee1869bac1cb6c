package org.tpx.gateway.view;

import org.tpx.protocol.Money;

/**
 * What a call gives, or would give if it ended now.
 *
 * @param price its one price; {@link Money#NONE} where nothing trades
 * @param units units that trade
 * @param surplus units left over at the price: above zero wanted, below zero offered
 */
public record Indication(Money price, long units, long surplus) {

    /** No call, or one in which nothing trades. */
    public static final Indication NONE = new Indication(Money.NONE, 0, 0);
}
