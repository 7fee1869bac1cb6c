package org.tpx.settlement.ledger;

import static org.tpx.protocol.AccountKind.AWARD;
import static org.tpx.protocol.AccountKind.COMMISSION;
import static org.tpx.protocol.AccountKind.DEPOSIT;
import static org.tpx.protocol.AccountKind.DIVIDEND;
import static org.tpx.protocol.AccountKind.DUES_INCOME;
import static org.tpx.protocol.AccountKind.FEE_EARNED;
import static org.tpx.protocol.AccountKind.FEE_HELD;
import static org.tpx.protocol.AccountKind.FEE_INCOME;
import static org.tpx.protocol.AccountKind.FORFEIT;
import static org.tpx.protocol.AccountKind.OPERATING;
import static org.tpx.protocol.AccountKind.OPERATING_PAYABLE;
import static org.tpx.protocol.AccountKind.PAYABLE;
import static org.tpx.protocol.AccountKind.PRICE;
import static org.tpx.protocol.AccountKind.SETTLEMENT;
import static org.tpx.protocol.AccountKind.SUBSCRIPTION;
import static org.tpx.protocol.AccountKind.TRADING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

/**
 * The journal of postings: every {@code MoneyPosted} as the engine told it, booked into the ledger, with the accounts that its reason
 * allows, and every trade of units. Rows wait in memory for the end of the batch.
 */
final class Postings {
    private static final String INSERT_POSTING =
            "INSERT INTO posting (sequence, ordinal, posting_id, time_nanos, reason) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_LEG =
            "INSERT INTO posting_leg (sequence, ordinal, leg, kind, party_id, listing_id, deal_id, offering_id, side,"
                    + " currency, amount_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** What a trade of units is booked as; it is no posting of the engine's and has no number. */
    private static final String UNITS_TRADED = "UNITS_TRADED";

    /** What lies there waits for a payment out. */
    private static final Set<AccountKind> OWED = EnumSet.of(PAYABLE, FEE_EARNED, OPERATING_PAYABLE);

    /** What fees in the operating account are booked as; the engine posts no more than that they left the other. */
    private static final String FEES_ARRIVED = "FEES_ARRIVED";

    private record Booked(Place place, long postingId, String reason, List<PostingLeg> legs) {}

    private final Handle handle;
    private final Ledger ledger;
    private final Deposits deposits;
    private final Forfeitures forfeitures;
    private final Differences differences;
    private final TurnTally tally;
    private final BatchTotals totals = new BatchTotals();
    private final List<Booked> unwritten = new ArrayList<>();
    private long lastPostingId;

    Postings(
            Handle handle,
            Ledger ledger,
            Deposits deposits,
            Forfeitures forfeitures,
            Differences differences,
            TurnTally tally) {
        this.handle = handle;
        this.ledger = ledger;
        this.deposits = deposits;
        this.forfeitures = forfeitures;
        this.differences = differences;
        this.tally = tally;
    }

