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
 * currency. There are two books, and no posting mixes them: that of the settlement account, and that of the exchange's own operating
 * account. After every posting, in every currency of either, what lies in the bank's account is the sum of what is owed of it.
 */
public final class Accounts {

    private static final int CURRENCIES = Currency.values().length;

    private final Table<Account> accounts = new Table<>(Account::new);
    private final Map<Account.Key, Account> byKey = new LinkedHashMap<>();
    private final long[] assetsMinor = new long[2 * CURRENCIES];
    private final long[] liabilitiesMinor = new long[2 * CURRENCIES];
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
        boolean operating = legs.get(0).account().isOperating();
        long difference = 0;
        for (PostingLeg leg : legs) {
            check(leg, currency);
            Invariant.check(leg.account().isOperating() == operating, "a posting mixes the two books");
            long amountMinor = leg.amount().minor();
            difference = Math.addExact(difference, leg.side() == EntrySide.DEBIT ? amountMinor : -amountMinor);
            book(leg);
        }
        Invariant.check(difference == 0, "a posting does not balance, debits less credits", difference);
        for (PostingLeg leg : legs) {
            findOrAdd(leg).checkCovered();
        }
        checkCovered(place(legs.get(0).account(), currency));
    }

    /**
     * Service fees that left the settlement account have arrived in the operating account. The bank's confirmation that posts the one
     * tells the other too, so there is no posting of its own.
     */
    void feesArrived(Money amount) {
        Currency currency = amount.currency();
        findOrAdd(new Account.Key(AccountKind.OPERATING, 0, 0, 0, currency)).owe(amount.minor());
        findOrAdd(new Account.Key(AccountKind.FEE_INCOME, 0, 0, 0, currency)).owe(amount.minor());
        int place = place(AccountKind.OPERATING, currency);
        assetsMinor[place] = Math.addExact(assetsMinor[place], amount.minor());
        liabilitiesMinor[place] = Math.addExact(liabilitiesMinor[place], amount.minor());
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
        add(account, account.balanceMinor() - before);
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
            add(account, account.balanceMinor());
        }
        for (int place = 0; place < assetsMinor.length; place++) {
            checkCovered(place);
        }
    }

    private void add(Account account, long minor) {
        long[] sums = account.kind().isAsset() ? assetsMinor : liabilitiesMinor;
        int place = place(account.kind(), account.currency());
        sums[place] = Math.addExact(sums[place], minor);
    }

    // The sums of the operating books lie behind those of the settlement account.
    private static int place(AccountKind kind, Currency currency) {
        return currency.ordinal() + (kind.isOperating() ? CURRENCIES : 0);
    }

    private void checkCovered(int place) {
        Invariant.check(
                assetsMinor[place] == liabilitiesMinor[place],
                "an account at the bank does not hold what is owed of it, difference",
                assetsMinor[place] - liabilitiesMinor[place]);
    }

    private static void check(PostingLeg leg, Currency currency) {
        boolean named =
                switch (leg.account()) {
                    case DEPOSIT -> isNamed(leg, true, true, false);
                    case PRICE, FEE_HELD, COMMISSION -> isNamed(leg, false, false, true);
                    case PAYABLE, TRADING, AWARD, DIVIDEND, OPERATING_PAYABLE -> isNamed(leg, true, false, false);
                    case FORFEIT -> isNamed(leg, false, true, false);
                    case SUBSCRIPTION -> isNamed(leg, true, false, false);
                    case SETTLEMENT, FEE_EARNED, OPERATING, FEE_INCOME, DUES_INCOME ->
                        isNamed(leg, false, false, false);
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
