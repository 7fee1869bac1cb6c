package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.settlement.ledger.Aging.Age;

/** What is owed at an instant, and how late it is: the ascending auction, whose losers nobody pays. */
class AgingTest {
    private static final String DUE = "2025-07-11T17:00:00";

    @TempDir
    private Path directory;

    private SettlementBooks books;

    @BeforeEach
    void book() {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        books = new SettlementBooks(database);
        try (SettlementProjection projection = new SettlementProjection(database)) {
            Examples.ascendingAuction().without(PaymentConfirmed.class).play(projection);
        }
    }

    @Test
    void shouldAgeTheRefundsByPartyAndListing() {
        Aging aging = books.aging(nanos("2025-07-12T09:00:00"));

        assertThat(aging.lines())
                .extracting(Aging.Line::party, Aging.Line::listing, Aging.Line::amount, Aging.Line::daysLate)
                .containsExactly(tuple("B1", "L1", cny("1800000.00"), 1L), tuple("B2", "L1", cny("1800000.00"), 1L));
        assertThat(aging.lines()).allSatisfy(line -> assertThat(line.dueNanos()).isEqualTo(nanos(DUE)));
        assertThat(aging.rows())
                .extracting(Aging.Row::party, Aging.Row::payments)
                .containsExactly(tuple("B1", 1), tuple("B2", 1));
        assertThat(aging.rows().get(0).amounts().get(Age.UP_TO_3_DAYS.ordinal()))
                .isEqualTo(cny("1800000.00"));
        assertThat(aging.rows().get(0).sum()).isEqualTo(cny("1800000.00"));
    }

    @Test
    void shouldOweNothingBeforeTheRefundsAreDecided() {
        assertThat(books.aging(nanos("2025-07-08T10:00:00")).lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-11T16:59:59, 0, NOT_DUE",
        "2025-07-11T17:00:00, 1, UP_TO_3_DAYS",
        "2025-07-14T16:59:59, 3, UP_TO_3_DAYS",
        "2025-07-14T17:00:00, 4, UP_TO_10_DAYS",
        "2025-07-21T16:59:59, 10, UP_TO_10_DAYS",
        "2025-07-21T17:00:00, 11, UP_TO_30_DAYS",
        "2025-08-10T16:59:59, 30, UP_TO_30_DAYS",
        "2025-08-10T17:00:00, 31, LONGER"
    })
    void shouldCountEveryDayThatBegan(String at, long days, Age age) {
        Aging.Line first = books.aging(nanos(at)).lines().get(0);

        assertThat(first.daysLate()).isEqualTo(days);
        assertThat(first.age()).isEqualTo(age);
    }
}
