package org.tpx.engine.sale;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.LotRef;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageCommand.SubmitPackageBid;
import org.tpx.protocol.PackageEvent.CollectingExtended;
import org.tpx.protocol.PackageEvent.PackageBidSubmitted;
import org.tpx.protocol.RejectReason;

/**
 * Several listings sold together as lots of a catalogue, with bids on one lot or on several (section 2.2 J, machine 9.3). A party may
 * hand in as many bids as it likes; at most one of them wins. Bids cannot be taken back, only raised.
 *
 * <pre>
 *  each lot, all at the same time:
 *  SCHEDULED --T:start--&gt; COLLECTING --T, when the time of all lots is over--&gt; the winners are determined for all lots:
 *                                                        DETERMINED, or FAILED where no winning bid holds the lot
 * </pre>
 *
 * <p>All lots collect until the same instant: where one stood still, the others collect as long as it does, and where their time was
 * over meanwhile they collect again. A single admitted transferee bids like several: its bid is the quote that it must give.
 *
 * <p>A bid must pay for each of its lots, its amount shared out in proportion to listing prices, at least the listing price; a bid on
 * exactly the lots of a package that the seller offered must pay the package's floor instead. Amounts are plain in the journal's
 * command and in no event before they are opened.
 */
public final class PackageSale implements Sale<PackageAuction> {

    private final Hall hall;
    private final Halts halts;
    private final CatalogueRegister catalogues;
    private final PackageAwards awards;
    private final int marketWork;
    private final Table<PackageAuction> auctions = new Table<>(PackageAuction::new);

    /** Package sales in this hall, of the lots of these catalogues. */
    public PackageSale(Hall hall, Halts halts, CatalogueRegister catalogues) {
        this.hall = hall;
        this.halts = halts;
        this.catalogues = catalogues;
        awards = new PackageAwards(hall);
        marketWork = hall.foundation().backlog().register(this::alignNext);
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.PACKAGE;
    }

    @Override
    public Table<PackageAuction> auctions() {
        return auctions;
    }

    @Override
    public PackageAuction newAuction(Listing listing) {
        return new PackageAuction(listing);
    }

