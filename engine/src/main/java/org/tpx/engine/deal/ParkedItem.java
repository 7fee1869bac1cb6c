package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.BankEvent.BankItemParked;
import org.tpx.protocol.BankItem;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;

/** Something that the bank told, and whether it still waits. Changed by {@link BankItems} alone. */
final class ParkedItem implements Snapshot.Part {
    private BankItemParked parked = new BankItemParked(
            0, new BankItem(BankQueue.UNKNOWN, MoneyDirection.NONE, Money.NONE, Hash256.ZERO, "", "", "", ""));
    private boolean resolved;

    ParkedItem() {}

    ParkedItem(BankItemParked parked) {
        this.parked = parked;
    }

    long id() {
        return parked.itemId();
    }

    BankItem told() {
        return parked.item();
    }

    /** Whether it names an amount and a reference under which that can be booked. */
    boolean isMoney(MoneyDirection direction) {
        BankItem told = told();
        return told.direction() == direction
                && !told.amount().isNone()
                && !told.bankReference().isEmpty();
    }

    boolean isResolved() {
        return resolved;
    }

    void resolve() {
        resolved = true;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        parked = snapshot.message(parked);
        resolved = snapshot.flag(resolved);
    }
}
