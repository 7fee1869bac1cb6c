package org.tpx.settlement.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.ChargeEvent.FeeWaived;
import org.tpx.protocol.ChargeEvent.FeeWaiverGranted;
import org.tpx.protocol.ChargeEvent.FeeWaiverRevoked;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.FeeWaiverGround;

/**
 * The waivers of service fees, and what they spare: whether the schedule opens the ground of a waiver, which one applies to a fee, and how
 * much of it the party is spared, all looked up and reckoned anew. Basis points of a fee are rounded down.
 */
final class Waivers {
    private static final int BPS_DIGITS = 4;

    private record Waiver(long waiverId, int bps) {}

    private final Handle handle;
    private final Listings listings;
    private final Differences differences;

    Waivers(Handle handle, Listings listings, Differences differences) {
        this.handle = handle;
        this.listings = listings;
        this.differences = differences;
    }

    void granted(Place place, FeeWaiverGranted event) {
        String what = "waiver " + event.waiverId();
        differences.check(
                what + ", basis points of seller and buyer",
                open(event).orElse("not open"),
                event.sellerBps() + ", " + event.buyerBps());
        int inserted = handle.execute(
                "INSERT INTO fee_waiver (waiver_id, listing_id, party_id, fee_schedule_id, ground, seller_bps, buyer_bps,"
                        + " from_nanos, until_nanos, revoked_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
                        + " ON CONFLICT DO NOTHING",
                event.waiverId(),
                event.listingId(),
                event.partyId(),
                event.feeScheduleId(),
                event.ground(),
                event.sellerBps(),
                event.buyerBps(),
                event.fromNanos(),
                event.untilNanos());
        differences.require(inserted == 1, what, "a new one", "granted before");
    }

    /** What the version of the schedule that counts says of the ground: the listing's own, else the latest. */
    private Optional<String> open(FeeWaiverGranted event) {
        int pinned = listings.find(event.listingId())
                .map(Listing::feeScheduleVersion)
                .orElse(0);
        FeeWaiverGround ground = event.ground();
        return handle.select(
                        "SELECT seller_bps, buyer_bps FROM fee_waiver_rule WHERE fee_schedule_id = ? AND ground = ? AND version ="
                                + " CASE WHEN ? > 0 THEN ? ELSE (SELECT MAX(version) FROM fee_schedule"
                                + " WHERE fee_schedule_id = ?) END",
                        event.feeScheduleId(),
                        ground,
                        pinned,
                        pinned,
                        event.feeScheduleId())
                .map((row, context) -> row.getInt("seller_bps") + ", " + row.getInt("buyer_bps"))
                .findOne();
    }

    void revoked(Place place, FeeWaiverRevoked event) {
        int revoked = handle.execute(
                "UPDATE fee_waiver SET revoked_sequence = ? WHERE waiver_id = ? AND revoked_sequence = 0",
                place.sequence(),
                event.waiverId());
        differences.require(revoked == 1, "waiver " + event.waiverId(), "granted and not revoked", "another");
    }

    /** A deal takes effect: what this party is spared of its fee in minor units, which {@link #waived} is expected to tell. */
    long spare(Place place, Deal deal, FeeSide side, long partyId, long feeMinor) {
        Optional<Waiver> waiver = find(deal.listingId(), side, partyId, place.timeNanos());
        if (waiver.isEmpty() || feeMinor == 0) {
            return 0;
        }
        long spared = sparedMinor(waiver.get(), feeMinor);
        handle.execute(
                "INSERT INTO fee_waived (deal_id, side, party_id, waiver_id, fee_minor, waived_minor, told)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
                deal.dealId(),
                side,
                partyId,
                waiver.get().waiverId(),
                feeMinor,
                spared);
        return spared;
    }

    /** What a fee that is not a deal's comes to, once a waiver has spared its part. */
    long leftMinor(long listingId, FeeSide side, long partyId, long feeMinor, long timeNanos) {
        return feeMinor
                - find(listingId, side, partyId, timeNanos)
                        .map(waiver -> sparedMinor(waiver, feeMinor))
                        .orElse(0L);
    }

    private static long sparedMinor(Waiver waiver, long feeMinor) {
        return BigDecimal.valueOf(feeMinor)
                .multiply(BigDecimal.valueOf(waiver.bps(), BPS_DIGITS))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    void waived(Place place, FeeWaived event) {
        int told = handle.execute(
                "UPDATE fee_waived SET told = 1 WHERE deal_id = ? AND side = ? AND party_id = ? AND waiver_id = ?"
                        + " AND fee_minor = ? AND waived_minor = ? AND told = 0",
                event.dealId(),
                event.side(),
                event.partyId(),
                event.waiverId(),
                event.fee().minor(),
                event.waived().minor());
        differences.require(
                told == 1,
                "fee waived of DEAL-" + event.dealId() + ", " + event.side(),
                "as the books reckon it, once",
                event.toString());
    }

    /** What the parties of this side of a deal are spared together, in minor units. */
    long sparedMinor(long dealId, FeeSide side) {
        return handle.select(
                        "SELECT COALESCE(SUM(waived_minor), 0) FROM fee_waived WHERE deal_id = ? AND side = ?",
                        dealId,
                        side)
                .mapTo(Long.class)
                .one();
    }

    /** What one party of a deal is spared, in minor units. */
    long sparedMinor(long dealId, FeeSide side, long partyId) {
        return handle.select(
                        "SELECT waived_minor FROM fee_waived WHERE deal_id = ? AND side = ? AND party_id = ?",
                        dealId,
                        side,
                        partyId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private Optional<Waiver> find(long listingId, FeeSide side, long partyId, long timeNanos) {
        String bps = side == FeeSide.SELLER ? "seller_bps" : "buyer_bps";
        return handle.select(
                        "SELECT waiver_id, " + bps + " AS bps FROM fee_waiver WHERE revoked_sequence = 0 AND " + bps
                                + " > 0"
                                + " AND (party_id = 0 OR party_id = ?) AND (listing_id = ? OR (listing_id = 0"
                                + " AND fee_schedule_id = ? AND from_nanos <= ? AND until_nanos > ?))"
                                + " ORDER BY bps DESC, waiver_id LIMIT 1",
                        partyId,
                        listingId,
                        listings.find(listingId).map(Listing::feeScheduleId).orElse(0L),
                        timeNanos,
                        timeNanos)
                .map((row, context) -> new Waiver(row.getLong("waiver_id"), row.getInt("bps")))
                .findOne();
    }
}
