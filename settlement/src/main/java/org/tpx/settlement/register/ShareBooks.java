package org.tpx.settlement.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tpx.settlement.register.ShareBurdens.Kind;

/**
 * Asks the registers of shares, as they stood after any turn. Each question sees the database at one instant. Threads may share it;
 * database failures come as {@code JdbiException}.
 */
public final class ShareBooks {
    private static final String ENTRIES =
            "SELECT * FROM share_entry WHERE register_id = ? AND sequence <= ? ORDER BY sequence, ordinal, line";
    private static final String WEIGHTS =
            "SELECT * FROM share_weight WHERE register_id = ? AND sequence <= ? ORDER BY sequence, ordinal";

    private record Entry(
            long sequence, int ordinal, long timeNanos, long partyId, long change, String why, long otherId) {

        /** Whether it says who the holder is: a confirmation, or a deed or a deal that made it one. */
        boolean confirms() {
            return why.equals("CONFIRMED") || (change > 0 && !why.equals("OPENED") && !why.equals("ISSUED"));
        }
    }

    private record Weight(
            long sequence,
            int ordinal,
            long timeNanos,
            long partyId,
            Kind kind,
            String reference,
            long change,
            long untilNanos) {}

    private static final class Tally {
        private long shares;
        private boolean confirmed;
        private long lockUntilNanos;
        private final Map<Kind, Long> weights = new TreeMap<>();

        private ShareHolder holder(String party) {
            return new ShareHolder(
                    party,
                    shares,
                    weights.getOrDefault(Kind.PLEDGE, 0L),
                    weights.getOrDefault(Kind.FREEZE, 0L),
                    weights.getOrDefault(Kind.LOCK, 0L),
                    lockUntilNanos,
                    weights.getOrDefault(Kind.BLOCK, 0L),
                    confirmed);
        }
    }

    private final Jdbi jdbi;

    /** The registers in this database. */
    public ShareBooks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The register with a code, or 0. */
    public long registerId(String code) {
        return jdbi.inTransaction(handle -> handle.select("SELECT register_id FROM share_register WHERE code = ?", code)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** The codes of all registers, in the order of their numbers. */
    public List<String> registers() {
        return jdbi.inTransaction(handle -> handle.select("SELECT code FROM share_register ORDER BY register_id")
                .mapTo(String.class)
                .list());
    }

    /** The register as it stood after a turn; one that is known to exist. */
    public ShareRegisterAt register(long registerId, long sequence) {
        return jdbi.inTransaction(handle -> {
            long reached = reached(handle, sequence);
            Map<Long, Tally> tallies = tallies(handle, registerId, reached);
            List<ShareHolder> holders = new ArrayList<>();
            tallies.forEach((partyId, tally) -> {
                if (tally.shares > 0) {
                    holders.add(tally.holder(party(handle, partyId)));
                }
            });
            return handle.select("SELECT * FROM share_register WHERE register_id = ?", registerId)
                    .map((row, context) -> new ShareRegisterAt(
                            row.getString("code"),
                            party(handle, row.getLong("issuer_id")),
                            row.getString("share_class"),
                            reached,
                            List.copyOf(holders)))
                    .one();
        });
    }

    /** What a party had in a register up to a turn. */
    public ShareStatement statement(long registerId, long partyId, long sequence) {
        return jdbi.inTransaction(handle -> {
            long reached = reached(handle, sequence);
            Tally tally = tallies(handle, registerId, reached).getOrDefault(partyId, new Tally());
            String code = handle.select("SELECT code FROM share_register WHERE register_id = ?", registerId)
                    .mapTo(String.class)
                    .one();
            return new ShareStatement(
                    code, reached, lines(handle, registerId, partyId, reached), tally.holder(party(handle, partyId)));
        });
    }

    private static Map<Long, Tally> tallies(Handle handle, long registerId, long sequence) {
        Map<Long, Tally> tallies = new TreeMap<>();
        for (Entry entry : entries(handle, registerId, sequence)) {
            Tally tally = tallies.computeIfAbsent(entry.partyId, id -> new Tally());
            tally.shares += entry.change;
            tally.confirmed |= entry.confirms();
        }
        for (Weight weight : weights(handle, registerId, sequence)) {
            Tally tally = tallies.computeIfAbsent(weight.partyId, id -> new Tally());
            tally.weights.merge(weight.kind, weight.change, Long::sum);
            tally.lockUntilNanos = weight.kind == Kind.LOCK ? weight.untilNanos : tally.lockUntilNanos;
        }
        return tallies;
    }

    private static List<ShareStatement.Line> lines(Handle handle, long registerId, long partyId, long sequence) {
        Map<String, ShareStatement.Line> lines = new LinkedHashMap<>();
        List<Weight> weights = new ArrayList<>(weights(handle, registerId, sequence));
        weights.removeIf(weight -> weight.partyId != partyId);
        long shares = 0;
        for (Entry entry : entries(handle, registerId, sequence)) {
            if (entry.partyId == partyId) {
                addBefore(lines, weights, entry, shares);
                shares += entry.change;
                lines.put(
                        entry.sequence + "/" + entry.ordinal,
                        new ShareStatement.Line(
                                entry.sequence,
                                entry.timeNanos,
                                entry.why,
                                party(handle, entry.otherId),
                                entry.change,
                                shares));
            }
        }
        for (Weight weight : weights) {
            add(lines, weight, shares);
        }
        return List.copyOf(lines.values());
    }

    private static void addBefore(
            Map<String, ShareStatement.Line> lines, List<Weight> weights, Entry entry, long shares) {
        while (!weights.isEmpty() && isBefore(weights.get(0), entry)) {
            add(lines, weights.remove(0), shares);
        }
    }

    private static boolean isBefore(Weight weight, Entry entry) {
        return weight.sequence < entry.sequence
                || (weight.sequence == entry.sequence && weight.ordinal < entry.ordinal);
    }

    private static void add(Map<String, ShareStatement.Line> lines, Weight weight, long shares) {
        String what = weight.kind + (weight.reference.isEmpty() ? "" : " " + weight.reference);
        lines.put(
                weight.sequence + "/" + weight.ordinal,
                new ShareStatement.Line(weight.sequence, weight.timeNanos, what, "", weight.change, shares));
    }

    private static List<Entry> entries(Handle handle, long registerId, long sequence) {
        return handle.select(ENTRIES, registerId, sequence)
                .map((row, context) -> new Entry(
                        row.getLong("sequence"),
                        row.getInt("ordinal"),
                        row.getLong("time_nanos"),
                        row.getLong("party_id"),
                        row.getLong("change"),
                        row.getString("why"),
                        row.getLong("other_party_id")))
                .list();
    }

    private static List<Weight> weights(Handle handle, long registerId, long sequence) {
        return handle.select(WEIGHTS, registerId, sequence)
                .map((row, context) -> new Weight(
                        row.getLong("sequence"),
                        row.getInt("ordinal"),
                        row.getLong("time_nanos"),
                        row.getLong("party_id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        row.getLong("change"),
                        row.getLong("until_nanos")))
                .list();
    }

    private static String party(Handle handle, long partyId) {
        return handle.select("SELECT code FROM party WHERE party_id = ?", partyId)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private static long reached(Handle handle, long sequence) {
        long position = handle.select(
                        "SELECT COALESCE(MAX(sequence), 0) FROM journal_position WHERE projection = 'settlement'")
                .mapTo(Long.class)
                .one();
        return Math.min(sequence, position);
    }
}
