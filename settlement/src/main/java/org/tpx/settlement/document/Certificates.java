package org.tpx.settlement.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.RightType;
import org.tpx.settlement.ledger.SettlementDatabase;

/** The certificates that were issued, with everything that they state. Threads may share it. */
public final class Certificates {
    private static final String SELECT =
            "SELECT c.certificate_number, c.listing_id, c.revoked_nanos, c.issued_sequence, c.issued_nanos, c.currency, c.price_minor, l.code AS listing,"
                    + " l.listing_number, l.disclosure_start_nanos, l.disclosure_end_nanos, l.auction_mode, l.appraisal_minor,"
                    + " COALESCE(r.title, '') AS title, COALESCE(r.registration, '') AS registration,"
                    + " r.right_type, COALESCE((SELECT p.digest FROM concluded_paper p WHERE p.deal_id = c.deal_id"
                    + " AND p.step = 'CONTRACT'), '') AS contract,"
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
                .map((row, context) -> certificate(handle, row))
                .list());
    }

    /** The name of the exchange, or nothing where the books do not reach to its founding. */
    public Optional<String> exchange() {
        return database.jdbi().withHandle(handle -> handle.select("SELECT name FROM exchange ORDER BY sequence")
                .mapTo(String.class)
                .findFirst());
    }

    /** The certificate with a number. */
    public Optional<CertificateData> find(String certificateNumber) {
        return database.jdbi()
                .withHandle(handle -> handle.select(SELECT + " WHERE c.certificate_number = ?", certificateNumber)
                        .map((row, context) -> certificate(handle, row))
                        .findFirst());
    }

    private static CertificateData certificate(Handle handle, ResultSet row) throws SQLException {
        Currency currency = Currency.valueOf(row.getString("currency"));
        long appraisal = row.getLong("appraisal_minor");
        return new CertificateData(
                row.getString("certificate_number"),
                row.getLong("issued_sequence"),
                row.getLong("issued_nanos"),
                row.getString("listing"),
                row.getString("listing_number"),
                row.getString("title"),
                RightType.valueOf(row.getString("right_type")),
                row.getString("registration"),
                row.getLong("signed_nanos"),
                absentIfZero(row.getString("contract")),
                row.getLong("disclosure_start_nanos"),
                row.getLong("disclosure_end_nanos"),
                row.getString("transferor"),
                row.getString("transferor_agent"),
                transferees(handle, row, currency),
                AuctionMode.valueOf(row.getString("auction_mode")),
                FeeMode.valueOf(row.getString("fee_mode")),
                appraisal == 0 ? Money.NONE : Money.ofMinor(appraisal, currency),
                Money.ofMinor(row.getLong("price_minor"), currency),
                PaymentForm.LUMP_SUM,
                row.getLong("revoked_nanos"),
                row.getInt("utc_offset_seconds"));
    }

    private static String absentIfZero(String digest) {
        return digest.equals(Hash256.ZERO.toString()) ? "" : digest;
    }

    /** Those who share the price, or else the one buyer. */
    private static List<CertificateData.Transferee> transferees(Handle handle, ResultSet row, Currency currency)
            throws SQLException {
        List<CertificateData.Transferee> sharing = handle.select(
                        "SELECT COALESCE(p.code, '') AS code, COALESCE(m.code, '') AS agent, b.price_minor FROM buyer_share b"
                                + " LEFT JOIN party p ON p.party_id = b.party_id"
                                + " LEFT JOIN intent i ON i.listing_id = b.listing_id AND i.party_id = b.party_id"
                                + " LEFT JOIN member m ON m.member_id = i.member_id"
                                + " WHERE b.listing_id = ? ORDER BY b.place",
                        row.getLong("listing_id"))
                .map((share, context) -> new CertificateData.Transferee(
                        share.getString("code"),
                        share.getString("agent"),
                        Money.ofMinor(share.getLong("price_minor"), currency)))
                .list();
        if (!sharing.isEmpty()) {
            return sharing;
        }
        return List.of(new CertificateData.Transferee(
                row.getString("transferee"),
                row.getString("transferee_agent"),
                Money.ofMinor(row.getLong("price_minor"), currency)));
    }
}
