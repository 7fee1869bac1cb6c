package org.tpx.settlement.ledger;

import java.util.List;
import org.tpx.protocol.Money;

/**
 * How one listing went, with its deposits.
 *
 * @param listingId the listing
 * @param listing its code
 * @param listingNumber its number; empty before it was accepted
 * @param right the name of the right
 * @param registration the right's number at the registry
 * @param transferor the seller's code
 * @param listingPrice the listing price of the last attempt
 * @param attempt the last attempt, from 1
 * @param results what happened to it, in order
 * @param deposits the deposits of all parties that were asked for one, in order of the parties
 */
public record ListingSummary(
        long listingId,
        String listing,
        String listingNumber,
        String right,
        String registration,
        String transferor,
        Money listingPrice,
        int attempt,
        List<Result> results,
        List<Deposit> deposits) {

    /**
     * Something that happened to a listing.
     *
     * @param sequence the turn
     * @param timeNanos when, UTC epoch nanoseconds
     * @param attempt in which attempt
     * @param outcome what
     * @param reason why, as a code or in words; empty where there is nothing to say
     * @param party the code of the transferee, where it is about one; else empty
     * @param bidderCode that party's bidder code; else empty
     * @param price the price of an award; {@link Money#NONE} otherwise
     */
    public record Result(
            long sequence,
            long timeNanos,
            int attempt,
            ListingOutcome outcome,
            String reason,
            String party,
            String bidderCode,
            Money price) {}

    /**
     * The deposit of one party.
     *
     * @param party the party's code
     * @param required what was asked; zero before the party qualified
     * @param received what came
     * @param refunded what went back
     * @param converted what became price
     * @param forfeited what was forfeited
     */
    public record Deposit(
            String party, Money required, Money received, Money refunded, Money converted, Money forfeited) {

        /** What is still held. */
        public Money held() {
            return received.minus(refunded).minus(converted).minus(forfeited);
        }
    }
}