    /** Forgets what is not written and reads where the numbers stand, at the start and after a failed write. */
    void reset() {
        unwritten.clear();
        lastPostingId = handle.select(
                        "SELECT posting_id FROM posting WHERE posting_id > 0 ORDER BY sequence DESC, ordinal DESC LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    void posted(Place place, MoneyPosted event) {
        differences.check("number of the posting", lastPostingId + 1, event.postingId());
        lastPostingId = event.postingId();
        unwritten.add(new Booked(place, event.postingId(), event.reason().name(), event.legs()));
        ledger.post(event.legs());
        for (PostingLeg leg : event.legs()) {
            booked(place, event.reason(), leg);
        }
        owe(event);
    }

    /** A trade of units was told, which is its own posting. */
    void traded(Place place, List<PostingLeg> legs) {
        unwritten.add(new Booked(place, 0, UNITS_TRADED, legs));
        ledger.post(legs);
    }

    /** The bank confirmed fees that leave the settlement account: the same word says that they have arrived in the operating account. */
    void feesArrived(Place place, Money fees) {
        List<PostingLeg> legs = List.of(
                new PostingLeg(OPERATING, 0, 0, 0, EntrySide.DEBIT, fees),
                new PostingLeg(FEE_INCOME, 0, 0, 0, EntrySide.CREDIT, fees));
        unwritten.add(new Booked(place, 0, FEES_ARRIVED, legs));
        ledger.post(legs);
        tally.bankBooked(AccountKey.operating(fees.currency()), fees.minor());
    }

    private void booked(Place place, PostingReason reason, PostingLeg leg) {
        AccountKey key = AccountKey.of(leg);
        boolean debit = isDebit(leg);
        long credit = debit ? -leg.amount().minor() : leg.amount().minor();
        Set<AccountKind> allowed = debit ? debited(reason) : credited(reason);
        differences.require(
                allowed.contains(key.kind()), reason + " " + leg.side(), "one of " + allowed, key.toString());
        switch (key.kind()) {
            case SETTLEMENT, OPERATING -> tally.bankBooked(key, -credit);
            case DEPOSIT -> depositBooked(place, key, reason, credit);
            case AWARD -> tally.awardEarned(key.currency());
            default -> {}
        }
    }

    private void depositBooked(Place place, AccountKey key, PostingReason reason, long credit) {
        deposits.booked(key, reason, credit);
        forfeitures.booked(place, key, reason, credit);
    }

    /** What is credited to the accounts of payments out becomes due in the same turn; forfeitures say so themselves. */
    private void owe(MoneyPosted event) {
        if (event.reason() == PostingReason.FORFEIT_APPLIED) {
            return;
        }
        boolean fromDeposit = event.legs().stream().anyMatch(leg -> leg.account() == DEPOSIT && isDebit(leg));
        for (PostingLeg leg : event.legs()) {
            if (!isDebit(leg) && OWED.contains(leg.account())) {
                PaymentKind kind = leg.account() == PAYABLE ? owed(event.reason(), fromDeposit) : owed(event, leg);
                tally.owe(
                        kind,
                        leg.partyId(),
                        leg.amount().currency(),
                        leg.amount().minor());
            }
        }
    }

    /** What the exchange itself earned, or gives back of what it had earned. */
    private static PaymentKind owed(MoneyPosted event, PostingLeg leg) {
        if (leg.account() == FEE_EARNED) {
            return PaymentKind.FEES;
        }
        boolean ofFees = event.legs().stream().anyMatch(other -> other.account() == FEE_INCOME);
        return ofFees ? PaymentKind.FEE_REFUND : PaymentKind.DUES_REFUND;
    }

    private static PaymentKind owed(PostingReason reason, boolean fromDeposit) {
        return switch (reason) {
            case PRICE_RELEASED -> PaymentKind.SELLER_PROCEEDS;
            case TRADING_WITHDRAWN -> PaymentKind.WITHDRAWAL;
            case SUBSCRIPTION_SETTLED -> PaymentKind.SUBSCRIPTION_REFUND;
            case OFFERING_COMPLETED -> PaymentKind.OFFERING_PROCEEDS;
            case DISTRIBUTED -> PaymentKind.DISTRIBUTION;
            case COMMISSION_RELEASED -> PaymentKind.COMMISSION;
            case AWARD_PAID -> PaymentKind.AWARD;
            case AWARD_CLOSED -> PaymentKind.AWARD_REFUND;
            case DIVIDEND_ALLOTTED, DIVIDEND_RELEASED -> PaymentKind.DIVIDEND;
            case PLEDGE_PAID -> PaymentKind.PLEDGE_CLAIM;
            case UNWOUND, RESTITUTION_IN -> PaymentKind.RESTITUTION;
            case DEPOSIT_RELEASED -> fromDeposit ? PaymentKind.DEPOSIT_REFUND : PaymentKind.RETURN;
            default -> PaymentKind.RETURN;
        };
    }

    private static boolean isDebit(PostingLeg leg) {
        return leg.side() == EntrySide.DEBIT;
    }

    private static Set<AccountKind> debited(PostingReason reason) {
        return switch (reason) {
            case DEPOSIT_IN, PRICE_IN, TRADING_IN, RESTITUTION_IN -> EnumSet.of(SETTLEMENT);
            case UNEXPECTED_IN -> EnumSet.of(SETTLEMENT, OPERATING);
            case DEPOSIT_CONVERTED -> EnumSet.of(DEPOSIT, PRICE, FEE_HELD);
            case DEPOSIT_RELEASED -> EnumSet.of(DEPOSIT, PRICE, FEE_HELD, COMMISSION);
            case DEPOSIT_FORFEITED -> EnumSet.of(DEPOSIT);
            case SELLER_FEE_RESERVED -> EnumSet.of(PRICE, FEE_HELD);
            case PRICE_RELEASED, PLEDGE_PAID -> EnumSet.of(PRICE);
            case PAYMENT_RECALLED -> EnumSet.of(PAYABLE, FEE_EARNED);
            case UNWOUND -> EnumSet.of(PRICE, FEE_HELD, COMMISSION);
            case FEES_EARNED -> EnumSet.of(FEE_HELD);
            case FORFEIT_APPLIED -> EnumSet.of(FORFEIT);
            case PAID_OUT -> EnumSet.of(PAYABLE, FEE_EARNED, OPERATING_PAYABLE);
            case COMMISSION_RESERVED -> EnumSet.of(PRICE, COMMISSION);
            case COMMISSION_RELEASED -> EnumSet.of(COMMISSION);
            case DUES_IN -> EnumSet.of(OPERATING);
            case REFUND_GRANTED -> EnumSet.of(FEE_INCOME, DUES_INCOME);
            case TRADING_WITHDRAWN, SUBSCRIBED, DISTRIBUTED, AWARD_FUNDED, DIVIDEND_FUNDED -> EnumSet.of(TRADING);
            case SUBSCRIPTION_SETTLED, OFFERING_COMPLETED -> EnumSet.of(SUBSCRIPTION);
            case AWARD_PAID, AWARD_CLOSED -> EnumSet.of(AWARD);
            case DIVIDEND_ALLOTTED, DIVIDEND_RELEASED, DIVIDEND_CANCELLED -> EnumSet.of(DIVIDEND);
        };
    }

    private static Set<AccountKind> credited(PostingReason reason) {
        return switch (reason) {
            case DEPOSIT_IN -> EnumSet.of(DEPOSIT, PAYABLE);
            case PRICE_IN -> EnumSet.of(PRICE, FEE_HELD, COMMISSION, PAYABLE);
            case UNEXPECTED_IN -> EnumSet.of(PAYABLE, OPERATING_PAYABLE);
            case COMMISSION_RESERVED -> EnumSet.of(COMMISSION, PRICE);
            case DUES_IN -> EnumSet.of(DUES_INCOME, OPERATING_PAYABLE);
            case REFUND_GRANTED -> EnumSet.of(OPERATING_PAYABLE);
            case COMMISSION_RELEASED,
                    DEPOSIT_RELEASED,
                    PRICE_RELEASED,
                    TRADING_WITHDRAWN,
                    OFFERING_COMPLETED,
                    DISTRIBUTED -> EnumSet.of(PAYABLE);
            case PLEDGE_PAID, UNWOUND, RESTITUTION_IN -> EnumSet.of(PAYABLE);
            case PAYMENT_RECALLED -> EnumSet.of(PRICE, FEE_HELD);
            case SUBSCRIBED -> EnumSet.of(SUBSCRIPTION);
            case SUBSCRIPTION_SETTLED -> EnumSet.of(SUBSCRIPTION, PAYABLE);
            case DEPOSIT_CONVERTED -> EnumSet.of(PRICE, DEPOSIT, PAYABLE);
            case SELLER_FEE_RESERVED -> EnumSet.of(FEE_HELD, PRICE);
            case FEES_EARNED -> EnumSet.of(FEE_EARNED);
            case DEPOSIT_FORFEITED -> EnumSet.of(FORFEIT);
            case FORFEIT_APPLIED -> EnumSet.of(FEE_EARNED, PAYABLE);
            case PAID_OUT -> EnumSet.of(SETTLEMENT, OPERATING);
            case TRADING_IN, DIVIDEND_CANCELLED -> EnumSet.of(TRADING);
            case AWARD_FUNDED -> EnumSet.of(AWARD);
            case AWARD_PAID, AWARD_CLOSED -> EnumSet.of(PAYABLE, FEE_EARNED);
            case DIVIDEND_FUNDED -> EnumSet.of(DIVIDEND);
            case DIVIDEND_ALLOTTED -> EnumSet.of(PAYABLE, DIVIDEND);
            case DIVIDEND_RELEASED -> EnumSet.of(PAYABLE);
        };
    }

    /**
     * Writes the postings of the batch.
     *
     * @throws BrokenBooksException when the debits of all of them are not their credits
     */
    void write() {
        if (unwritten.isEmpty()) {
            return;
        }
        totals.begin();
        unwritten.forEach(booked -> booked.legs().forEach(totals::add));
        totals.requireEqual();
        try (PreparedBatch postings = handle.prepareBatch(INSERT_POSTING);
                PreparedBatch legs = handle.prepareBatch(INSERT_LEG)) {
            for (Booked booked : unwritten) {
                add(postings, legs, booked);
            }
            postings.execute();
            legs.execute();
        }
        unwritten.clear();
    }

    private static void add(PreparedBatch postings, PreparedBatch legs, Booked booked) {
        Place place = booked.place();
        postings.add(place.sequence(), place.ordinal(), booked.postingId(), place.timeNanos(), booked.reason());
        int number = 0;
        for (PostingLeg leg : booked.legs()) {
            number++;
            legs.add(
                    place.sequence(),
                    place.ordinal(),
                    number,
                    leg.account(),
                    leg.partyId(),
                    leg.listingId(),
                    leg.dealId(),
                    leg.offeringId(),
                    leg.side(),
                    leg.amount().currency(),
                    leg.amount().minor());
        }
    }
}
