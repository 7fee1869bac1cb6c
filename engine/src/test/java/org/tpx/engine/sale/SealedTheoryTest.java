package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tpx.protocol.PriceRule.FIRST_PRICE;
import static org.tpx.protocol.PriceRule.SECOND_PRICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.engine.sale.SealedRanking.Quote;
import org.tpx.protocol.PriceRule;

/**
 * The exchange's own rule against the theory of auctions: n bidders whose values are independent and uniform between nothing and
 * one million, who bid as is best for them. Values and bids are in fen, the floor is nothing.
 */
class SealedTheoryTest {

    private static final int AUCTIONS = 200_000;
    private static final long MOST = 100_000_000;
    private static final long SEED = 20_250_722;

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void shouldEarnTheSameAtTheFirstAndAtTheSecondPrice(int bidders) {
        double expected = MOST * (bidders - 1.0) / (bidders + 1);
        double first = meanRevenue(FIRST_PRICE, bidders, SEED);
        double second = meanRevenue(SECOND_PRICE, bidders, SEED + 1);
        assertThat(first).as("first price, seed %s", SEED).isCloseTo(expected, within(expected / 100));
        assertThat(second).as("second price, seed %s", SEED + 1).isCloseTo(expected, within(expected / 100));
        assertThat(first).as("both, seed %s", SEED).isCloseTo(second, within(expected / 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void shouldMakeNoLieWorthwhileAtTheSecondPrice(int bidders) {
        Random random = new Random(SEED + 2);
        for (int i = 0; i < 400; i++) {
            long[] bids = values(random, bidders);
            if (i % 4 == 0) {
                bids[0] = bids[1];
            }
            long value = bids[0];
            long honest = gain(bids, 0, value, SECOND_PRICE);
            assertThat(honest).as("seed %s, auction %s", SEED + 2, i).isNotNegative();
            for (long bid : lies(bids)) {
                bids[0] = bid;
                assertThat(gain(bids, 0, value, SECOND_PRICE))
                        .as("seed %s, auction %s: %s instead of %s", SEED + 2, i, bid, value)
                        .isLessThanOrEqualTo(honest);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void shouldBeBestToShadeTheBidAtTheFirstPriceJustAsTheorySays(int bidders) {
        double[] gains = new double[21];
        Random random = new Random(SEED + 3);
        for (int i = 0; i < AUCTIONS / 10; i++) {
            long[] bids = values(random, bidders);
            long value = bids[0];
            for (int other = 1; other < bidders; other++) {
                bids[other] = equilibrium(bids[other], bidders);
            }
            for (int share = 0; share < gains.length; share++) {
                bids[0] = value * share / (gains.length - 1);
                gains[share] += gain(bids, 0, value, FIRST_PRICE);
            }
        }
        int best = 0;
        for (int share = 1; share < gains.length; share++) {
            best = gains[share] > gains[best] ? share : best;
        }
        double shaded = (double) best / (gains.length - 1);
        assertThat(shaded).as("seed %s", SEED + 3).isCloseTo((bidders - 1.0) / bidders, within(0.051));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void shouldChargeNobodyMoreThanItBidOrLessThanTheFloor(int bidders) {
        Random random = new Random(SEED + 4);
        for (int i = 0; i < 20_000; i++) {
            long[] bids = values(random, bidders);
            long floor = bids[random.nextInt(bidders)];
            List<Quote> quotes = quotes(bids).stream()
                    .filter(quote -> quote.amountMinor() >= floor)
                    .toList();
            SealedRanking ranking = new SealedRanking(quotes);
            for (PriceRule rule : PriceRule.values()) {
                long price = ranking.price(rule, ranking.best(), floor);
                assertThat(price)
                        .as("seed %s, auction %s, %s", SEED + 4, i, rule)
                        .isBetween(floor, ranking.best().amountMinor());
            }
        }
    }

    private static double meanRevenue(PriceRule rule, int bidders, long seed) {
        Random random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < AUCTIONS; i++) {
            long[] bids = values(random, bidders);
            for (int bidder = 0; rule == FIRST_PRICE && bidder < bidders; bidder++) {
                bids[bidder] = equilibrium(bids[bidder], bidders);
            }
            SealedRanking ranking = new SealedRanking(quotes(bids));
            sum += ranking.price(rule, ranking.best(), 0);
        }
        return sum / AUCTIONS;
    }

    // What a bidder of this value gets out of it: nothing unless it wins.
    private static long gain(long[] bids, int bidder, long value, PriceRule rule) {
        SealedRanking ranking = new SealedRanking(quotes(bids));
        Quote winner = ranking.best();
        return winner.partyId() == bidder + 1 ? value - ranking.price(rule, winner, 0) : 0;
    }

    // A grid over all bids, and the bids of all others, one fen below, and one above.
    private static List<Long> lies(long[] bids) {
        List<Long> lies = new ArrayList<>();
        for (int step = 0; step <= 100; step++) {
            lies.add(MOST * step / 100);
        }
        for (long bid : bids) {
            lies.addAll(List.of(Math.max(0, bid - 1), bid, bid + 1));
        }
        return lies;
    }

    private static long equilibrium(long value, int bidders) {
        return value * (bidders - 1) / bidders;
    }

    private static long[] values(Random random, int bidders) {
        return random.longs(bidders, 0, MOST + 1).toArray();
    }

    private static List<Quote> quotes(long[] bids) {
        List<Quote> quotes = new ArrayList<>(bids.length);
        for (int i = 0; i < bids.length; i++) {
            quotes.add(new Quote(i + 1, i + 1, bids[i], i + 1));
        }
        return quotes;
    }
}
