package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/** Seeded commands to a ledger, most of them well, some of them wrong on purpose. */
final class RandomLedgerCommands {
    static final Currency[] CURRENCIES = {Currency.CNY, Currency.USD, Currency.JPY};
    /** In yen amounts are so large that some are beyond the range. */
    private static final Currency LARGE = Currency.JPY;

    private static final AccountKind[] LIABILITIES = {
        AccountKind.DEPOSIT,
        AccountKind.PRICE,
        AccountKind.PAYABLE,
        AccountKind.FEE_HELD,
        AccountKind.FEE_EARNED,
        AccountKind.FORFEIT,
        AccountKind.TRADING,
        AccountKind.SUBSCRIPTION,
        AccountKind.AWARD
    };
    private static final int PARTIES = 20;
    private static final int OTHERS = 5;
    private static final int HOLDS = 200;
    private static final long LONGEST_HOLD_NANOS = 2_000_000_000_000L;

    enum Kind {
        POSTING,
        LINKED,
        HOLD,
        POST_HELD,
        VOID,
        PROLONG,
        KEEP,
        TIME_OUT
    }

    private final SplittableRandom random;

    RandomLedgerCommands(long seed) {
        random = new SplittableRandom(seed);
    }

    Kind next() {
        int draw = random.nextInt(100);
        if (draw < 50) {
            return Kind.POSTING;
        }
        if (draw < 60) {
            return Kind.LINKED;
        }
        if (draw < 75) {
            return Kind.HOLD;
        }
        if (draw < 84) {
            return Kind.POST_HELD;
        }
        return draw < 90 ? Kind.VOID : draw < 93 ? Kind.PROLONG : draw < 94 ? Kind.KEEP : Kind.TIME_OUT;
    }

    boolean endsTurn() {
        return random.nextInt(3) == 0;
    }

    boolean writes() {
        return random.nextInt(500) == 0;
    }

    boolean reopens() {
        return random.nextBoolean();
    }

    /** Postings of which, in one of thirty chains, the last is wrong. */
    List<List<PostingLeg>> linked() {
        List<List<PostingLeg>> postings = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            postings.add(posting(false));
        }
        postings.add(posting(random.nextInt(30) == 0));
        return postings;
    }

    List<PostingLeg> posting() {
        return posting(random.nextInt(100) == 0);
    }

    /** Money in, moved, or out: one to three legs on one side and one on the other. Most of what comes in stays. */
    private List<PostingLeg> posting(boolean wrong) {
        Currency currency = CURRENCIES[random.nextInt(20) == 0 ? 2 : random.nextInt(2)];
        int direction = random.nextInt(3);
        EntrySide many = direction == 0 ? EntrySide.CREDIT : EntrySide.DEBIT;
        EntrySide one = direction == 0 ? EntrySide.DEBIT : EntrySide.CREDIT;
        List<PostingLeg> legs = new ArrayList<>();
        long sum = 0;
        for (int leg = random.nextInt(3); leg >= 0; leg--) {
            long minor = amount(currency, direction == 0);
            sum += minor;
            legs.add(leg(liability(), many, minor, currency));
        }
        legs.add(leg(direction == 1 ? liability() : AccountKind.SETTLEMENT, one, sum, currency));
        return wrong ? wronged(legs) : legs;
    }

    private long amount(Currency currency, boolean comesIn) {
        if (currency == LARGE) {
            return 1 + random.nextLong(Long.MAX_VALUE / (random.nextInt(50) == 0 ? 3 : 1_000));
        }
        return 1L + random.nextInt(comesIn ? 1_000_000 : 1_000);
    }

    private List<PostingLeg> wronged(List<PostingLeg> legs) {
        switch (random.nextInt(4)) {
            case 0 -> legs.clear();
            case 1 -> legs.set(0, of(legs.get(0), legs.get(0).amount().plus(Money.ofMinor(1, currencyOf(legs)))));
            case 2 -> legs.set(0, of(legs.get(0), legs.get(0).amount().negated()));
            default ->
                legs.set(0, of(legs.get(0), Money.ofMinor(legs.get(0).amount().minor(), Currency.EUR)));
        }
        return legs;
    }

    private static Currency currencyOf(List<PostingLeg> legs) {
        return legs.get(0).amount().currency();
    }

    private static PostingLeg of(PostingLeg leg, Money amount) {
        return new PostingLeg(
                leg.account(), leg.partyId(), leg.listingId(), leg.dealId(), leg.offeringId(), leg.side(), amount);
    }

    /** What a hold waited for: its amount leaves. */
    List<PostingLeg> payment(Hold hold) {
        AccountKey key = hold.account();
        Money amount = Money.ofMinor(hold.minor(), key.currency());
        return List.of(
                new PostingLeg(
                        key.kind(),
                        key.partyId(),
                        key.listingId(),
                        key.dealId(),
                        key.offeringId(),
                        EntrySide.DEBIT,
                        amount),
                new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, EntrySide.CREDIT, amount));
    }

    /** A hold on an account of payments out; some ids are open already, some amounts are wrong or beyond the range. */
    Hold hold(long nowNanos) {
        Currency currency = CURRENCIES[random.nextInt(20) == 0 ? 2 : random.nextInt(2)];
        AccountKey account = random.nextInt(4) == 0
                ? AccountKey.feeEarned(currency)
                : AccountKey.payable(1L + random.nextInt(PARTIES), currency);
        long minor = random.nextInt(100) == 0 ? -random.nextInt(2) : amount(currency, false);
        long until = random.nextInt(4) == 0 ? Hold.FOREVER : instant(nowNanos);
        return new Hold(1L + random.nextInt(HOLDS), account, minor, until);
    }

    long instant(long nowNanos) {
        return nowNanos + random.nextLong(LONGEST_HOLD_NANOS);
    }

    /** The id of a hold, most likely of one that is open. */
    long holdId(Set<Long> open) {
        if (open.isEmpty() || random.nextInt(10) == 0) {
            return 1L + random.nextInt(HOLDS);
        }
        return open.stream().skip(random.nextInt(open.size())).findFirst().orElseThrow();
    }

    private AccountKind liability() {
        return LIABILITIES[random.nextInt(LIABILITIES.length)];
    }

    private PostingLeg leg(AccountKind kind, EntrySide side, long minor, Currency currency) {
        boolean ofOffering = kind == AccountKind.SUBSCRIPTION;
        boolean ofParty = kind == AccountKind.DEPOSIT
                || kind == AccountKind.PAYABLE
                || kind == AccountKind.TRADING
                || kind == AccountKind.AWARD
                || ofOffering;
        long party = ofParty ? 1L + random.nextInt(PARTIES) : 0;
        long listing = kind == AccountKind.DEPOSIT || kind == AccountKind.FORFEIT ? 1L + random.nextInt(OTHERS) : 0;
        long deal = kind == AccountKind.PRICE || kind == AccountKind.FEE_HELD ? 1L + random.nextInt(OTHERS) : 0;
        long offering = ofOffering ? 1L + random.nextInt(OTHERS) : 0;
        return new PostingLeg(kind, party, listing, deal, offering, side, Money.ofMinor(minor, currency));
    }
}
