package org.tpx.settlement.ledger;

/**
 * What an account holds.
 *
 * @param key the account
 * @param balanceMinor minor units; of a liability credits less debits, of the asset debits less credits
 * @param heldMinor the part of it that payments out already wait for, minor units
 */
public record AccountBalance(AccountKey key, long balanceMinor, long heldMinor) {

    /** An account on which nothing was booked yet. */
    public static AccountBalance empty(AccountKey key) {
        return new AccountBalance(key, 0, 0);
    }
}
