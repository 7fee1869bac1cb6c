package org.tpx.settlement.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;

/**
 * Reckons a service fee from a loaded fee schedule a second time, so that the engine's figure has something to be compared with
 * (domain.md 5.2). Every tier takes its rate of the part of the price that lies in it; the exact sum is rounded half up once to the
 * minor unit; then the minimum of the paying side holds. Immutable.
 */
final class FeeTariff {
    /** Rates are parts per million, so a sum of parts times rates has six digits behind the minor unit. */
    private static final int RATE_DIGITS = 6;

    private final long minimumBiddingMinor;
    private final long minimumNegotiatedMinor;
    private final List<Tier> tiers;

    /** One marginal tier; an upper end of 0 is none. Rates are parts per million. */
    record Tier(long upToMinor, int sellerBiddingPpm, int buyerBiddingPpm, int negotiatedPpm) {}

    FeeTariff(long minimumBiddingMinor, long minimumNegotiatedMinor, List<Tier> tiers) {
        this.minimumBiddingMinor = minimumBiddingMinor;
        this.minimumNegotiatedMinor = minimumNegotiatedMinor;
        this.tiers = List.copyOf(tiers);
    }

    /** What one side pays for a price, in minor units. */
    long feeMinor(FeeMode mode, FeeSide side, long priceMinor) {
        BigInteger price = BigInteger.valueOf(priceMinor);
        BigInteger below = BigInteger.ZERO;
        BigInteger millionths = BigInteger.ZERO;
        for (Tier tier : tiers) {
            BigInteger end = upperEnd(tier, price);
            BigInteger part = end.subtract(below).max(BigInteger.ZERO);
            millionths = millionths.add(part.multiply(BigInteger.valueOf(ratePpm(tier, mode, side))));
            below = below.max(end);
        }
        BigDecimal exact = new BigDecimal(millionths, RATE_DIGITS);
        long rounded = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Math.max(rounded, mode == FeeMode.BIDDING ? minimumBiddingMinor : minimumNegotiatedMinor);
    }

    private static BigInteger upperEnd(Tier tier, BigInteger price) {
        return tier.upToMinor() == 0 ? price : price.min(BigInteger.valueOf(tier.upToMinor()));
    }

    private static int ratePpm(Tier tier, FeeMode mode, FeeSide side) {
        if (mode == FeeMode.NEGOTIATED) {
            return tier.negotiatedPpm();
        }
        return side == FeeSide.SELLER ? tier.sellerBiddingPpm() : tier.buyerBiddingPpm();
    }
}
