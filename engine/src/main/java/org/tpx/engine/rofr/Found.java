package org.tpx.engine.rofr;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;

/**
 * A price that was found, and who gets it unless a holder takes it.
 *
 * @param winnerId who offered it
 * @param price the price
 * @param feeMode which column of the fee schedule applies
 * @param runnerUpId who was next, or 0
 * @param runnerUpAmount what that one offered, or {@link Money#NONE}
 */
public record Found(long winnerId, Money price, FeeMode feeMode, long runnerUpId, Money runnerUpAmount) {

    /** No price yet. */
    static final Found NOTHING = new Found(0, Money.NONE, FeeMode.BIDDING, 0, Money.NONE);

    /** The same price for a holder that takes it; who offered it is next. */
    public Found takenBy(long holderId) {
        return new Found(holderId, price, feeMode, winnerId, price);
    }

    Found exchange(Snapshot snapshot) {
        return new Found(
                snapshot.number(winnerId),
                snapshot.money(price),
                snapshot.constant(feeMode),
                snapshot.number(runnerUpId),
                snapshot.money(runnerUpAmount));
    }
}
