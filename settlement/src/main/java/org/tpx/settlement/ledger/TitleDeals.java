package org.tpx.settlement.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.DealEvent.HandoverAccepted;
import org.tpx.protocol.DealEvent.TitleRegistered;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RightType;
import org.tpx.settlement.register.EntryPlace;
import org.tpx.settlement.register.TitlePostings;

/** Titles that deals pass: to all buyers at once, as they shared the price, when the first of them is told. */
final class TitleDeals {
    private static final int WHOLE_BPS = 10_000;

    private final Handle handle;
    private final Deals deals;
    private final Buyers buyers;
    private final TitlePostings titles;

    TitleDeals(Handle handle, Deals deals, Buyers buyers, TitlePostings titles) {
        this.handle = handle;
        this.deals = deals;
        this.buyers = buyers;
        this.titles = titles;
    }

    void titleRegistered(Place place, TitleRegistered event) {
        pass(place, event.dealId(), event.rightId());
    }

    /** The handover is all the title there is where no registry enters the owner; a take-up gives none. */
    void handoverAccepted(Place place, HandoverAccepted event) {
        handle.select(
                        "SELECT r.right_id, r.right_type FROM listing l JOIN traded_right r ON r.right_id = l.right_id"
                                + " WHERE l.listing_id = ? AND NOT EXISTS"
                                + " (SELECT 1 FROM take_up t WHERE t.listing_id = l.listing_id)",
                        event.listingId())
                .map((row, context) ->
                        hasRegistry(RightType.valueOf(row.getString("right_type"))) ? 0L : row.getLong("right_id"))
                .findOne()
                .filter(rightId -> rightId != 0)
                .ifPresent(rightId -> pass(place, event.dealId(), rightId));
    }

    private void pass(Place place, long dealId, long rightId) {
        deals.with(dealId, "title", deal -> {
            if (deal.deliveredNanos() != 0) {
                return;
            }
            List<Owner> owners = buyers.of(deal, WHOLE_BPS).stream()
                    .filter(share -> share.priceMinor() > 0)
                    .map(share -> new Owner(share.partyId(), (int) share.priceMinor()))
                    .toList();
            EntryPlace entry = new EntryPlace(place.sequence(), place.ordinal(), place.timeNanos());
            titles.passedByDeal(entry, rightId, dealId, deal.transferorId(), owners);
        });
    }

    private static boolean hasRegistry(RightType type) {
        return switch (type) {
            case PATENT_INVENTION,
                    PATENT_UTILITY,
                    PATENT_DESIGN,
                    PATENT_APPLICATION,
                    IC_LAYOUT,
                    PLANT_VARIETY,
                    TECH_EQUITY,
                    CAPITAL_INCREASE -> true;
            default -> false;
        };
    }
}
