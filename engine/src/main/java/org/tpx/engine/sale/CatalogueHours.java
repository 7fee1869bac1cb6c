package org.tpx.engine.sale;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.PackageCommand.ScheduleCatalogue;
import org.tpx.protocol.PackageEvent.CatalogueClosed;
import org.tpx.protocol.PackageEvent.CatalogueScheduled;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * The hours of catalogues. Once every lot that was applied for is through its qualification, the clerk fixes the start; lots that are
 * not ready then are left out. All auctions start together, or that of a lot when the one before is over, and a pause. A lot that
 * is suspended when its turn comes is passed over; once resumed it comes next, and where no other is left, the clerk fixes its hours.
 */
public final class CatalogueHours {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final Set<ListingState> NOT_READY = EnumSet.of(
            ListingState.UNDER_REVIEW,
            ListingState.ACCEPTED,
            ListingState.PRE_DISCLOSED,
            ListingState.DISCLOSED,
            ListingState.QUALIFYING,
            ListingState.SUSPENDED);
    private static final Set<ListingState> FOR_SALE = EnumSet.of(ListingState.IN_AUCTION, ListingState.SUSPENDED);

    private final Hall hall;
    private final CatalogueRegister register;
    private final Auctions auctions;
    private final PackageSale packages;

    CatalogueHours(Hall hall, CatalogueRegister register, Auctions auctions, PackageSale packages) {
        this.hall = hall;
        this.register = register;
        this.auctions = auctions;
        this.packages = packages;
        hall.outcomes().follow(this::onOver);
    }

    /** Causes CatalogueScheduled, then AuctionScheduled for the first lot, or for each. */
    public void schedule(Turn turn, ScheduleCatalogue command) {
        Catalogue catalogue = register.find(command.catalogueId());
        RejectReason reason = refusal(turn, catalogue, command);
        if (reason != null || catalogue == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.catalogueId());
            return;
        }
        for (CatalogueLot lot : catalogue.standing()) {
            if (readyListing(lot) == null) {
                lot.become(CatalogueLot.Fate.OUT);
            }
        }
        List<CatalogueLot> lots = catalogue.standing();
        catalogue.schedule(command.firstPeriodSeconds());
        turn.emit(new CatalogueScheduled(catalogue.id(), command.startNanos(), lots.size()));
        boolean inTurn = catalogue.opened().manner() == CatalogueManner.IN_TURN;
        for (CatalogueLot lot : inTurn ? lots.subList(0, 1) : lots) {
            auctions.schedule(
                    turn, hall.listings().get(lot.listingId()), command.startNanos(), command.firstPeriodSeconds());
        }
    }

    /** A lot left, or is over: causes the hours of the next one where lots come in turn, and CatalogueClosed after the last. */
    void goOn(Turn turn, Catalogue catalogue) {
        if (!catalogue.isScheduled() || catalogue.isClosed()) {
            return;
        }
        if (catalogue.opened().manner() == CatalogueManner.IN_TURN) {
            callNext(turn, catalogue);
        } else if (catalogue.isPackageSale()) {
            packages.settle(turn, catalogue);
        }
        closeIfDone(turn, catalogue);
    }

    private void onOver(Turn turn, Listing listing) {
        Catalogue catalogue = register.of(listing, listing.attempt());
        CatalogueLot lot = catalogue == null ? null : catalogue.standing(listing.id());
        if (catalogue != null && lot != null && catalogue.isScheduled()) {
            lot.become(listing.transfereeId() == 0 ? CatalogueLot.Fate.UNSOLD : CatalogueLot.Fate.SOLD);
            goOn(turn, catalogue);
        }
    }

    private void callNext(Turn turn, Catalogue catalogue) {
        Listing next = null;
        for (CatalogueLot lot : catalogue.standing()) {
            Listing listing = hall.listings().get(lot.listingId());
            if (hall.index().live(listing) != null) {
                return;
            }
            next = next == null ? readyListing(lot) : next;
        }
        if (next != null) {
            long startNanos = turn.timeNanos() + catalogue.opened().pauseSeconds() * NANOS_PER_SECOND;
            auctions.schedule(turn, next, startNanos, catalogue.firstPeriodSeconds());
        }
    }

    private void closeIfDone(Turn turn, Catalogue catalogue) {
        boolean forSale = catalogue.standing().stream()
                .map(lot -> hall.listings().get(lot.listingId()))
                .anyMatch(listing -> FOR_SALE.contains(listing.state()));
        if (!forSale && !catalogue.isClosed()) {
            catalogue.close();
            turn.emit(new CatalogueClosed(
                    catalogue.id(),
                    count(catalogue, CatalogueLot.Fate.SOLD),
                    count(catalogue, CatalogueLot.Fate.UNSOLD)));
        }
    }

    private static int count(Catalogue catalogue, CatalogueLot.Fate fate) {
        return (int) catalogue.lots().stream().filter(lot -> lot.fate() == fate).count();
    }

    private @Nullable RejectReason refusal(Turn turn, @Nullable Catalogue catalogue, ScheduleCatalogue command) {
        RejectReason reason = hall.foundation().members().access().role(turn, CLERK);
        if (reason != null) {
            return reason;
        }
        if (catalogue == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean ready = !catalogue.isClosed() && areReady(catalogue, command);
        boolean fits = command.firstPeriodSeconds() == 0 || !catalogue.isPackageSale();
        if (!ready || !fits) {
            return RejectReason.NOT_ALLOWED;
        }
        return command.startNanos() <= turn.timeNanos() ? RejectReason.LATE : null;
    }

    // At least one lot is ready, none will be yet, none has started, and the hours fit all of them.
    private boolean areReady(Catalogue catalogue, ScheduleCatalogue command) {
        boolean some = false;
        for (CatalogueLot lot : catalogue.standing()) {
            Listing listing = hall.listings().get(lot.listingId());
            boolean present = listing.attempt() == lot.attempt();
            Auction auction = hall.current(listing);
            boolean begun = auction != null && !auction.isScheduled();
            if (present && (begun || NOT_READY.contains(listing.state()))) {
                return false;
            }
            Listing ready = readyListing(lot);
            some |= ready != null;
            if (ready != null
                    && auctions.refusalOfHours(ready, command.startNanos(), command.firstPeriodSeconds()) != null) {
                return false;
            }
        }
        return some && catalogue.lots().stream().noneMatch(CatalogueHours::isOver);
    }

    private static boolean isOver(CatalogueLot lot) {
        return lot.fate() == CatalogueLot.Fate.SOLD || lot.fate() == CatalogueLot.Fate.UNSOLD;
    }

    // The listing of a lot whose auction may be given hours, or null.
    private @Nullable Listing readyListing(CatalogueLot lot) {
        Listing listing = hall.listings().get(lot.listingId());
        Auction auction = hall.current(listing);
        boolean waits = auction == null || auction.isScheduled();
        boolean ready = listing.state() == ListingState.IN_AUCTION && listing.attempt() == lot.attempt();
        return ready && waits ? listing : null;
    }
}
