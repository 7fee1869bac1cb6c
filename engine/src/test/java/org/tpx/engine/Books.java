package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DeliveryEvent.PaymentCancelled;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/**
 * The exchange's books kept a second time from events alone: each posting balances, no account is overdrawn, the
 * settlement account holds what is owed, and what is payable is what payments are due for.
 */
final class Books {

    private record Key(
            AccountKind kind, long partyId, long listingId, long dealId, long offeringId, Currency currency) {}

    private final Map<Key, Long> balances = new HashMap<>();
    private final Map<Long, PaymentDue> open = new HashMap<>();
    private final long[] sums = new long[AccountKind.values().length];
    private long tradesFees;
    private long awardFees;
    private long feesDue;
    private long partiesDue;
    private long refundsDue;

    private Books() {}

    /** Keeps the books of these turns, and checks them after each. */
    static Books of(List<Played> turns) {
        Books books = new Books();
        for (Played turn : turns) {
            turn.events().forEach(books::book);
            books.check("after turn " + turn.sequence());
        }
        return books;
    }

    /** What is in all accounts of a kind, in minor units. */
    long sum(AccountKind kind) {
        return sums[kind.ordinal()];
    }

    /** What is in a party's account of a kind that names nothing else. */
    Money balance(AccountKind kind, long partyId, Currency currency) {
        return Money.ofMinor(balances.getOrDefault(new Key(kind, partyId, 0, 0, 0, currency), 0L), currency);
    }

    private void book(Event event) {
        if (event instanceof MoneyPosted posted) {
            assertThat(sum(posted, EntrySide.DEBIT))
                    .as("debits of %s", posted)
                    .isEqualTo(sum(posted, EntrySide.CREDIT));
            posted.legs().forEach(this::book);
            awardFees += isOfAward(posted) ? earned(posted) : 0;
        } else if (event instanceof UnitsTraded trade) {
            book(trade);
        } else if (event instanceof PaymentDue due) {
            open.put(due.paymentId(), due);
            owe(due, due.amount().minor());
            // What an award earns is due in its own turn; other fees without a listing are those of trades.
            if (due.kind() == PaymentKind.FEES && due.listingId() == 0) {
                tradesFees -= due.amount().minor() - awardFees;
                awardFees = 0;
            }
        } else if (event instanceof PaymentCancelled cancelled) {
            PaymentDue due = Objects.requireNonNull(open.remove(cancelled.paymentId()));
            owe(due, -due.amount().minor());
        } else if (event instanceof PaymentConfirmed confirmed) {
            PaymentDue due = Objects.requireNonNull(open.remove(confirmed.paymentId()));
            owe(due, -due.amount().minor());
            arrive(due);
        }
    }

    private void book(UnitsTraded trade) {
        Money fees = trade.buyerFee().plus(trade.sellerFee());
        Money cost = trade.amount().plus(trade.buyerFee());
        book(new PostingLeg(AccountKind.TRADING, trade.buyerId(), 0, 0, EntrySide.DEBIT, cost));
        book(new PostingLeg(
                AccountKind.TRADING,
                trade.sellerId(),
                0,
                0,
                EntrySide.CREDIT,
                trade.amount().minus(trade.sellerFee())));
        book(new PostingLeg(AccountKind.FEE_EARNED, 0, 0, 0, EntrySide.CREDIT, fees));
        tradesFees += fees.minor();
    }

    private void owe(PaymentDue payment, long minor) {
        if (payment.kind() == PaymentKind.FEES) {
            feesDue += minor;
        } else if (payment.kind() == PaymentKind.FEE_REFUND || payment.kind() == PaymentKind.DUES_REFUND) {
            refundsDue += minor;
        } else {
            partiesDue += minor;
        }
    }

    // Fees that have left the one account at the bank are in the other.
    private void arrive(PaymentDue paid) {
        if (paid.kind() == PaymentKind.FEES) {
            book(new PostingLeg(AccountKind.OPERATING, 0, 0, 0, EntrySide.DEBIT, paid.amount()));
            book(new PostingLeg(AccountKind.FEE_INCOME, 0, 0, 0, EntrySide.CREDIT, paid.amount()));
        }
    }

    private void book(PostingLeg leg) {
        boolean asset = leg.account() == AccountKind.SETTLEMENT || leg.account() == AccountKind.OPERATING;
        boolean adds = (leg.side() == EntrySide.DEBIT) == asset;
        long minor = adds ? leg.amount().minor() : -leg.amount().minor();
        Key key = new Key(
                leg.account(),
                leg.partyId(),
                leg.listingId(),
                leg.dealId(),
                leg.offeringId(),
                leg.amount().currency());
        assertThat(balances.merge(key, minor, Long::sum))
                .as("balance of %s", key)
                .isNotNegative();
        sums[leg.account().ordinal()] += minor;
    }

    private static long sum(MoneyPosted posted, EntrySide side) {
        return posted.legs().stream()
                .filter(leg -> leg.side() == side)
                .mapToLong(leg -> leg.amount().minor())
                .sum();
    }

    private static boolean isOfAward(MoneyPosted posted) {
        return posted.reason() == PostingReason.AWARD_PAID || posted.reason() == PostingReason.AWARD_CLOSED;
    }

    private static long earned(MoneyPosted posted) {
        return posted.legs().stream()
                .filter(leg -> leg.account() == AccountKind.FEE_EARNED)
                .mapToLong(leg -> leg.amount().minor())
                .sum();
    }

    private void check(String when) {
        assertThat(awardFees)
                .as("fees of awards that no payment is due for %s", when)
                .isZero();
        long ofOperating =
                sum(AccountKind.FEE_INCOME) + sum(AccountKind.DUES_INCOME) + sum(AccountKind.OPERATING_PAYABLE);
        assertThat(sum(AccountKind.OPERATING)).as("operating account %s", when).isEqualTo(ofOperating);
        assertThat(sum(AccountKind.OPERATING_PAYABLE))
                .as("refunds owed %s", when)
                .isEqualTo(refundsDue);
        long owed = LongStream.of(sums).sum() - sum(AccountKind.SETTLEMENT) - 2 * ofOperating;
        assertThat(sum(AccountKind.SETTLEMENT))
                .as("settlement account %s", when)
                .isEqualTo(owed);
        // The fees of trades wait in the account until the day's close.
        assertThat(sum(AccountKind.FEE_EARNED))
                .as("fees on their way out %s", when)
                .isEqualTo(feesDue + tradesFees);
        assertThat(tradesFees)
                .as("fees of trades, not paid out twice, %s", when)
                .isNotNegative();
        assertThat(sum(AccountKind.PAYABLE)).as("payable to parties %s", when).isEqualTo(partiesDue);
    }
}
