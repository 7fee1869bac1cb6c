package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.protocol.Criterion;
import org.tpx.protocol.CriterionScore;
import org.tpx.protocol.PriceFormula;
import org.tpx.protocol.TenderEvent.TenderTermsSet;

/**
 * The sum of one bidder's scores, exact in integers (section 2.2 D). A component is computed in parts per million of full marks,
 * which are the four decimals of a sum of 100, and rounded half up there: the weight of the price times the share that the
 * formula gives it; the weight of each criterion times the mean of the committee's points.
 *
 * @param bid what was handed in
 * @param pricePpm score of the price
 * @param criteria scores by the criteria
 * @param totalPpm their sum
 */
record Composite(Bid bid, int pricePpm, List<CriterionScore> criteria, int totalPpm) {

    /** The best first: the larger sum, of equal ones the higher price, of equal ones the earlier. */
    private static final Comparator<Composite> BEST_FIRST =
            Comparator.comparingInt((Composite sum) -> -sum.totalPpm).thenComparingLong(sum -> -sum.bid.amountMinor());

    private static final int PPM_PER_POINT = 10_000;
    private static final int DECIMALS = 4;
    private static final int FULL_POINTS = 100;

    /** The sums of all bids that count, given in the order in which they came, the best first. */
    static List<Composite> rank(TenderTermsSet terms, List<Bid> bids, long floorMinor) {
        long highestMinor = highestMinor(bids);
        return bids.stream()
                .map(bid -> of(terms, bid, highestMinor, floorMinor))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** The highest price of bids that count. */
    static long highestMinor(List<Bid> bids) {
        return bids.stream().mapToLong(Bid::amountMinor).max().orElseThrow();
    }

    /** The sum of one bid where this price is the highest. */
    static Composite of(TenderTermsSet terms, Bid bid, long highestMinor, long floorMinor) {
        boolean above = terms.priceFormula() == PriceFormula.SHARE_ABOVE_FLOOR && highestMinor > floorMinor;
        long zeroMinor = above ? floorMinor : 0;
        boolean level = terms.priceFormula() == PriceFormula.SHARE_ABOVE_FLOOR && !above;
        int pricePpm = level
                ? terms.priceWeight() * PPM_PER_POINT
                : pricePpm(terms.priceWeight(), bid.amountMinor() - zeroMinor, highestMinor - zeroMinor);
        return of(terms, bid, pricePpm);
    }

    private static Composite of(TenderTermsSet terms, Bid bid, int pricePpm) {
        List<CriterionScore> scores = new ArrayList<>();
        int total = pricePpm;
        int number = 0;
        for (Criterion criterion : terms.criteria()) {
            number++;
            int score = meanPpm(criterion.weight(), bid.points(number), terms.committeeSize());
            scores.add(new CriterionScore(number, score));
            total += score;
        }
        return new Composite(bid, pricePpm, scores, total);
    }

    // Digit by digit, since the weighted price in parts per million may not fit a long.
    private static int pricePpm(int weight, long partMinor, long wholeMinor) {
        long weighted = Math.multiplyExact(partMinor, (long) weight);
        long quotient = weighted / wholeMinor;
        long rest = weighted % wholeMinor;
        for (int i = 0; i < DECIMALS; i++) {
            quotient = quotient * 10 + rest * 10 / wholeMinor;
            rest = rest * 10 % wholeMinor;
        }
        return Math.toIntExact(quotient + (2 * rest >= wholeMinor ? 1 : 0));
    }

    private static int meanPpm(int weight, int points, int seats) {
        long weighted = (long) weight * PPM_PER_POINT / FULL_POINTS * points;
        return Math.toIntExact((2 * weighted + seats) / (2L * seats));
    }
}
