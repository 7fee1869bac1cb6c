package org.tpx.settlement.ledger;

/** Where the ledger finds an account that it does not have in memory. */
@FunctionalInterface
public interface AccountSource {

    /** No account exists yet. */
    AccountSource NONE = AccountBalance::empty;

    /** The account as it was last written; {@link AccountBalance#empty} for one that never was. */
    AccountBalance read(AccountKey key);
}
