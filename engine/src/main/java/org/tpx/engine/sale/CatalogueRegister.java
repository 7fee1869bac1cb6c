package org.tpx.engine.sale;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageEvent.CatalogueOpened;

/** All catalogues, and in which of them a listing stands. */
public final class CatalogueRegister {

    private final Table<Catalogue> catalogues = new Table<>(Catalogue::new);
    private final Codes codes = new Codes();
    private final Long2ObjectHashMap<Catalogue> byListing = new Long2ObjectHashMap<>();

    @Nullable
    Catalogue find(long catalogueId) {
        return catalogues.find(catalogueId);
    }

    boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    long nextId() {
        return catalogues.nextId();
    }

    void add(CatalogueOpened opened) {
        codes.enter(catalogues.add(new Catalogue(opened)));
    }

    /** The listing becomes a lot of the catalogue; where it stands in another with an attempt that is over, it leaves that. */
    CatalogueLot enter(Catalogue catalogue, Listing listing, Money reserve) {
        Catalogue before = byListing.put(listing.id(), catalogue);
        CatalogueLot over = before == null ? null : before.standing(listing.id());
        if (over != null) {
            over.become(CatalogueLot.Fate.OUT);
        }
        return catalogue.add(listing, comingAttempt(listing), reserve);
    }

    /** The catalogue in which the listing stands with its present attempt, an unsold one with its next; or null. */
    @Nullable
    Catalogue of(Listing listing) {
        return of(listing, comingAttempt(listing));
    }

    /** The catalogue in which the listing stands with this attempt, or null. */
    @Nullable
    Catalogue of(Listing listing, int attempt) {
        Catalogue catalogue = byListing.get(listing.id());
        CatalogueLot lot = catalogue == null ? null : catalogue.standing(listing.id());
        return lot == null || lot.attempt() != attempt ? null : catalogue;
    }

    /** The attempt that the listing's next notice is for. */
    static int comingAttempt(Listing listing) {
        return listing.state() == ListingState.UNSOLD ? listing.attempt() + 1 : listing.attempt();
    }

    /** Writes or reads all catalogues. */
    void exchange(Snapshot snapshot) {
        catalogues.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(catalogues);
            byListing.clear();
            catalogues.forEach(this::index);
        }
    }

    // A listing stands in one catalogue at most.
    private void index(Catalogue catalogue) {
        catalogue.standing().forEach(lot -> byListing.put(lot.listingId(), catalogue));
    }
}
