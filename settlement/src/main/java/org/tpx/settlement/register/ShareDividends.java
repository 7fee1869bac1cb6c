package org.tpx.settlement.register;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.CustodyEvent.DividendAllotted;
import org.tpx.protocol.CustodyEvent.DividendDeclared;
import org.tpx.protocol.CustodyEvent.DividendReleased;
import org.tpx.settlement.register.ShareBurdens.Kind;

/** Dividends: what each holder must get, reckoned from the register at the record date, against what the journal says that it gets. */
public final class ShareDividends {

    private record Declared(
            long registerId, long totalMinor, long totalShares, boolean holdsPledged, boolean holdsFrozen) {}

    private record Holder(long partyId, long shares) {}

    private record Part(long heldShares, long shares, long amountMinor, long heldMinor, long releasedSequence) {}

    /** What a division cut off of a holder's part. */
    private record Cut(int place, BigInteger rest) {}

    private final Handle handle;
    private final ShareFindings findings;
    private final ShareBurdens burdens;

    ShareDividends(Handle handle, ShareFindings findings, ShareBurdens burdens) {
        this.handle = handle;
        this.findings = findings;
        this.burdens = burdens;
    }

    /** A dividend was declared. */
    public void declared(EntryPlace place, DividendDeclared event) {
        BigInteger total = BigInteger.valueOf(event.totalShares())
                .multiply(BigInteger.valueOf(event.amount().minor()))
                .divide(BigInteger.valueOf(event.perShares()));
        String what = "dividend " + event.bookCloseId() + ", on all shares";
        findings.check(what, total.longValueExact(), event.total().minor());
        handle.execute(
                "INSERT INTO share_dividend (book_close_id, register_id, payer_id, currency, amount_minor, per_shares,"
                        + " total_shares, total_minor, holds_pledged, holds_frozen, open_minor)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.bookCloseId(),
                event.registerId(),
                event.payerId(),
                event.total().currency(),
                event.amount().minor(),
                event.perShares(),
                event.totalShares(),
                event.total().minor(),
                event.holdsPledged() ? 1 : 0,
                event.holdsFrozen() ? 1 : 0,
                event.total().minor());
    }

    /** The money of a cancelled dividend went back. */
    void cancelled(long bookCloseId) {
        handle.execute("UPDATE share_dividend SET open_minor = 0 WHERE book_close_id = ?", bookCloseId);
    }

    /** The record date: each holder's part, what is left of the sum by the largest rests, of equal ones to the lower party number. */
    void reckon(long bookCloseId) {
        find(bookCloseId)
                .ifPresentOrElse(
                        declared -> insertParts(bookCloseId, declared),
                        () -> findings.onDifference("dividend " + bookCloseId, "declared before", "unknown"));
    }

