package org.tpx.engine.sale;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.PriceRule;

/**
 * Who is best in a sealed sale and what the winner pays: a function of the bids that count and of nothing else. The first
 * price is the winner's own bid; the second price is the best bid of the others, or the floor where there is none, so that
 * to bid what the right is worth is the best that a bidder can do, whatever the others bid.
 */
final class SealedRanking {

    private static final Comparator<Quote> BEST_FIRST =
            Comparator.comparingLong((Quote quote) -> -quote.amountMinor).thenComparingLong(Quote::order);

    private final List<Quote> quotes;

    /** A ranking of one valid bid per bidder, none below the floor. */
    SealedRanking(List<Quote> quotes) {
        this.quotes = quotes.stream().sorted(BEST_FIRST).toList();
    }

    boolean isEmpty() {
        return quotes.isEmpty();
    }

    /** How many bids count. */
    int size() {
        return quotes.size();
    }

    /** The best bid, of equal ones the earlier. */
    Quote best() {
        return quotes.get(0);
    }

    /** All bids that are equal to the best, the earliest first. */
    List<Quote> tied() {
        long bestMinor = best().amountMinor;
        return quotes.stream()
                .takeWhile(quote -> quote.amountMinor == bestMinor)
                .toList();
    }

    /** Whether more than one bid is the best. */
    boolean isTied() {
        return quotes.size() > 1 && quotes.get(1).amountMinor == best().amountMinor;
    }

    /** The best bid of the others, of equal ones the earlier; null without any. */
    @Nullable
    Quote next(Quote winner) {
        for (Quote quote : quotes) {
            if (quote.partyId != winner.partyId) {
                return quote;
            }
        }
        return null;
    }

    /** What the winner pays under this rule, in minor units. */
    long price(PriceRule rule, Quote winner, long floorMinor) {
        if (rule == PriceRule.FIRST_PRICE) {
            return winner.amountMinor;
        }
        Quote next = next(winner);
        return next == null ? floorMinor : next.amountMinor;
    }

    /**
     * A bid that counts.
     *
     * @param partyId the bidder
     * @param bidderNumber the number in its bidder code
     * @param amountMinor the bid
     * @param order smaller for the one handed in earlier; no two are equal
     */
    record Quote(long partyId, int bidderNumber, long amountMinor, long order) {}
}
