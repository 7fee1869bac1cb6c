package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;

/** Units and their money in the books: amounts to the fen, the register of holders, and an engine that makes one mistake each time. */
class UnitsTest {
    private static final Money FEN = cny("0.01");

    @TempDir
    private Path directory;

    private SettlementDatabase database;
    private SettlementBooks books;

    @BeforeEach
    void open() {
        database = SettlementDatabase.open(directory.resolve("settlement.db"));
        books = new SettlementBooks(database);
    }

    private List<String> play(Tape tape) {
        List<String> told = new ArrayList<>();
        try (SettlementProjection projection =
                new SettlementProjection(database, difference -> told.add(difference.what()))) {
            tape.play(projection);
        }
        return told;
    }

    private List<String> mistaken(UnaryOperator<Event> mistake) {
        return play(UnitExamples.tradingDay().with(mistake));
    }

    @Test
    void shouldBookATradingDayToTheFen() {
        assertThat(play(UnitExamples.tradingDay())).isEmpty();

        TrialBalance balance = books.trialBalance();
        assertThat(balance.difference(Currency.CNY)).isEqualTo(cny("0.00"));
        assertThat(balance.settlement(Currency.CNY)).isEqualTo(cny("99144.50"));
        assertThat(balance.lines())
                .filteredOn(line -> !line.balance().isZero())
                .extracting(line -> line.account().toString(), TrialBalance.Line::balance)
                .containsExactly(
                        tuple("SETTLEMENT CNY", cny("99144.50")),
                        tuple("TRADING{party 2} CNY", cny("98886.11")),
                        tuple("TRADING{party 3} CNY", cny("258.39")),
                        tuple("OPERATING CNY", cny("3.62")),
                        tuple("FEE_INCOME CNY", cny("3.62")));
        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny("3.62"));
        assertThat(flow.paid(PaymentKind.WITHDRAWAL)).isEqualTo(cny("1851.88"));
        assertThat(flow.remaining()).isEqualTo(cny("99144.50"));
    }

    @Test
    void shouldKeepTheRegisterOfHoldersAndItsHistory() {
        play(UnitExamples.tradingDay());

        assertThat(books.unitSeries())
                .containsExactly(new SeriesSummary(
                        UnitExamples.SERIES, "U1", "Units of the example patent pool", 2_000, 1_040, 3, cny("12.30")));
        assertThat(books.unitHolders(UnitExamples.SERIES))
                .containsExactly(
                        new UnitHolder("ADA", 850, 3), new UnitHolder("BO", 130, 1), new UnitHolder("CY", 60, 1));
        assertThat(books.unitTrades(UnitExamples.SERIES))
                .hasSize(3)
                .last()
                .isEqualTo(new UnitTrade(
                        12,
                        3,
                        nanos("2026-03-02T10:00:00"),
                        Aggressor.SELL,
                        "CY",
                        "BO",
                        10,
                        cny("12.30"),
                        cny("123.00"),
                        cny("0.18"),
                        cny("0.04")));
    }

    @Test
    void shouldStateTheTradesOfAParty() {
        play(UnitExamples.tradingDay());

        assertThat(books.statementOfParty(UnitExamples.CY, Long.MAX_VALUE).lines())
                .extracting(
                        line -> line.reason() + " " + line.account().kind() + " " + line.side() + " " + line.balance())
                .containsExactly(
                        "TRADING_IN TRADING CREDIT CNY 1000.00",
                        "UNITS_TRADED TRADING DEBIT CNY 381.57",
                        "UNITS_TRADED TRADING DEBIT CNY 258.39");
    }

    @Test
    void shouldGiveTheSameRowsHoweverTheTurnsAreCutIntoBatchesAndProcesses() {
        Tape tape = UnitExamples.tradingDay();
        play(tape);
        Map<String, List<String>> atOnce = Dump.of(database);
        assertThat(atOnce.get("unit_trade")).hasSize(3);
        assertThat(atOnce.get("unit_issue")).hasSize(2);
        for (int turns = 1; turns <= 5; turns++) {
            database.rebuild();
            for (int from = 1; from <= tape.size(); from += turns) {
                try (SettlementProjection projection = new SettlementProjection(database)) {
                    tape.play(projection, 1, Math.min(tape.size(), from + turns - 1));
                    projection.commit();
                }
            }
            assertThat(Dump.of(database)).as("%d turns a batch", turns).isEqualTo(atOnce);
        }
    }

    @Test
    void shouldSeeAnAmountThatIsNotPriceTimesUnits() {
        assertThat(mistaken(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 3
                        ? trade(
                                trade,
                                trade.units(),
                                trade.price(),
                                trade.amount().plus(FEN))
                        : event))
                .containsExactly("amount of trade 3 of series U1");
    }

    @Test
    void shouldSeeAWrongFeeOfEitherSide() {
        assertThat(mistaken(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 2
                        ? withFees(
                                trade,
                                trade.buyerFee().plus(FEN),
                                trade.sellerFee().minus(FEN))
                        : event))
                .containsExactly("buyer's fee of trade 2 of series U1", "seller's fee of trade 2 of series U1");
    }

    @Test
    void shouldSeePartsOfLotsAndTicks() {
        assertThat(mistaken(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 3
                        ? trade(trade, 5, cny("24.60"), trade.amount())
                        : event))
                .containsExactly("units of trade 3 of series U1");
        database.rebuild();
        assertThat(mistaken(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 3
                        ? trade(trade, 100, cny("1.23"), trade.amount())
                        : event))
                .contains("price of trade 3 of series U1");
    }

    @Test
    void shouldSeeATradeThatIsOutOfItsOrder() {
        assertThat(mistaken(event ->
                        event instanceof UnitsTraded trade && trade.tradeNumber() == 2 ? withNumber(trade, 4) : event))
                .containsExactly("number of the trade of series U1", "number of the trade of series U1");
    }

    @Test
    void shouldSeeASellerWithoutUnits() {
        assertThat(play(UnitExamples.tradingDay()
                        .with(event -> event instanceof UnitsIssued issue && issue.partyId() == UnitExamples.ADA
                                ? new UnitsIssued(issue.seriesId(), issue.partyId(), 120)
                                : event)))
                .containsExactly("units of party 1 in series 1");
    }

    @Test
    void shouldSeeABuyerWithoutMoney() {
        assertThat(play(UnitExamples.tradingDay()
                        .with(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 1
                                ? withBuyer(trade, UnitExamples.CY)
                                : event)))
                .contains("balance of TRADING{party 3} CNY");
    }

    @Test
    void shouldSeeMoreUnitsThanTheSeriesMayHave() {
        assertThat(mistaken(event -> event instanceof UnitsIssued issue && issue.partyId() == UnitExamples.ADA
                        ? new UnitsIssued(issue.seriesId(), issue.partyId(), 1_970)
                        : event))
                .containsExactly("units of series U1");
    }

    @Test
    void shouldSeeACallOfSeveralPrices() {
        assertThat(mistaken(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 1
                        ? trade(trade, 100, cny("12.30"), cny("1230.00"))
                        : event))
                .contains("price in a call of series U1");
    }

    @Test
    void shouldSeeACallThatTellsOtherThanItsTrades() {
        assertThat(mistaken(event -> event instanceof CallUncrossed call && call.units() > 0
                        ? new CallUncrossed(call.seriesId(), call.session(), cny("12.40"), 140, call.surplus())
                        : event))
                .containsExactly("units of the call of series U1", "price of the call of series U1");
    }

    @Test
    void shouldSeeAnAggressorInACallAndNoneInContinuousTrading() {
        assertThat(mistaken(event ->
                        event instanceof UnitsTraded trade ? withAggressor(trade, other(trade.aggressor())) : event))
                .filteredOn(what -> what.equals("aggressor of series U1"))
                .hasSize(3);
    }

    @Test
    void shouldSeeATradeWhileTheSeriesIsClosed() {
        assertThat(play(UnitExamples.tradingDay()
                        .with(event ->
                                event instanceof SessionStarted started && started.session() == UnitSession.CONTINUOUS
                                        ? new SessionStarted(started.seriesId(), UnitSession.CLOSED, 0)
                                        : event)))
                .contains("aggressor of series U1");
    }

    @Test
    void shouldSeeASeriesThatNobodyOpened() {
        assertThat(play(UnitExamples.tradingDay().without(SeriesOpened.class)))
                .contains("UnitsIssued", "SessionStarted", "UnitsTraded", "CallUncrossed");
    }

    @Test
    void shouldSeeASeriesThatIsOpenedTwice() {
        Tape tape = UnitExamples.tradingDay();
        Event opened = tape.turns().get(3).events().get(0);

        assertThat(play(tape.at("2026-03-04T09:00:00", opened))).containsExactly("series 1");
    }

    @Test
    void shouldSeeFeesOfTheDayThatAreNotThoseOfItsTrades() {
        assertThat(mistaken(event -> event instanceof PaymentDue due && due.kind() == PaymentKind.FEES
                        ? new PaymentDue(due.paymentId(), due.kind(), 0, 0, cny("3.61"), due.dueNanos())
                        : event))
                .contains("payment due: FEES", "payments that wait on FEE_EARNED CNY");
    }

    @Test
    void shouldSeeFeesThatDoNotLeaveAtTheClose() {
        Tape tape = UnitExamples.tradingDay()
                .without(PaymentDue.class)
                .at("2026-03-03T09:00:00", new SessionStarted(UnitExamples.SERIES, UnitSession.PRE_OPEN, 0));

        assertThat(play(tape)).contains("fees of the day before that no payment is due for of series U1");
    }

    @Test
    void shouldSeeFeesThatNoTradeEarned() {
        assertThat(play(UnitExamples.tradingDay().without(UnitsTraded.class))).contains("payment due: FEES");
    }

    @Test
    void shouldSeeATradeOfSeveralCurrenciesAndBookNothingOfIt() {
        Money dollars = Money.ofMinor(4, Currency.USD);

        assertThat(mistaken(event -> event instanceof UnitsTraded trade && trade.tradeNumber() == 3
                        ? withFees(trade, trade.buyerFee(), dollars)
                        : event))
                .contains("trade 3");
        assertThat(books.unitTrades(UnitExamples.SERIES)).hasSize(2);
    }

    @Test
    void shouldSeeARegisterThatDoesNotAddUp() {
        Tape tape = UnitExamples.tradingDay();
        int beforeTheClose = 12;
        try (SettlementProjection projection = new SettlementProjection(database)) {
            tape.play(projection, 1, beforeTheClose);
            projection.commit();
        }
        try (Handle handle = database.jdbi().open()) {
            handle.execute("UPDATE unit_holding SET units = units + 10 WHERE party_id = ?", UnitExamples.BO);
        }

        assertThat(play(tape)).containsExactly("units in the register of series U1");
    }

    private static Aggressor other(Aggressor aggressor) {
        return aggressor == Aggressor.NONE ? Aggressor.BUY : Aggressor.NONE;
    }

    private static UnitsTraded trade(UnitsTraded trade, long units, Money price, Money amount) {
        return copy(
                trade,
                trade.tradeNumber(),
                trade.aggressor(),
                trade.buyerId(),
                units,
                price,
                amount,
                trade.buyerFee(),
                trade.sellerFee());
    }

    private static UnitsTraded withFees(UnitsTraded trade, Money buyerFee, Money sellerFee) {
        return copy(
                trade,
                trade.tradeNumber(),
                trade.aggressor(),
                trade.buyerId(),
                trade.units(),
                trade.price(),
                trade.amount(),
                buyerFee,
                sellerFee);
    }

    private static UnitsTraded withNumber(UnitsTraded trade, long number) {
        return copy(
                trade,
                number,
                trade.aggressor(),
                trade.buyerId(),
                trade.units(),
                trade.price(),
                trade.amount(),
                trade.buyerFee(),
                trade.sellerFee());
    }

    private static UnitsTraded withBuyer(UnitsTraded trade, long buyerId) {
        return copy(
                trade,
                trade.tradeNumber(),
                trade.aggressor(),
                buyerId,
                trade.units(),
                trade.price(),
                trade.amount(),
                trade.buyerFee(),
                trade.sellerFee());
    }

    private static UnitsTraded withAggressor(UnitsTraded trade, Aggressor aggressor) {
        return copy(
                trade,
                trade.tradeNumber(),
                aggressor,
                trade.buyerId(),
                trade.units(),
                trade.price(),
                trade.amount(),
                trade.buyerFee(),
                trade.sellerFee());
    }

    private static UnitsTraded copy(
            UnitsTraded trade,
            long number,
            Aggressor aggressor,
            long buyerId,
            long units,
            Money price,
            Money amount,
            Money buyerFee,
            Money sellerFee) {
        return new UnitsTraded(
                trade.seriesId(),
                number,
                aggressor,
                trade.buyEnteredById(),
                trade.buyOrderNumber(),
                buyerId,
                trade.buyRemaining(),
                trade.sellEnteredById(),
                trade.sellOrderNumber(),
                trade.sellerId(),
                trade.sellRemaining(),
                price,
                units,
                amount,
                buyerFee,
                sellerFee);
    }
}
