package org.tpx.engine.money;

import org.tpx.engine.kernel.Invariant;
import org.tpx.protocol.Currency;

/**
 * A party's money for buying units, in one currency. What open orders may cost is blocked: it stays in the account, but
 * neither another order nor a withdrawal may use it. At any time {@code 0 <= blocked <= balance}; a caller that would break
 * this stops the node. Allocates nothing.
 */
public final class TradingAccount {

    private final Account account;

    TradingAccount(Account account) {
        this.account = account;
    }

    /** Whose money it is. */
    public long partyId() {
        return account.partyId();
    }

    /** The currency of all its amounts. */
    public Currency currency() {
        return account.currency();
    }

    /** All that is in the account, in minor units. */
    public long balanceMinor() {
        return account.balanceMinor();
    }

    /** What open orders may cost, in minor units. */
    public long blockedMinor() {
        return account.blockedMinor();
    }

    /** What is left for further orders, or to be withdrawn, in minor units. */
    public long availableMinor() {
        return account.balanceMinor() - account.blockedMinor();
    }

    /** Blocks so much of what is available, in minor units. */
    public void block(long amountMinor) {
        Invariant.check(amountMinor >= 0, "a negative amount was to be blocked", amountMinor);
        account.block(amountMinor);
    }

    /** Lets so much of what is blocked go, in minor units. */
    public void release(long amountMinor) {
        Invariant.check(amountMinor >= 0, "a negative amount was to be released", amountMinor);
        account.block(-amountMinor);
    }

    Account account() {
        return account;
    }
}
