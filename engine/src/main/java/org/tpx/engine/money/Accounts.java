package org.tpx.engine.money;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/**
 * The balances of the exchange's books (section 9.8), one account for each kind, the identities that the kind asks for, and
 * currency. After every posting, in every currency, what lies in the settlement account is the sum of what is owed.
 */
public final class Accounts {

    private final Table<Account> accounts = new Table<>(Account::new);
    private final Map<Account.Key, Account> byKey = new LinkedHashMap<>();
    private final long[] assetsMinor = new long[Currency.values().length];
    private final long[] liabilitiesMinor = new long[Currency.values().length];
    private final TradingAccounts trading = new TradingAccounts(this);

    /** The accounts that pay for units. */
    public TradingAccounts trading() {
        return trading;
    }

    /** What is in an account; zero where nothing was ever booked. Identities that the kind does not ask for are 0. */
    public Money balance(AccountKind kind, long partyId, long listingId, long dealId, Currency currency) {
        Account account = byKey.get(new Account.Key(kind, partyId, listingId, dealId, currency));
        return Money.ofMinor(account == null ? 0 : account.balanceMinor(), currency);
    }

    /** The number of accounts that were ever booked. */
    public int size() {
        return accounts.size();
    }

    /** Books the legs of one posting, which must balance in one currency. */
    void book(List<PostingLeg> legs) {
        Currency currency = legs.get(0).amount().currency();
        long difference = 0;
        for (PostingLeg leg : legs) {
            check(leg, currency);
            long amountMinor = leg.amount().minor();
            difference = Math.addExact(difference, leg.side() == EntrySide.DEBIT ? amountMinor : -amountMinor);
            book(leg);
        }
        Invariant.check(difference == 0, "a posting does not balance, debits less credits", difference);
        for (PostingLeg leg : legs) {
            findOrAdd(leg).checkCovered();
        }
        checkCovered(currency);
    }

    /** Writes or reads all accounts. */
    public void exchange(Snapshot snapshot) {
        accounts.exchange(snapshot);
        if (snapshot.isReading()) {
            byKey.clear();
            trading.clear();
            accounts.forEach(this::index);
            sum();
        }
    }

    private void book(PostingLeg leg) {
        Account account = findOrAdd(leg);
        long before = account.balanceMinor();
        account.book(leg.side(), leg.amount().minor());
        long[] sums = account.kind() == AccountKind.SETTLEMENT ? assetsMinor : liabilitiesMinor;
        int place = account.currency().ordinal();
        sums[place] = Math.addExact(sums[place], account.balanceMinor() - before);
    }

    private Account findOrAdd(PostingLeg leg) {
        return findOrAdd(new Account.Key(
                leg.account(),
                leg.partyId(),
                leg.listingId(),
                leg.dealId(),
                leg.offeringId(),
                leg.amount().currency()));
    }

    /** The account of this name, empty where nothing was ever booked. */
    Account findOrAdd(Account.Key key) {
        Account account = byKey.get(key);
        if (account == null) {
            account = accounts.add(new Account(key));
            index(account);
        }
        return account;
    }

    private void index(Account account) {
        byKey.put(account.key(), account);
        if (account.kind() == AccountKind.TRADING) {
            trading.add(account);
        }
    }

    private void sum() {
        Arrays.fill(assetsMinor, 0);
        Arrays.fill(liabilitiesMinor, 0);
        for (Account account : accounts) {
            account.checkCovered();
            long[] sums = account.kind() == AccountKind.SETTLEMENT ? assetsMinor : liabilitiesMinor;
            int place = account.currency().ordinal();
            sums[place] = Math.addExact(sums[place], account.balanceMinor());
        }
        for (Currency currency : Currency.values()) {
            checkCovered(currency);
        }
    }

    private void checkCovered(Currency currency) {
        int place = currency.ordinal();
        Invariant.check(
                assetsMinor[place] == liabilitiesMinor[place],
                "the settlement account does not hold what is owed, difference",
                assetsMinor[place] - liabilitiesMinor[place]);
    }

    private static void check(PostingLeg leg, Currency currency) {
        boolean named =
                switch (leg.account()) {
                    case DEPOSIT -> isNamed(leg, true, true, false);
                    case PRICE, FEE_HELD -> isNamed(leg, false, false, true);
                    case PAYABLE, TRADING, AWARD, DIVIDEND -> isNamed(leg, true, false, false);
                    case FORFEIT -> isNamed(leg, false, true, false);
                    case SUBSCRIPTION -> isNamed(leg, true, false, false);
                    case SETTLEMENT, FEE_EARNED -> isNamed(leg, false, false, false);
                };
        boolean ofOffering = leg.account() == AccountKind.SUBSCRIPTION;
        Invariant.check(
                named && leg.offeringId() > 0 == ofOffering,
                "a leg does not name the identities of its account, kind",
                leg.account().ordinal());
        Invariant.check(
                leg.amount().isPositive(), "a leg is not positive", leg.amount().minor());
        Invariant.check(leg.amount().currency() == currency, "a posting mixes currencies");
    }

    private static boolean isNamed(PostingLeg leg, boolean party, boolean listing, boolean deal) {
        return leg.partyId() > 0 == party && leg.listingId() > 0 == listing && leg.dealId() > 0 == deal;
    }
}
