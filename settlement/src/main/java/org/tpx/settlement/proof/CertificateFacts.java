package org.tpx.settlement.proof;

import java.util.List;

/**
 * What a transaction certificate states, as text: dates in RFC 3339 at the exchange's own offset, money as currency and decimal,
 * kinds by the names of the protocol. Empty where there is none.
 *
 * @param number its number
 * @param exchange the name of the exchange
 * @param issued when it was issued
 * @param project the number of the project
 * @param subject the right that was sold
 * @param subjectType what kind of right it is
 * @param registration its number at the registry
 * @param listingStart the day on which the notice was published
 * @param listingEnd the day on which its disclosure ended
 * @param signed the day on which the contract was signed
 * @param contract SHA-256 of the contract
 * @param transferor the code of the seller
 * @param transferorAgent the code of the seller's member
 * @param transferees everybody who bought
 * @param tradeMode how the price was formed
 * @param appraisal the appraisal result
 * @param price the transfer price
 * @param paymentForm how it is paid
 * @param conclusion what the exchange concludes, in English
 * @param conclusionZh the same in Chinese
 * @param verifyAt where it can be verified: the name of the exchange's log
 */
public record CertificateFacts(
        String number,
        String exchange,
        String issued,
        String project,
        String subject,
        String subjectType,
        String registration,
        String listingStart,
        String listingEnd,
        String signed,
        String contract,
        String transferor,
        String transferorAgent,
        List<Transferee> transferees,
        String tradeMode,
        String appraisal,
        String price,
        String paymentForm,
        String conclusion,
        String conclusionZh,
        String verifyAt) {

    /**
     * One who bought.
     *
     * @param party the code
     * @param agent the code of its member
     * @param price its part of the price
     */
    public record Transferee(String party, String agent, String price) {}
}
