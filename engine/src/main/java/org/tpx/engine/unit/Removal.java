package org.tpx.engine.unit;

import org.tpx.book.MassCancel;
import org.tpx.book.OrderBook;
import org.tpx.engine.kernel.Snapshot;

/** A mass cancel of a series that is under way: which orders, for whom, and how many are out so far. One a series. */
final class Removal implements Snapshot.Part {

    private static final int ORDERS_PER_STEP = 512;

    private final MassCancel selection = new MassCancel();
    private long memberId;
    private long partyId;
    private int orders;

    /** Begins one that a member, or one of its clients, is told of when it is done. */
    MassCancel begin(long ofMemberId, long ofPartyId) {
        memberId = ofMemberId;
        partyId = ofPartyId;
        orders = 0;
        return selection;
    }

    /** The member whose orders go out, or 0. */
    long memberId() {
        return memberId;
    }

    /** The client whose orders go out, or 0 for all. */
    long partyId() {
        return partyId;
    }

    /** Orders that are out. */
    int orders() {
        return orders;
    }

    /** Looks at some more orders; returns whether it is done. */
    boolean step(OrderBook book) {
        int before = book.size();
        boolean done = book.massCancel(selection, ORDERS_PER_STEP);
        orders += before - book.size();
        return done;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        selection.exchange(snapshot::number);
        memberId = snapshot.number(memberId);
        partyId = snapshot.number(partyId);
        orders = snapshot.number(orders);
    }
}
