package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Applications;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.PackageCommand.AddLot;
import org.tpx.protocol.PackageCommand.OfferPackage;
import org.tpx.protocol.PackageCommand.OpenCatalogue;
import org.tpx.protocol.PackageCommand.RemoveLot;
import org.tpx.protocol.PackageEvent.CatalogueOpened;
import org.tpx.protocol.PackageEvent.LotAdded;
import org.tpx.protocol.PackageEvent.LotRemoved;
import org.tpx.protocol.PackageEvent.PackageOffered;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Sale events: many lots under one number with their dates. What a catalogue holds is put together here; its hours and what
 * follows when a lot is over are in {@link CatalogueHours}. A lot is a listing like any other, with its own right, deposit and
 * bidders; the catalogue says when it comes under the hammer, and for a package sale also how.
 */
public final class Catalogues {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final Set<ListingState> DRAFTS =
            EnumSet.of(ListingState.DRAFT, ListingState.RETURNED, ListingState.UNSOLD);
    private static final int MAX_LOTS = 1_000;
    private static final int MAX_PACKAGES = 100;

    private final Hall hall;
    private final CatalogueRegister register;
    private final CatalogueHours hours;

    /** Catalogues whose lots are sold in this hall. */
    public Catalogues(Hall hall, CatalogueRegister register, Auctions auctions, PackageSale packages) {
        this.hall = hall;
        this.register = register;
        hours = new CatalogueHours(hall, register, auctions, packages);
    }

    /** Their hours. */
    public CatalogueHours hours() {
        return hours;
    }

    /** Causes CatalogueOpened. */
    public void open(Turn turn, OpenCatalogue command) {
        RejectReason reason = refusalOfOpening(turn, command);
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        int year = hall.foundation().calendars().get(command.calendarId()).localYear(turn.timeNanos());
        long catalogueId = register.nextId();
        CatalogueOpened opened = new CatalogueOpened(
                catalogueId,
                command.calendarId(),
                command.manner(),
                command.startNanos(),
                command.pauseSeconds(),
                command.collectingSeconds(),
                command.code(),
                Applications.numbered("CAT-" + year + "-", catalogueId, 4),
                command.title());
        register.add(opened);
        turn.emit(opened);
    }

