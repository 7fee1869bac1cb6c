package org.tpx.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** The reference: the rules of {@link OrderBook} in the most obvious code, with no thought of speed. */
public final class NaiveOrderBook implements Book {

    private static final class Order {
        long id;
        long member;
        Side side;
        OrderKind kind;
        long price;
        long remaining;
        SelfTrade selfTrade;
        long tag;

        Order(long id, long member, Side side, OrderKind kind, long price, long remaining, SelfTrade stp, long tag) {
            this.id = id;
            this.member = member;
            this.side = side;
            this.kind = kind;
            this.price = price;
            this.remaining = remaining;
            this.selfTrade = stp;
            this.tag = tag;
        }

        boolean isMarket() {
            return price == OrderBook.MARKET;
        }
    }

    private final OrderBookListener listener;
    private final Map<Long, Order> orders = new HashMap<>();
    private final List<Order> marketBuys = new ArrayList<>();
    private final List<Order> marketSells = new ArrayList<>();
    private final TreeMap<Long, List<Order>> limitBuys = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, List<Order>> limitSells = new TreeMap<>();
    private BookPhase phase = BookPhase.CONTINUOUS;
    private long low = OrderBook.MARKET + 1;
    private long high = OrderBook.NO_PRICE - 1;
    private long reference = OrderBook.NO_PRICE;
    private int tradesPerStep = Integer.MAX_VALUE;
    private @Nullable Order pending;

    public NaiveOrderBook(OrderBookListener listener) {
        this.listener = listener;
    }

    private List<Order> markets(Side side) {
        return side == Side.BUY ? marketBuys : marketSells;
    }

    private SortedMap<Long, List<Order>> limits(Side side) {
        return side == Side.BUY ? limitBuys : limitSells;
    }

    private List<Order> bestLevel(Side side) {
        return limits(side).values().iterator().next();
    }

    @Override
    public boolean enter(
            long id,
            long member,
            Side side,
            OrderKind kind,
            long price,
            long quantity,
            long minimum,
            SelfTrade selfTrade,
            long tag) {
        if (orders.containsKey(id)) {
            listener.rejected(id, member, OrderRejection.DUPLICATE_ORDER);
            return true;
        }
        long limit = kind == OrderKind.MARKET_TO_LIMIT ? bestPrice(side.opposite()) : price;
        Order order = new Order(id, member, side, kind, limit, quantity, selfTrade, tag);
        OrderRejection rejection = rejection(order, minimum, false);
        if (rejection != null) {
            listener.rejected(id, member, rejection);
            return true;
        }
        return match(order);
    }

    private @Nullable OrderRejection rejection(Order order, long minimum, boolean replaced) {
        boolean continuous = phase == BookPhase.CONTINUOUS;
        Side opposite = order.side.opposite();
        if (!continuous && !replaced && (order.kind != OrderKind.LIMIT || minimum != 0)) {
            return OrderRejection.NOT_IN_CALL;
        }
        if (order.remaining < 1
                || order.remaining > OrderBook.MAX_QUANTITY
                || minimum < 0
                || minimum > order.remaining) {
            return OrderRejection.INVALID_QUANTITY;
        }
        if (order.kind == OrderKind.MARKET_TO_LIMIT
                && (limits(opposite).isEmpty() || !markets(opposite).isEmpty())) {
            return OrderRejection.NO_LIMIT_OPPOSITE;
        }
        if (order.price == OrderBook.NO_PRICE || (order.isMarket() && order.kind == OrderKind.POST_ONLY)) {
            return OrderRejection.INVALID_PRICE;
        }
        if (!order.isMarket() && (order.price < low || order.price > high)) {
            return OrderRejection.PRICE_BAND;
        }
        if (!continuous) {
            return null;
        }
        if (order.isMarket()
                && !markets(opposite).isEmpty()
                && limits(opposite).isEmpty()
                && reference == OrderBook.NO_PRICE) {
            return OrderRejection.NO_REFERENCE_PRICE;
        }
        List<Order> reachable = reachable(order);
        if (order.kind == OrderKind.POST_ONLY && !reachable.isEmpty()) {
            return OrderRejection.WOULD_TRADE;
        }
        long fillable = 0;
        for (Order maker : reachable) {
            if (maker.member != order.member || order.selfTrade == SelfTrade.ALLOW) {
                fillable += maker.remaining;
            } else if (order.selfTrade != SelfTrade.CANCEL_OLDEST) {
                break;
            }
        }
        if (order.kind == OrderKind.FILL_OR_KILL) {
            return fillable < order.remaining ? OrderRejection.NOT_FILLABLE : null;
        }
        return fillable < minimum ? OrderRejection.BELOW_MINIMUM : null;
    }

    /** The other side's orders that this one may trade with, the first first. */
    private List<Order> reachable(Order order) {
        List<Order> reachable = new ArrayList<>(markets(order.side.opposite()));
        for (List<Order> level : limits(order.side.opposite()).values()) {
            if (!reaches(order, level.get(0).price)) {
                break;
            }
            reachable.addAll(level);
        }
        return reachable;
    }

