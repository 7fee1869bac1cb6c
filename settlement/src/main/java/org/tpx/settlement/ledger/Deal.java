package org.tpx.settlement.ledger;

import org.tpx.protocol.Currency;

/**
 * A deal as the books know it. The fees are the books' own; amounts are minor units of the deal's currency, instants epoch
 * nanoseconds and 0 where they did not come yet.
 */
record Deal(
        long dealId,
        long listingId,
        long transferorId,
        long transfereeId,
        Currency currency,
        long priceMinor,
        long sellerFeeMinor,
        long buyerFeeMinor,
        long sellerCommissionMinor,
        long buyerCommissionMinor,
        long depositMinor,
        State state,
        long certifiedNanos,
        long deliveredNanos) {

    /** How far a deal came. */
    enum State {
        SIGNED,
        EFFECTIVE,
        FUNDED,
        CERTIFIED,
        RELEASED,
        COMPLETED,
        DEFAULTED,
        RESCINDED,
        REVOKED
    }

    /** What the buyer pays in sum: the price, its fee and what brokers get of it. */
    long totalMinor() {
        return Math.addExact(Math.addExact(priceMinor, buyerFeeMinor), buyerCommissionMinor);
    }

    /** What the seller gets. */
    long netMinor() {
        return Math.subtractExact(Math.subtractExact(priceMinor, sellerFeeMinor), sellerCommissionMinor);
    }

    /** What the exchange gets of both sides. */
    long feesMinor() {
        return Math.addExact(sellerFeeMinor, buyerFeeMinor);
    }

    /** What brokers get of both sides. */
    long commissionsMinor() {
        return Math.addExact(sellerCommissionMinor, buyerCommissionMinor);
    }

    AccountKey commissionAccount() {
        return AccountKey.commission(dealId, currency);
    }

    AccountKey priceAccount() {
        return AccountKey.price(dealId, currency);
    }

    AccountKey feeAccount() {
        return AccountKey.feeHeld(dealId, currency);
    }

    String named(String what) {
        return what + " of DEAL-" + dealId;
    }
}
