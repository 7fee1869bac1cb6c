package org.tpx.settlement.ledger;

import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferEvent.OfferSubmitted;
import org.tpx.protocol.OfferEvent.OfferTakenUp;
import org.tpx.protocol.OfferEvent.PlateOpened;
import org.tpx.protocol.OfferEvent.TakeUpLapsed;

/**
 * Offers at a marked price, the plates that waive their fees, and the listings that stand for take-ups, so that price, waiver and
 * places are held against what was offered.
 */
final class Offers {
    private static final String LIVE = "SELECT COUNT(*) FROM take_up WHERE offer_id = ? AND lapsed_nanos = 0";

    private final Handle handle;
    private final Differences differences;

    Offers(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    void plateOpened(Place place, PlateOpened event) {
        handle.execute(
                "INSERT INTO plate (plate_id, code, owner_id, places, fee_waived, end_nanos) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                event.plateId(),
                event.code(),
                event.ownerId(),
                event.terms().places(),
                event.terms().feeWaived() ? 1 : 0,
                event.terms().endNanos());
    }

    void submitted(Place place, OfferSubmitted event) {
        handle.execute(
                "INSERT INTO offer (offer_id, code, plate_id, right_id, owner_id, currency, price_minor, places)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.offerId(),
                event.code(),
                event.plateId(),
                event.rightId(),
                event.ownerId(),
                event.terms().price().currency(),
                event.terms().price().minor(),
                event.terms().places());
    }

    void takenUp(Place place, OfferTakenUp event) {
        String what = " of the take-up by listing " + event.listingId();
        int inserted = handle.execute(
                "INSERT INTO take_up (listing_id, offer_id, party_id, taken_nanos, lapsed_nanos) VALUES (?, ?, ?, ?, 0)"
                        + " ON CONFLICT DO NOTHING",
                event.listingId(),
                event.offerId(),
                event.partyId(),
                place.timeNanos());
        differences.require(inserted == 1, "offer" + what, "taken up once", "taken up again");
        Optional<Terms> offered = terms(event.listingId());
        differences.require(offered.isPresent(), "offer" + what, "submitted before", "unknown");
        offered.ifPresent(terms -> {
            differences.check("marked price" + what, terms.price(), event.price());
            differences.check("fees waived" + what, (Object) terms.feeWaived(), event.feeWaived());
            checkPlaces(event, terms, what);
        });
    }

    private void checkPlaces(OfferTakenUp event, Terms terms, String what) {
        long live = handle.select(LIVE, event.offerId()).mapTo(Long.class).one();
        differences.check("places taken" + what, (Object) live, (long) event.taken());
        boolean withinOffer = terms.places() == 0 || live <= terms.places();
        differences.require(withinOffer, "places" + what, terms.places() + " at most", live + "");
        long holders = handle.select(
                        "SELECT COUNT(DISTINCT t.party_id) FROM take_up t JOIN offer o ON o.offer_id = t.offer_id"
                                + " WHERE o.plate_id = ? AND t.lapsed_nanos = 0",
                        terms.plateId())
                .mapTo(Long.class)
                .one();
        boolean withinPlate = terms.plateId() == 0 || holders <= terms.platePlaces();
        differences.require(withinPlate, "places of the plate" + what, terms.platePlaces() + " at most", holders + "");
    }

    void lapsed(Place place, TakeUpLapsed event) {
        handle.execute(
                "UPDATE take_up SET lapsed_nanos = ? WHERE listing_id = ?", place.timeNanos(), event.listingId());
    }

    /** The marked price in minor units, where the listing stands for a take-up. */
    OptionalLong markedPriceMinor(long listingId) {
        return terms(listingId)
                .map(terms -> OptionalLong.of(terms.price().minor()))
                .orElse(OptionalLong.empty());
    }

    /** Whether the listing stands for a take-up under a plate that waives the service fees. */
    boolean isFeeWaived(long listingId) {
        return terms(listingId).map(Terms::feeWaived).orElse(false);
    }

    private Optional<Terms> terms(long listingId) {
        return handle.select(
                        "SELECT o.currency, o.price_minor, o.places, o.plate_id, COALESCE(p.places, 0) AS plate_places,"
                                + " COALESCE(p.fee_waived, 0) AS fee_waived FROM take_up t"
                                + " JOIN offer o ON o.offer_id = t.offer_id LEFT JOIN plate p ON p.plate_id = o.plate_id"
                                + " WHERE t.listing_id = ?",
                        listingId)
                .map((row, context) -> new Terms(
                        Money.ofMinor(row.getLong("price_minor"), Currency.valueOf(row.getString("currency"))),
                        row.getInt("places"),
                        row.getLong("plate_id"),
                        row.getInt("plate_places"),
                        row.getInt("fee_waived") != 0))
                .findOne();
    }

    /** What was offered to a take-up. */
    private record Terms(Money price, int places, long plateId, int platePlaces, boolean feeWaived) {}
}
