package org.tpx.settlement.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.settlement.ledger.SettlementDatabase;

/** Asks the books about payments, receipts and queues. Reads only; threads may share it. */
public final class BankBooks {
    private static final String TRANSFERS = "SELECT t.*, COALESCE(p.code, '') AS party, COALESCE(l.code, '') AS listing"
            + " FROM bank_transfer t LEFT JOIN party p ON p.party_id = t.party_id"
            + " LEFT JOIN listing l ON l.listing_id = t.listing_id ";

    private final SettlementDatabase database;

    /** Asks this database. */
    public BankBooks(SettlementDatabase database) {
        this.database = database;
    }

    /** The messages in which a payment waits for its outcome, in the order in which they were decided. */
    public List<String> waitingMessages() {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT message_id, MIN(sequence) AS first FROM bank_transfer WHERE state = 'INSTRUCTED'"
                                + " GROUP BY message_id ORDER BY first, message_id")
                .map((row, context) -> row.getString("message_id"))
                .list());
    }

    /** All payments of a message, in the order of the journal. */
    public List<BankTransfer> transfersOfMessage(String messageId) {
        return transfers("WHERE t.message_id = ? ORDER BY t.sequence, t.ordinal", messageId);
    }

    /** The sending that an end-to-end id names. */
    public Optional<BankTransfer> transfer(String endToEndId) {
        return transfers("WHERE t.end_to_end_id = ?", endToEndId).stream().findFirst();
    }

    /** The sending that the bank confirmed under a reference. */
    public Optional<BankTransfer> confirmed(String bankReference) {
        return transfers("WHERE t.bank_reference = ? AND t.state = 'CONFIRMED'", bankReference).stream()
                .findFirst();
    }

    /** Every sending in a currency that waits for its outcome. */
    public List<BankTransfer> waiting(Currency currency) {
        return transfers(
                "WHERE t.state = 'INSTRUCTED' AND t.currency = ? ORDER BY t.sequence, t.ordinal", currency.name());
    }

    private List<BankTransfer> transfers(String where, String argument) {
        return database.jdbi().withHandle(handle -> handle.select(TRANSFERS + where, argument)
                .map((row, context) -> new BankTransfer(
                        row.getLong("payment_id"),
                        row.getString("end_to_end_id"),
                        row.getString("message_id"),
                        row.getLong("time_nanos"),
                        PaymentKind.valueOf(row.getString("kind")),
                        row.getString("party"),
                        row.getString("listing"),
                        money(row),
                        TransferState.valueOf(row.getString("state")),
                        row.getString("bank_reference")))
                .list());
    }

    /** The receipt that was booked under a reference. */
    public Optional<BankReceipt> receipt(String bankReference) {
        return database.jdbi()
                .withHandle(handle -> handle.select("SELECT * FROM receipt WHERE bank_reference = ?", bankReference)
                        .map((row, context) -> new BankReceipt(
                                row.getString("bank_reference"),
                                row.getLong("time_nanos"),
                                MoneyPurpose.valueOf(row.getString("purpose")),
                                row.getLong("party_id"),
                                row.getLong("listing_id"),
                                money(row)))
                        .findFirst());
    }

    /** Everything that moved on the settlement account in a currency, receipts positive and payments negative. */
    List<Movement> movements(Currency currency) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT bank_reference, time_nanos, currency, amount_minor FROM receipt WHERE currency = ?"
                                + " UNION ALL SELECT bank_reference, outcome_nanos, currency, -amount_minor FROM bank_transfer"
                                + " WHERE state = 'CONFIRMED' AND currency = ?",
                        currency.name(),
                        currency.name())
                .map((row, context) ->
                        new Movement(row.getString("bank_reference"), row.getLong("time_nanos"), money(row)))
                .list());
    }

    /** What lies on the settlement account before an instant. */
    Money settlementAccount(Currency currency, long beforeNanos) {
        long minor = database.jdbi().withHandle(handle -> handle.select(
                        "SELECT COALESCE(SUM(CASE WHEN l.side = 'DEBIT' THEN l.amount_minor ELSE -l.amount_minor END), 0) AS sum"
                                + " FROM posting_leg l JOIN posting p ON p.sequence = l.sequence AND p.ordinal = l.ordinal"
                                + " WHERE l.kind = 'SETTLEMENT' AND l.currency = ? AND p.time_nanos < ?",
                        currency.name(),
                        beforeNanos)
                .map((row, context) -> row.getLong("sum"))
                .one());
        return Money.ofMinor(minor, currency);
    }

    /** Everything in the queues, or only what waits for a decision, in the order of the journal. */
    public List<QueuedItem> queue(boolean openOnly) {
        String where = openOnly ? " WHERE state = 'OPEN'" : "";
        return database.jdbi()
                .withHandle(handle -> handle.select("SELECT * FROM bank_queue" + where + " ORDER BY sequence, ordinal")
                        .map((row, context) -> item(row))
                        .list());
    }

    /** What was ever put into a queue under a reference. */
    public List<QueuedItem> queued(String bankReference) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT * FROM bank_queue WHERE bank_reference = ? ORDER BY sequence, ordinal", bankReference)
                .map((row, context) -> item(row))
                .list());
    }

    /** The offset from UTC of the exchange's first calendar, in seconds; 0 where it has none yet. */
    public int utcOffsetSeconds() {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT utc_offset_seconds FROM calendar ORDER BY calendar_id, version")
                .map((row, context) -> row.getInt("utc_offset_seconds"))
                .findFirst()
                .orElse(0));
    }

    private static QueuedItem item(ResultSet row) throws SQLException {
        return new QueuedItem(
                row.getLong("item_id"),
                BankQueue.valueOf(row.getString("queue")),
                row.getString("state"),
                row.getLong("sequence"),
                row.getLong("time_nanos"),
                MoneyDirection.valueOf(row.getString("direction")),
                money(row),
                row.getString("bank_reference"),
                row.getString("end_to_end_id"),
                row.getString("message_id"),
                row.getString("message"),
                row.getString("reason"),
                row.getString("note"));
    }

    private static Money money(ResultSet row) throws SQLException {
        return Money.ofMinor(row.getLong("amount_minor"), Currency.valueOf(row.getString("currency")));
    }
}
