package org.tpx.settlement.ledger;

import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;

/**
 * The money of one deal. Fees are the books' own figures, which the engine's were held against.
 *
 * @param dealId the deal
 * @param listing the listing's code
 * @param listingNumber the listing's number
 * @param right the name of the right
 * @param transferor the seller's code
 * @param transferee the buyer's code
 * @param price the price
 * @param feeMode the column of the fee schedule
 * @param sellerFee the seller's fee
 * @param buyerFee the buyer's fee
 * @param deposit the part of the price that the deposit became
 * @param state how far the deal came: SIGNED, EFFECTIVE, FUNDED, CERTIFIED, RELEASED, COMPLETED, DEFAULTED, RESCINDED or REVOKED
 * @param certificateNumber the certificate; empty before it is issued
 */
public record DealSummary(
        long dealId,
        String listing,
        String listingNumber,
        String right,
        String transferor,
        String transferee,
        Money price,
        FeeMode feeMode,
        Money sellerFee,
        Money buyerFee,
        Money deposit,
        String state,
        String certificateNumber) {

    /** What the buyer pays in sum. */
    public Money total() {
        return price.plus(buyerFee);
    }

    /** What the seller gets. */
    public Money net() {
        return price.minus(sellerFee);
    }

    /** What the exchange earns. */
    public Money income() {
        return sellerFee.plus(buyerFee);
    }
}
