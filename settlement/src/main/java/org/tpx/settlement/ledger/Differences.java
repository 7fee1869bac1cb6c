package org.tpx.settlement.ledger;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/** Writes down what the checks found otherwise than they expected, and tells it. One row each, numbered within their turn. */
final class Differences implements DifferenceListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(Differences.class);

    private final Handle handle;
    private final Consumer<LedgerDifference> listener;
    private long sequence;
    private int number;

    Differences(Handle handle, Consumer<LedgerDifference> listener) {
        this.handle = handle;
        this.listener = listener;
    }

    void beginTurn(long turnSequence) {
        sequence = turnSequence;
        number = 0;
    }

    /** The two amounts must be the same. */
    void check(String what, Currency currency, long expectedMinor, long foundMinor) {
        if (expectedMinor != foundMinor) {
            onDifference(
                    what,
                    Money.ofMinor(expectedMinor, currency).toString(),
                    Money.ofMinor(foundMinor, currency).toString());
        }
    }

    /** The two amounts must be the same, the currency included. */
    void check(String what, Money expected, Money found) {
        check(what, (Object) expected, found);
    }

    /** The two values must be the same. */
    void check(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            onDifference(what, expected.toString(), found.toString());
        }
    }

    /** The condition must hold; the words say what was expected and what is. */
    void require(boolean holds, String what, String expected, String found) {
        if (!holds) {
            onDifference(what, expected, found);
        }
    }

    @Override
    public void onDifference(String what, String expected, String found) {
        number++;
        LedgerDifference difference = new LedgerDifference(sequence, what, expected, found);
        handle.execute(
                "INSERT INTO ledger_difference (sequence, number, what, expected, found) VALUES (?, ?, ?, ?, ?)",
                sequence,
                number,
                what,
                expected,
                found);
        LOGGER.error("ledger difference: {}", difference);
        listener.accept(difference);
    }
}
