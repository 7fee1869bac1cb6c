package org.tpx.settlement.ledger;

/** One account while the ledger has it in memory. */
final class Account {
    private final AccountKey key;
    private long balanceMinor;
    private long heldMinor;
    private boolean touched;
    private boolean unwritten;

    Account(AccountBalance balance) {
        key = balance.key();
        balanceMinor = balance.balanceMinor();
        heldMinor = balance.heldMinor();
    }

    AccountKey key() {
        return key;
    }

    long balanceMinor() {
        return balanceMinor;
    }

    long heldMinor() {
        return heldMinor;
    }

    AccountBalance balance() {
        return new AccountBalance(key, balanceMinor, heldMinor);
    }

    void add(long minor) {
        balanceMinor = Math.addExact(balanceMinor, minor);
    }

    void hold(long minor) {
        heldMinor = Math.addExact(heldMinor, minor);
    }

    /** Marks the account as changed in this turn; false when it already was. */
    boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    void endTurn() {
        touched = false;
    }

    /** Marks the account as changed since it was last written; false when it already was. */
    boolean needWriting() {
        boolean first = !unwritten;
        unwritten = true;
        return first;
    }

    void written() {
        unwritten = false;
    }
}
