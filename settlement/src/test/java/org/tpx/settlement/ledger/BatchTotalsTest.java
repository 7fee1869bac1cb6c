package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.settlement.ledger.Examples.cny;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/** The last look before a batch is written: whatever was lost on the way there shows. */
class BatchTotalsTest {
    private final BatchTotals totals = new BatchTotals();

    private static PostingLeg leg(EntrySide side, Money amount) {
        return new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, side, amount);
    }

    @Test
    void shouldFindDebitsAndCreditsEqualInEveryCurrency() {
        totals.add(leg(EntrySide.DEBIT, cny("1.00")));
        totals.add(leg(EntrySide.CREDIT, cny("0.40")));
        totals.add(leg(EntrySide.CREDIT, cny("0.60")));

        assertThatCode(totals::requireEqual).doesNotThrowAnyException();
    }

    @Test
    void shouldFindALegThatWasLost() {
        totals.add(leg(EntrySide.DEBIT, cny("1.00")));
        totals.add(leg(EntrySide.CREDIT, cny("0.40")));

        assertThatThrownBy(totals::requireEqual)
                .hasMessage("the debits of the batch are CNY 1.00 and its credits CNY 0.40.");
        totals.begin();
        assertThatCode(totals::requireEqual).doesNotThrowAnyException();
    }

    @Test
    void shouldNotTakeOneCurrencyForAnother() {
        totals.add(leg(EntrySide.DEBIT, cny("1.00")));
        totals.add(leg(EntrySide.CREDIT, Money.ofMinor(100, Currency.USD)));

        assertThatThrownBy(totals::requireEqual).isInstanceOf(BrokenBooksException.class);
    }

    @Test
    void shouldRefuseMoreThanCanBeCounted() {
        totals.add(leg(EntrySide.DEBIT, Money.ofMinor(Long.MAX_VALUE, Currency.CNY)));

        assertThatThrownBy(() -> totals.add(leg(EntrySide.DEBIT, cny("0.01"))))
                .hasMessageContaining("more CNY than can be counted");
    }
}
