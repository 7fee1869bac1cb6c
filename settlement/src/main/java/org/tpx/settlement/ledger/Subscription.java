package org.tpx.settlement.ledger;

import org.tpx.protocol.Money;

/**
 * What became of an application in an offering.
 *
 * @param number its number in the offering
 * @param party the code of its party
 * @param preemptive whether a holder exercised its right of pre-emption
 * @param units units asked for
 * @param allottedUnits units that it got
 * @param paidIn what was paid in
 * @param paid what of that was paid for units
 * @param refund what of that went back
 */
public record Subscription(
        int number,
        String party,
        boolean preemptive,
        long units,
        long allottedUnits,
        Money paidIn,
        Money paid,
        Money refund) {}
