package org.tpx.settlement.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.PaymentKind;

/** Reads what is owed to parties. */
final class Agings {
    private final Handle handle;

    Agings(Handle handle) {
        this.handle = handle;
    }

    Aging at(long timeNanos) {
        List<Aging.Line> lines = handle.createQuery(
                        "SELECT p.payment_id, p.kind, p.currency, p.amount_minor, p.created_nanos,"
                                + " p.due_nanos, COALESCE(party.code, '') AS party, COALESCE(listing.code, '') AS listing"
                                + " FROM payment p LEFT JOIN party ON party.party_id = p.party_id"
                                + " LEFT JOIN listing ON listing.listing_id = p.listing_id"
                                + " WHERE p.kind <> :fees AND p.created_nanos <= :at AND (p.confirmed_nanos = 0 OR p.confirmed_nanos > :at)"
                                + " ORDER BY p.due_nanos, p.payment_id")
                .bind("fees", PaymentKind.FEES)
                .bind("at", timeNanos)
                .map((row, context) -> new Aging.Line(
                        row.getLong("payment_id"),
                        PaymentKind.valueOf(row.getString("kind")),
                        row.getString("party"),
                        row.getString("listing"),
                        SettlementBooks.money(row, "amount_minor"),
                        row.getLong("created_nanos"),
                        row.getLong("due_nanos"),
                        Aging.daysBegun(row.getLong("due_nanos"), timeNanos)))
                .list();
        return new Aging(timeNanos, lines);
    }
}
