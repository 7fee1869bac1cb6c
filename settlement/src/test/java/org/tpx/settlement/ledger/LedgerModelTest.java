package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/**
 * The ledger against a naive one of maps and {@link BigInteger}: seeded random postings, holds and releases, some of them wrong on
 * purpose, written and read back now and then; balances, totals and what is told of must be the same.
 */
class LedgerModelTest {
    private static final int OPERATIONS = 100_000;
    private static final Currency[] CURRENCIES = {Currency.CNY, Currency.USD};

    @ParameterizedTest
    @ValueSource(longs = {20250609, 20250708})
    void shouldAgreeWithTheNaiveLedger(long seed) {
        Random random = new Random(seed);
        NaiveLedger naive = new NaiveLedger();
        Map<AccountKey, AccountBalance> rows = new TreeMap<>();
        List<String> told = new ArrayList<>();
        Ledger ledger = new Ledger(
                key -> rows.getOrDefault(key, AccountBalance.empty(key)), (what, expected, found) -> told.add(what));

        for (int operation = 0; operation < OPERATIONS; operation++) {
            step(random, ledger, naive);
            if (random.nextInt(3) == 0 || operation == OPERATIONS - 1) {
                ledger.endTurn(naive::expect);
                naive.endTurn();
                if (random.nextInt(100) == 0) {
                    ledger.write(account -> rows.put(account.key(), account));
                    ledger.forget();
                }
            }
        }
        ledger.write(account -> rows.put(account.key(), account));

        assertThat(told).as("seed %d", seed).isEqualTo(naive.told);
        assertThat(told).hasSizeGreaterThan(500);
        assertThat(rows).as("seed %d", seed).isEqualTo(naive.balances());
        for (Currency currency : CURRENCIES) {
            assertThat(ledger.assetsMinor(currency)).isEqualTo(naive.sum(currency, true));
            assertThat(ledger.liabilitiesMinor(currency)).isEqualTo(naive.sum(currency, false));
        }
    }

    private static void step(Random random, Ledger ledger, NaiveLedger naive) {
        int kind = random.nextInt(10);
        if (kind < 8) {
            List<PostingLeg> legs = legs(random, random.nextInt(200) == 0);
            ledger.post(legs);
            naive.post(legs);
            return;
        }
        AccountKey payable = AccountKey.payable(1L + random.nextInt(20), Currency.CNY);
        long minor = 1L + random.nextInt(1_000);
        if (kind == 8) {
            ledger.hold(payable, minor);
            naive.hold(payable, minor);
        } else {
            ledger.release(payable, minor);
            naive.release(payable, minor);
        }
    }

    /**
     * Money in, moved, or out: one to three legs on one side and one on the other that balances them, unless the posting is to be
     * wrong. Most of what comes in stays, so that few accounts are overdrawn.
     */
    private static List<PostingLeg> legs(Random random, boolean wrong) {
        Currency currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
        int direction = random.nextInt(3);
        EntrySide many = direction == 0 ? EntrySide.CREDIT : EntrySide.DEBIT;
        EntrySide one = direction == 0 ? EntrySide.DEBIT : EntrySide.CREDIT;
        List<PostingLeg> legs = new ArrayList<>();
        long sum = wrong ? 1 : 0;
        for (int leg = random.nextInt(3); leg >= 0; leg--) {
            long minor = 1L + random.nextInt(direction == 0 ? 1_000_000 : 1_000);
            sum += minor;
            legs.add(leg(liability(random), random, many, Money.ofMinor(minor, currency)));
        }
        AccountKind other = direction == 1 ? liability(random) : AccountKind.SETTLEMENT;
        legs.add(leg(other, random, one, Money.ofMinor(sum, currency)));
        return legs;
    }

    private static AccountKind liability(Random random) {
        AccountKind[] kinds = AccountKind.values();
        return kinds[1 + random.nextInt(kinds.length - 1)];
    }

    private static PostingLeg leg(AccountKind kind, Random random, EntrySide side, Money amount) {
        boolean ofOffering = kind == AccountKind.SUBSCRIPTION;
        boolean ofParty = kind == AccountKind.DEPOSIT
                || kind == AccountKind.PAYABLE
                || kind == AccountKind.TRADING
                || kind == AccountKind.AWARD
                || kind == AccountKind.DIVIDEND
                || ofOffering;
        long party = ofParty ? 1L + random.nextInt(20) : 0;
        long listing = kind == AccountKind.DEPOSIT || kind == AccountKind.FORFEIT ? 1L + random.nextInt(5) : 0;
        long deal = kind == AccountKind.PRICE || kind == AccountKind.FEE_HELD ? 1L + random.nextInt(5) : 0;
        long offering = ofOffering ? 1L + random.nextInt(5) : 0;
        return new PostingLeg(kind, party, listing, deal, offering, side, amount);
    }

