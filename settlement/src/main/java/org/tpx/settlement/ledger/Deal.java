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

    /** What the buyer pays in sum: the price and its fee. */
    long totalMinor() {
        return Math.addExact(priceMinor, buyerFeeMinor);
    }

    /** What the seller gets. */
    long netMinor() {
        return Math.subtractExact(priceMinor, sellerFeeMinor);
    }

    /** What the exchange gets of both sides. */
    long feesMinor() {
        return Math.addExact(sellerFeeMinor, buyerFeeMinor);
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
