package org.tpx.settlement.ledger;

import java.math.BigInteger;

/**
 * How a forfeited deposit is shared out (domain.md 5.4): the exchange's fees of both sides come first, then the transferor's
 * compensation, and what a policy leaves over goes back to the defaulter. The three always add up to the deposit. Minor units.
 */
record ForfeitShare(long feesMinor, long compensationMinor, long returnedMinor) {

    /** {@code FULL}: everything beyond the fees compensates the transferor. */
    static ForfeitShare full(long depositMinor, long bothFeesMinor) {
        return actualLoss(depositMinor, bothFeesMinor, depositMinor);
    }

    /** {@code ACTUAL_LOSS}: the compensation is what the second sale brought less than the first. */
    static ForfeitShare actualLoss(long depositMinor, long bothFeesMinor, long shortfallMinor) {
        BigInteger deposit = BigInteger.valueOf(depositMinor);
        BigInteger fees = deposit.min(BigInteger.valueOf(bothFeesMinor));
        BigInteger rest = deposit.subtract(fees);
        BigInteger compensation = rest.min(BigInteger.valueOf(shortfallMinor).max(BigInteger.ZERO));
        BigInteger returned = rest.subtract(compensation);
        return new ForfeitShare(fees.longValueExact(), compensation.longValueExact(), returned.longValueExact());
    }
}
