package org.tpx.settlement.ledger;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingEvent.OfferingAnnounced;
import org.tpx.protocol.OfferingEvent.PreemptionRecorded;
import org.tpx.protocol.OfferingPricing;

/** Offerings, rights of pre-emption, applications and pools as rows of the database. */
final class OfferingRows {
    private static final String INSERT_OFFERING =
            "INSERT INTO offering (offering_id, code, series_id, issuer_id, pricing, currency, units, minimum_units,"
                    + " least_price_minor, state, price_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ANNOUNCED', 0)"
                    + " ON CONFLICT DO NOTHING";
    private static final String INSERT_LINE =
            "INSERT INTO subscription (offering_id, number, party_id, preemptive, units, limit_minor, paid_in_minor,"
                    + " settled, allotted_units, paid_minor, refund_minor) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)"
                    + " ON CONFLICT DO NOTHING";
    private static final String SETTLE =
            "UPDATE subscription SET settled = 1, allotted_units = ?, paid_minor = ?, refund_minor = ?"
                    + " WHERE offering_id = ? AND number = ?";
    private static final String SUMS =
            "SELECT COALESCE(SUM(allotted_units), 0) AS units, COALESCE(SUM(paid_minor), 0) AS paid,"
                    + " COALESCE(SUM(refund_minor), 0) AS refund, COALESCE(SUM(1 - settled), 0) AS open"
                    + " FROM subscription WHERE offering_id = ?";
    private static final String OPEN =
            "SELECT (SELECT COALESCE(SUM(paid_in_minor), 0) FROM subscription WHERE offering_id = ? AND party_id = ?"
                    + " AND settled = 0) + (SELECT COALESCE(SUM(s.paid_minor), 0) FROM subscription s"
                    + " JOIN offering o ON o.offering_id = s.offering_id WHERE o.offering_id = ? AND o.issuer_id = ?"
                    + " AND o.state = 'CLOSED')";

    /** An offering: its terms, and the price that was found. */
    record Offering(
            long offeringId,
            long seriesId,
            OfferingPricing pricing,
            Currency currency,
            long units,
            long minimumUnits,
            long leastPriceMinor,
            long priceMinor) {

        Money money(long minor) {
            return Money.ofMinor(minor, currency);
        }

        String named(String what) {
            return what + " in offering " + offeringId;
        }
    }

    /** An application, or a right that was exercised. */
    record Line(long partyId, long units, long limitMinor, long paidInMinor, boolean settled) {
        static final Line NONE = new Line(0, 0, 0, 0, false);
    }

    /** What an offering came to, and how many applications it has not settled. */
    record Sums(long units, long paidMinor, long refundMinor, long open) {}

    private final Handle handle;

    OfferingRows(Handle handle) {
        this.handle = handle;
    }

    /** Writes a new offering; returns false where its identity is not new. */
    boolean insert(OfferingAnnounced event) {
        return handle.execute(
                        INSERT_OFFERING,
                        event.offeringId(),
                        event.code(),
                        event.seriesId(),
                        event.issuerId(),
                        event.terms().pricing(),
                        event.terms().price().currency(),
                        event.terms().units(),
                        event.terms().minimumUnits(),
                        event.terms().price().minor())
                == 1;
    }

    Optional<Offering> find(long offeringId) {
        return handle.select("SELECT * FROM offering WHERE offering_id = ?", offeringId)
                .map((row, context) -> new Offering(
                        row.getLong("offering_id"),
                        row.getLong("series_id"),
                        OfferingPricing.valueOf(row.getString("pricing")),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("units"),
                        row.getLong("minimum_units"),
                        row.getLong("least_price_minor"),
                        row.getLong("price_minor")))
                .findOne();
    }

    void enter(long offeringId, String state) {
        handle.execute("UPDATE offering SET state = ? WHERE offering_id = ?", state, offeringId);
    }

    void close(long offeringId, long priceMinor) {
        handle.execute(
                "UPDATE offering SET state = 'CLOSED', price_minor = ? WHERE offering_id = ?", priceMinor, offeringId);
    }

