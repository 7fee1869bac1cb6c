package org.tpx.engine.offering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.MarginRule;

/**
 * The applications of an offering once no further one is taken: which price clears them, and who gets how many lots. Higher
 * limits come first; those of one limit share what is left for them by the offering's {@link MarginRule}. Pure: the same
 * applications always give the same.
 */
final class ClosedBook {

    /**
     * One application; its place in the list is its place in time.
     *
     * @param lots the lots that it asks for
     * @param limitMinor the most that it pays for a unit
     */
    record Claim(long lots, long limitMinor) {}

    private final List<Claim> claims;
    private final int[] ranking;
    private final MarginRule rule;

    ClosedBook(List<Claim> claims, MarginRule rule) {
        this.claims = claims;
        this.rule = rule;
        ranking = ranking(claims);
    }

    /** The places of the claims by price, then size, then time (section 1.5). */
    static int[] ranking(List<Claim> claims) {
        Comparator<Integer> byPrice = (one, other) ->
                Long.compare(claims.get(other).limitMinor(), claims.get(one).limitMinor());
        Comparator<Integer> bySize = (one, other) ->
                Long.compare(claims.get(other).lots(), claims.get(one).lots());
        return IntStream.range(0, claims.size())
                .boxed()
                .sorted(byPrice.thenComparing(bySize))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The limit at which the last of so many lots finds a claim, or the floor where there are fewer claims than lots. */
    long clearingPriceMinor(long lots, long floorMinor) {
        long left = lots;
        for (int place : ranking) {
            left -= claims.get(place).lots();
            if (left <= 0) {
                return claims.get(place).limitMinor();
            }
        }
        return floorMinor;
    }

    /** What each claim gets of so many lots, place by place; those with a limit below the least get nothing. */
    long[] allot(long lots, long leastMinor) {
        long[] shares = new long[claims.size()];
        long left = lots;
        int from = 0;
        while (from < ranking.length && left > 0 && limit(from) >= leastMinor) {
            int to = from;
            while (to < ranking.length && limit(to) == limit(from)) {
                to++;
            }
            left -= allotLevel(from, to, left, shares);
            from = to;
        }
        return shares;
    }

    // The claims of one limit, ranked from, inclusive, to, exclusive; returns the lots that they got.
    private long allotLevel(int from, int to, long lots, long[] shares) {
        long wanted = 0;
        for (int rank = from; rank < to; rank++) {
            wanted = Math.addExact(wanted, claims.get(ranking[rank]).lots());
        }
        if (rule == MarginRule.PRO_RATA && wanted > lots) {
            prorate(from, to, lots, shares);
            return lots;
        }
        long left = lots;
        for (int rank = from; rank < to; rank++) {
            int place = ranking[rank];
            shares[place] = Math.min(left, claims.get(place).lots());
            left -= shares[place];
        }
        return lots - left;
    }

    private void prorate(int from, int to, long lots, long[] shares) {
        int[] inTime =
                IntStream.range(from, to).map(rank -> ranking[rank]).sorted().toArray();
        long[] weights = IntStream.of(inTime)
                .mapToLong(place -> claims.get(place).lots())
                .toArray();
        long[] portions = LargestRemainder.divide(lots, weights);
        for (int number = 0; number < inTime.length; number++) {
            shares[inTime[number]] = portions[number];
        }
    }

    private long limit(int rank) {
        return claims.get(ranking[rank]).limitMinor();
    }
}
