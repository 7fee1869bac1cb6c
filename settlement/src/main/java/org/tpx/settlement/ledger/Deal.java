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
        boolean paidInShares,
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

    /** What of the price is paid in money. */
    long cashPriceMinor() {
        return paidInShares ? 0 : priceMinor;
    }

    /**
     * What is paid in money in sum: the price and the buyer's fee, or where shares pay the price the fees of both, and what brokers get of
     * the buyer beside.
     */
    long totalMinor() {
        long withoutBrokers = paidInShares ? feesMinor() : Math.addExact(priceMinor, buyerFeeMinor);
        return Math.addExact(withoutBrokers, buyerCommissionMinor);
    }

    /** What the seller gets in money. */
    long netMinor() {
        return paidInShares
                ? 0
                : Math.subtractExact(Math.subtractExact(priceMinor, sellerFeeMinor), sellerCommissionMinor);
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
