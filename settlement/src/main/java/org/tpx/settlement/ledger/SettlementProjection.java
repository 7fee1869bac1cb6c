package org.tpx.settlement.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Event;
import org.tpx.settlement.register.SharePostings;
import org.tpx.settlement.register.TechContractPostings;
import org.tpx.settlement.register.TitlePostings;

/**
 * Books what the journal says about money, listings, deals and units into the settlement database, and checks all of it against figures of
 * its own. The journal is right about what happened; where the books reckon otherwise, a {@link LedgerDifference} is written down and
 * told, and booking goes on. Only what no books can hold ends it: {@link BrokenBooksException}, and nothing of the batch is left.
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
    private final Units units;
    private final Offerings offerings;
    private final Demands demands;
    private final ShareDeals shareDeals;
    private final SharePostings shares;
    private final Unwindings unwindings;
    private final Bookings bookings;
    private final AccountRows accountRows;
    private Position position = Position.START;
    private long committedSequence;
    private boolean open;
    private boolean booked;

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
        deposits = new Deposits(handle, ledger, listings, differences);
        Packages packages = new Packages(handle, listings, differences);
        Buyers buyers = new Buyers(handle, differences);
        Waivers waivers = new Waivers(handle, listings, differences);
        Forfeitures forfeitures = new Forfeitures(handle, listings, packages, buyers, waivers, differences, tally);
        Offers offers = new Offers(handle, differences);
        Commissions commissions = new Commissions(handle, buyers, differences);
        shareDeals = new ShareDeals(handle, differences);
        shares = new SharePostings(handle, differences::onDifference);
        deals = newDeals(listings, offers, buyers, packages, waivers, commissions);
        payments = new Payments(handle, ledger, differences, tally);
        postings = new Postings(handle, ledger, deposits, forfeitures, differences, tally);
        units = new Units(handle, postings, differences, tally);
        offerings = new Offerings(handle, units, differences);
        demands = new Demands(handle, rules, differences);
        unwindings = new Unwindings(handle, ledger, deals, deals.deliveries(), buyers, commissions, differences);
        TitlePostings titles = new TitlePostings(handle, differences::onDifference);
        bookings = new Bookings(
                new Names(handle),
                new BankTransfers(handle),
                new BankItems(handle),
                rules,
                listings,
                offers,
                buyers,
                packages,
                deposits,
                deals,
                payments,
                postings,
                forfeitures,
                units,
                offerings,
                new Distributions(handle, units, differences),
                demands,
                shareDeals,
                shares,
                new Charges(
                        waivers,
                        commissions,
                        new MemberDues(handle, differences),
                        new FeeRefunds(handle, differences),
                        new SharedAccounts(handle, differences)),
                new Papers(handle, differences),
                unwindings,
                new TransferCosts(handle),
                new TitleDeals(handle, deals, buyers, titles),
                titles,
                new TechContractPostings(handle, differences::onDifference));
        reset();
    }

    private Deals newDeals(
            Listings listings,
            Offers offers,
            Buyers buyers,
            Packages packages,
            Waivers waivers,
            Commissions commissions) {
        return new Deals(
                handle,
                ledger,
                listings,
                offers,
                buyers,
                packages,
                shareDeals,
                waivers,
                commissions,
                differences,
                tally);
    }

    private void reset() {
        position = handle.select("SELECT sequence, time_nanos, chain FROM journal_position WHERE projection = ?", NAME)
                .map((row, context) ->
                        new Position(row.getLong("sequence"), row.getLong("time_nanos"), row.getString("chain")))
                .findOne()
                .orElse(Position.START);
        committedSequence = position.sequence();
        rules.reset();
        ledger.reset();
        accountRows.resume(ledger);
        payments.reset();
        postings.reset();
        units.reset();
        offerings.reset();
        shareDeals.reset();
        unwindings.reset();
    }

    /** How far the books reach, what is not committed yet included. */
    public Position position() {
        return position;
    }

    /** The kinds of event that the books take in; a feeder need not decode any other. */
    public Set<Class<? extends Event>> eventTypes() {
        return bookings.eventTypes();
    }

    /**
     * Books one turn with all of its events. Throws as {@link #beginTurn} and {@link #onEvent} do.
     *
     * @param sequence the turn's sequence
     * @param timeNanos its time, UTC epoch nanoseconds
     * @param events its events in order
     */
    public void onTurn(long sequence, long timeNanos, List<? extends Event> events) {
        if (!beginTurn(sequence, timeNanos)) {
            return;
        }
        for (int ordinal = 0; ordinal < events.size(); ordinal++) {
            onEvent(ordinal, events.get(ordinal));
        }
        endTurn();
    }

    /**
     * Begins a turn; {@link #onEvent} and {@link #endTurn} follow. Returns false for a turn that is booked already: then neither may
     * follow. Throws {@link SequenceGapException} for one that does not follow the position, and the open batch is rolled back.
     */
    public boolean beginTurn(long sequence, long timeNanos) {
        if (sequence <= position.sequence()) {
            return false;
        }
        if (sequence != position.sequence() + 1) {
            throw rolledBack(new SequenceGapException(position.sequence() + 1, sequence));
        }
        if (!open) {
            handle.begin();
            open = true;
        }
        position = new Position(sequence, timeNanos, "");
        booked = false;
        return true;
    }

    /**
     * Books an event of the begun turn; those of other kinds than {@link #eventTypes} may be left out. Throws what the database throws,
     * and the open batch is rolled back.
     *
     * @param ordinal the event's place in its turn, from 0, those left out counted
     */
    public void onEvent(int ordinal, Event event) {
        try {
            if (!booked) {
                differences.beginTurn(position.sequence());
                tally.begin();
                booked = true;
            }
            bookings.book(new Place(position.sequence(), ordinal, position.timeNanos()), event);
        } catch (RuntimeException failure) {
            throw rolledBack(failure);
        }
    }

    /** Ends the begun turn and looks at what it left. Throws what the database throws, and the open batch is rolled back. */
    public void endTurn() {
        try {
            if (booked) {
                tally.check(differences);
                ledger.endTurn(this::checkAccount);
                offerings.checkIssued();
                unwindings.checkUnwound();
                deals.checkTouched();
            }
            payments.checkDeadlines(position.timeNanos());
        } catch (RuntimeException failure) {
            throw rolledBack(failure);
        }
    }

    private void checkAccount(AccountBalance account) {
        AccountKind kind = account.key().kind();
        if (kind == AccountKind.PAYABLE || kind == AccountKind.OPERATING_PAYABLE) {
            payments.checkHeld(account, 0);
        } else if (kind == AccountKind.FEE_EARNED) {
            payments.checkHeld(account, units.feesWaitingMinor(account.key().currency()));
        } else if (kind == AccountKind.DEPOSIT) {
            deposits.checkAccounted(account);
        } else if (kind == AccountKind.SUBSCRIPTION) {
            offerings.checkAccounted(account);
        } else if (kind == AccountKind.AWARD) {
            demands.checkHeld(account);
        } else if (kind == AccountKind.DIVIDEND) {
            differences.check(
                    account.key() + ", dividends that are open or held back",
                    account.key().currency(),
                    shares.dividends()
                            .heldMinor(account.key().partyId(), account.key().currency()),
                    account.balanceMinor());
        }
    }

    /** Commits without telling where the journal's chain stands. */
    public void commit() {
        commit("");
    }

    /**
     * Writes the batch and the position in one transaction. Does nothing when no turn was booked since the last time.
     *
     * @param chain the journal's chain hash at the last booked turn, as hexadecimal digits
     */
    public void commit(String chain) {
        if (!open) {
            return;
        }
        try {
            position = new Position(position.sequence(), position.timeNanos(), chain);
            ledger.requireEqualSides();
            postings.write();
            units.write();
            accountRows.write(ledger);
            writePosition();
            handle.commit();
            committedSequence = position.sequence();
            open = false;
        } catch (RuntimeException failure) {
            throw rolledBack(failure);
        }
        if (ledger.size() > ACCOUNTS_IN_MEMORY) {
            ledger.forget();
        }
    }

    /** Two projections on one database would each overwrite what the other knew, so only the one that wrote last may write again. */
    private void writePosition() {
        int rows = handle.execute(
                "INSERT INTO journal_position (projection, sequence, time_nanos, chain) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (projection) DO UPDATE SET sequence = excluded.sequence,"
                        + " time_nanos = excluded.time_nanos, chain = excluded.chain"
                        + " WHERE journal_position.sequence = ?",
                NAME,
                position.sequence(),
                position.timeNanos(),
                position.chain(),
                committedSequence);
        if (rows != 1) {
            throw new IllegalStateException("another process books into this database");
        }
    }

    /** Undoes everything since the last commit, a half-booked turn included; the position is that of the last commit again. */
    public void rollBack() {
        if (open) {
            open = false;
            handle.rollback();
            reset();
        }
    }

    private RuntimeException rolledBack(RuntimeException failure) {
        RuntimeException told = failure;
        if (failure instanceof BrokenBooksException broken) {
            told = broken.at(position.sequence());
        } else if (failure instanceof ArithmeticException) {
            told = new BrokenBooksException("an amount is beyond 64 bits.").at(position.sequence());
        }
        try {
            rollBack();
        } catch (RuntimeException second) {
            told.addSuppressed(second);
        }
        return told;
    }

    /** Rolls back what was not committed and lets go of the database. */
    @Override
    public void close() {
        rollBack();
        handle.close();
    }
}
