package org.tpx.gateway.imports;

import java.util.Locale;

/** What the columns of a file of auction bids hold. */
public enum AuctionColumn implements Column {
    /** Which auction, by the file's own name for it. */
    AUCTION,
    /** When the bid came, counted from the opening of its auction. */
    TIME,
    /** Who bid; where it is empty, somebody of whom the auction has one. */
    BIDDER,
    /** The bid: the most that the bidder would pay. */
    BID,
    /** The start price of the auction, the same in all its rows. */
    START,
    /** The published final price of the auction, the same in all its rows; to compare with. */
    PRICE;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isOptional() {
        return this == PRICE;
    }
}