    /** Debits and credits as two heaps of numbers an account, added up again for every question. */
    private static final class NaiveLedger {
        private final Map<AccountKey, BigInteger> debits = new TreeMap<>();
        private final Map<AccountKey, BigInteger> credits = new TreeMap<>();
        private final Map<AccountKey, BigInteger> held = new TreeMap<>();
        private final Map<Currency, BigInteger> lastDifference = new TreeMap<>();
        private final List<Currency> touched = new ArrayList<>();
        private final List<String> told = new ArrayList<>();

        void post(List<PostingLeg> legs) {
            BigInteger surplus = BigInteger.ZERO;
            for (PostingLeg leg : legs) {
                BigInteger amount = BigInteger.valueOf(leg.amount().minor());
                boolean debit = leg.side() == EntrySide.DEBIT;
                (debit ? debits : credits).merge(AccountKey.of(leg), amount, BigInteger::add);
                surplus = surplus.add(debit ? amount : amount.negate());
                touched.add(leg.amount().currency());
            }
            if (surplus.signum() != 0) {
                told.add("debits less credits of a posting");
            }
            legs.forEach(leg -> cover(AccountKey.of(leg)));
        }

        void hold(AccountKey key, long minor) {
            held.merge(key, BigInteger.valueOf(minor), BigInteger::add);
            cover(key);
        }

        void release(AccountKey key, long minor) {
            BigInteger left = held.getOrDefault(key, BigInteger.ZERO).subtract(BigInteger.valueOf(minor));
            held.put(key, left);
            if (left.signum() < 0) {
                told.add("held of " + key);
            }
        }

        private void cover(AccountKey key) {
            BigInteger least = held.getOrDefault(key, BigInteger.ZERO).max(BigInteger.ZERO);
            if (minor(key).compareTo(least) < 0) {
                told.add("balance of " + key);
            }
        }

        private BigInteger minor(AccountKey key) {
            BigInteger net =
                    debits.getOrDefault(key, BigInteger.ZERO).subtract(credits.getOrDefault(key, BigInteger.ZERO));
            return key.kind() == AccountKind.SETTLEMENT ? net : net.negate();
        }

        AccountBalance balance(AccountKey key) {
            BigInteger minorHeld = held.getOrDefault(key, BigInteger.ZERO);
            return new AccountBalance(key, minor(key).longValueExact(), minorHeld.longValueExact());
        }

        void expect(AccountBalance changed) {
            if (!changed.equals(balance(changed.key()))) {
                throw new AssertionError(changed + " should be " + balance(changed.key()));
            }
        }

        Map<AccountKey, AccountBalance> balances() {
            Map<AccountKey, AccountBalance> balances = new TreeMap<>();
            debits.keySet().forEach(key -> balances.put(key, balance(key)));
            credits.keySet().forEach(key -> balances.put(key, balance(key)));
            held.keySet().forEach(key -> balances.put(key, balance(key)));
            return balances;
        }

        long sum(Currency currency, boolean assets) {
            return balances().values().stream()
                    .filter(account -> account.key().currency() == currency)
                    .filter(account -> account.key().kind() == AccountKind.SETTLEMENT == assets)
                    .mapToLong(AccountBalance::balanceMinor)
                    .sum();
        }

        /** Debits less credits over all accounts is what the asset has more than the liabilities. */
        void endTurn() {
            for (Currency currency : touched.stream().distinct().toList()) {
                BigInteger difference = total(debits, currency).subtract(total(credits, currency));
                if (!difference.equals(lastDifference.getOrDefault(currency, BigInteger.ZERO))) {
                    lastDifference.put(currency, difference);
                    told.add("SETTLEMENT less the sum of liabilities");
                }
            }
            touched.clear();
        }

        private static BigInteger total(Map<AccountKey, BigInteger> side, Currency currency) {
            BigInteger total = BigInteger.ZERO;
            for (Map.Entry<AccountKey, BigInteger> entry : side.entrySet()) {
                total = entry.getKey().currency() == currency ? total.add(entry.getValue()) : total;
            }
            return total;
        }
    }
}
