package org.tpx.settlement.ledger;

import java.util.Arrays;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/**
 * Debits and credits of everything that one transaction writes, by currency. It adds up the rows themselves and knows neither accounts
 * nor balances, so that a row which was lost or changed on its way shows.
 */
final class BatchTotals {
    private final long[] debits = new long[Currency.values().length];
    private final long[] credits = new long[Currency.values().length];

    void begin() {
        Arrays.fill(debits, 0);
        Arrays.fill(credits, 0);
    }

    void add(PostingLeg leg) {
        long[] side = leg.side() == EntrySide.DEBIT ? debits : credits;
        int currency = leg.amount().currency().ordinal();
        try {
            side[currency] = Math.addExact(side[currency], leg.amount().minor());
        } catch (ArithmeticException beyond) {
            throw new BrokenBooksException(
                    "the batch moves more " + leg.amount().currency() + " than can be counted.");
        }
    }

    /** Throws {@link BrokenBooksException} when the two sides of a currency differ. */
    void requireEqual() {
        for (Currency currency : Currency.values()) {
            long debit = debits[currency.ordinal()];
            long credit = credits[currency.ordinal()];
            if (debit != credit) {
                throw new BrokenBooksException("the debits of the batch are " + Money.ofMinor(debit, currency)
                        + " and its credits " + Money.ofMinor(credit, currency) + ".");
            }
        }
    }
}
