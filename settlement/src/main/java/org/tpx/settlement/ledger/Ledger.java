package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/**
 * The double-entry books in memory: balances of accounts, what of them is held for payments out, and the totals of both sides.
 *
 * <p>The ledger books whatever it is told and looks at it with its own eyes: the debits of a posting equal its credits, no
 * liability is below zero or below what is held of it, and the assets equal the sum of the liabilities when a turn ends; since no
 * posting mixes the settlement books with the operating ones, that holds for either. What is
 * otherwise goes to the {@link DifferenceListener}; only an amount beyond 64 bits throws ({@link ArithmeticException}).
 *
 * <p>Accounts that are not in memory are read from an {@link AccountSource}; what changed since the last {@link #write} is handed
 * out by it in the order of the keys. All amounts are minor units. Single-threaded.
 */
public final class Ledger {
    private static final int CURRENCIES = Currency.values().length;

    private final AccountSource source;
    private final DifferenceListener differences;
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final List<Account> touched = new ArrayList<>();
    private final List<Account> unwritten = new ArrayList<>();
    private final long[] assets = new long[CURRENCIES];
    private final long[] liabilities = new long[CURRENCIES];
    private final long[] surplus = new long[CURRENCIES];
    private final long[] differenceBefore = new long[CURRENCIES];

    /** Books without a past. */
    public Ledger(DifferenceListener differences) {
        this(AccountSource.NONE, differences);
    }

    /** Books that go on from what was written; {@link #resume} must be told the totals. */
    public Ledger(AccountSource source, DifferenceListener differences) {
        this.source = source;
        this.differences = differences;
    }

    /** Tells the totals of one currency over all accounts that the source knows. */
    public void resume(Currency currency, long assetsMinor, long liabilitiesMinor) {
        assets[currency.ordinal()] = assetsMinor;
        liabilities[currency.ordinal()] = liabilitiesMinor;
        differenceBefore[currency.ordinal()] = Math.subtractExact(assetsMinor, liabilitiesMinor);
    }

    /** Books the legs of one posting and looks at what they left. The exchange's own money and everybody else's never meet in one. */
    public void post(List<PostingLeg> legs) {
        checkApart(legs);
        for (PostingLeg leg : legs) {
            book(leg);
        }
        for (PostingLeg leg : legs) {
            checkBalanced(leg.amount().currency());
        }
        for (PostingLeg leg : legs) {
            checkCovered(account(AccountKey.of(leg)));
        }
    }

    private void book(PostingLeg leg) {
        AccountKey key = AccountKey.of(leg);
        if (!key.isWellFormed() || leg.amount().minor() <= 0) {
            differences.onDifference("leg", "a well-formed account and an amount above zero", key + " " + leg.amount());
        }
        int currency = key.currency().ordinal();
        long debit = leg.side() == EntrySide.DEBIT
                ? leg.amount().minor()
                : -leg.amount().minor();
        long change = key.isAsset() ? debit : -debit;
        long[] side = key.isAsset() ? assets : liabilities;
        side[currency] = Math.addExact(side[currency], change);
        surplus[currency] = Math.addExact(surplus[currency], debit);
        Account account = account(key);
        account.add(change);
        touch(account);
    }

    private void checkApart(List<PostingLeg> legs) {
        boolean operating = legs.get(0).account().isOperating();
        for (PostingLeg leg : legs) {
            if (leg.account().isOperating() != operating) {
                differences.onDifference(
                        "books of one posting", "one", legs.get(0).account() + " and " + leg.account());
            }
        }
    }

    private void checkBalanced(Currency currency) {
        long debitsMoreThanCredits = surplus[currency.ordinal()];
        if (debitsMoreThanCredits != 0) {
            surplus[currency.ordinal()] = 0;
            differences.onDifference(
                    "debits less credits of a posting",
                    Money.zero(currency).toString(),
                    Money.ofMinor(debitsMoreThanCredits, currency).toString());
        }
    }

