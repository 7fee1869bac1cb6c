package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.PackageShare;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.Currency;
import org.tpx.protocol.LotPrice;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageEvent.PackageBidOpened;
import org.tpx.protocol.PackageEvent.PackageBidWon;
import org.tpx.protocol.PackageEvent.ReserveOpened;
import org.tpx.protocol.PackageEvent.WinnersDetermined;

/**
 * The end of a package sale: opens the bids, finds the winners and awards each lot on its own, so that contract, money, certificate
 * and title of a lot are those of any listing. A winning bid is shared out in proportion to the listing prices of its lots, to the
 * cent, by largest remainder, of equal remainders to the lot with the lower number.
 */
final class PackageAwards {

    private final Hall hall;
    private final WinnerDetermination determination = new WinnerDetermination();

    PackageAwards(Hall hall) {
        this.hall = hall;
    }

    /** The listings of these lots, in their order. */
    List<Listing> listings(List<CatalogueLot> lots) {
        return lots.stream().map(lot -> hall.listings().get(lot.listingId())).toList();
    }

    /**
     * Causes ReserveOpened per reserve, PackageBidOpened per bid, WinnersDetermined, PackageBidWon per winner; then per lot what the
     * award causes, or AuctionFailed and Unsold.
     */
    void determine(Turn turn, Catalogue catalogue) {
        List<CatalogueLot> lots =
                catalogue.standing().stream().filter(this::isCollecting).toList();
        if (lots.isEmpty()) {
            return;
        }
        List<CatalogueLot> forSale = lots.stream().filter(this::mayBeSold).toList();
        openReserves(turn, catalogue, forSale);
        List<PackageBid> taking = openBids(turn, catalogue, forSale);
        List<PackageBid> winners = winners(forSale, taking);
        tellWinners(turn, catalogue, lots, winners);
        Map<Integer, LotAward> awards = new TreeMap<>();
        winners.forEach(winner -> share(turn, catalogue, winner, awards));
        lots.forEach(lot -> end(turn, lot, awards.get(lot.number())));
    }

    private boolean isCollecting(CatalogueLot lot) {
        Auction auction = hall.index().live(hall.listings().get(lot.listingId()));
        return auction != null && auction.isRunning();
    }

    private boolean mayBeSold(CatalogueLot lot) {
        Listing listing = hall.listings().get(lot.listingId());
        return hall.foundation().rights().mayTransfer(listing.rightId(), listing.transferorId()) == null;
    }

    private static void openReserves(Turn turn, Catalogue catalogue, List<CatalogueLot> lots) {
        for (CatalogueLot lot : lots) {
            if (!lot.reserve().isNone()) {
                turn.emit(new ReserveOpened(catalogue.id(), lot.listingId(), lot.reserve()));
            }
        }
    }

    private List<PackageBid> openBids(Turn turn, Catalogue catalogue, List<CatalogueLot> forSale) {
        List<PackageBid> taking = new ArrayList<>();
        for (PackageBid bid : catalogue.bids()) {
            boolean valid = takesPart(catalogue, bid, forSale);
            if (valid) {
                taking.add(bid);
            }
            turn.emit(new PackageBidOpened(
                    catalogue.id(),
                    bid.number(),
                    bid.partyId(),
                    amount(catalogue, bid),
                    valid,
                    catalogue.refs(bid.lots())));
        }
        return taking;
    }

    private boolean takesPart(Catalogue catalogue, PackageBid bid, List<CatalogueLot> forSale) {
        List<CatalogueLot> lots = catalogue.lots(bid.lots());
        boolean open = forSale.containsAll(lots)
                && listings(lots).stream().allMatch(listing -> listing.isAdmitted(bid.partyId()));
        return open && (catalogue.offered(bid.lots()) != null || reachesReserves(lots, bid));
    }

    private boolean reachesReserves(List<CatalogueLot> lots, PackageBid bid) {
        long[] shares = shares(lots, bid);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] < lots.get(i).reserve().minor()) {
                return false;
            }
        }
        return true;
    }

    private List<PackageBid> winners(List<CatalogueLot> forSale, List<PackageBid> taking) {
        if (forSale.isEmpty()) {
            return List.of();
        }
        determination.begin(forSale.size());
        for (PackageBid bid : taking) {
            determination.add(bid.partyId(), lotSet(forSale, bid), bid.amountMinor());
        }
        determination.solve();
        List<PackageBid> winners = new ArrayList<>();
        for (int i = 0; i < taking.size(); i++) {
            if (determination.isWinner(i)) {
                winners.add(taking.get(i));
            }
        }
        return winners;
    }

    private static int lotSet(List<CatalogueLot> forSale, PackageBid bid) {
        int set = 0;
        for (int i = 0; i < forSale.size(); i++) {
            if ((bid.lots() & forSale.get(i).bit()) != 0) {
                set |= 1 << i;
            }
        }
        return set;
    }

    private void tellWinners(Turn turn, Catalogue catalogue, List<CatalogueLot> lots, List<PackageBid> winners) {
        long revenueMinor = winners.stream().mapToLong(PackageBid::amountMinor).sum();
        int sold = winners.stream()
                .mapToInt(winner -> Long.bitCount(winner.lots()))
                .sum();
        Currency currency = hall.listings().get(lots.get(0).listingId()).currency();
        turn.emit(new WinnersDetermined(catalogue.id(), Money.ofMinor(revenueMinor, currency), winners.size(), sold));
    }

    private void share(Turn turn, Catalogue catalogue, PackageBid winner, Map<Integer, LotAward> awards) {
        List<CatalogueLot> lots = catalogue.lots(winner.lots());
        long[] shares = shares(lots, winner);
        Money whole = amount(catalogue, winner);
        Money before = Money.zero(whole.currency());
        List<LotPrice> prices = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Money price = Money.ofMinor(shares[i], whole.currency());
            PackageShare share = shares.length == 1 ? PackageShare.NONE : new PackageShare(whole, before);
            awards.put(lots.get(i).number(), new LotAward(winner.partyId(), price, share));
            prices.add(new LotPrice(lots.get(i).listingId(), price));
            before = before.plus(price);
        }
        turn.emit(new PackageBidWon(catalogue.id(), winner.number(), winner.partyId(), whole, prices));
    }

    private void end(Turn turn, CatalogueLot lot, @Nullable LotAward award) {
        Listing listing = hall.listings().get(lot.listingId());
        Auction auction = hall.index().live(listing);
        if (auction == null) {
            return;
        }
        if (award == null) {
            hall.outcomes().fail(turn, listing, auction);
        } else {
            listing.packageShare(award.share());
            hall.outcomes().determine(turn, listing, auction, award.partyId(), award.price());
        }
    }

    private long[] shares(List<CatalogueLot> lots, PackageBid bid) {
        long[] weights = listings(lots).stream()
                .mapToLong(listing -> listing.price().minor())
                .toArray();
        return LargestRemainder.divide(bid.amountMinor(), weights);
    }

    private Money amount(Catalogue catalogue, PackageBid bid) {
        CatalogueLot first = catalogue.lots(bid.lots()).get(0);
        return Money.ofMinor(
                bid.amountMinor(), hall.listings().get(first.listingId()).currency());
    }

    /** Who gets a lot, for what, and where that lies within its bid. */
    private record LotAward(long partyId, Money price, PackageShare share) {}
}
