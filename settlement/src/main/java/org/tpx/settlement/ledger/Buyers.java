package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AgreedPart;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.RofrEvent.RofrAgreementFiled;
import org.tpx.protocol.RofrEvent.RofrAllotted;
import org.tpx.protocol.RofrEvent.RofrTermsSet;
import org.tpx.protocol.SharingManner;

/**
 * Holders of a right of first refusal who share a price, so that one deal has several buyers: what each pays is reckoned anew from
 * what they hold, or agreed on. Minor units that are left go to the largest remainders, of equal ones to the first.
 */
final class Buyers {

    /** What one of the buyers pays, in minor units. */
    record Share(long partyId, long priceMinor) {}

    private final Handle handle;
    private final Differences differences;

    Buyers(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    void termsSet(Place place, RofrTermsSet event) {
        handle.execute("DELETE FROM preemptive_holder WHERE listing_id = ?", event.listingId());
        for (PreemptiveHolder holder : event.terms().holders()) {
            handle.execute(
                    "INSERT INTO preemptive_holder (listing_id, party_id, share_base, agreed_parts) VALUES (?, ?, ?, 0)",
                    event.listingId(),
                    holder.partyId(),
                    holder.shareBase());
        }
    }

    void agreementFiled(Place place, RofrAgreementFiled event) {
        handle.execute("UPDATE preemptive_holder SET agreed_parts = 0 WHERE listing_id = ?", event.listingId());
        for (AgreedPart part : event.shares()) {
            handle.execute(
                    "UPDATE preemptive_holder SET agreed_parts = ? WHERE listing_id = ? AND party_id = ?",
                    part.parts(),
                    event.listingId(),
                    part.partyId());
        }
    }

    void allotted(Place place, RofrAllotted event) {
        String column = event.manner() == SharingManner.AGREEMENT ? "agreed_parts" : "share_base";
        List<Long> bases = new ArrayList<>();
        for (BuyerShare share : event.shares()) {
            bases.add(handle.select(
                            "SELECT " + column + " FROM preemptive_holder WHERE listing_id = ? AND party_id = ?",
                            event.listingId(),
                            share.partyId())
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L));
        }
        List<Long> parts = divide(event.price().minor(), bases);
        forget(event.listingId());
        for (int i = 0; i < parts.size(); i++) {
            BuyerShare share = event.shares().get(i);
            differences.check(
                    "part of party " + share.partyId() + " in the price of listing " + event.listingId(),
                    event.price().currency(),
                    parts.get(i),
                    share.amount().minor());
            handle.execute(
                    "INSERT INTO buyer_share (listing_id, place, party_id, price_minor) VALUES (?, ?, ?, ?)",
                    event.listingId(),
                    i,
                    share.partyId(),
                    parts.get(i));
        }
    }

    /** The attempt of a listing is over, and with it what was shared in it. */
    void forget(long listingId) {
        handle.execute("DELETE FROM buyer_share WHERE listing_id = ?", listingId);
    }

    /** The award, or the agreement, is with somebody else: nobody shares it. */
    void awarded(long listingId, long transfereeId) {
        List<Share> shares = shares(listingId);
        if (!shares.isEmpty() && shares.get(0).partyId() != transfereeId) {
            forget(listingId);
        }
    }

    /** The buyers of a deal and their parts of its price, or of its fee; the transferee alone where nobody shares. */
    List<Share> of(Deal deal, long minor) {
        List<Share> shares = shares(deal.listingId());
        if (shares.isEmpty() || shares.get(0).partyId() != deal.transfereeId()) {
            return List.of(new Share(deal.transfereeId(), minor));
        }
        List<Long> parts = divide(minor, shares.stream().map(Share::priceMinor).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Share(shares.get(i).partyId(), parts.get(i)))
                .toList();
    }

    /** What this party pays of the listing's shared price. */
    OptionalLong priceMinor(long listingId, long partyId) {
        return shares(listingId).stream()
                .filter(share -> share.partyId() == partyId)
                .mapToLong(Share::priceMinor)
                .findFirst();
    }

    /** The sum of the parts of those who share what this transferee signs for. */
    OptionalLong sharedMinor(long listingId, long transfereeId) {
        List<Share> shares = shares(listingId);
        return shares.isEmpty() || shares.get(0).partyId() != transfereeId
                ? OptionalLong.empty()
                : OptionalLong.of(shares.stream().mapToLong(Share::priceMinor).sum());
    }

    private List<Share> shares(long listingId) {
        return handle.select(
                        "SELECT party_id, price_minor FROM buyer_share WHERE listing_id = ? ORDER BY place", listingId)
                .map((row, context) -> new Share(row.getLong("party_id"), row.getLong("price_minor")))
                .list();
    }

    private static List<Long> divide(long minor, List<Long> bases) {
        BigInteger whole = bases.stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .max(BigInteger.ONE);
        List<BigInteger[]> quotients = bases.stream()
                .map(base -> BigInteger.valueOf(minor)
                        .multiply(BigInteger.valueOf(base))
                        .divideAndRemainder(whole))
                .toList();
        long left = minor;
        for (BigInteger[] quotient : quotients) {
            left -= quotient[0].longValueExact();
        }
        List<Integer> byRest = IntStream.range(0, quotients.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> quotients.get(i)[1]).reversed())
                .limit(Math.max(0, left))
                .toList();
        return IntStream.range(0, quotients.size())
                .mapToObj(i -> quotients.get(i)[0].longValueExact() + (byRest.contains(i) ? 1 : 0))
                .toList();
    }
}
