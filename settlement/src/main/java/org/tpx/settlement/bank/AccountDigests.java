package org.tpx.settlement.bank;

import org.tpx.protocol.Hash256;

/**
 * Whether money came from the payer's own account, in the form in which the exchange asks: as the digest of the account. A party's own
 * account, and one that the bank does not name, is told as unknown, which counts as its own; any other is told as a salted digest, which
 * no party has. Threads may share it.
 */
final class AccountDigests {
    private final PartyAccounts accounts;
    private final byte[] salt;

    AccountDigests(PartyAccounts accounts, byte[] salt) {
        this.accounts = accounts;
        this.salt = salt.clone();
    }

    Hash256 of(String party, String counterAccount) {
        boolean own = counterAccount.isEmpty()
                || accounts.ofParty(party)
                        .map(account -> account.account().equals(counterAccount))
                        .orElse(true);
        return own ? Hash256.ZERO : Digest.salted(salt, counterAccount);
    }
}
