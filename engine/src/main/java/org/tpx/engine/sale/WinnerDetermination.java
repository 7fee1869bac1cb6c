package org.tpx.engine.sale;

import java.util.Arrays;
import org.tpx.engine.kernel.Invariant;

/**
 * Which bids on lots and on packages of lots win together (machine 9.3): those that bring the most, at most one of each
 * bidder. Of equal sums the one with fewer winners wins; of these the earliest, which is the one that holds the first bid,
 * in the order of their handing in, that the others do not hold. So there is one answer, and it is exact.
 *
 * <p>Dynamic programming over sets of lots, bidder by bidder: for each set of lots the best that the bidders so far can make
 * of it. With the bidders b in some order and S a set of lots,
 *
 * <pre>
 *   best(b, S) = max( best(b-1, S),  amount(x) + best(b-1, S without lots(x))  for each bid x of b with lots(x) within S )
 * </pre>
 *
 * <p>A set is a number whose bits are its lots, so a part of a set is a smaller number, and one table serves: each bidder
 * goes through it from the largest set down. Beside its sum each entry keeps its winning bids as bits, the first bid as the
 * highest one, so that of two entries with equal sums and numbers of bids the larger bits are the earlier. At most {@link
 * #MAX_BIDS} times 2 to the power of {@link #MAX_LOTS} - 1 steps.
 *
 * <p>Used again and again: {@link #begin}, {@link #add} each bid in order, {@link #solve}, then the answers. Allocates
 * nothing after construction. Single-threaded.
 */
public final class WinnerDetermination {

    /** The most lots of one sale. */
    public static final int MAX_LOTS = 12;

    /** The most bids of one sale. */
    public static final int MAX_BIDS = 200;

    private static final int NONE = -1;
    private static final int WORDS = (MAX_BIDS + Long.SIZE - 1) / Long.SIZE;

    private final long[] bidders = new long[MAX_BIDS];
    private final int[] lotSets = new int[MAX_BIDS];
    private final long[] amounts = new long[MAX_BIDS];
    /** The next bid of the same bidder, or NONE. */
    private final int[] nextOfBidder = new int[MAX_BIDS];
    /** The last bid of the bidder whose first bid this is. */
    private final int[] lastOfBidder = new int[MAX_BIDS];

    private final long[] sums = new long[1 << MAX_LOTS];
    private final int[] counts = new int[1 << MAX_LOTS];
    private final long[] winners = new long[WORDS << MAX_LOTS];

    private int sets;
    private int bids;

    /** Forgets everything; a sale of so many lots begins, at least 1 and at most {@link #MAX_LOTS}. */
    public void begin(int lots) {
        Invariant.check(lots >= 1 && lots <= MAX_LOTS, "too many lots for one sale", lots);
        sets = 1 << lots;
        bids = 0;
    }

    /**
     * Takes a bid, in the order of their handing in, and returns its number, from 0.
     *
     * @param bidder who bids
     * @param lotSet its lots as bits, at least one of those of the sale
     * @param amountMinor what it pays for all of them, in minor units, above 0
     */
    public int add(long bidder, int lotSet, long amountMinor) {
        Invariant.check(bids < MAX_BIDS, "too many bids for one sale", bids);
        Invariant.check(lotSet > 0 && lotSet < sets && amountMinor > 0, "no bid on these lots", lotSet);
        int bid = bids++;
        bidders[bid] = bidder;
        lotSets[bid] = lotSet;
        amounts[bid] = amountMinor;
        nextOfBidder[bid] = NONE;
        lastOfBidder[bid] = bid;
        int first = firstOfBidder(bid);
        if (first != bid) {
            nextOfBidder[lastOfBidder[first]] = bid;
            lastOfBidder[first] = bid;
            lastOfBidder[bid] = NONE;
        }
        return bid;
    }

    /** Finds the winners. */
    public void solve() {
        Arrays.fill(sums, 0, sets, 0);
        Arrays.fill(counts, 0, sets, 0);
        Arrays.fill(winners, 0, sets * WORDS, 0);
        for (int bid = 0; bid < bids; bid++) {
            if (lastOfBidder[bid] != NONE) {
                admitBidder(bid);
            }
        }
    }

    /** The sum of the winning bids, in minor units. */
    public long revenueMinor() {
        return sums[sets - 1];
    }

    /** How many bids win. */
    public int winners() {
        return counts[sets - 1];
    }

    /** Whether the bid of this number wins. */
    public boolean isWinner(int bid) {
        return (winners[(sets - 1) * WORDS + word(bid)] & bit(bid)) != 0;
    }

    private int firstOfBidder(int bid) {
        for (int earlier = 0; earlier < bid; earlier++) {
            if (bidders[earlier] == bidders[bid]) {
                return earlier;
            }
        }
        return bid;
    }

    // From the largest set down: what a bid leaves of a set is smaller, so it is still without this bidder.
    private void admitBidder(int firstBid) {
        for (int set = sets - 1; set > 0; set--) {
            for (int bid = firstBid; bid != NONE; bid = nextOfBidder[bid]) {
                int lots = lotSets[bid];
                if ((lots & set) == lots) {
                    consider(set, set ^ lots, bid);
                }
            }
        }
    }

    private void consider(int set, int rest, int bid) {
        long sum = sums[rest] + amounts[bid];
        int count = counts[rest] + 1;
        if (sum < sums[set] || (sum == sums[set] && !breaksTie(set, rest, bid, count))) {
            return;
        }
        sums[set] = sum;
        counts[set] = count;
        System.arraycopy(winners, rest * WORDS, winners, set * WORDS, WORDS);
        winners[set * WORDS + word(bid)] |= bit(bid);
    }

    private boolean breaksTie(int set, int rest, int bid, int count) {
        if (count != counts[set]) {
            return count < counts[set];
        }
        for (int word = 0; word < WORDS; word++) {
            long own = winners[rest * WORDS + word] | (word == word(bid) ? bit(bid) : 0);
            long other = winners[set * WORDS + word];
            if (own != other) {
                return Long.compareUnsigned(own, other) > 0;
            }
        }
        return false;
    }

    private static int word(int bid) {
        return bid / Long.SIZE;
    }

    private static long bit(int bid) {
        return Long.MIN_VALUE >>> (bid % Long.SIZE);
    }
}
