package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

/**
 * One way of forming a price when several transferees are admitted; one class each, which draws its lifecycle in its
 * comment. {@link Auctions} calls it when a listing is applied for, when the hours of an auction are fixed, and when the
 * clock of an auction says so; its own commands come to it directly.
 *
 * @param <A> what it keeps of one auction
 */
public interface Sale<A extends Auction> {

    /** How a notice names it. */
    AuctionMode mode();

    /** Its auctions in the order in which they were scheduled; part of the state. */
    Table<A> auctions();

    /** A new auction of the listing's present attempt, in no table yet. */
    A newAuction(Listing listing);

    /** Why the notice of a listing does not do for this mode at this listing price, its terms missing for example, or null. */
    default @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        return null;
    }

    /** The least price at which a listing with this listing price may be sold. */
    default Money leastPrice(Listing listing, Money price) {
        return price;
    }

    /** How many admitted transferees it takes; with fewer, a single one may quote alone where this is not above two. */
    default int leastBidders(Listing listing) {
        return 2;
    }

    /** Whether the clerk may fix the end of the first period with the hours; else notice and terms alone say how long it takes. */
    default boolean takesFirstPeriod() {
        return false;
    }

    /** Whether the clerk may fix the hours of one auction by itself. */
    default boolean isScheduledAlone() {
        return true;
    }

    /** Where the clerk may and does not, the length of the first period by notice or profile, in nanoseconds. */
    default long firstPeriodNanos(Listing listing) {
        return 0;
    }

    /** Whether all is there that must be before the clerk fixes the hours. */
    default boolean isReady(Listing listing) {
        return true;
    }

    /** The notice is published; where bidding begins during the disclosure, the auction is opened here ({@link Hall#open}). */
    default void onNotice(Turn turn, Listing listing) {}

    /** The disclosure is over, with intents or without. */
    default void onDisclosureEnd(Turn turn, Listing listing) {}

    /** T:start. The auction is SCHEDULED and must enter its first phase. */
    void onStart(Turn turn, Listing listing, A auction);

    /** The phase that the auction is in ended by its clock. */
    void onPhaseEnd(Turn turn, Listing listing, A auction);

    /** The auction stood still and goes on: its phase has a new deadline, or its start was put off. */
    default void onResumed(Turn turn, Listing listing, A auction) {}

    /** A halt of the market is lifted, and every auction goes on; they were not told one by one. */
    default void onMarketLift(Turn turn) {}

    /** Writes or reads what it keeps; whoever keeps more than auctions passes that on too. */
    default void exchange(Snapshot snapshot) {
        auctions().exchange(snapshot);
    }
}
