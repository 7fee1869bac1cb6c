package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tpx.book.Book;
import org.tpx.book.BookPhase;
import org.tpx.book.NaiveAuction;
import org.tpx.book.NaiveOrderBook;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.engine.unit.UnitModel.Open;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitSession;

/** The naive book of {@link UnitModel}, and what its trades do to money and units. Members of the book are parties. */
final class ModelTrading implements OrderBookListener {

    private record Row(
            long order,
            long member,
            Side side,
            OrderKind kind,
            SelfTrade selfTrade,
            long price,
            long remaining,
            long tag) {}

    private final UnitModel model;
    NaiveOrderBook book = new NaiveOrderBook(this);
    private BookPhase phase = BookPhase.CALL;
    private long trades;
    private long dayFeesMinor;
    private long low = Long.MIN_VALUE;
    private long high = Long.MAX_VALUE;
    private int rejectedTemplate;

    ModelTrading(UnitModel model) {
        this.model = model;
        book.phase(phase);
        if (!model.terms.referencePrice().isNone()) {
            book.referencePrice(
                    model.terms.referencePrice().minor() / model.terms.tick().minor());
        }
    }

    /** Whether orders trade as they enter. */
    void continuous(boolean now) {
        phase = now ? BookPhase.CONTINUOUS : BookPhase.CALL;
        book.phase(phase);
    }

    boolean isOutside(long ticks) {
        return ticks < low || ticks > high;
    }

    void refuse(int templateId, RejectReason reason) {
        model.events.add(new CommandRefused(templateId, reason, model.seriesId));
    }

    void enter(EnterOrder command, ModelParty party, long order, long ticks) {
        long lots = command.units() / model.terms.lotUnits();
        rejectedTemplate = 102;
        model.orders.put(order, new Open(order, party, command, ticks, lots));
        long minimum = (command.minimumUnits() + model.terms.lotUnits() - 1) / model.terms.lotUnits();
        book.enter(order, party.id, command.side(), command.kind(), ticks, lots, minimum, command.selfTrade(), 0);
    }

    void replace(long order, long ticks, long lots) {
        rejectedTemplate = 103;
        book.replace(order, ticks, lots);
    }

    /** Out it goes, whatever the phase. */
    void take(long order) {
        book.phase(BookPhase.CALL);
        book.cancel(order);
        book.phase(phase);
    }

    void beginDay() {
        model.day++;
        long reference = book.referencePrice();
        if (model.terms.bandBps() > 0 && reference != OrderBook.NO_PRICE) {
            long width = reference * model.terms.bandBps() / 10_000;
            low = Math.max(1, reference - width);
            high = reference + width;
        }
    }

    void expire(long closeNanos) {
        for (Row row : rows()) {
            Open open = Objects.requireNonNull(model.orders.get(row.order()));
            boolean over = open.timeInForce == TimeInForce.GOOD_TILL_DATE && open.expiresNanos <= closeNanos;
            if (open.timeInForce == TimeInForce.DAY || over) {
                remove(open, CancelReason.EXPIRED);
            }
        }
    }

    /** The fees of the day, which leave. */
    Money takeFees() {
        Money fees = model.money(dayFeesMinor);
        dayFeesMinor = 0;
        return fees;
    }

    /** Those of a party, or all of whom its agent entered them for. */
    int removeAll(long person, long partyId) {
        int removed = 0;
        for (Row row : rows()) {
            Open open = Objects.requireNonNull(model.orders.get(row.order()));
            if (row.order() >>> 44 == person && (partyId == 0 || open.party.id == partyId)) {
                remove(open, CancelReason.MASS_CANCEL);
                removed++;
            }
        }
        return removed;
    }

    private void remove(Open open, CancelReason reason) {
        List<Row> left = rows();
        left.removeIf(row -> row.order() == open.id);
        rebuild(left);
        cancelled(open.id, open.party.id, open.lots, reason);
    }

    /** Buys above sells: both sides in their order, the one price by brute force. */
    boolean isCrossed() {
        long buy = book.bestPrice(Side.BUY);
        long sell = book.bestPrice(Side.SELL);
        return buy != OrderBook.NO_PRICE && sell != OrderBook.NO_PRICE && buy >= sell;
    }

    void uncross(UnitSession session) {
        List<Row> all = rows();
        List<NaiveAuction.Order> offered = all.stream()
                .map(row -> new NaiveAuction.Order(row.side(), row.price(), row.remaining()))
                .toList();
        NaiveAuction.Outcome outcome = new NaiveAuction(offered).outcome(model.terms.tieBreak(), book.referencePrice());
        if (outcome != null) {
            book.referencePrice(outcome.price());
            rebuild(cross(all, outcome.price(), outcome.volume()));
        }
        long lotUnits = model.terms.lotUnits();
        model.events.add(new UnitEvent.CallUncrossed(
                model.seriesId,
                session,
                outcome == null ? Money.NONE : price(outcome.price()),
                outcome == null ? 0 : outcome.volume() * lotUnits,
                outcome == null ? 0 : outcome.surplus() * lotUnits));
    }