    /** Causes LotAdded. */
    public void addLot(Turn turn, AddLot command) {
        Listing listing = hall.listings().forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        Catalogue catalogue = register.find(command.catalogueId());
        RejectReason reason =
                catalogue == null ? RejectReason.UNKNOWN_SUBJECT : refusalOfLot(catalogue, listing, command);
        if (reason != null || catalogue == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, listing.id());
            return;
        }
        CatalogueLot lot = register.enter(catalogue, listing, command.reserve());
        turn.emit(new LotAdded(catalogue.id(), listing.id(), lot.number(), lot.attempt()));
    }

    /** Causes LotRemoved, and where it was next, the hours of the lot after it. */
    public void removeLot(Turn turn, RemoveLot command) {
        boolean byClerk = hall.foundation().members().access().role(turn, CLERK) == null;
        Listing listing = byClerk
                ? hall.listings().forRole(turn, command.listingId(), CLERK)
                : hall.listings().forSeller(turn, command.listingId(), false);
        if (listing == null) {
            return;
        }
        Catalogue catalogue = register.find(command.catalogueId());
        CatalogueLot lot = catalogue == null ? null : catalogue.standing(listing.id());
        if (catalogue == null || lot == null || !isRemovable(catalogue, listing)) {
            turn.refuse(catalogue == null ? RejectReason.UNKNOWN_SUBJECT : RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        lot.become(CatalogueLot.Fate.OUT);
        turn.emit(new LotRemoved(catalogue.id(), listing.id(), lot.number(), command.reason()));
        hours.goOn(turn, catalogue);
    }

    /** Causes PackageOffered; a package of the same lots gives way to it. */
    public void offerPackage(Turn turn, OfferPackage command) {
        Catalogue catalogue = register.find(command.catalogueId());
        RejectReason reason = refusalOfPackage(turn, catalogue, command);
        if (reason != null || catalogue == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.catalogueId());
            return;
        }
        long bits = catalogue.bits(command.lots());
        catalogue.offer(new OfferedPackage(bits, command.floor().minor()));
        turn.emit(new PackageOffered(catalogue.id(), command.transferorId(), command.floor(), catalogue.refs(bits)));
    }

    /** Writes or reads all catalogues. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
    }

    private @Nullable RejectReason refusalOfOpening(Turn turn, OpenCatalogue command) {
        RejectReason reason = hall.foundation().members().access().role(turn, CLERK);
        if (reason != null) {
            return reason;
        }
        if (hall.foundation().calendars().find(command.calendarId()) == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        boolean packages = command.manner() == CatalogueManner.PACKAGE;
        boolean fits = packages == command.collectingSeconds() > 0
                && (command.pauseSeconds() == 0 || command.manner() == CatalogueManner.IN_TURN);
        return fits ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason refusalOfLot(Catalogue catalogue, Listing listing, AddLot command) {
        boolean packageMode = listing.terms().auctionMode() == AuctionMode.PACKAGE;
        boolean fits = DRAFTS.contains(listing.state())
                && register.of(listing) == null
                && !catalogue.isScheduled()
                && packageMode == catalogue.isPackageSale()
                && (packageMode || command.reserve().isNone())
                && listing.calendarId() == catalogue.opened().calendarId();
        List<CatalogueLot> standing = catalogue.standing();
        Listing first = standing.isEmpty()
                ? listing
                : hall.listings().get(standing.get(0).listingId());
        if (!fits || (packageMode && !hasSameRules(listing, first))) {
            return RejectReason.NOT_ALLOWED;
        }
        boolean reserveFits = command.reserve().isNone() || command.reserve().currency() == listing.currency();
        if (!reserveFits || (packageMode && listing.currency() != first.currency())) {
            return RejectReason.CURRENCY;
        }
        return isFull(catalogue, standing) ? RejectReason.SALE_FULL : null;
    }

    // One fee is reckoned on a bid for several lots, and one profile's limits hold for it.
    private static boolean hasSameRules(Listing listing, Listing other) {
        return listing.profileId() == other.profileId() && listing.feeScheduleId() == other.feeScheduleId();
    }

    // Lots of a package sale are bits of a number, those that were taken out included.
    private static boolean isFull(Catalogue catalogue, List<CatalogueLot> standing) {
        return catalogue.isPackageSale()
                ? standing.size() >= WinnerDetermination.MAX_LOTS
                        || catalogue.lots().size() >= Long.SIZE - 1
                : catalogue.lots().size() >= MAX_LOTS;
    }

    private boolean isRemovable(Catalogue catalogue, Listing listing) {
        if (catalogue.isPackageSale()) {
            return DRAFTS.contains(listing.state()) && !catalogue.isScheduled();
        }
        Auction auction = hall.current(listing);
        return auction == null || auction.isScheduled();
    }

    private @Nullable RejectReason refusalOfPackage(Turn turn, @Nullable Catalogue catalogue, OfferPackage command) {
        Access access = hall.foundation().members().access();
        RejectReason reason = access.agent(turn, command.transferorId(), MandateScope.SELL, true);
        if (reason != null) {
            return reason;
        }
        boolean known = command.lots().stream().allMatch(lot -> hall.listings().find(lot.listingId()) != null);
        if (catalogue == null || !known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        long bits = catalogue.isPackageSale() && !catalogue.isScheduled() ? catalogue.bits(command.lots()) : 0;
        if (Long.bitCount(bits) < 2 || !areDraftsOf(catalogue.lots(bits), command.transferorId())) {
            return RejectReason.NOT_ALLOWED;
        }
        Listing first = hall.listings().get(command.lots().get(0).listingId());
        if (command.floor().currency() != first.currency()) {
            return RejectReason.CURRENCY;
        }
        boolean full = catalogue.offered(bits) == null && catalogue.packages().size() >= MAX_PACKAGES;
        return full ? RejectReason.SALE_FULL : null;
    }

    private boolean areDraftsOf(List<CatalogueLot> lots, long transferorId) {
        return lots.stream()
                .map(lot -> hall.listings().get(lot.listingId()))
                .allMatch(listing -> listing.transferorId() == transferorId && DRAFTS.contains(listing.state()));
    }
}