    private boolean reaches(Order order, long price) {
        long limit = !order.isMarket() ? order.price : order.side == Side.BUY ? high : low;
        return order.side == Side.BUY ? price <= limit : price >= limit;
    }

    private @Nullable Order firstFor(Order order) {
        Side opposite = order.side.opposite();
        if (!markets(opposite).isEmpty()) {
            return markets(opposite).get(0);
        }
        if (limits(opposite).isEmpty()) {
            return null;
        }
        Order first = bestLevel(opposite).get(0);
        return reaches(order, first.price) ? first : null;
    }

    private boolean match(Order order) {
        pending = null;
        int trades = 0;
        Order maker;
        while (phase == BookPhase.CONTINUOUS && order.remaining > 0 && (maker = firstFor(order)) != null) {
            if (trades++ == tradesPerStep) {
                pending = order;
                return false;
            }
            if (maker.member == order.member && order.selfTrade != SelfTrade.ALLOW) {
                if (order.selfTrade != SelfTrade.CANCEL_NEWEST) {
                    takeOut(maker);
                    listener.cancelled(maker.id, maker.member, maker.remaining, CancelReason.SELF_TRADE);
                }
                if (order.selfTrade != SelfTrade.CANCEL_OLDEST) {
                    listener.cancelled(order.id, order.member, order.remaining, CancelReason.SELF_TRADE);
                    return true;
                }
                continue;
            }
            trade(maker, order);
        }
        finish(order);
        return true;
    }

    private void trade(Order maker, Order taker) {
        long price = maker.isMarket() ? marketPrice(maker.side, taker) : maker.price;
        long quantity = Math.min(maker.remaining, taker.remaining);
        maker.remaining -= quantity;
        taker.remaining -= quantity;
        if (maker.remaining == 0) {
            takeOut(maker);
        }
        reference = price;
        listener.traded(
                maker.id,
                maker.member,
                taker.id,
                taker.member,
                taker.side,
                price,
                quantity,
                maker.remaining,
                taker.remaining);
    }

    private long marketPrice(Side makerSide, Order taker) {
        List<Long> candidates = new ArrayList<>();
        if (reference != OrderBook.NO_PRICE) {
            candidates.add(reference);
        }
        if (!limits(makerSide).isEmpty()) {
            candidates.add(limits(makerSide).firstKey());
        }
        if (!taker.isMarket()) {
            candidates.add(taker.price);
        }
        Comparator<Long> natural = Comparator.naturalOrder();
        long price = candidates.stream()
                .max(makerSide == Side.BUY ? natural : natural.reversed())
                .orElseThrow();
        return Math.max(low, Math.min(high, price));
    }

    private void finish(Order order) {
        if (order.remaining == 0) {
            return;
        }
        if (order.kind == OrderKind.IMMEDIATE_OR_CANCEL) {
            listener.cancelled(order.id, order.member, order.remaining, CancelReason.NOT_IMMEDIATE);
            return;
        }
        Side opposite = order.side.opposite();
        boolean oppositeRests =
                !markets(opposite).isEmpty() || !limits(opposite).isEmpty();
        if (order.isMarket() && phase == BookPhase.CONTINUOUS && oppositeRests) {
            listener.cancelled(order.id, order.member, order.remaining, CancelReason.PRICE_BAND);
            return;
        }
        putIn(order);
        listener.rested(order.id, order.member, order.side, order.price, order.remaining);
    }

    private void putIn(Order order) {
        if (order.kind != OrderKind.POST_ONLY) {
            order.kind = OrderKind.LIMIT;
        }
        orders.put(order.id, order);
        if (order.isMarket()) {
            markets(order.side).add(order);
        } else {
            limits(order.side)
                    .computeIfAbsent(order.price, price -> new ArrayList<>())
                    .add(order);
        }
    }

    private void takeOut(Order order) {
        orders.remove(order.id);
        if (order.isMarket()) {
            markets(order.side).remove(order);
            return;
        }
        List<Order> level = Objects.requireNonNull(limits(order.side).get(order.price));
        level.remove(order);
        if (level.isEmpty()) {
            limits(order.side).remove(order.price);
        }
    }

    private @Nullable Order resting(long id) {
        Order order = orders.get(id);
        if (order == null) {
            listener.rejected(id, 0, OrderRejection.UNKNOWN_ORDER);
            return null;
        }
        if (phase == BookPhase.CALL_NO_CANCEL) {
            listener.rejected(id, order.member, OrderRejection.NO_CANCEL_PHASE);
            return null;
        }
        return order;
    }

    @Override
    public void cancel(long id) {
        Order order = resting(id);
        if (order != null) {
            takeOut(order);
            listener.cancelled(id, order.member, order.remaining, CancelReason.REQUESTED);
        }
    }

