package org.tpx.settlement.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;

/**
 * Books what the journal says about money, listings and deals into the settlement database, and checks all of it against figures of
 * its own. The journal is right about what happened; where the books reckon otherwise, a {@link LedgerDifference} is written down and
 * told, and booking goes on.
 *
 * <p>Turns are handed in in the order of the journal and become durable together with the position in one transaction at {@link
 * #commit}. A turn at or below the position is skipped, a turn too far ahead is refused, so that a feeder may begin anywhere at or
 * before the position. After a failure nothing of the batch is left and the position is the one of the last commit.
 *
 * <p>Single-threaded; one projection at a time may write to a database. The listener is called while the transaction is open: what it
 * hears may come again after a failure.
 */
public final class SettlementProjection implements AutoCloseable {
    private static final String NAME = "settlement";
    /** Accounts kept in memory between batches; beyond that they are read again when they are needed. */
    private static final int ACCOUNTS_IN_MEMORY = 200_000;

    private final Handle handle;
    private final Differences differences;
    private final TurnTally tally = new TurnTally();
    private final Ledger ledger;
    private final Rules rules;
    private final Deposits deposits;
    private final Deals deals;
    private final Payments payments;
    private final Postings postings;
    private final Bookings bookings;
    private final AccountRows accountRows;
    private Position position = Position.START;

    /** A projection that goes on where the database stands; differences are logged and written down. */
    public SettlementProjection(SettlementDatabase database) {
        this(database, difference -> {});
    }

    /** A projection that also tells every difference to a listener. */
    public SettlementProjection(SettlementDatabase database, Consumer<LedgerDifference> listener) {
        handle = database.jdbi().open();
        accountRows = new AccountRows(handle);
        differences = new Differences(handle, listener);
        ledger = new Ledger(accountRows, differences);
        rules = new Rules(handle);
        Listings listings = new Listings(handle, rules);
        deposits = new Deposits(handle, ledger, differences, tally);
        Forfeitures forfeitures = new Forfeitures(handle, listings, differences, tally);
        deals = new Deals(handle, ledger, listings, differences, tally);
        payments = new Payments(handle, ledger, differences, tally);
        postings = new Postings(handle, ledger, deposits, forfeitures, differences, tally);
        bookings = new Bookings(
                new Names(handle), rules, listings, deposits, deals, payments, postings, forfeitures);
        reset();
    }

    private void reset() {
        position = handle.select(
                        "SELECT sequence, time_nanos, chain FROM journal_position WHERE projection = ?", NAME)
                .map((row, context) -> new Position(
                        row.getLong("sequence"), row.getLong("time_nanos"), row.getString("chain")))
                .findOne()
                .orElse(Position.START);
        rules.reset();
        ledger.reset();
        accountRows.resume(ledger);
        payments.reset();
        postings.reset();
    }

    /** How far the books reach, what is not committed yet included. */
    public Position position() {
        return position;
    }

    /** The kinds of event that the books take in; a feeder need not decode any other. */
    public Set<Class<? extends Event>> eventTypes() {
        return bookings.eventTypes();
    }

    /** Books a turn whose chain hash is not known. See {@link #onTurn(long, long, String, List)}. */
    public void onTurn(long sequence, long timeNanos, List<? extends Event> events) {
        onTurn(sequence, timeNanos, "", events);
    }

    /**
     * Books one turn. Throws {@link SequenceGapException} for a turn that does not follow the position, and whatever the database
     * throws; in both cases the open batch is rolled back.
     *
     * @param sequence the turn's sequence
     * @param timeNanos its time, UTC epoch nanoseconds
     * @param chain the journal's chain hash after it, as hexadecimal digits
     * @param events its events in order; those of other {@link #eventTypes} may be left out
     */
    public void onTurn(long sequence, long timeNanos, String chain, List<? extends Event> events) {
        if (sequence <= position.sequence()) {
            return;
        }
        try {
            if (sequence != position.sequence() + 1) {
                throw new SequenceGapException(position.sequence() + 1, sequence);
            }
            book(sequence, timeNanos, events);
            position = new Position(sequence, timeNanos, chain);
        } catch (RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    private void book(long sequence, long timeNanos, List<? extends Event> events) {
        begin();
        differences.beginTurn(sequence);
        tally.begin();
        for (int ordinal = 0; ordinal < events.size(); ordinal++) {
            bookings.book(new Place(sequence, ordinal, timeNanos), events.get(ordinal));
        }
        tally.check(differences);
        ledger.endTurn(this::checkAccount);
        deals.checkTouched();
        payments.checkDeadlines(timeNanos);
    }

    private void checkAccount(AccountBalance account) {
        AccountKind kind = account.key().kind();
        if (kind == AccountKind.PAYABLE || kind == AccountKind.FEE_EARNED) {
            payments.checkHeld(account);
        } else if (kind == AccountKind.DEPOSIT) {
            deposits.checkAccounted(account);
        }
    }

    private void begin() {
        if (!handle.isInTransaction()) {
            handle.begin();
        }
    }

    /** Writes the batch and the position in one transaction. Does nothing when no turn was booked since the last time. */
    public void commit() {
        if (!handle.isInTransaction()) {
            return;
        }
        try {
            postings.write();
            accountRows.write(ledger);
            handle.execute(
                    "INSERT INTO journal_position (projection, sequence, time_nanos, chain) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (projection) DO UPDATE SET sequence = excluded.sequence,"
                            + " time_nanos = excluded.time_nanos, chain = excluded.chain",
                    NAME,
                    position.sequence(),
                    position.timeNanos(),
                    position.chain());
            handle.commit();
        } catch (RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
        if (ledger.size() > ACCOUNTS_IN_MEMORY) {
            ledger.forget();
        }
    }

    private void rollBack(RuntimeException failure) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            reset();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /** The asset of one currency less all liabilities, in minor units: 0 while the books balance. */
    public long differenceMinor(Currency currency) {
        return Math.subtractExact(ledger.assetsMinor(currency), ledger.liabilitiesMinor(currency));
    }

    /** Rolls back what was not committed and lets go of the database. */
    @Override
    public void close() {
        if (handle.isInTransaction()) {
            handle.rollback();
        }
        handle.close();
    }
}
