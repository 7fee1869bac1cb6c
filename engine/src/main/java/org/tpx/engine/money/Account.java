package org.tpx.engine.money;

import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;

/**
 * An account and its balance, which is never negative: of an asset what is there, of a liability what is owed. A part
 * of it may be blocked, which is no posting, and leaves only when it is released.
 */
final class Account implements Snapshot.Part {

    /** Names an account. Which of the identities it has depends on its kind; the others are 0. */
    record Key(AccountKind kind, long partyId, long listingId, long dealId, long offeringId, Currency currency) {

        /** Of an account that belongs to no offering. */
        Key(AccountKind kind, long partyId, long listingId, long dealId, Currency currency) {
            this(kind, partyId, listingId, dealId, 0, currency);
        }
    }

    private AccountKind kind = AccountKind.SETTLEMENT;
    private long partyId;
    private long listingId;
    private long dealId;
    private long offeringId;
    private Currency currency = Currency.XXX;
    private long balanceMinor;
    private long blockedMinor;

    Account() {}

    Account(Key key) {
        kind = key.kind();
        partyId = key.partyId();
        listingId = key.listingId();
        dealId = key.dealId();
        offeringId = key.offeringId();
        currency = key.currency();
    }

    Key key() {
        return new Key(kind, partyId, listingId, dealId, offeringId, currency);
    }

    AccountKind kind() {
        return kind;
    }

    long partyId() {
        return partyId;
    }

    Currency currency() {
        return currency;
    }

    long balanceMinor() {
        return balanceMinor;
    }

    long blockedMinor() {
        return blockedMinor;
    }

    /** Blocks so much more, or less where it is negative. */
    void block(long amountMinor) {
        blockedMinor = Math.addExact(blockedMinor, amountMinor);
        checkCovered();
    }

    /** Changes what a liability owes; whoever calls keeps the books balanced. */
    void owe(long amountMinor) {
        balanceMinor = Math.addExact(balanceMinor, amountMinor);
    }

    /** Books an amount: a debit adds to the asset and takes from a liability, a credit does the opposite. */
    void book(EntrySide side, long amountMinor) {
        boolean adds = (side == EntrySide.DEBIT) == kind.isAsset();
        balanceMinor = Math.addExact(balanceMinor, adds ? amountMinor : -amountMinor);
    }

    void checkCovered() {
        Invariant.check(balanceMinor >= 0, "an account fell below zero", balanceMinor);
        Invariant.check(blockedMinor >= 0, "more of an account was released than was blocked", blockedMinor);
        Invariant.check(
                balanceMinor >= blockedMinor,
                "an account does not cover what is blocked, missing",
                blockedMinor - balanceMinor);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        kind = snapshot.constant(kind);
        partyId = snapshot.number(partyId);
        listingId = snapshot.number(listingId);
        dealId = snapshot.number(dealId);
        offeringId = snapshot.number(offeringId);
        currency = snapshot.constant(currency);
        balanceMinor = snapshot.number(balanceMinor);
        blockedMinor = snapshot.number(blockedMinor);
    }
}
