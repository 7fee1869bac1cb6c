package org.tpx.settlement.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Money;

/**
 * Asks the title register, as it stood after any turn. Each question sees the database at one instant. Threads may share it; database
 * failures come as {@code JdbiException}.
 */
public final class TitleBooks {
    private static final String UNTIL = "CASE WHEN until_sequence > ? THEN 0 ELSE until_sequence END AS until_sequence";

    private final Jdbi jdbi;

    /** Asks this database. */
    public TitleBooks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The page of the right with a code after a turn; empty where it was not registered by then. */
    public Optional<TitlePage> page(String code, long sequence) {
        return jdbi.inTransaction(handle -> page(handle, code, sequence));
    }

    /** How many rights are registered. */
    public long rights() {
        return jdbi.withHandle(handle -> handle.select("SELECT COUNT(DISTINCT right_id) FROM title_entry")
                .mapTo(Long.class)
                .one());
    }

    private static Optional<TitlePage> page(Handle handle, String code, long sequence) {
        return handle.select(
                        "SELECT r.right_id, r.code, r.right_type, r.registration, r.title FROM traded_right r"
                                + " JOIN title_entry e ON e.right_id = r.right_id AND e.number = 1 AND e.sequence <= ?"
                                + " WHERE r.code = ?",
                        sequence,
                        code)
                .map((row, context) -> page(handle, row, sequence))
                .findFirst();
    }

    private static TitlePage page(Handle handle, ResultSet row, long sequence) throws SQLException {
        long rightId = row.getLong("right_id");
        return new TitlePage(
                row.getString("code"),
                row.getString("right_type"),
                row.getString("registration"),
                row.getString("title"),
                sequence,
                standing(handle, rightId, sequence),
                owners(handle, rightId, sequence),
                burdens(handle, rightId, sequence),
                entries(handle, rightId, sequence));
    }

    private static String standing(Handle handle, long rightId, long sequence) {
        return handle.select(
                        "SELECT standing FROM title_standing WHERE right_id = ? AND sequence <= ?"
                                + " ORDER BY from_number DESC LIMIT 1",
                        rightId,
                        sequence)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private static List<TitleOwner> owners(Handle handle, long rightId, long sequence) {
        return handle.select(
                        "SELECT p.code, s.share_bps, s.from_sequence, " + UNTIL + " FROM title_share s"
                                + " JOIN party p ON p.party_id = s.party_id"
                                + " WHERE s.right_id = ? AND s.from_sequence <= ? ORDER BY s.from_number, s.place",
                        sequence,
                        rightId,
                        sequence)
                .map((row, context) -> new TitleOwner(
                        row.getString("code"),
                        row.getInt("share_bps"),
                        row.getLong("from_sequence"),
                        row.getLong("until_sequence")))
                .list();
    }

    private static List<TitleBurden> burdens(Handle handle, long rightId, long sequence) {
        return handle.select(
                        "SELECT b.kind, b.reference, p.code AS holder, b.currency, b.claim_minor, b.due_nanos, b.late,"
                                + " b.from_sequence, " + UNTIL + " FROM title_burden b"
                                + " LEFT JOIN party p ON p.party_id = b.holder_id"
                                + " WHERE b.right_id = ? AND b.from_sequence <= ? ORDER BY b.from_number",
                        sequence,
                        rightId,
                        sequence)
                .map((row, context) -> burden(row))
                .list();
    }

    private static TitleBurden burden(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        return new TitleBurden(
                EncumbranceKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                holder == null ? "" : holder,
                Money.ofMinor(row.getLong("claim_minor"), Currency.valueOf(row.getString("currency"))),
                row.getLong("due_nanos"),
                row.getInt("late") != 0,
                row.getLong("from_sequence"),
                row.getLong("until_sequence"));
    }

    private static List<TitlePage.Entry> entries(Handle handle, long rightId, long sequence) {
        return handle.select(
                        "SELECT number, sequence, time_nanos, kind, instrument, words FROM title_entry"
                                + " WHERE right_id = ? AND sequence <= ? ORDER BY number",
                        rightId,
                        sequence)
                .map((row, context) -> new TitlePage.Entry(
                        row.getInt("number"),
                        row.getLong("sequence"),
                        row.getLong("time_nanos"),
                        row.getString("kind"),
                        row.getString("instrument"),
                        row.getString("words")))
                .list();
    }
}
