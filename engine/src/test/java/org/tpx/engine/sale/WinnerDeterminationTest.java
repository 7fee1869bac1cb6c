package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.InvariantBrokenException;

/** Which bids win together: cases by hand, and thousands of small ones against trying everything out. */
class WinnerDeterminationTest {

    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 4;

    private final WinnerDetermination determination = new WinnerDetermination();
    private final List<Bid> bids = new ArrayList<>();

    @Test
    void shouldGiveAllToThePackageThatBringsMore() {
        bid(1, A, 1_000_000).bid(2, B, 1_500_000).bid(3, A | B, 2_600_000);
        assertThat(solve(2)).containsExactly(2);
        assertThat(determination.revenueMinor()).isEqualTo(2_600_000);
        assertThat(determination.winners()).isEqualTo(1);
    }

    @Test
    void shouldPreferFewerWinnersWhereTheSumsAreEqual() {
        bid(1, A, 1_000_000).bid(2, B, 1_500_000).bid(3, A | B, 2_500_000);
        assertThat(solve(2)).containsExactly(2);
    }

    @Test
    void shouldGiveTheLotsToSingleBidsThatBringMoreTogether() {
        bid(3, A | B, 2_500_000).bid(1, A, 1_000_000).bid(2, B, 1_500_001);
        assertThat(solve(2)).containsExactly(1, 2);
    }

    @Test
    void shouldLetAtMostOneBidOfABidderWin() {
        bid(1, A, 900).bid(1, B, 800).bid(2, B, 300);
        assertThat(solve(2)).containsExactly(0, 2);
        assertThat(determination.revenueMinor()).isEqualTo(1_200);
    }

    @Test
    void shouldPreferTheEarlierOfEqualBids() {
        bid(1, A, 700).bid(2, A, 700).bid(3, A, 700);
        assertThat(solve(1)).containsExactly(0);
    }

    @Test
    void shouldPreferTheSolutionThatHoldsTheEarliestBidThatTheOtherDoesNotHold() {
        bid(1, A, 500).bid(2, B, 500).bid(3, A, 500).bid(4, B, 500);
        assertThat(solve(2)).containsExactly(0, 1);
        bids.clear();
        bid(1, A | B, 700).bid(2, C, 300).bid(3, A, 400).bid(4, B | C, 600);
        assertThat(solve(3)).containsExactly(0, 1);
        bids.clear();
        bid(3, A, 400).bid(1, A | B, 700).bid(2, C, 300).bid(4, B | C, 600);
        assertThat(solve(3)).containsExactly(0, 3);
    }

    @Test
    void shouldFindTheEarlierSolutionWhicheverBidderCameFirst() {
        bid(2, B, 500).bid(1, A, 500).bid(1, B, 500).bid(2, A, 500);
        assertThat(solve(2)).containsExactly(0, 1);
    }

    @Test
    void shouldLeaveALotUnsoldThatNobodyBidsOn() {
        bid(1, A, 500);
        assertThat(solve(3)).containsExactly(0);
        bids.clear();
        assertThat(solve(3)).isEmpty();
        assertThat(determination.revenueMinor()).isZero();
        assertThat(determination.winners()).isZero();
    }

    @Test
    void shouldFindWhatTryingEverythingOutFinds() {
        for (int seed = 0; seed < 6_000; seed++) {
            Random random = new Random(seed);
            int lots = 1 + random.nextInt(5);
            bids.clear();
            for (int i = random.nextInt(10); i > 0; i--) {
                // Few bidders and few amounts: many bids exclude each other, and many sums are equal.
                bid(random.nextInt(5), 1 + random.nextInt((1 << lots) - 1), 1 + random.nextInt(6));
            }
            assertThat(solve(lots)).as("seed " + seed + ", " + bids).isEqualTo(ExhaustiveWinners.of(bids));
        }
    }

    @Test
    void shouldFindWhatTryingEverythingOutFindsForAmountsLikeThoseOfLots() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            bids.clear();
            for (int i = 0; i < 15; i++) {
                int lots = 1 + random.nextInt((1 << 6) - 1);
                bid(random.nextInt(8), lots, Integer.bitCount(lots) * 100_000_000L + random.nextInt(50_000_000));
            }
            assertThat(solve(6)).as("seed " + seed + ", " + bids).isEqualTo(ExhaustiveWinners.of(bids));
        }
    }

    @Test
    void shouldTakeTheMostLotsAndBids() {
        int all = (1 << WinnerDetermination.MAX_LOTS) - 1;
        for (int i = 0; i < WinnerDetermination.MAX_BIDS; i++) {
            bid(i, i % 2 == 0 ? all : 1 << (i % WinnerDetermination.MAX_LOTS), 1_000 + i);
        }
        // Only six of the lots have bids of their own.
        assertThat(solve(WinnerDetermination.MAX_LOTS)).hasSize(6).contains(199, 197, 195, 193, 191, 189);
    }

    @Test
    void shouldRefuseMoreThanItHasRoomFor() {
        assertThatThrownBy(() -> determination.begin(WinnerDetermination.MAX_LOTS + 1))
                .isInstanceOf(InvariantBrokenException.class);
        determination.begin(2);
        assertThatThrownBy(() -> determination.add(1, C, 100)).isInstanceOf(InvariantBrokenException.class);
        for (int i = 0; i < WinnerDetermination.MAX_BIDS; i++) {
            determination.add(i, A, 100);
        }
        assertThatThrownBy(() -> determination.add(1, A, 100)).isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldAllocateNothing() {
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            bid(i % 20, 1 + random.nextInt(255), 1 + random.nextInt(1_000));
        }
        long[] bidders = bids.stream().mapToLong(Bid::bidder).toArray();
        int[] lots = bids.stream().mapToInt(Bid::lots).toArray();
        long[] amounts = bids.stream().mapToLong(Bid::amount).toArray();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 50; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            determine(bidders, lots, amounts);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private void determine(long[] bidders, int[] lots, long[] amounts) {
        determination.begin(8);
        for (int i = 0; i < amounts.length; i++) {
            determination.add(bidders[i], lots[i], amounts[i]);
        }
        determination.solve();
    }

    private WinnerDeterminationTest bid(long bidder, int lots, long amount) {
        bids.add(new Bid(bidder, lots, amount));
        return this;
    }

    private List<Integer> solve(int lots) {
        determination.begin(lots);
        bids.forEach(bid -> determination.add(bid.bidder(), bid.lots(), bid.amount()));
        determination.solve();
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            if (determination.isWinner(i)) {
                winners.add(i);
            }
        }
        return winners;
    }

    /** A bid as a test writes it. */
    record Bid(long bidder, int lots, long amount) {}
}
