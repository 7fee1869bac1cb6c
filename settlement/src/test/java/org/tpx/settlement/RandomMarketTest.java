package org.tpx.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.host.ReplayResult;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.settlement.audit.JournalAudit;
import org.tpx.settlement.ledger.CashFlow;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/** The engine against the books, in markets that nobody planned: every amount that the one decides the other reckons as well. */
class RandomMarketTest {
    private static final int STEPS = 4_000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shouldAgreeOnEveryAmountAndEveryOutcome(long seed) {
        Path journal = directory.resolve("journal");
        Hash256 stateHash;
        try (RandomMarket market = new RandomMarket(journal, seed)) {
            market.run(STEPS);
            stateHash = market.stateHash();
        }
        SettlementBooks books = new SettlementBooks(book(journal));

        assertThat(books.differences()).as("seed %d", seed).isEmpty();
        assertThat(books.trialBalance().difference(Currency.CNY)).isEqualTo(Money.zero(Currency.CNY));
        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(books.trialBalance().settlement(Currency.CNY)).isEqualTo(flow.remaining());
        assertThat(flow.paidOut()).as("kinds of payment that were made").hasSizeGreaterThanOrEqualTo(4);
        assertThat(books.deals())
                .as("deals that were completed")
                .filteredOn(deal -> deal.state().equals("COMPLETED"))
                .hasSizeGreaterThan(5);
        assertThat(books.deals())
                .as("take-ups of offers that were completed")
                .filteredOn(deal ->
                        deal.listing().startsWith("TAKE-UP") && deal.state().equals("COMPLETED"))
                .hasSizeGreaterThan(2);
        ReplayResult replayed = JournalAudit.replay(journal, sequence -> {});
        assertThat(replayed.difference()).as("seed %d", seed).isEmpty();
        assertThat(replayed.stateHash()).isEqualTo(stateHash);
        assertThat(JournalAudit.verify(journal).turns()).isEqualTo(replayed.turns());
    }

    private SettlementDatabase book(Path journal) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database);
                SettlementFollower follower = SettlementFollower.open(journal, projection)) {
            follower.catchUp();
        }
        return database;
    }
}