    void insert(PreemptionRecorded event) {
        handle.execute(
                "INSERT INTO offering_right (offering_id, party_id, held_units, units) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                event.offeringId(),
                event.partyId(),
                event.heldUnits(),
                event.units());
    }

    /** The units of all rights of pre-emption. */
    long entitled(long offeringId) {
        return number("SELECT COALESCE(SUM(units), 0) FROM offering_right WHERE offering_id = ?", offeringId);
    }

    /** The units of a party's right of pre-emption. */
    long entitled(long offeringId, long partyId) {
        return number(
                "SELECT COALESCE(SUM(units), 0) FROM offering_right WHERE offering_id = ? AND party_id = ?",
                offeringId,
                partyId);
    }

    /** The units that a party took up by right. */
    long exercised(long offeringId, long partyId) {
        return number(
                "SELECT COALESCE(SUM(units), 0) FROM subscription WHERE offering_id = ? AND party_id = ?"
                        + " AND preemptive = 1",
                offeringId,
                partyId);
    }

    void insert(long offeringId, int number, long partyId, boolean preemptive, long units, Money limit, Money paidIn) {
        handle.execute(
                INSERT_LINE, offeringId, number, partyId, preemptive ? 1 : 0, units, limit.minor(), paidIn.minor());
    }

    /** The number of applications and exercised rights. */
    int count(long offeringId) {
        return (int) number("SELECT COUNT(*) FROM subscription WHERE offering_id = ?", offeringId);
    }

    /** The units that they ask for. */
    long wanted(long offeringId) {
        return number("SELECT COALESCE(SUM(units), 0) FROM subscription WHERE offering_id = ?", offeringId);
    }

    /** Whether an application has this limit. */
    boolean isLimit(Offering offering, long limitMinor) {
        return number(
                        "SELECT COUNT(*) FROM subscription WHERE offering_id = ? AND limit_minor = ?",
                        offering.offeringId(),
                        limitMinor)
                > 0;
    }

    Optional<Line> line(long offeringId, int number) {
        return handle.select("SELECT * FROM subscription WHERE offering_id = ? AND number = ?", offeringId, number)
                .map((row, context) -> new Line(
                        row.getLong("party_id"),
                        row.getLong("units"),
                        row.getLong("limit_minor"),
                        row.getLong("paid_in_minor"),
                        row.getInt("settled") != 0))
                .findOne();
    }

    void settle(long offeringId, int number, long units, Money paid, Money refund) {
        handle.execute(SETTLE, units, paid.minor(), refund.minor(), offeringId, number);
    }

    Sums sums(long offeringId) {
        return handle.select(SUMS, offeringId)
                .map((row, context) ->
                        new Sums(row.getLong("units"), row.getLong("paid"), row.getLong("refund"), row.getLong("open")))
                .one();
    }

    /** What a party has in an offering: what it paid in and is not settled, and the issuer what was paid for units so far. */
    long openMinor(long offeringId, long partyId) {
        return number(OPEN, offeringId, partyId, offeringId, partyId);
    }

    /** Puts a right into a pool; returns false where it is in one already. */
    boolean pool(long seriesId, long rightId, long timeNanos) {
        long pools = number("SELECT COUNT(*) FROM pooled_right WHERE right_id = ? AND released_nanos = 0", rightId);
        handle.execute(
                "INSERT INTO pooled_right (series_id, right_id, pooled_nanos, released_nanos) VALUES (?, ?, ?, 0)"
                        + " ON CONFLICT DO NOTHING",
                seriesId,
                rightId,
                timeNanos);
        return pools == 0;
    }

    void releasePool(long seriesId, long timeNanos) {
        handle.execute(
                "UPDATE pooled_right SET released_nanos = ? WHERE series_id = ? AND released_nanos = 0",
                timeNanos,
                seriesId);
    }

    private long number(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(Long.class).one();
    }
}
