package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tpx.engine.sale.WinnerDeterminationTest.Bid;

/** The winners by trying out every set of bids: slow and plainly right. */
final class ExhaustiveWinners {

    private ExhaustiveWinners() {}

    /** The numbers of the winning bids, rising. */
    static List<Integer> of(List<Bid> bids) {
        List<Integer> best = List.of();
        for (int set = 0; set < 1 << bids.size(); set++) {
            List<Integer> chosen = chosen(set, bids.size());
            if (isAllowed(chosen, bids) && isBetter(chosen, best, bids)) {
                best = chosen;
            }
        }
        return best;
    }

    private static List<Integer> chosen(int set, int size) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if ((set >> i & 1) == 1) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static boolean isAllowed(List<Integer> chosen, List<Bid> bids) {
        for (int one : chosen) {
            for (int other : chosen) {
                boolean sameBidder = bids.get(one).bidder() == bids.get(other).bidder();
                boolean sameLot = (bids.get(one).lots() & bids.get(other).lots()) != 0;
                if (one != other && (sameBidder || sameLot)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isBetter(List<Integer> one, List<Integer> other, List<Bid> bids) {
        int order = Comparator.comparingLong((List<Integer> chosen) -> sum(chosen, bids))
                .thenComparing(List::size, Comparator.reverseOrder())
                .compare(one, other);
        return order > 0 || (order == 0 && isEarlier(one, other));
    }

    // Both are rising and have the same length: at the first difference the smaller number is a bid that the other does
    // not hold.
    private static boolean isEarlier(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i) < other.get(i);
            }
        }
        return false;
    }

    private static long sum(List<Integer> chosen, List<Bid> bids) {
        return chosen.stream().mapToLong(number -> bids.get(number).amount()).sum();
    }
}
