package org.tpx.engine.unit;

import org.tpx.protocol.Money;
import org.tpx.protocol.SeriesTerms;

/**
 * Units in lots, prices in ticks, and what a trade of a series costs, in minor units. Immutable; allocates nothing.
 *
 * <p>A trade's fee is rounded half up, so the fees of many small trades may exceed the fee of their sum. A buy order is
 * therefore covered lot by lot: whatever trades it is filled in, they cost no more than what it blocks.
 */
final class Reckoning {

    /** Of units that are no whole lots, or a price that is no whole ticks. */
    static final long NOT_WHOLE = -1;

    /** More than any account holds. */
    static final long BEYOND_MEANS = Long.MAX_VALUE;

    private static final long MILLION = 1_000_000;

    private final long lotUnits;
    private final long tickMinor;
    private final long lotTickMinor;
    private final long maxCoveredTicks;
    private final long buyerFeePpm;
    private final long sellerFeePpm;

    Reckoning(SeriesTerms terms) {
        lotUnits = terms.lotUnits();
        tickMinor = terms.tick().minor();
        lotTickMinor = lotUnits * tickMinor;
        maxCoveredTicks = Money.MAX_MINOR / lotTickMinor;
        buyerFeePpm = terms.buyerFeePpm();
        sellerFeePpm = terms.sellerFeePpm();
    }

    /** The lots of so many units, or {@link #NOT_WHOLE}. */
    long lots(long units) {
        long lots = units / lotUnits;
        return lots > 0 && lots * lotUnits == units ? lots : NOT_WHOLE;
    }

    /** The lots that so many units need at least. */
    long lotsFor(long units) {
        return units == 0 ? 0 : (units + lotUnits - 1) / lotUnits;
    }

    /** The units of so many lots. */
    long units(long lots) {
        return lots * lotUnits;
    }

    /** The ticks of a price, or {@link #NOT_WHOLE}. */
    long ticks(long priceMinor) {
        long ticks = priceMinor / tickMinor;
        return ticks > 0 && ticks * tickMinor == priceMinor ? ticks : NOT_WHOLE;
    }

    /** The price of so many ticks. */
    long priceMinor(long ticks) {
        return ticks * tickMinor;
    }

    /** What so many lots cost at a price that a buyer has covered. */
    long amountMinor(long lots, long ticks) {
        return lots * (lotTickMinor * ticks);
    }

    /** The most that so many lots can cost a buyer at this limit, fees included; {@link #BEYOND_MEANS} for very much. */
    long coverMinor(long lots, long ticks) {
        if (ticks > maxCoveredTicks) {
            return BEYOND_MEANS;
        }
        long lotMinor = lotTickMinor * ticks;
        long coverMinor = lotMinor + feeMinor(lotMinor, buyerFeePpm, MILLION - 1);
        boolean fits = Math.multiplyHigh(lots, coverMinor) == 0 && lots * coverMinor >= 0;
        return fits ? lots * coverMinor : BEYOND_MEANS;
    }

    /** The buyer's fee on a trade, half a minor unit rounded up. */
    long buyerFeeMinor(long amountMinor) {
        return feeMinor(amountMinor, buyerFeePpm, MILLION / 2);
    }

    /** The seller's fee on a trade, half a minor unit rounded up. */
    long sellerFeeMinor(long amountMinor) {
        return feeMinor(amountMinor, sellerFeePpm, MILLION / 2);
    }

    // An amount times its rate may exceed a long; the millions of the amount and their rest do not.
    private static long feeMinor(long amountMinor, long ppm, long roundUp) {
        return ppm == 0 ? 0 : amountMinor / MILLION * ppm + (amountMinor % MILLION * ppm + roundUp) / MILLION;
    }
}
