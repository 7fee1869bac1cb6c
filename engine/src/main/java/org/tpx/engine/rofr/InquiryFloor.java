package org.tpx.engine.rofr;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.RejectReason;

/** A floor that finds prices and then asks the holders; it keeps the clock of its inquiries. */
public interface InquiryFloor {

    /** Whether the listing's price is found here. */
    boolean finds(Listing listing);

    /** Why no answer can be taken in the listing's inquiry now, HALTED or LATE, or null. */
    @Nullable
    RejectReason refusalOfAnswer(Turn turn, Listing listing);

    /** Every holder has answered: the floor ends the inquiry unless it stands still. */
    void onAnswered(Turn turn, Listing listing);
}
