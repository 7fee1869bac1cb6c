package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.List;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitSession;

/** All that is to be seen of one series, and the messages about it. Single-threaded. */
final class SeriesView implements Level3Listener {
    private final long seriesId;
    private final SeriesFacts facts;
    private final Level3 level3;
    private final Level2 level2;
    private final TradeTape tape;

    private UnitSession session = UnitSession.CLOSED;
    private long untilNanos;
    private boolean halted;

    /** Whether the call that ends has begun to trade: its price is fixed, and the book no longer tells it. */
    private boolean uncrossing;

    private DayFigures figures;

    /** What was told last. */
    private Best toldBest = Best.NONE;

    private DayFigures toldFigures;
    private Indication toldIndication = Indication.NONE;

    /** Of the last message. */
    private MarketData.Stamp stamp;

    private long turn;
    private long timeNanos;
    private final List<MarketData> messages = new ArrayList<>();

    SeriesView(UnitEvent.SeriesOpened event, int tapeLength, long sequence, long atNanos) {
        seriesId = event.seriesId();
        facts = SeriesFacts.of(event);
        level2 = new Level2(facts);
        level3 = new Level3(facts, event.terms().tieBreak(), event.terms().referencePrice(), this);
        tape = new TradeTape(tapeLength);
        figures = DayFigures.ofNewSeries(event.terms().referencePrice(), facts.tick());
        toldFigures = figures;
        stamp = new MarketData.Stamp(seriesId, 0, sequence, atNanos);
        beginTurn(sequence, atNanos);
        messages.add(new MarketData.SeriesOpened(next(), facts));
    }

    SeriesFacts facts() {
        return facts;
    }

    /** What follows until {@link #endTurn} is of this turn. */
    void beginTurn(long sequence, long atNanos) {
        turn = sequence;
        timeNanos = atNanos;
    }

    void on(UnitEvent.OrderRested event) {
        level3.on(event);
    }

    void on(UnitEvent.OrderReduced event) {
        level3.on(event);
    }

    void on(UnitEvent.OrderReplaced event) {
        level3.on(event);
    }

    void on(UnitEvent.OrderCancelled event) {
        level3.on(event);
    }

    void on(UnitEvent.UnitsTraded event) {
        level3.on(event);
        uncrossing = event.aggressor() == Aggressor.NONE;
        figures = figures.traded(event.price(), event.units(), event.amount());
        Trade trade = new Trade(event.tradeNumber(), timeNanos, event.price(), event.units(), event.aggressor());
        tape.add(trade);
        messages.add(new MarketData.Traded(next(), trade));
    }

    void on(UnitEvent.CallUncrossed event) {
        uncrossing = false;
        Indication outcome = new Indication(event.price(), event.units(), event.surplus());
        messages.add(new MarketData.CallEnded(next(), event.session(), outcome));
    }

    void on(UnitEvent.SessionStarted event) {
        if (session == UnitSession.CLOSED && event.session() != UnitSession.CLOSED) {
            figures = figures.nextDay();
        }
        if (event.session() == UnitSession.CLOSED) {
            figures = figures.closed();
        }
        uncrossing = false;
        session = event.session();
        untilNanos = event.untilNanos();
        messages.add(new MarketData.SessionChanged(next(), session, untilNanos));
    }

    /** A halt of the series or of the whole market, or the end of it: each series is told when it resumes. */
    void halt(boolean now) {
        if (now != halted) {
            halted = now;
            messages.add(new MarketData.HaltChanged(next(), halted));
        }
    }

    @Override
    public void added(long order, Side side, long price, long units) {
        level2.change(side, price, units, 1);
        messages.add(new MarketData.OrderAdded(next(), new RestingOrder(order, side, facts.price(price), units)));
    }

    @Override
    public void executed(long order, Side side, long price, long trade, long units, long remaining) {
        level2.change(side, price, -units, remaining == 0 ? -1 : 0);
        messages.add(new MarketData.OrderExecuted(next(), order, trade, units, remaining));
    }

    @Override
    public void reduced(long order, Side side, long price, long units, long remaining) {
        level2.change(side, price, -units, 0);
        messages.add(new MarketData.OrderReduced(next(), order, remaining));
    }

    @Override
    public void removed(long order, Side side, long price, long units) {
        level2.change(side, price, -units, -1);
        messages.add(new MarketData.OrderRemoved(next(), order));
    }

    /** Adds what the turn changed, and hands over its messages; none where nothing of it is to be seen. */
    List<MarketData> endTurn() {
        level2.takeChanges((side, level) -> messages.add(new MarketData.LevelChanged(next(), side, level)));
        Best best = level2.best();
        if (!best.equals(toldBest)) {
            toldBest = best;
            messages.add(new MarketData.BestChanged(next(), best));
        }
        if (!figures.equals(toldFigures)) {
            toldFigures = figures;
            messages.add(new MarketData.FiguresChanged(next(), figures));
        }
        Indication indication = isCallRunning() ? level3.indication() : Indication.NONE;
        if (!indication.equals(toldIndication)) {
            toldIndication = indication;
            messages.add(new MarketData.IndicationChanged(next(), indication));
        }
        List<MarketData> told = List.copyOf(messages);
        messages.clear();
        return told;
    }

    private boolean isCallRunning() {
        boolean call = session != UnitSession.CLOSED && session != UnitSession.CONTINUOUS;
        return call && !halted && !uncrossing;
    }

    /** All that is to be seen after the last turn. */
    MarketData.Snapshot snapshot() {
        List<RestingOrder> orders = new ArrayList<>();
        level3.forEachOrder(
                (order, side, price, units) -> orders.add(new RestingOrder(order, side, facts.price(price), units)));
        return new MarketData.Snapshot(
                stamp,
                facts,
                new Level1(toldBest, toldFigures, session, untilNanos, halted, toldIndication),
                level2.levels(Side.BUY, Integer.MAX_VALUE),
                level2.levels(Side.SELL, Integer.MAX_VALUE),
                orders,
                tape.trades());
    }

    private MarketData.Stamp next() {
        stamp = new MarketData.Stamp(seriesId, stamp.number() + 1, turn, timeNanos);
        return stamp;
    }
}
