package org.tpx.engine.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.engine.offering.ClosedBook.Claim;
import org.tpx.protocol.MarginRule;

/** Prices and allotments of a closed book: example E14, and random books against a naive one that hands out lot by lot. */
class ClosedBookTest {

    private static final int SEEDS = 3_000;
    private static final long FLOOR = 400;

    private static final List<Claim> E14 =
            List.of(new Claim(2_000_000, 520), new Claim(3_000_000, 500), new Claim(1_500_000, 500));

    @Test
    void shouldFindThePriceOfExampleE14() {
        ClosedBook book = new ClosedBook(E14, MarginRule.SIZE_TIME);
        assertThat(book.clearingPriceMinor(5_000_000, FLOOR)).isEqualTo(500);
        assertThat(book.clearingPriceMinor(2_000_000, FLOOR)).isEqualTo(520);
        assertThat(book.clearingPriceMinor(2_000_001, FLOOR)).isEqualTo(500);
        assertThat(book.clearingPriceMinor(6_500_001, FLOOR)).isEqualTo(FLOOR);
    }

    @Test
    void shouldLeaveTheRestOfExampleE14ToTheHighestLimit() {
        ClosedBook book = new ClosedBook(E14, MarginRule.SIZE_TIME);
        assertThat(book.allot(1_000_000, 500)).containsExactly(1_000_000, 0, 0);
        assertThat(book.allot(0, 500)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldServeTheLargerThenTheEarlierOfOneLimit() {
        List<Claim> claims = List.of(new Claim(30, 500), new Claim(50, 500), new Claim(50, 500), new Claim(10, 510));
        assertThat(new ClosedBook(claims, MarginRule.SIZE_TIME).allot(100, 500)).containsExactly(0, 50, 40, 10);
        assertThat(new ClosedBook(claims, MarginRule.PRO_RATA).allot(100, 500)).containsExactly(21, 35, 34, 10);
    }

    @Test
    void shouldGiveNothingBelowTheLeastLimit() {
        assertThat(new ClosedBook(E14, MarginRule.PRO_RATA).allot(6_000_000, 501))
                .containsExactly(2_000_000, 0, 0);
    }

    @Test
    void shouldAgreeWithTheNaiveBook() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Claim> claims = claims(random);
            MarginRule rule = MarginRule.values()[random.nextInt(MarginRule.values().length)];
            long lots = 1L + random.nextInt(200);
            ClosedBook book = new ClosedBook(claims, rule);
            long price = book.clearingPriceMinor(lots, FLOOR);
            assertThat(price).as("seed %d", seed).isEqualTo(naivePrice(claims, lots));
            assertThat(book.allot(lots, price)).as("seed %d", seed).isEqualTo(naive(claims, rule, lots, price));
        }
    }

    @Test
    void shouldSellAllThatIsWantedAtOnePriceWithoutEnvyOrLoss() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Claim> claims = claims(random);
            MarginRule rule = MarginRule.values()[random.nextInt(MarginRule.values().length)];
            long lots = 1L + random.nextInt(200);
            ClosedBook book = new ClosedBook(claims, rule);
            long price = book.clearingPriceMinor(lots, FLOOR);
            long[] shares = book.allot(lots, price);
            long wanted = claims.stream().mapToLong(Claim::lots).sum();
            assertThat(LongStream.of(shares).sum()).as("seed %d", seed).isEqualTo(Math.min(lots, wanted));
            for (int i = 0; i < shares.length; i++) {
                Claim claim = claims.get(i);
                assertThat(shares[i]).as("seed %d", seed).isBetween(0L, claim.lots());
                // Nobody pays more than its limit; whoever would pay more than the price has all that it asked for.
                assertThat(shares[i] == 0 || claim.limitMinor() >= price)
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(claim.limitMinor() <= price || shares[i] == claim.lots())
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void shouldNeverGiveASmallerProRataShareToALargerClaimOfOneLimit() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Claim> claims = claims(random);
            long[] shares = new ClosedBook(claims, MarginRule.PRO_RATA).allot(1 + random.nextInt(200), 0);
            for (int i = 0; i < shares.length; i++) {
                for (int j = 0; j < shares.length; j++) {
                    boolean larger = claims.get(i).limitMinor() == claims.get(j).limitMinor()
                            && claims.get(i).lots() > claims.get(j).lots();
                    assertThat(!larger || shares[i] >= shares[j])
                            .as("seed %d: %s, %s", seed, claims.get(i), claims.get(j))
                            .isTrue();
                }
            }
        }
    }

    private static List<Claim> claims(Random random) {
        List<Claim> claims = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            claims.add(new Claim(1 + random.nextInt(40), FLOOR + random.nextInt(5) * 10L));
        }
        return claims;
    }

    private static long naivePrice(List<Claim> claims, long lots) {
        List<Long> limits = new ArrayList<>();
        claims.forEach(claim -> LongStream.range(0, claim.lots()).forEach(lot -> limits.add(claim.limitMinor())));
        limits.sort(Comparator.reverseOrder());
        return limits.size() < lots ? FLOOR : limits.get((int) lots - 1);
    }

    private static long[] naive(List<Claim> claims, MarginRule rule, long lots, long least) {
        long[] shares = new long[claims.size()];
        for (long left = lots; left > 0; left--) {
            int best = -1;
            for (int i = 0; i < shares.length; i++) {
                boolean open = claims.get(i).limitMinor() >= least
                        && shares[i] < claims.get(i).lots();
                if (open && (best < 0 || isBefore(claims, rule, i, best))) {
                    best = i;
                }
            }
            if (best < 0) {
                return shares;
            }
            if (rule == MarginRule.PRO_RATA) {
                return naiveLevel(claims, shares, left, claims.get(best).limitMinor(), least);
            }
            shares[best]++;
        }
        return shares;
    }

    private static boolean isBefore(List<Claim> claims, MarginRule rule, int one, int other) {
        int byPrice =
                Long.compare(claims.get(one).limitMinor(), claims.get(other).limitMinor());
        int bySize = Long.compare(claims.get(one).lots(), claims.get(other).lots());
        return byPrice > 0 || (byPrice == 0 && rule == MarginRule.SIZE_TIME && bySize > 0);
    }

    // Level by level: in full where it fits, else in proportion; then the next lower limit.
    private static long[] naiveLevel(List<Claim> claims, long[] shares, long lots, long limit, long least) {
        long left = lots;
        for (long level = limit; level >= least && left > 0; level--) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                if (claims.get(i).limitMinor() == level) {
                    members.add(i);
                }
            }
            long wanted = members.stream().mapToLong(i -> claims.get(i).lots()).sum();
            long[] weights =
                    members.stream().mapToLong(i -> claims.get(i).lots()).toArray();
            long[] given = wanted <= left ? weights : LargestRemainder.divide(left, weights);
            for (int k = 0; k < given.length; k++) {
                shares[members.get(k)] = given[k];
                left -= given[k];
            }
        }
        return shares;
    }
}
