package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.protocol.Criterion;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.PriceFormula;
import org.tpx.protocol.TenderEvent.TenderTermsSet;

/** The sum of scores against decimals of any length. */
class CompositeTest {

    private static final int SEEDS = 2_000;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Test
    void shouldRoundEachComponentHalfUpAtTheFourthDecimal() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int weight = 1 + random.nextInt(99);
            TenderTermsSet terms = terms(weight, PriceFormula.values()[seed % 2]);
            long floorMinor = 1L + random.nextInt(1_000);
            List<Bid> bids = bids(random, floorMinor);
            for (Composite sum : Composite.rank(terms, bids, floorMinor)) {
                assertThat(sum.pricePpm()).as("seed %d", seed).isEqualTo(price(terms, bids, sum.bid(), floorMinor));
                int mean = BigDecimal.valueOf(100 - weight)
                        .multiply(BigDecimal.valueOf(sum.bid().points(1)))
                        .multiply(BigDecimal.valueOf(10_000))
                        .divide(BigDecimal.valueOf(500), 0, RoundingMode.HALF_UP)
                        .intValueExact();
                assertThat(sum.criteria().get(0).scorePpm()).as("seed %d", seed).isEqualTo(mean);
                assertThat(sum.totalPpm()).as("seed %d", seed).isEqualTo(sum.pricePpm() + mean);
            }
        }
    }

    @Test
    void shouldGiveFullMarksToEveryoneAtTheFloor() {
        List<Bid> bids = List.of(bid(1, 500), bid(2, 500));
        assertThat(Composite.rank(terms(60, PriceFormula.SHARE_ABOVE_FLOOR), bids, 500))
                .allMatch(sum -> sum.pricePpm() == 600_000)
                .extracting(sum -> sum.bid().bidderNumber())
                .containsExactly(1, 2);
    }

    private static int price(TenderTermsSet terms, List<Bid> bids, Bid bid, long floorMinor) {
        long highest = bids.stream().mapToLong(Bid::amountMinor).max().orElseThrow();
        long zero = terms.priceFormula() == PriceFormula.SHARE_ABOVE_FLOOR ? floorMinor : 0;
        if (highest == zero) {
            return terms.priceWeight() * 10_000;
        }
        return MILLION.multiply(BigDecimal.valueOf(terms.priceWeight()))
                .multiply(BigDecimal.valueOf(bid.amountMinor() - zero))
                .divide(BigDecimal.valueOf(highest - zero).multiply(BigDecimal.valueOf(100)), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static List<Bid> bids(Random random, long floorMinor) {
        List<Bid> bids = new ArrayList<>();
        long span = random.nextBoolean() ? 50 : Money.MAX_MINOR - floorMinor;
        for (int number = 1; number <= 1 + random.nextInt(6); number++) {
            Bid bid = bid(number, floorMinor + (long) (random.nextDouble() * span));
            bid.add(1, random.nextInt(501));
            bids.add(bid);
        }
        return bids;
    }

    private static Bid bid(int number, long amountMinor) {
        Bid bid = new Bid(number, number, Hash256.ZERO, 1);
        bid.open(amountMinor);
        return bid;
    }

    private static TenderTermsSet terms(int weight, PriceFormula formula) {
        return new TenderTermsSet(
                1, weight, formula, 5, 2, 3, 0, 3, 60, 60, List.of(new Criterion(100 - weight, "plan")));
    }
}