    private void insertParts(long bookCloseId, Declared declared) {
        List<Holder> holders = holders(declared.registerId());
        BigInteger total = BigInteger.valueOf(declared.totalMinor());
        BigInteger shares =
                BigInteger.valueOf(holders.stream().mapToLong(Holder::shares).sum());
        findings.check("dividend " + bookCloseId + ", shares", declared.totalShares(), shares.longValueExact());
        long[] parts = new long[holders.size()];
        List<Cut> cuts = new ArrayList<>();
        long left = declared.totalMinor();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] division =
                    total.multiply(BigInteger.valueOf(holders.get(i).shares())).divideAndRemainder(shares);
            parts[i] = division[0].longValueExact();
            left -= parts[i];
            cuts.add(new Cut(i, division[1]));
        }
        cuts.sort(Comparator.comparing(Cut::rest).reversed().thenComparing(Cut::place));
        cuts.stream().limit(left).forEach(cut -> parts[cut.place()]++);
        for (int i = 0; i < parts.length; i++) {
            insert(bookCloseId, declared, holders.get(i), parts[i]);
        }
    }

    private void insert(long bookCloseId, Declared declared, Holder holder, long amountMinor) {
        long pledged = declared.holdsPledged() ? burdens.sum(declared.registerId(), Kind.PLEDGE, holder.partyId()) : 0;
        long frozen = declared.holdsFrozen() ? burdens.sum(declared.registerId(), Kind.FREEZE, holder.partyId()) : 0;
        long heldShares = Math.min(holder.shares(), pledged + frozen);
        BigInteger[] held = BigInteger.valueOf(amountMinor)
                .multiply(BigInteger.valueOf(heldShares))
                .divideAndRemainder(BigInteger.valueOf(holder.shares()));
        handle.execute(
                "INSERT INTO share_dividend_part (book_close_id, party_id, shares, held_shares, amount_minor, held_minor,"
                        + " allotted_sequence, released_sequence, payee_id) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)",
                bookCloseId,
                holder.partyId(),
                holder.shares(),
                heldShares,
                amountMinor,
                held[0].longValueExact() + held[1].signum());
    }

    private List<Holder> holders(long registerId) {
        return handle.select(
                        "SELECT party_id, shares FROM share_holding WHERE register_id = ? AND shares > 0 ORDER BY party_id",
                        registerId)
                .map((row, context) -> new Holder(row.getLong("party_id"), row.getLong("shares")))
                .list();
    }

    /** A holder was told its part. */
    public void allotted(EntryPlace place, DividendAllotted event) {
        String what = "dividend " + event.bookCloseId() + " of party " + event.partyId() + ", ";
        Part part = part(event.bookCloseId(), event.partyId()).orElse(new Part(0, 0, 0, 0, 0));
        findings.check(what + "shares", part.shares(), event.shares());
        findings.check(what + "shares held back", part.heldShares(), event.heldShares());
        findings.check(what + "part", part.amountMinor(), event.amount().minor());
        findings.check(what + "held back", part.heldMinor(), event.held().minor());
        handle.execute(
                "UPDATE share_dividend_part SET allotted_sequence = ? WHERE book_close_id = ? AND party_id = ?",
                place.sequence(),
                event.bookCloseId(),
                event.partyId());
        handle.execute(
                "UPDATE share_dividend SET open_minor = open_minor - ? WHERE book_close_id = ?",
                event.amount().minor(),
                event.bookCloseId());
    }

    /** What was held back of a holder's part went to somebody. */
    public void released(EntryPlace place, DividendReleased event) {
        String what = "dividend " + event.bookCloseId() + " of party " + event.partyId() + ", ";
        Part part = part(event.bookCloseId(), event.partyId()).orElse(new Part(0, 0, 0, 0, 0));
        findings.check(what + "released", part.heldMinor(), event.amount().minor());
        findings.check(what + "turn of an earlier release", 0, part.releasedSequence());
        handle.execute(
                "UPDATE share_dividend_part SET released_sequence = ?, payee_id = ? WHERE book_close_id = ?"
                        + " AND party_id = ?",
                place.sequence(),
                event.payeeId(),
                event.bookCloseId(),
                event.partyId());
    }

    /** What must lie on a party's dividend account: paid in and not allotted yet, or held back of its own part. */
    public long heldMinor(long partyId, Currency currency) {
        return number(
                        "SELECT COALESCE(SUM(open_minor), 0) FROM share_dividend WHERE payer_id = ? AND currency = ?",
                        partyId,
                        currency)
                + number(
                        "SELECT COALESCE(SUM(p.held_minor), 0) FROM share_dividend_part p JOIN share_dividend d"
                                + " ON d.book_close_id = p.book_close_id WHERE p.party_id = ? AND d.currency = ?"
                                + " AND p.allotted_sequence > 0 AND p.released_sequence = 0",
                        partyId,
                        currency);
    }

    private long number(String sql, long partyId, Currency currency) {
        return handle.select(sql, partyId, currency).mapTo(Long.class).one();
    }

    private Optional<Declared> find(long bookCloseId) {
        return handle.select("SELECT * FROM share_dividend WHERE book_close_id = ?", bookCloseId)
                .map((row, context) -> new Declared(
                        row.getLong("register_id"),
                        row.getLong("total_minor"),
                        row.getLong("total_shares"),
                        row.getInt("holds_pledged") != 0,
                        row.getInt("holds_frozen") != 0))
                .findOne();
    }

    private Optional<Part> part(long bookCloseId, long partyId) {
        return handle.select(
                        "SELECT * FROM share_dividend_part WHERE book_close_id = ? AND party_id = ?",
                        bookCloseId,
                        partyId)
                .map((row, context) -> new Part(
                        row.getLong("held_shares"),
                        row.getLong("shares"),
                        row.getLong("amount_minor"),
                        row.getLong("held_minor"),
                        row.getLong("released_sequence")))
                .findOne();
    }
}