    private void checkCovered(Account account) {
        long least = account.heldMinor();
        if (account.balanceMinor() < least || account.balanceMinor() < 0) {
            Currency currency = account.key().currency();
            differences.onDifference(
                    "balance of " + account.key(),
                    "at least " + Money.ofMinor(Math.max(0, least), currency),
                    Money.ofMinor(account.balanceMinor(), currency).toString());
        }
    }

    /** Holds a part of an account for a payment out. More than is there is a difference, and is held all the same. */
    public void hold(AccountKey key, long minor) {
        Account account = account(key);
        account.hold(minor);
        touch(account);
        checkCovered(account);
    }

    /** Gives back what was held. More than was held is a difference. */
    public void release(AccountKey key, long minor) {
        Account account = account(key);
        account.hold(-minor);
        touch(account);
        if (account.heldMinor() < 0) {
            Currency currency = key.currency();
            differences.onDifference(
                    "held of " + key,
                    "at least " + Money.zero(currency),
                    Money.ofMinor(account.heldMinor(), currency).toString());
        }
    }

    /** What an account holds. */
    public AccountBalance balance(AccountKey key) {
        return account(key).balance();
    }

    /** The balance of an account in minor units. */
    public long balanceMinor(AccountKey key) {
        return account(key).balanceMinor();
    }

    /** The asset side of one currency in minor units. */
    public long assetsMinor(Currency currency) {
        return assets[currency.ordinal()];
    }

    /** The sum of all liabilities in one currency in minor units. */
    public long liabilitiesMinor(Currency currency) {
        return liabilities[currency.ordinal()];
    }

    /**
     * Ends a turn: in every currency that the turn touched the asset must equal the liabilities; a difference is told by the turn
     * that made it, and not again by those after it. Hands out every account that the turn changed, in the order in which they were
     * first changed.
     */
    public void endTurn(Consumer<AccountBalance> changed) {
        for (Account account : touched) {
            account.endTurn();
            changed.accept(account.balance());
            checkSides(account.key().currency());
        }
        touched.clear();
    }

    private void checkSides(Currency currency) {
        long difference = Math.subtractExact(assetsMinor(currency), liabilitiesMinor(currency));
        if (difference != differenceBefore[currency.ordinal()]) {
            differenceBefore[currency.ordinal()] = difference;
            differences.onDifference(
                    "SETTLEMENT less the sum of liabilities",
                    Money.zero(currency).toString(),
                    Money.ofMinor(difference, currency).toString());
        }
    }

    /** Hands out every account that changed since the last time, in the order of the keys, and counts them as written. */
    public void write(Consumer<AccountBalance> writer) {
        unwritten.sort((one, other) -> one.key().compareTo(other.key()));
        for (Account account : unwritten) {
            account.written();
            writer.accept(account.balance());
        }
        unwritten.clear();
    }

    /** Forgets the accounts in memory; they come back from the source. Only between turns, and when everything is written. */
    public void forget() {
        if (!touched.isEmpty() || !unwritten.isEmpty()) {
            throw new IllegalStateException("accounts that changed would be forgotten");
        }
        accounts.clear();
    }

    /** Forgets everything, written or not, as after a failed write; {@link #resume} must be told the totals again. */
    public void reset() {
        accounts.clear();
        touched.clear();
        unwritten.clear();
        Arrays.fill(assets, 0);
        Arrays.fill(liabilities, 0);
        Arrays.fill(surplus, 0);
        Arrays.fill(differenceBefore, 0);
    }

    /** The number of accounts in memory. */
    public int size() {
        return accounts.size();
    }

    private void touch(Account account) {
        if (account.touch()) {
            touched.add(account);
        }
        if (account.needWriting()) {
            unwritten.add(account);
        }
    }

    private Account account(AccountKey key) {
        Account account = accounts.get(key);
        if (account == null) {
            account = new Account(source.read(key));
            accounts.put(key, account);
        }
        return account;
    }
}
