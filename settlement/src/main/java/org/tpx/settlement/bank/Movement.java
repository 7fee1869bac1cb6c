package org.tpx.settlement.bank;

import org.tpx.protocol.Money;

/**
 * A movement on the settlement account by the books.
 *
 * @param bankReference the bank's reference
 * @param timeNanos when it was booked, UTC epoch nanoseconds
 * @param amount positive in, negative out
 */
record Movement(String bankReference, long timeNanos, Money amount) {}
