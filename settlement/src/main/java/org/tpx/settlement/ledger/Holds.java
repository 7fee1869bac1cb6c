package org.tpx.settlement.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The open holds by their ids, and those that can time out in the order (instant, id) in which they do. */
final class Holds {
    private static final Comparator<Hold> BY_INSTANT =
            Comparator.comparingLong(Hold::untilNanos).thenComparingLong(Hold::id);

    private final Map<Long, Hold> open = new HashMap<>();
    private final TreeSet<Hold> timed = new TreeSet<>(BY_INSTANT);

    Optional<Hold> find(long id) {
        return Optional.ofNullable(open.get(id));
    }

    void put(Hold hold) {
        Hold before = open.put(hold.id(), hold);
        if (before != null) {
            timed.remove(before);
        }
        if (hold.untilNanos() != Hold.FOREVER) {
            timed.add(hold);
        }
    }

    Optional<Hold> remove(long id) {
        Hold hold = open.remove(id);
        if (hold != null) {
            timed.remove(hold);
        }
        return Optional.ofNullable(hold);
    }

    /** The hold that timed out first, of those that did before an instant. */
    Optional<Hold> firstBefore(long nanos) {
        return timed.isEmpty() || timed.first().untilNanos() >= nanos ? Optional.empty() : Optional.of(timed.first());
    }

    int size() {
        return open.size();
    }

    void clear() {
        open.clear();
        timed.clear();
    }
}