    @Override
    public void reduce(long id, long quantity) {
        Order order = resting(id);
        if (order == null) {
            return;
        }
        if (quantity < 1) {
            listener.rejected(id, order.member, OrderRejection.INVALID_QUANTITY);
        } else if (quantity >= order.remaining) {
            takeOut(order);
            listener.cancelled(id, order.member, order.remaining, CancelReason.REQUESTED);
        } else {
            order.remaining -= quantity;
            listener.reduced(id, order.member, quantity, order.remaining);
        }
    }

    @Override
    public boolean replace(long id, long price, long quantity) {
        Order order = resting(id);
        if (order == null) {
            return true;
        }
        if (price == order.price && quantity <= order.remaining) {
            if (quantity < 1) {
                listener.rejected(id, order.member, OrderRejection.INVALID_QUANTITY);
                return true;
            }
            order.remaining = quantity;
            listener.replaced(id, order.member, price, quantity, true);
            return true;
        }
        Order anew = new Order(id, order.member, order.side, order.kind, price, quantity, order.selfTrade, order.tag);
        OrderRejection rejection = rejection(anew, 0, true);
        if (rejection != null) {
            listener.rejected(id, order.member, rejection);
            return true;
        }
        takeOut(order);
        listener.replaced(id, order.member, price, quantity, false);
        return match(anew);
    }

    @Override
    public void massCancel(Selection selection, int ordersPerStep) {
        Predicate<Order> selected =
                switch (selection.what()) {
                    case "member" -> order -> order.member == selection.member();
                    case "tag" -> order -> (order.tag & selection.mask()) == selection.value();
                    case "member and tag" ->
                        order -> order.member == selection.member()
                                && (order.tag & selection.mask()) == selection.value();
                    case "expired" -> order -> (order.tag & selection.mask()) <= selection.value();
                    case "outside" -> order -> !order.isMarket() && (order.price < low || order.price > high);
                    default -> order -> true;
                };
        boolean expired = selection.what().equals("expired");
        CancelReason reason = expired ? CancelReason.EXPIRED : CancelReason.MASS_CANCEL;
        for (Order order : inOrder()) {
            if (selected.test(order)) {
                takeOut(order);
                listener.cancelled(order.id, order.member, order.remaining, reason);
            }
        }
    }

    private List<Order> inOrder() {
        List<Order> all = new ArrayList<>();
        for (Side side : Side.values()) {
            all.addAll(markets(side));
            limits(side).values().forEach(all::addAll);
        }
        return all;
    }

    @Override
    public boolean proceed() {
        if (pending == null) {
            throw new IllegalStateException();
        }
        return match(pending);
    }

    @Override
    public void tradesPerStep(int trades) {
        tradesPerStep = trades;
    }

    @Override
    public void phase(BookPhase next) {
        phase = next;
    }

    @Override
    public void bands(long newLow, long newHigh) {
        low = newLow;
        high = newHigh;
    }

    @Override
    public void referencePrice(long price) {
        reference = price;
    }

    @Override
    public long referencePrice() {
        return reference;
    }

    @Override
    public int size() {
        return orders.size();
    }

    @Override
    public long bestPrice(Side side) {
        return limits(side).isEmpty() ? OrderBook.NO_PRICE : limits(side).firstKey();
    }

    @Override
    public long bestQuantity(Side side) {
        return limits(side).isEmpty() ? 0 : sum(bestLevel(side));
    }

    @Override
    public long marketQuantity(Side side) {
        return sum(markets(side));
    }

    private static long sum(List<Order> level) {
        return level.stream().mapToLong(order -> order.remaining).sum();
    }

    @Override
    public int depth(Side side, long[] prices, long[] quantities, int[] counts) {
        List<List<Order>> levels = new ArrayList<>();
        if (!markets(side).isEmpty()) {
            levels.add(markets(side));
        }
        levels.addAll(limits(side).values());
        int shown = Math.min(levels.size(), prices.length);
        for (int i = 0; i < shown; i++) {
            prices[i] = levels.get(i).get(0).price;
            quantities[i] = sum(levels.get(i));
            counts[i] = levels.get(i).size();
        }
        return shown;
    }

    @Override
    public long remaining(long id) {
        Order order = orders.get(id);
        return order == null ? 0 : order.remaining;
    }

    @Override
    public long price(long id) {
        Order order = orders.get(id);
        return order == null ? OrderBook.NO_PRICE : order.price;
    }

    @Override
    public void forEachOrder(OrderVisitor visitor) {
        for (Order order : inOrder()) {
            visitor.order(
                    order.id,
                    order.member,
                    order.side,
                    order.kind,
                    order.selfTrade,
                    order.price,
                    order.remaining,
                    order.tag);
        }
    }

    @Override
    public void restore(
            long id,
            long member,
            Side side,
            OrderKind kind,
            SelfTrade selfTrade,
            long price,
            long remaining,
            long tag) {
        putIn(new Order(id, member, side, kind, price, remaining, selfTrade, tag));
    }
}
