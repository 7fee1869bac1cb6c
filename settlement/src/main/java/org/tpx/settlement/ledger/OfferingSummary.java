package org.tpx.settlement.ledger;

import org.tpx.protocol.Money;

/**
 * How an offering of units went.
 *
 * @param offeringId its identity
 * @param code its code
 * @param series the code of the series
 * @param state ANNOUNCED, OPEN, CLOSED, ALLOTTED, FAILED or CANCELLED
 * @param units units offered
 * @param allottedUnits units that applicants got
 * @param paidIn what applicants paid in
 * @param paid what of that was paid for units
 * @param refunded what of that went back
 */
public record OfferingSummary(
        long offeringId,
        String code,
        String series,
        String state,
        long units,
        long allottedUnits,
        Money paidIn,
        Money paid,
        Money refunded) {}
