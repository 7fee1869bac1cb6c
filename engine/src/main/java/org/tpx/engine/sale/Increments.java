package org.tpx.engine.sale;

import java.util.List;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.IncrementStep;
import org.tpx.protocol.Money;

/**
 * By how much bids of one auction must rise. Either by whole multiples of one increment above the start price; or by a table:
 * the step that holds from the standing price on is what the next bid must add at least, and any amount above that will do.
 * Amounts in minor units. Allocates nothing once it is made.
 */
final class Increments implements Snapshot.Part {

    private static final long[] NO_TABLE = {};

    private long startMinor;
    private long incrementMinor;
    private long[] fromMinor = NO_TABLE;
    private long[] stepMinor = NO_TABLE;

    /** A blank one, for a snapshot to be read into. */
    Increments() {}

    /** The increment of a notice, or the table where it has rows. */
    Increments(long startMinor, long incrementMinor, List<IncrementStep> table) {
        this.startMinor = startMinor;
        this.incrementMinor = incrementMinor;
        fromMinor = table.stream().mapToLong(row -> row.from().minor()).toArray();
        stepMinor = table.stream().mapToLong(row -> row.step().minor()).toArray();
    }

    /** Whether each row begins above the one before; without rows there is no table, which is fine. */
    static boolean areRising(List<IncrementStep> table) {
        long last = -1;
        for (IncrementStep row : table) {
            if (row.from().minor() <= last) {
                return false;
            }
            last = row.from().minor();
        }
        return true;
    }

    /** Whether all amounts of a table are in the currency of this price. */
    static boolean areInCurrency(List<IncrementStep> table, Money price) {
        return table.stream()
                .allMatch(row ->
                        row.from().currency() == price.currency() && row.step().currency() == price.currency());
    }

    /** Whether an amount that exceeds the highest bid, 0 before the first, does so by a step that is allowed. */
    boolean allow(long amountMinor, long highMinor) {
        if (fromMinor.length == 0) {
            return (amountMinor - startMinor) % incrementMinor == 0;
        }
        return highMinor == 0 || amountMinor - highMinor >= stepAbove(highMinor);
    }

    /** The step that holds at a standing price; below the first row, that of the first row. */
    long stepAbove(long priceMinor) {
        if (fromMinor.length == 0) {
            return incrementMinor;
        }
        int row = fromMinor.length - 1;
        while (row > 0 && priceMinor < fromMinor[row]) {
            row--;
        }
        return stepMinor[row];
    }

    /** The least amount from this one on that a bid may have: the next whole increment, or the amount itself under a table. */
    long atLeast(long amountMinor) {
        long beyond = fromMinor.length == 0 ? (amountMinor - startMinor) % incrementMinor : 0;
        return beyond == 0 ? amountMinor : amountMinor + incrementMinor - beyond;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        startMinor = snapshot.number(startMinor);
        incrementMinor = snapshot.number(incrementMinor);
        int rows = snapshot.number(fromMinor.length);
        if (snapshot.isReading()) {
            fromMinor = new long[rows];
            stepMinor = new long[rows];
        }
        for (int row = 0; row < rows; row++) {
            fromMinor[row] = snapshot.number(fromMinor[row]);
            stepMinor[row] = snapshot.number(stepMinor[row]);
        }
    }
}
