package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.book.BookPhase;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderRejection;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Currency;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitSession;
import org.tpx.wire.EnterOrderFlyweight;

/**
 * The one path that every order takes into a book. Hot path: one lookup each of the sender's mandate, the series and the
 * holding, comparisons of longs, and what the book does; allocates nothing after warm-up, but for a party's first order in a
 * series.
 */
public final class OrderEntry {

    private final Access access;
    private final SeriesRegister register;
    private final OrderCover cover;
    private final Backlog backlog;
    private final int matchingWork;

    OrderEntry(Access access, SeriesRegister register, OrderCover cover, Backlog backlog) {
        this.access = access;
        this.register = register;
        this.cover = cover;
        this.backlog = backlog;
        matchingWork = backlog.register(this::matchOn);
    }

    /**
     * Causes UnitsTraded (and OrderCancelled by self-trade prevention) as the order meets others, then OrderRested or
     * OrderCancelled for what is left of it. What does not fit into the turn goes on in the next.
     */
    public void enter(Turn turn, EnterOrderFlyweight order) {
        Side side = order.side();
        Series series = register.find(order.seriesId());
        MandateScope scope = side == Side.BUY ? MandateScope.BUY : MandateScope.SELL;
        RejectReason reason = access.agent(turn, order.partyId(), scope, true);
        long memberId = access.memberOf(turn.principalId());
        if (reason == null) {
            reason = refusalOfState(turn, series, order, memberId);
        }
        if (reason != null || series == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, series == null ? 0 : series.id());
            return;
        }
        Reckoning reckoning = series.reckoning();
        long lots = reckoning.lots(order.units());
        boolean marketToLimit = order.kind() == OrderKind.MARKET_TO_LIMIT;
        long ticks = marketToLimit ? series.book().bestPrice(side.opposite()) : reckoning.ticks(order.priceMinor());
        reason = refusalOfForm(turn, series, order, lots, ticks);
        if (reason == null) {
            reason = cover.refusal(series, order.partyId(), side, lots, ticks);
        }
        if (reason == null && ticks == OrderBook.NO_PRICE) {
            reason = order.minimumUnits() > 0 ? RejectReason.NOT_FILLABLE : RejectReason.NO_LIMIT_OPPOSITE;
        }
        if (reason != null) {
            turn.refuse(reason, series.id());
            return;
        }
        enter(turn, series, order, side, lots, ticks, memberId);
    }

    /** Goes on with an order that met more others than fit into a turn. */
    void matchLater(Series series) {
        backlog.add(matchingWork, series.id());
    }

    private void enter(
            Turn turn, Series series, EnterOrderFlyweight order, Side side, long lots, long ticks, long memberId) {
        Holding holding = series.holders().of(order.partyId());
        cover.block(series, holding, side, lots, ticks);
        series.bookEvents().begin();
        boolean done = series.book()
                .enter(
                        OrderNames.of(turn.principalId(), turn.clientId()),
                        holding.number(),
                        side,
                        order.kind(),
                        ticks,
                        lots,
                        series.reckoning().lotsFor(order.minimumUnits()),
                        order.selfTrade(),
                        OrderTags.of(memberId, order.timeInForce(), order.expiresNanos()));
        OrderRejection rejection = series.bookEvents().rejection();
        if (rejection != null) {
            cover.release(series, holding, side, lots, ticks);
            turn.refuse(reason(rejection), series.id());
        } else if (!done) {
            matchLater(series);
        }
    }

    private long matchOn(Turn turn, long seriesId, long cursor) {
        return register.get(seriesId).book().proceed() ? Backlog.DONE : cursor;
    }

    private @Nullable RejectReason refusalOfState(
            Turn turn, @Nullable Series series, EnterOrderFlyweight order, long memberId) {
        if (series == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!OrderNames.isNamed(turn) || memberId > OrderTags.MEMBER_MASK) {
            return RejectReason.NOT_ALLOWED;
        }
        if (!series.policy().call() && !series.policy().continuous()) {
            return RejectReason.VENUE_POLICY;
        }
        if (register.isHalted(series)) {
            return RejectReason.HALTED;
        }
        return isTaken(series, order) ? null : RejectReason.SESSION_CLOSED;
    }

    // A call only collects: what must trade at once, or must not, has no place in it.
    private static boolean isTaken(Series series, EnterOrderFlyweight order) {
        if (series.session() == UnitSession.CLOSED) {
            return false;
        }
        return series.book().phase() == BookPhase.CONTINUOUS
                || (order.kind() == OrderKind.LIMIT && order.minimumUnits() == 0);
    }

    private static @Nullable RejectReason refusalOfForm(
            Turn turn, Series series, EnterOrderFlyweight order, long lots, long ticks) {
        boolean priced = order.currency() != Currency.XXX;
        if (priced && order.currency() != series.currency()) {
            return RejectReason.CURRENCY;
        }
        if (lots == Reckoning.NOT_WHOLE || order.minimumUnits() > order.units() || order.minimumUnits() < 0) {
            return RejectReason.BAD_LOT;
        }
        boolean marketToLimit = order.kind() == OrderKind.MARKET_TO_LIMIT;
        if (marketToLimit == priced || ticks == Reckoning.NOT_WHOLE) {
            return RejectReason.BAD_TICK;
        }
        boolean dated = order.timeInForce() == TimeInForce.GOOD_TILL_DATE;
        if (dated ? order.expiresNanos() <= turn.timeNanos() : order.expiresNanos() != 0) {
            return RejectReason.BAD_EXPIRY;
        }
        return ticks == OrderBook.NO_PRICE || isWithinBands(series.book(), ticks) ? null : RejectReason.PRICE_BAND;
    }

    /** Whether a limit lies within the bands of the day. */
    static boolean isWithinBands(OrderBook book, long ticks) {
        return book.bandLow() <= ticks && ticks <= book.bandHigh();
    }

    /** What the book's rejection is to the sender. */
    static RejectReason reason(OrderRejection rejection) {
        return switch (rejection) {
            case UNKNOWN_ORDER -> RejectReason.UNKNOWN_SUBJECT;
            case NO_CANCEL_PHASE -> RejectReason.NO_CANCEL;
            case NOT_IN_CALL -> RejectReason.SESSION_CLOSED;
            case INVALID_QUANTITY -> RejectReason.BAD_LOT;
            case INVALID_PRICE -> RejectReason.BAD_TICK;
            case PRICE_BAND -> RejectReason.PRICE_BAND;
            case NO_LIMIT_OPPOSITE, NO_REFERENCE_PRICE -> RejectReason.NO_LIMIT_OPPOSITE;
            case WOULD_TRADE -> RejectReason.WOULD_TRADE;
            case NOT_FILLABLE, BELOW_MINIMUM -> RejectReason.NOT_FILLABLE;
            case BOOK_FULL -> RejectReason.BOOK_FULL;
            case DUPLICATE_ORDER -> RejectReason.NOT_ALLOWED;
        };
    }
}
