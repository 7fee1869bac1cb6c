package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Rules;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

/** An amount with which a bidder starts, or raises its own earlier one, where bidders take turns or offer in rounds. */
final class OwnRaise {

    private OwnRaise() {}

    /**
     * Why the amount will not do, or null: it lies at least at the start price, above the bidder's own, by whole increments, and below
     * the cap against mistyped prices.
     *
     * @param aboveMinor the bidder's own amount so far, or 0
     */
    static @Nullable RejectReason refusal(Rules rules, Listing listing, Money amount, long aboveMinor) {
        long startMinor = listing.price().minor();
        if (amount.currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        if (amount.minor() < startMinor) {
            return RejectReason.BELOW_START;
        }
        if (amount.minor() <= aboveMinor) {
            return RejectReason.NOT_ABOVE_OWN;
        }
        if ((amount.minor() - startMinor) % listing.terms().increment().minor() != 0) {
            return RejectReason.BAD_INCREMENT;
        }
        int multiple = rules.of(listing).sanityCapMultiple();
        return SanityCap.isExceeded(amount.minor(), startMinor, multiple) ? RejectReason.ABOVE_SANITY_CAP : null;
    }
}