    private List<Row> cross(List<Row> all, long price, long volume) {
        List<Row> buys = new ArrayList<>(
                all.stream().filter(row -> row.side() == Side.BUY).toList());
        List<Row> sells = new ArrayList<>(
                all.stream().filter(row -> row.side() == Side.SELL).toList());
        long open = volume;
        while (open > 0) {
            Row buy = buys.remove(0);
            Row sell = sells.remove(0);
            long lots = Math.min(open, Math.min(buy.remaining(), sell.remaining()));
            open -= lots;
            crossed(
                    buy.order(),
                    buy.member(),
                    sell.order(),
                    sell.member(),
                    price,
                    lots,
                    buy.remaining() - lots,
                    sell.remaining() - lots);
            putBack(buys, buy, lots);
            putBack(sells, sell, lots);
        }
        buys.addAll(sells);
        return buys;
    }

    private static void putBack(List<Row> side, Row row, long lots) {
        if (row.remaining() > lots) {
            side.add(
                    0,
                    new Row(
                            row.order(),
                            row.member(),
                            row.side(),
                            row.kind(),
                            row.selfTrade(),
                            row.price(),
                            row.remaining() - lots,
                            row.tag()));
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        book.forEachOrder((order, member, side, kind, selfTrade, price, remaining, tag) ->
                rows.add(new Row(order, member, side, kind, selfTrade, price, remaining, tag)));
        return rows;
    }

    private void rebuild(List<Row> rows) {
        NaiveOrderBook anew = new NaiveOrderBook(this);
        anew.phase(phase);
        anew.referencePrice(book.referencePrice());
        rows.forEach(row -> ((Book) anew)
                .restore(
                        row.order(),
                        row.member(),
                        row.side(),
                        row.kind(),
                        row.selfTrade(),
                        row.price(),
                        row.remaining(),
                        row.tag()));
        book = anew;
    }

    @Override
    public void rested(long order, long member, Side side, long price, long quantity) {
        Open open = open(order);
        open.lots = quantity;
        model.events.add(new UnitEvent.OrderRested(
                model.seriesId, order >>> 44, number(order), member, side, price(price), units(quantity)));
    }

    @Override
    public void traded(
            long maker,
            long makerMember,
            long taker,
            long takerMember,
            Side takerSide,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining) {
        if (takerSide == Side.BUY) {
            trade(Aggressor.BUY, taker, takerRemaining, maker, makerRemaining, price, quantity);
        } else {
            trade(Aggressor.SELL, maker, makerRemaining, taker, takerRemaining, price, quantity);
        }
    }

    @Override
    public void crossed(
            long buy,
            long buyMember,
            long sell,
            long sellMember,
            long price,
            long quantity,
            long buyRemaining,
            long sellRemaining) {
        trade(Aggressor.NONE, buy, buyRemaining, sell, sellRemaining, price, quantity);
    }

    private void trade(
            Aggressor aggressor,
            long buy,
            long buyRemaining,
            long sell,
            long sellRemaining,
            long price,
            long quantity) {
        ModelParty buyer = open(buy).party;
        ModelParty seller = open(sell).party;
        long amount = units(quantity) * price * model.terms.tick().minor();
        long buyerFee = (amount * model.terms.buyerFeePpm() + 500_000) / 1_000_000;
        long sellerFee = (amount * model.terms.sellerFeePpm() + 500_000) / 1_000_000;
        buyer.cashMinor -= amount + buyerFee;
        seller.cashMinor += amount - sellerFee;
        dayFeesMinor += buyerFee + sellerFee;
        seller.give(model.day, units(quantity));
        buyer.take(model.day, units(quantity));
        left(buy, buyRemaining);
        left(sell, sellRemaining);
        model.events.add(new UnitEvent.UnitsTraded(
                model.seriesId,
                ++trades,
                aggressor,
                buy >>> 44,
                number(buy),
                buyer.id,
                units(buyRemaining),
                sell >>> 44,
                number(sell),
                seller.id,
                units(sellRemaining),
                price(price),
                units(quantity),
                model.money(amount),
                model.money(buyerFee),
                model.money(sellerFee)));
        if (buyer.cashMinor < 0) {
            throw new AssertionError("a buyer has spent more than it had");
        }
    }

    private void left(long order, long remaining) {
        if (remaining == 0) {
            model.orders.remove(order);
        } else {
            open(order).lots = remaining;
        }
    }

    @Override
    public void reduced(long order, long member, long cut, long remaining) {
        open(order).lots = remaining;
        model.events.add(
                new UnitEvent.OrderReduced(model.seriesId, order >>> 44, number(order), units(cut), units(remaining)));
    }

    @Override
    public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
        open(order).lots = quantity;
        open(order).ticks = price;
        model.events.add(new UnitEvent.OrderReplaced(
                model.seriesId, order >>> 44, number(order), price(price), units(quantity), keepsPriority));
    }

    @Override
    public void cancelled(long order, long member, long quantity, CancelReason reason) {
        model.orders.remove(order);
        model.events.add(new UnitEvent.OrderCancelled(
                model.seriesId, order >>> 44, number(order), member, units(quantity), reason));
    }

    @Override
    public void rejected(long order, long member, OrderRejection reason) {
        if (rejectedTemplate == 102) {
            model.orders.remove(order);
        }
        refuse(rejectedTemplate, UnitModel.reason(reason));
    }

    private Open open(long order) {
        return Objects.requireNonNull(model.orders.get(order));
    }

    private Money price(long ticks) {
        return model.money(ticks * model.terms.tick().minor());
    }

    private long units(long lots) {
        return lots * model.terms.lotUnits();
    }

    private static long number(long order) {
        return order & (1L << 44) - 1;
    }
}
