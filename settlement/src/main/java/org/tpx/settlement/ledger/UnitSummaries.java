package org.tpx.settlement.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Money;

/** Reads series of units, the registers of their holders, and their trades. */
final class UnitSummaries {
    private static final String HOLDERS =
            "SELECT COALESCE(p.code, '') AS party, h.units, h.beneficiaries FROM unit_holding h"
                    + " LEFT JOIN party p ON p.party_id = h.party_id WHERE h.series_id = ? AND h.units <> 0"
                    + " ORDER BY h.party_id";
    private static final String TRADES =
            "SELECT t.*, COALESCE(b.code, '') AS buyer, COALESCE(s.code, '') AS seller FROM unit_trade t"
                    + " LEFT JOIN party b ON b.party_id = t.buyer_id LEFT JOIN party s ON s.party_id = t.seller_id"
                    + " WHERE t.series_id = ? ORDER BY t.sequence, t.ordinal";

    private static final String OFFERINGS =
            "SELECT o.*, COALESCE(s.code, '') AS series, COALESCE(SUM(a.paid_in_minor), 0) AS paid_in_minor,"
                    + " COALESCE(SUM(a.allotted_units), 0) AS allotted_units, COALESCE(SUM(a.paid_minor), 0) AS paid_minor,"
                    + " COALESCE(SUM(a.refund_minor), 0) AS refund_minor FROM offering o"
                    + " LEFT JOIN unit_series s ON s.series_id = o.series_id"
                    + " LEFT JOIN subscription a ON a.offering_id = o.offering_id"
                    + " GROUP BY o.offering_id ORDER BY o.offering_id";
    private static final String SUBSCRIPTIONS =
            "SELECT a.*, o.currency, COALESCE(p.code, '') AS party FROM subscription a"
                    + " JOIN offering o ON o.offering_id = a.offering_id LEFT JOIN party p ON p.party_id = a.party_id"
                    + " WHERE a.offering_id = ? ORDER BY a.number";

    private final Handle handle;

    UnitSummaries(Handle handle) {
        this.handle = handle;
    }

    List<SeriesSummary> series() {
        return handle.select("SELECT * FROM unit_series ORDER BY series_id")
                .map((row, context) -> new SeriesSummary(
                        row.getLong("series_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("total_units"),
                        row.getLong("issued_units"),
                        row.getLong("last_trade"),
                        row.getLong("last_trade") == 0 ? Money.NONE : SettlementBooks.money(row, "last_price_minor")))
                .list();
    }

    List<UnitHolder> holders(long seriesId) {
        return handle.select(HOLDERS, seriesId)
                .map((row, context) ->
                        new UnitHolder(row.getString("party"), row.getLong("units"), row.getInt("beneficiaries")))
                .list();
    }

    List<UnitTrade> trades(long seriesId) {
        return handle.select(TRADES, seriesId)
                .map((row, context) -> new UnitTrade(
                        row.getLong("sequence"),
                        row.getLong("trade_number"),
                        row.getLong("time_nanos"),
                        Aggressor.valueOf(row.getString("aggressor")),
                        row.getString("buyer"),
                        row.getString("seller"),
                        row.getLong("units"),
                        SettlementBooks.money(row, "price_minor"),
                        SettlementBooks.money(row, "amount_minor"),
                        SettlementBooks.money(row, "buyer_fee_minor"),
                        SettlementBooks.money(row, "seller_fee_minor")))
                .list();
    }

    List<OfferingSummary> offerings() {
        return handle.select(OFFERINGS)
                .map((row, context) -> new OfferingSummary(
                        row.getLong("offering_id"),
                        row.getString("code"),
                        row.getString("series"),
                        row.getString("state"),
                        row.getLong("units"),
                        row.getLong("allotted_units"),
                        SettlementBooks.money(row, "paid_in_minor"),
                        SettlementBooks.money(row, "paid_minor"),
                        SettlementBooks.money(row, "refund_minor")))
                .list();
    }

    List<Subscription> subscriptions(long offeringId) {
        return handle.select(SUBSCRIPTIONS, offeringId)
                .map((row, context) -> new Subscription(
                        row.getInt("number"),
                        row.getString("party"),
                        row.getInt("preemptive") != 0,
                        row.getLong("units"),
                        row.getLong("allotted_units"),
                        SettlementBooks.money(row, "paid_in_minor"),
                        SettlementBooks.money(row, "paid_minor"),
                        SettlementBooks.money(row, "refund_minor")))
                .list();
    }
}
