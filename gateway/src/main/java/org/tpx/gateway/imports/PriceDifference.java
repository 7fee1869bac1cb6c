package org.tpx.gateway.imports;

import org.tpx.protocol.Money;

/**
 * An auction that reached another price than was published.
 *
 * @param auction the file's own name for it
 * @param published the published price
 * @param reached the price that was reached; {@link Money#NONE} where it was not sold
 * @param reason what the file lets one say about why
 */
public record PriceDifference(String auction, Money published, Money reached, Reason reason) {

    /** Why bids and a published price do not fit, as far as the bids tell. */
    public enum Reason {
        /** Nothing was sold. */
        UNSOLD("not sold: no bid was taken, or the journal does not have this auction"),
        /** More than anybody bid. */
        ABOVE_EVERY_BID("published above every bid of the file: a bid is missing"),
        /** The winner paid what it would have paid at most, though nobody else made it. */
        WINNERS_MAXIMUM("published at the highest bid, though the second and a step make less: a hidden reserve"),
        /** More than the second bid and a step make, and less than the highest bid. */
        ABOVE_THE_SECOND("published above what the second bid and a step make: a hidden reserve below the highest bid"),
        /** Less than the bids make. */
        BELOW_THE_SECOND("published below what the second bid and a step make: a bid was taken back, or came late");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** What a person is told. */
        public String sentence() {
            return sentence;
        }

        static Reason of(FileAuction auction, long reachedMinor) {
            long published = auction.publishedMinor();
            if (reachedMinor == 0) {
                return UNSOLD;
            }
            if (published < reachedMinor) {
                return BELOW_THE_SECOND;
            }
            if (published == auction.highestMinor()) {
                return WINNERS_MAXIMUM;
            }
            return published > auction.highestMinor() ? ABOVE_EVERY_BID : ABOVE_THE_SECOND;
        }
    }
}
