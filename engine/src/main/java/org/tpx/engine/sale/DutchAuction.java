package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;

/** One auction with a falling price. */
final class DutchAuction extends Auction {

    private int step;
    private final List<Offer> offers = new ArrayList<>();

    DutchAuction() {}

    DutchAuction(Listing listing) {
        super(listing);
    }

    /** The step whose price stands, or was accepted. */
    int step() {
        return step;
    }

    void nextStep() {
        step++;
    }

    /** First of the bidder that accepted the price, then those of the sealed stage in the order in which they came. */
    List<Offer> offers() {
        return offers;
    }

    /** The offer of the bidder that accepted the price. */
    Offer accepted() {
        return offers.get(0);
    }

    /** Whether the bidder offered anything in the sealed stage. */
    boolean hasStageBidOf(long partyId) {
        return offers.stream().skip(1).anyMatch(offer -> offer.partyId == partyId);
    }

    /** The highest offer but for one party's; of equal ones the earlier; null without any. */
    @Nullable
    Offer best(long besidesPartyId) {
        Offer best = null;
        for (Offer offer : offers) {
            if (offer.partyId != besidesPartyId && (best == null || offer.amountMinor > best.amountMinor)) {
                best = offer;
            }
        }
        return best;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        step = snapshot.number(step);
        snapshot.parts(offers, Offer::new);
    }

    /** What one bidder would pay. */
    static final class Offer implements Snapshot.Part {
        private long partyId;
        private long amountMinor;

        private Offer() {}

        Offer(long partyId, long amountMinor) {
            this.partyId = partyId;
            this.amountMinor = amountMinor;
        }

        long partyId() {
            return partyId;
        }

        long amountMinor() {
            return amountMinor;
        }

        void raise(long toMinor) {
            amountMinor = toMinor;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            amountMinor = snapshot.number(amountMinor);
        }
    }
}
