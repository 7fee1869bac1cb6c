package org.tpx.settlement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Money;

/** Reads demands and what was awarded for them. */
final class DemandSummaries {
    private static final String DEMANDS =
            "SELECT d.*, COALESCE(p.code, '') AS poster, w.winners, w.awarded_minor, w.fees_minor"
                    + " FROM demand d LEFT JOIN party p ON p.party_id = d.poster_id"
                    + " LEFT JOIN (SELECT demand_id, COUNT(*) AS winners, SUM(amount_minor) AS awarded_minor, SUM(fee_minor) AS fees_minor"
                    + " FROM demand_award GROUP BY demand_id) w ON w.demand_id = d.demand_id ORDER BY d.demand_id";

    private final Handle handle;
    private final Rules rules;

    DemandSummaries(Handle handle) {
        this.handle = handle;
        this.rules = new Rules(handle);
    }

    List<DemandSummary> demands() {
        return handle.select(DEMANDS).map((row, context) -> summary(row)).list();
    }

    private DemandSummary summary(ResultSet row) throws SQLException {
        Currency currency = Currency.valueOf(row.getString("currency"));
        long awardedMinor = row.getLong("awarded_minor");
        return new DemandSummary(
                row.getLong("demand_id"),
                row.getString("code"),
                row.getString("poster"),
                SettlementBooks.money(row, "amount_minor"),
                Money.ofMinor(awardedMinor, currency),
                row.getInt("winners"),
                Money.ofMinor(row.getLong("fees_minor") + posterFeeMinor(row, awardedMinor), currency),
                row.getLong("closed_sequence") != 0);
    }

    private long posterFeeMinor(ResultSet row, long awardedMinor) throws SQLException {
        if (awardedMinor == 0) {
            return 0;
        }
        return rules.tariff(row.getLong("fee_schedule_id"), row.getInt("fee_schedule_version"))
                .map(tariff -> tariff.feeMinor(FeeMode.NEGOTIATED, FeeSide.BUYER, awardedMinor))
                .orElse(0L);
    }
}
