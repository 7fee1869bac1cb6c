package org.tpx.engine.demand;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/** One answer to a demand: sealed, then opened with what it says of money. */
final class Solution implements Snapshot.Part {

    private long partyId;
    private Hash256 commitment = Hash256.ZERO;
    private boolean opened;
    private Money amount = Money.NONE;
    private int ratePpm;
    private int months;
    private Money part = Money.NONE;

    Solution() {}

    Solution(long partyId, Hash256 commitment) {
        this.partyId = partyId;
        this.commitment = commitment;
    }

    long partyId() {
        return partyId;
    }

    Hash256 commitment() {
        return commitment;
    }

    boolean isOpened() {
        return opened;
    }

    void open(Money credit, int yearlyPpm, int term) {
        opened = true;
        amount = credit;
        ratePpm = yearlyPpm;
        months = term;
    }

    /** The credit that a lender gives. */
    Money amount() {
        return amount;
    }

    int ratePpm() {
        return ratePpm;
    }

    int months() {
        return months;
    }

    /** Its part of the award, absent where it gets none. */
    Money part() {
        return part;
    }

    void award(Money share) {
        part = share;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        commitment = snapshot.hash(commitment);
        opened = snapshot.flag(opened);
        amount = snapshot.money(amount);
        ratePpm = snapshot.number(ratePpm);
        months = snapshot.number(months);
        part = snapshot.money(part);
    }
}
