package org.tpx.settlement.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;

/**
 * Where the price of a listing lies within the bid that bought it together with others, in minor units: the fee is that on the whole
 * bid, and the listing bears what it rises by along its stretch, each end rounded half up.
 */
record Stretch(long wholeMinor, long beforeMinor, long priceMinor) {

    /** A listing that was bought alone. */
    static Stretch alone(long priceMinor) {
        return new Stretch(priceMinor, 0, priceMinor);
    }

    /** What the listing bears of one side's fee. */
    long feeMinor(FeeTariff tariff, FeeMode mode, FeeSide side) {
        long fee = tariff.feeMinor(mode, side, wholeMinor);
        return upTo(fee, beforeMinor + priceMinor) - upTo(fee, beforeMinor);
    }

    private long upTo(long feeMinor, long endMinor) {
        if (endMinor == 0 || endMinor == wholeMinor) {
            return endMinor == 0 ? 0 : feeMinor;
        }
        return BigDecimal.valueOf(feeMinor)
                .multiply(BigDecimal.valueOf(endMinor))
                .divide(BigDecimal.valueOf(wholeMinor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
