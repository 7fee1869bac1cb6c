package org.tpx.settlement.bank;

import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;

/**
 * A receipt that is booked.
 *
 * @param bankReference the bank's reference
 * @param timeNanos when it was booked, UTC epoch nanoseconds
 * @param purpose what it was for
 * @param partyId the party
 * @param listingId the listing, or 0
 * @param amount how much
 */
public record BankReceipt(
        String bankReference, long timeNanos, MoneyPurpose purpose, long partyId, long listingId, Money amount) {}
