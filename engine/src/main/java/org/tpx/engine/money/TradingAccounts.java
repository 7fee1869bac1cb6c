package org.tpx.engine.money;

import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;

/**
 * The accounts that pay for units, found by party and currency, and trades between them. Finding one and trading allocate
 * nothing; a party's first use of a currency makes its account. Blocked amounts are part of {@link Accounts}' snapshot.
 */
public final class TradingAccounts {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int CURRENCY_BITS = 8;

    private final Long2ObjectHashMap<TradingAccount> byOwner = new Long2ObjectHashMap<>();
    private final @Nullable Account[] feesEarned = new Account[Currency.values().length];
    private final Accounts accounts;

    TradingAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account, or null where the party never had money or a trade in this currency. */
    public @Nullable TradingAccount find(long partyId, Currency currency) {
        return byOwner.get(key(partyId, currency));
    }

    /** The account, empty at first. */
    public TradingAccount of(long partyId, Currency currency) {
        TradingAccount account = find(partyId, currency);
        if (account != null) {
            return account;
        }
        accounts.findOrAdd(new Account.Key(AccountKind.TRADING, partyId, 0, 0, currency));
        return of(partyId, currency);
    }

    /**
     * Books a trade, which is its own posting: amount and buyer's fee leave the buyer's account, the amount less the seller's
     * fee goes into the seller's, and both fees are earned. All in minor units of the two accounts' currency. What the order
     * had blocked is released before, by the caller. Buyer and seller may be the same.
     */
    public void trade(
            TradingAccount buyer, TradingAccount seller, long amountMinor, long buyerFeeMinor, long sellerFeeMinor) {
        Currency currency = buyer.currency();
        Invariant.check(seller.currency() == currency, "a trade mixes currencies");
        Invariant.check(amountMinor > 0, "a trade's amount is not positive", amountMinor);
        Invariant.check(buyerFeeMinor >= 0 && sellerFeeMinor >= 0, "a trade's fee is negative");
        long feesMinor = Math.addExact(buyerFeeMinor, sellerFeeMinor);
        buyer.account().owe(-Math.addExact(amountMinor, buyerFeeMinor));
        seller.account().owe(Math.subtractExact(amountMinor, sellerFeeMinor));
        if (feesMinor != 0) {
            feesEarned(currency).owe(feesMinor);
        }
        // What one owes less the others owe more, so the sums of the books stay as they are.
        buyer.account().checkCovered();
        seller.account().checkCovered();
    }

    /** An account has come into the books. */
    void add(Account account) {
        byOwner.put(key(account.partyId(), account.currency()), new TradingAccount(account));
    }

    void clear() {
        byOwner.clear();
        Arrays.fill(feesEarned, null);
    }

    private Account feesEarned(Currency currency) {
        Account account = feesEarned[currency.ordinal()];
        if (account == null) {
            account = accounts.findOrAdd(new Account.Key(AccountKind.FEE_EARNED, 0, 0, 0, currency));
            feesEarned[currency.ordinal()] = account;
        }
        return account;
    }

    private static long key(long partyId, Currency currency) {
        // An odd factor keeps keys apart and spreads them; as they stand, their low bits hardly differ.
        return (partyId << CURRENCY_BITS | currency.ordinal()) * SPREAD;
    }
}
