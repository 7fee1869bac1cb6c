package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.CustodyEvent.SharePaymentSet;
import org.tpx.protocol.CustodyEvent.SharesOffered;
import org.tpx.protocol.ShareTransferKind;

/**
 * Deals that sell shares in custody or are paid in them: how many must move is reckoned from the notice and the price, and the register
 * must say that they did, all of them in the turn that releases the price.
 */
final class ShareDeals {

    /** What a listing sells of shares in custody, and what a share counts for where shares pay; 0 for neither. */
    private record Terms(long offeredRegisterId, long offeredShares, long payingRegisterId, long shareValueMinor) {
        static final Terms NONE = new Terms(0, 0, 0, 0);
    }

    private final Handle handle;
    private final Differences differences;
    private final Map<Long, Terms> terms = new HashMap<>();

    ShareDeals(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    /** Reads the terms again, at the start and after a failed write. */
    void reset() {
        terms.clear();
        handle.select("SELECT * FROM share_terms")
                .map((row, context) -> terms.put(
                        row.getLong("listing_id"),
                        new Terms(
                                row.getLong("offered_register_id"),
                                row.getLong("offered_shares"),
                                row.getLong("paying_register_id"),
                                row.getLong("share_value_minor"))))
                .list();
    }

    void offered(Place place, SharesOffered event) {
        Terms before = of(event.listingId());
        set(
                event.listingId(),
                new Terms(event.registerId(), event.shares(), before.payingRegisterId, before.shareValueMinor));
    }

    void paymentSet(Place place, SharePaymentSet event) {
        Terms before = of(event.listingId());
        long valueMinor = event.shareValue().minor();
        set(
                event.listingId(),
                new Terms(before.offeredRegisterId, before.offeredShares, event.registerId(), valueMinor));
    }

    private void set(long listingId, Terms next) {
        terms.put(listingId, next);
        handle.execute(
                "INSERT INTO share_terms (listing_id, offered_register_id, offered_shares, paying_register_id,"
                        + " share_value_minor) VALUES (?, ?, ?, ?, ?) ON CONFLICT (listing_id) DO UPDATE SET"
                        + " offered_register_id = excluded.offered_register_id,"
                        + " offered_shares = excluded.offered_shares,"
                        + " paying_register_id = excluded.paying_register_id,"
                        + " share_value_minor = excluded.share_value_minor",
                listingId,
                next.offeredRegisterId,
                next.offeredShares,
                next.payingRegisterId,
                next.shareValueMinor);
    }

    /** Whether shares pay the price of the listing. */
    boolean pay(long listingId) {
        return of(listingId).payingRegisterId != 0;
    }

    /** Right against shares: what pays the price moved in this turn, every share of it. */
    void checkPaid(Place place, Deal deal) {
        if (!pay(deal.listingId())) {
            return;
        }
        BigInteger[] shares = BigInteger.valueOf(deal.priceMinor())
                .divideAndRemainder(BigInteger.valueOf(of(deal.listingId()).shareValueMinor));
        long expected = shares[0].longValueExact() + shares[1].signum();
        long moved = handle.select(
                        "SELECT COALESCE(SUM(change), 0) FROM share_entry WHERE deal_id = ? AND why = ? AND party_id = ?"
                                + " AND register_id = ? AND sequence = ?",
                        deal.dealId(),
                        ShareTransferKind.CONSIDERATION,
                        deal.transferorId(),
                        of(deal.listingId()).payingRegisterId,
                        place.sequence())
                .mapTo(Long.class)
                .one();
        differences.check(deal.named("shares that pay, in the turn of the release"), expected, moved);
    }

    /** Nothing is left to do: what the listing sold of shares went to the buyers. */
    void checkSold(Deal deal) {
        Terms sold = of(deal.listingId());
        long moved = handle.select(
                        "SELECT COALESCE(SUM(change), 0) FROM share_entry WHERE deal_id = ? AND why = ? AND party_id <> ?",
                        deal.dealId(),
                        ShareTransferKind.SALE,
                        deal.transferorId())
                .mapTo(Long.class)
                .one();
        differences.check(deal.named("shares sold"), sold.offeredShares, moved);
    }

    private Terms of(long listingId) {
        return terms.getOrDefault(listingId, Terms.NONE);
    }
}
