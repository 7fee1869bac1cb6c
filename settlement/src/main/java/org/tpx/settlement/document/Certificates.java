package org.tpx.settlement.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;
import org.tpx.settlement.ledger.SettlementDatabase;

/** The certificates that were issued, with everything that they state. Threads may share it. */
public final class Certificates {
    private static final String SELECT =
            "SELECT c.certificate_number, c.issued_sequence, c.issued_nanos, c.currency, c.price_minor, l.code AS listing,"
                    + " l.listing_number, l.disclosure_start_nanos, l.disclosure_end_nanos, l.auction_mode, l.appraisal_minor,"
                    + " COALESCE(r.title, '') AS title, COALESCE(r.registration, '') AS registration,"
                    + " COALESCE(d.signed_nanos, 0) AS signed_nanos, COALESCE(d.fee_mode, 'BIDDING') AS fee_mode,"
                    + " COALESCE(s.code, '') AS transferor, COALESCE(b.code, '') AS transferee,"
                    + " COALESCE(sm.code, '') AS transferor_agent, COALESCE(bm.code, '') AS transferee_agent,"
                    + " COALESCE((SELECT k.utc_offset_seconds FROM calendar k WHERE k.calendar_id = l.calendar_id"
                    + " ORDER BY k.version DESC LIMIT 1), 0) AS utc_offset_seconds"
                    + " FROM certificate c JOIN listing l ON l.listing_id = c.listing_id"
                    + " LEFT JOIN deal d ON d.deal_id = c.deal_id"
                    + " LEFT JOIN traded_right r ON r.right_id = l.right_id"
                    + " LEFT JOIN party s ON s.party_id = c.transferor_id"
                    + " LEFT JOIN party b ON b.party_id = c.transferee_id"
                    + " LEFT JOIN member sm ON sm.member_id = l.member_id"
                    + " LEFT JOIN intent i ON i.listing_id = c.listing_id AND i.party_id = c.transferee_id"
                    + " LEFT JOIN member bm ON bm.member_id = i.member_id";

    private final SettlementDatabase database;

    /** The certificates in this database. */
    public Certificates(SettlementDatabase database) {
        this.database = database;
    }

    /** Every certificate in the order of issue. */
    public List<CertificateData> all() {
        return database.jdbi().withHandle(handle -> handle.select(SELECT + " ORDER BY c.certificate_id")
                .map((row, context) -> certificate(row))
                .list());
    }

    /** The certificate with a number. */
    public Optional<CertificateData> find(String certificateNumber) {
        return database.jdbi()
                .withHandle(handle -> handle.select(SELECT + " WHERE c.certificate_number = ?", certificateNumber)
                        .map((row, context) -> certificate(row))
                        .findFirst());
    }

    private static CertificateData certificate(ResultSet row) throws SQLException {
        Currency currency = Currency.valueOf(row.getString("currency"));
        long appraisal = row.getLong("appraisal_minor");
        return new CertificateData(
                row.getString("certificate_number"),
                row.getLong("issued_sequence"),
                row.getLong("issued_nanos"),
                row.getString("listing"),
                row.getString("listing_number"),
                row.getString("title"),
                row.getString("registration"),
                row.getLong("signed_nanos"),
                row.getLong("disclosure_start_nanos"),
                row.getLong("disclosure_end_nanos"),
                row.getString("transferor"),
                row.getString("transferor_agent"),
                row.getString("transferee"),
                row.getString("transferee_agent"),
                AuctionMode.valueOf(row.getString("auction_mode")),
                FeeMode.valueOf(row.getString("fee_mode")),
                appraisal == 0 ? Money.NONE : Money.ofMinor(appraisal, currency),
                Money.ofMinor(row.getLong("price_minor"), currency),
                PaymentForm.LUMP_SUM,
                row.getInt("utc_offset_seconds"));
    }
}
