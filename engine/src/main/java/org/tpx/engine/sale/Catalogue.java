package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.CatalogueManner;
import org.tpx.protocol.LotRef;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageEvent.CatalogueOpened;

/**
 * One sale event: its lots, and for a package sale the offered packages and the bids. It keeps state and answers questions.
 *
 * <pre>
 *  OPEN --hours fixed--&gt; SCHEDULED (hours may change until the first lot starts) --no lot for sale any more--&gt; CLOSED
 * </pre>
 */
final class Catalogue implements Snapshot.Part, Codes.Coded {

    private static final CatalogueOpened BLANK =
            new CatalogueOpened(0, 0, CatalogueManner.TOGETHER, 0, 0, 0, "", "", "");

    private CatalogueOpened opened;
    private final List<CatalogueLot> lots = new ArrayList<>();
    private final List<OfferedPackage> packages = new ArrayList<>();
    private final List<PackageBid> bids = new ArrayList<>();
    private int lastBid;
    private int firstPeriodSeconds;
    private boolean scheduled;
    private boolean determined;
    private boolean closed;

    Catalogue() {
        this(BLANK);
    }

    Catalogue(CatalogueOpened opened) {
        this.opened = opened;
    }

    @Override
    public long id() {
        return opened.catalogueId();
    }

    @Override
    public String code() {
        return opened.code();
    }

    CatalogueOpened opened() {
        return opened;
    }

    boolean isPackageSale() {
        return opened.manner() == CatalogueManner.PACKAGE;
    }

    /** In the order of their numbers, those that were taken out included. */
    List<CatalogueLot> lots() {
        return lots;
    }

    List<CatalogueLot> standing() {
        return lots.stream().filter(CatalogueLot::isStanding).toList();
    }

    /** The lot of a listing that stands in the catalogue, or null. */
    @Nullable
    CatalogueLot standing(long listingId) {
        for (CatalogueLot lot : lots) {
            if (lot.listingId() == listingId && lot.isStanding()) {
                return lot;
            }
        }
        return null;
    }

    CatalogueLot add(Listing listing, int attempt, Money reserve) {
        CatalogueLot lot = new CatalogueLot(lots.size() + 1, listing, attempt, reserve);
        lots.add(lot);
        return lot;
    }

    /** The bits of these lots; 0 where one is named twice, or is not in the catalogue or no more, or none is named. */
    long bits(List<LotRef> refs) {
        long bits = 0;
        for (LotRef ref : refs) {
            CatalogueLot lot = find(ref.listingId());
            if (lot == null || (bits & lot.bit()) != 0) {
                return 0;
            }
            bits |= lot.bit();
        }
        return bits;
    }

    private @Nullable CatalogueLot find(long listingId) {
        for (CatalogueLot lot : lots) {
            if (lot.listingId() == listingId && lot.fate() != CatalogueLot.Fate.OUT) {
                return lot;
            }
        }
        return null;
    }

    /** The lots with these bits, in the order of their numbers. */
    List<CatalogueLot> lots(long bits) {
        return lots.stream().filter(lot -> (bits & lot.bit()) != 0).toList();
    }

    /** The same as a message names them. */
    List<LotRef> refs(long bits) {
        return lots(bits).stream().map(lot -> new LotRef(lot.listingId())).toList();
    }

    List<OfferedPackage> packages() {
        return packages;
    }

    /** The package of exactly these lots, or null. */
    @Nullable
    OfferedPackage offered(long bits) {
        for (OfferedPackage offered : packages) {
            if (offered.lots() == bits) {
                return offered;
            }
        }
        return null;
    }

    /** Offers a package; one of the same lots gives way to it. */
    void offer(OfferedPackage offered) {
        packages.removeIf(other -> other.lots() == offered.lots());
        packages.add(offered);
    }

    /** In the order of their handing in. */
    List<PackageBid> bids() {
        return bids;
    }

    /** The party's bid on exactly these lots, or null. */
    @Nullable
    PackageBid bid(long partyId, long bits) {
        for (PackageBid bid : bids) {
            if (bid.partyId() == partyId && bid.lots() == bits) {
                return bid;
            }
        }
        return null;
    }

    /** Takes a bid; the party's lower one on the same lots gives way to it. */
    PackageBid take(long partyId, long bits, long amountMinor) {
        bids.removeIf(other -> other.partyId() == partyId && other.lots() == bits);
        PackageBid bid = new PackageBid(++lastBid, partyId, bits, amountMinor);
        bids.add(bid);
        return bid;
    }

    /** The length of each lot's first period as the clerk fixed it; 0 where the notice says it. */
    int firstPeriodSeconds() {
        return firstPeriodSeconds;
    }

    boolean isScheduled() {
        return scheduled;
    }

    void schedule(int firstPeriodSeconds) {
        this.firstPeriodSeconds = firstPeriodSeconds;
        scheduled = true;
    }

    /** Whether the winners of a package sale were determined. */
    boolean isDetermined() {
        return determined;
    }

    void determine() {
        determined = true;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        opened = snapshot.message(opened);
        snapshot.parts(lots, CatalogueLot::new);
        snapshot.parts(packages, OfferedPackage::new);
        snapshot.parts(bids, PackageBid::new);
        lastBid = snapshot.number(lastBid);
        firstPeriodSeconds = snapshot.number(firstPeriodSeconds);
        scheduled = snapshot.flag(scheduled);
        determined = snapshot.flag(determined);
        closed = snapshot.flag(closed);
    }
}