    /** TERMS_MISSING where it is a lot of no catalogue whose hours may still be fixed. */
    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        Catalogue catalogue = catalogues.of(listing);
        return catalogue == null || catalogue.isScheduled() ? RejectReason.TERMS_MISSING : null;
    }

    /** Its least share of the floors of the packages that hold it, where that is below the listing price. */
    @Override
    public Money leastPrice(Listing listing, Money price) {
        Catalogue catalogue = catalogues.of(listing);
        CatalogueLot lot = catalogue == null ? null : catalogue.standing(listing.id());
        Money least = price;
        if (catalogue != null && lot != null) {
            for (OfferedPackage offered : catalogue.packages()) {
                if ((offered.lots() & lot.bit()) != 0) {
                    least = least.min(shareOfFloor(catalogue, offered, listing, price));
                }
            }
        }
        return least;
    }

    @Override
    public int leastBidders(Listing listing) {
        return 1;
    }

    @Override
    public boolean isScheduledAlone() {
        return false;
    }

    @Override
    public long firstPeriodNanos(Listing listing) {
        Catalogue catalogue = catalogues.of(listing);
        return catalogue == null ? 0 : catalogue.opened().collectingSeconds() * 1_000_000_000L;
    }

    /** Causes PhaseStarted, and CollectingExtended where the lot starts later than others. */
    @Override
    public void onStart(Turn turn, Listing listing, PackageAuction auction) {
        long deadlineNanos = turn.timeNanos() + auction.firstPeriodNanos();
        hall.clock().begin(turn, listing, auction, AuctionPhase.COLLECTING, 0, deadlineNanos);
        align(turn, catalogues.of(listing, listing.attempt()));
    }

    /** Where no other lot still collects, causes what the determination causes. */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, PackageAuction auction) {
        Catalogue catalogue = catalogues.of(listing, listing.attempt());
        if (catalogue != null) {
            settle(turn, catalogue);
        }
    }

    /** Causes CollectingExtended where others collect not as long. */
    @Override
    public void onResumed(Turn turn, Listing listing, PackageAuction auction) {
        align(turn, catalogues.of(listing, listing.attempt()));
    }

    /** Causes CollectingExtended per catalogue whose lots collect until different instants. */
    @Override
    public void onMarketLift(Turn turn) {
        hall.foundation().backlog().add(marketWork, 0);
    }

    /** A lot collects no more, or is gone: where no other still collects, causes what the determination causes. */
    void settle(Turn turn, Catalogue catalogue) {
        if (catalogue.isScheduled() && !catalogue.isDetermined() && isOver(turn, catalogue)) {
            catalogue.determine();
            awards.determine(turn, catalogue);
        }
    }

    /** Causes PackageBidSubmitted. */
    public void submitBid(Turn turn, SubmitPackageBid command) {
        Access access = hall.foundation().members().access();
        Catalogue catalogue = catalogues.find(command.catalogueId());
        RejectReason reason = access.agent(turn, command.partyId(), MandateScope.BUY, false);
        if (reason == null) {
            reason = refusalOfSubject(catalogue, command.lots());
        }
        if (reason != null || catalogue == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.catalogueId());
            return;
        }
        long bits = catalogue.bits(command.lots());
        List<CatalogueLot> lots = catalogue.lots(bits);
        reason = lots.isEmpty() ? RejectReason.NOT_ALLOWED : refusalOfBidder(turn, lots, command.partyId());
        if (reason == null) {
            reason = refusalOfAmount(catalogue, bits, command);
        }
        if (reason != null) {
            turn.refuse(reason, command.catalogueId());
            return;
        }
        PackageBid lower = catalogue.bid(command.partyId(), bits);
        PackageBid bid =
                catalogue.take(command.partyId(), bits, command.amount().minor());
        int replaced = lower == null ? 0 : lower.number();
        turn.emit(new PackageBidSubmitted(catalogue.id(), bid.number(), bid.partyId(), replaced, catalogue.refs(bits)));
    }

    private long alignNext(Turn turn, long subjectId, long cursor) {
        Catalogue catalogue = catalogues.find(cursor + 1);
        if (catalogue == null) {
            return Backlog.DONE;
        }
        align(turn, catalogue);
        return cursor + 1;
    }

    private @Nullable RejectReason refusalOfSubject(@Nullable Catalogue catalogue, List<LotRef> lots) {
        if (catalogue == null || lots.stream().anyMatch(lot -> hall.listings().find(lot.listingId()) == null)) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return catalogue.isPackageSale() ? null : RejectReason.NOT_ALLOWED;
    }

    // Of the reasons that the lots give, the first in their order.
    private @Nullable RejectReason refusalOfBidder(Turn turn, List<CatalogueLot> lots, long partyId) {
        RejectReason first = null;
        for (CatalogueLot lot : lots) {
            Listing listing = hall.listings().get(lot.listingId());
            Intent intent = listing.intent(partyId);
            RejectReason reason = hall.door().refusal(turn, listing, hall.current(listing), intent);
            if (reason != null && (first == null || reason.compareTo(first) < 0)) {
                first = reason;
            }
        }
        return first;
    }

    private @Nullable RejectReason refusalOfAmount(Catalogue catalogue, long bits, SubmitPackageBid command) {
        Money amount = command.amount();
        List<Listing> listings = awards.listings(catalogue.lots(bits));
        if (amount.currency() != listings.get(0).currency()) {
            return RejectReason.CURRENCY;
        }
        OfferedPackage offered = catalogue.offered(bits);
        long startMinor = offered == null ? sumOfPrices(listings) : offered.floorMinor();
        if (amount.minor() < startMinor) {
            return RejectReason.BELOW_START;
        }
        PackageBid own = catalogue.bid(command.partyId(), bits);
        if (own != null && amount.minor() <= own.amountMinor()) {
            return RejectReason.NOT_ABOVE_OWN;
        }
        int multiple = hall.rules().of(listings.get(0)).sanityCapMultiple();
        if (SanityCap.isExceeded(amount.minor(), startMinor, multiple)) {
            return RejectReason.ABOVE_SANITY_CAP;
        }
        boolean full = own == null && catalogue.bids().size() >= WinnerDetermination.MAX_BIDS;
        return full ? RejectReason.SALE_FULL : null;
    }

    private static long sumOfPrices(List<Listing> listings) {
        return listings.stream().mapToLong(listing -> listing.price().minor()).sum();
    }

    private Money shareOfFloor(Catalogue catalogue, OfferedPackage offered, Listing own, Money price) {
        long sumMinor = 0;
        for (Listing listing : awards.listings(catalogue.lots(offered.lots()))) {
            sumMinor +=
                    listing.id() == own.id() ? price.minor() : listing.price().minor();
        }
        BigInteger share = BigInteger.valueOf(offered.floorMinor())
                .multiply(BigInteger.valueOf(price.minor()))
                .divide(BigInteger.valueOf(sumMinor));
        return Money.ofMinor(share.longValueExact(), price.currency());
    }

    // Lots that stand still are left alone: they bring their own time when they go on.
    private void align(Turn turn, @Nullable Catalogue catalogue) {
        if (catalogue == null || !catalogue.isPackageSale() || catalogue.isDetermined()) {
            return;
        }
        long latestNanos = 0;
        for (Listing lot : collecting(catalogue)) {
            latestNanos = Math.max(latestNanos, deadlineNanos(lot));
        }
        boolean moved = false;
        for (Listing lot : collecting(catalogue)) {
            Auction auction = hall.current(lot);
            if (auction != null && auction.deadlineNanos() < latestNanos) {
                hall.clock().enter(lot, auction, AuctionPhase.COLLECTING, latestNanos);
                moved = true;
            }
        }
        if (moved) {
            turn.emit(new CollectingExtended(catalogue.id(), latestNanos));
        }
    }

    private List<Listing> collecting(Catalogue catalogue) {
        return awards.listings(catalogue.standing()).stream()
                .filter(listing -> !halts.isHalted(listing))
                .filter(listing -> deadlineNanos(listing) != Auction.NONE)
                .toList();
    }

    // Of a lot that has started and not ended, else NONE.
    private long deadlineNanos(Listing listing) {
        Auction auction = hall.index().live(listing);
        return auction == null || !auction.isRunning() ? Auction.NONE : auction.deadlineNanos();
    }

    private boolean isOver(Turn turn, Catalogue catalogue) {
        for (Listing listing : awards.listings(catalogue.standing())) {
            Auction auction = hall.index().live(listing);
            boolean ended = auction == null || (auction.isRunning() && auction.isPast(turn.timeNanos()));
            if (!ended || (auction != null && halts.isHalted(listing))) {
                return false;
            }
        }
        return true;
    }
}
