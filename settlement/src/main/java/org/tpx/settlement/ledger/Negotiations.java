package org.tpx.settlement.ledger;

import org.tpx.protocol.FeeMode;
import org.tpx.protocol.NegotiationEvent.NegotiationCancelled;
import org.tpx.protocol.NegotiationEvent.NegotiationOpened;
import org.tpx.protocol.NegotiationEvent.NegotiationProposed;
import org.tpx.protocol.NegotiationEvent.NoticePosted;
import org.tpx.protocol.NegotiationEvent.TermsChanged;
import org.tpx.protocol.NegotiationTerms;

/** What was agreed in negotiations: the contract that follows must say the same. */
final class Negotiations {
    private final Listings listings;
    private final Forfeitures forfeitures;

    Negotiations(Listings listings, Forfeitures forfeitures) {
        this.listings = listings;
        this.forfeitures = forfeitures;
    }

    void proposed(Place place, NegotiationProposed event) {
        agreed(place, event.listingId(), event.terms());
    }

    void opened(Place place, NegotiationOpened event) {
        agreed(place, event.listingId(), event.terms());
    }

    private void agreed(Place place, long listingId, NegotiationTerms terms) {
        listings.agreed(
                place, listingId, new Award(terms.transfereeId(), terms.price().minor(), FeeMode.NEGOTIATED));
    }

    void termsChanged(Place place, TermsChanged event) {
        Award award = new Award(event.transfereeId(), event.price().minor(), FeeMode.NEGOTIATED);
        listings.agreed(place, event.listingId(), award);
    }

    void noticePosted(Place place, NoticePosted event) {
        listings.noticeStands(place, event.listingId(), event.noticeEndNanos());
    }

    void cancelled(Place place, NegotiationCancelled event) {
        forfeitures.notResold(event.listingId());
    }
}
