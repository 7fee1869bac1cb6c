package org.tpx.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.host.ReplayResult;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.settlement.audit.JournalAudit;
import org.tpx.settlement.ledger.CashFlow;
import org.tpx.settlement.ledger.SeriesSummary;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;
import org.tpx.settlement.ledger.UnitHolder;

/** The engine against the books while units are traded: every trade, fee, holding and payment that the one decides the other reckons. */
class RandomTradingTest {
    private static final int STEPS = 6_000;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void shouldAgreeOnEveryTradeAndEveryHolding(long seed) {
        Path journal = directory.resolve("journal");
        Hash256 stateHash;
        try (RandomTrading trading = new RandomTrading(journal, seed)) {
            trading.run(STEPS);
            stateHash = trading.stateHash();
        }
        SettlementBooks books = new SettlementBooks(book(journal));

        assertThat(books.differences()).as("seed %d", seed).isEmpty();
        assertThat(books.trialBalance().difference(Currency.CNY)).isEqualTo(Money.zero(Currency.CNY));
        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(books.trialBalance().settlement(Currency.CNY)).isEqualTo(flow.remaining());
        assertThat(flow.paidOut())
                .extracting(CashFlow.Outflow::kind)
                .contains(PaymentKind.FEES, PaymentKind.WITHDRAWAL, PaymentKind.RETURN);
        for (SeriesSummary series : books.unitSeries()) {
            assertThat(books.unitHolders(series.seriesId()).stream()
                            .mapToLong(UnitHolder::units)
                            .sum())
                    .isEqualTo(series.issuedUnits());
            assertThat(books.unitTrades(series.seriesId()))
                    .hasSize((int) series.trades())
                    .hasSizeGreaterThan(20);
        }
        assertThat(books.unitTrades(RandomTrading.SERIES))
                .as("trades of both kinds, seed %d", seed)
                .anyMatch(trade -> trade.aggressor() == Aggressor.NONE)
                .anyMatch(trade -> trade.aggressor() != Aggressor.NONE);
        ReplayResult replayed = JournalAudit.replay(journal, sequence -> {});
        assertThat(replayed.difference()).as("seed %d", seed).isEmpty();
        assertThat(replayed.stateHash()).isEqualTo(stateHash);
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
