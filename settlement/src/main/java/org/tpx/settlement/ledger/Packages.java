package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.LotPrice;
import org.tpx.protocol.PackageEvent.PackageBidWon;

/**
 * Bids that bought several listings together: how they were shared out is reckoned anew, in proportion to listing prices by largest
 * remainder, and kept for the fees, which are those on the whole bid.
 */
final class Packages {
    private final Handle handle;
    private final Listings listings;
    private final Differences differences;

    Packages(Handle handle, Listings listings, Differences differences) {
        this.handle = handle;
        this.listings = listings;
        this.differences = differences;
    }

    void won(Place place, PackageBidWon event) {
        String what = "bid " + event.bidNumber() + " of catalogue " + event.catalogueId();
        List<Long> shares = shares(event);
        long before = 0;
        for (int i = 0; i < shares.size(); i++) {
            LotPrice lot = event.lots().get(i);
            differences.check(
                    what + ", share of listing " + lot.listingId(),
                    event.amount().currency(),
                    shares.get(i),
                    lot.price().minor());
            keep(lot, event.amount().minor(), before);
            before += lot.price().minor();
        }
        differences.check(
                what + ", sum of the shares",
                event.amount().currency(),
                event.amount().minor(),
                before);
    }

    private void keep(LotPrice lot, long wholeMinor, long beforeMinor) {
        handle.execute(
                "INSERT INTO package_share (listing_id, whole_minor, before_minor, price_minor) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (listing_id) DO UPDATE SET whole_minor = excluded.whole_minor,"
                        + " before_minor = excluded.before_minor, price_minor = excluded.price_minor",
                lot.listingId(),
                wholeMinor,
                beforeMinor,
                lot.price().minor());
    }

    /** The listing came back unsold: whatever it is sold for next is no part of that bid. */
    void unsold(long listingId) {
        handle.execute("DELETE FROM package_share WHERE listing_id = ?", listingId);
    }

    /** Where the listing's price lies within the bid that it was a part of, or none. */
    Optional<Stretch> find(long listingId) {
        return handle.select("SELECT * FROM package_share WHERE listing_id = ?", listingId)
                .map((row, context) -> new Stretch(
                        row.getLong("whole_minor"), row.getLong("before_minor"), row.getLong("price_minor")))
                .findOne();
    }

    private List<Long> shares(PackageBidWon event) {
        List<BigInteger> prices = event.lots().stream()
                .map(lot -> listings.find(lot.listingId())
                        .map(Listing::listingPriceMinor)
                        .orElse(1L))
                .map(BigInteger::valueOf)
                .toList();
        BigInteger sum = prices.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger[]> parts = prices.stream()
                .map(price -> BigInteger.valueOf(event.amount().minor())
                        .multiply(price)
                        .divideAndRemainder(sum))
                .toList();
        List<Long> shares = new ArrayList<>(
                parts.stream().map(part -> part[0].longValueExact()).toList());
        long left = event.amount().minor()
                - shares.stream().mapToLong(Long::longValue).sum();
        // A stable sort: of equal remainders the earlier lot comes first.
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }
}
