package org.tpx.settlement.document;

import java.util.List;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;
import org.tpx.protocol.RightType;

/**
 * What a transaction certificate states (domain.md 5.1). Instants are UTC epoch nanoseconds; {@code utcOffsetSeconds} is the offset
 * of the exchange's own calendar, by which its dates are written. Every certificate that was issued is here, so that two for one deal
 * are seen.
 *
 * @param certificateNumber the number
 * @param issuedSequence the turn that issued it, where its proof begins
 * @param issuedNanos when it was issued
 * @param listing the listing's code
 * @param listingNumber the project number
 * @param right the subject by name
 * @param rightType what kind of right it is
 * @param rightRegistration its number at the registry
 * @param signingNanos when the contract was signed
 * @param contract the contract's digest in hexadecimal digits; empty where a notice concluded it
 * @param listingStartNanos when the notice of the attempt that sold was published; 0 where there was none
 * @param listingEndNanos when its disclosure ended; 0 where there was none
 * @param transferor the seller's code
 * @param transferorAgent the code of the seller's member
 * @param transferees everybody who bought, one as a rule
 * @param auctionMode how the price was to be formed
 * @param feeMode whether it was formed by competition
 * @param appraisal the appraisal result; {@link Money#NONE} where there is none
 * @param price the transfer price
 * @param paymentForm how it was paid
 * @param revokedNanos when it was revoked; 0 while it holds
 * @param utcOffsetSeconds the offset of local time
 */
public record CertificateData(
        String certificateNumber,
        long issuedSequence,
        long issuedNanos,
        String listing,
        String listingNumber,
        String right,
        RightType rightType,
        String rightRegistration,
        long signingNanos,
        String contract,
        long listingStartNanos,
        long listingEndNanos,
        String transferor,
        String transferorAgent,
        List<Transferee> transferees,
        AuctionMode auctionMode,
        FeeMode feeMode,
        Money appraisal,
        Money price,
        PaymentForm paymentForm,
        long revokedNanos,
        int utcOffsetSeconds) {

    /**
     * One who bought.
     *
     * @param party the code
     * @param agent the code of its member; empty where none acted
     * @param price what it pays of the price
     */
    public record Transferee(String party, String agent, Money price) {}
}
