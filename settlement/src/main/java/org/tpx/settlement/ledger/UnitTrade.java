package org.tpx.settlement.ledger;

import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Money;

/**
 * A trade of units as it was booked.
 *
 * @param sequence the turn
 * @param tradeNumber its number in its series
 * @param timeNanos when, UTC epoch nanoseconds
 * @param aggressor which order came last; none in a call
 * @param buyer the buyer, by its code
 * @param seller the seller, by its code
 * @param units how many units
 * @param price the price of one
 * @param amount price times units
 * @param buyerFee what the buyer paid as well
 * @param sellerFee what the seller got less
 */
public record UnitTrade(
        long sequence,
        long tradeNumber,
        long timeNanos,
        Aggressor aggressor,
        String buyer,
        String seller,
        long units,
        Money price,
        Money amount,
        Money buyerFee,
        Money sellerFee) {}
