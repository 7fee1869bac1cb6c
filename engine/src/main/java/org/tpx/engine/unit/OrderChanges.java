package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.book.BookPhase;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderRejection;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Side;
import org.tpx.protocol.UnitSession;
import org.tpx.wire.CancelOrderFlyweight;
import org.tpx.wire.ReduceOrderFlyweight;
import org.tpx.wire.ReplaceOrderFlyweight;

/**
 * What becomes of orders that rest: an agent of the member that entered one replaces, reduces or cancels it. Hot path:
 * allocates nothing after warm-up.
 */
public final class OrderChanges {

    private final Access access;
    private final SeriesRegister register;
    private final OrderCover cover;
    private final OrderEntry entry;

    OrderChanges(Access access, SeriesRegister register, OrderCover cover, OrderEntry entry) {
        this.access = access;
        this.register = register;
        this.cover = cover;
        this.entry = entry;
    }

    /** Causes OrderCancelled; also while the series is closed or halted. */
    public void cancel(Turn turn, CancelOrderFlyweight command) {
        long enteredById = enteredById(turn, command.enteredById());
        long order = OrderNames.of(enteredById, command.orderNumber());
        Series series = register.find(command.seriesId());
        RejectReason reason = access.agentOf(turn, ownerOf(command.enteredById()), false);
        if (reason == null
                && series != null
                && !OrderNames.isNamed(turn)
                && series.book().side(order) != null) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || series == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, series == null ? 0 : series.id());
            return;
        }
        if (register.isHalted(series)) {
            letGo(series.book());
        }
        series.bookEvents().begin();
        series.book().cancel(order);
        refuseRejected(turn, series);
    }

    /** Causes OrderReduced, or OrderCancelled where nothing is left. */
    public void reduce(Turn turn, ReduceOrderFlyweight command) {
        long enteredById = enteredById(turn, command.enteredById());
        long order = OrderNames.of(enteredById, command.orderNumber());
        Series series = register.find(command.seriesId());
        RejectReason reason = access.agentOf(turn, ownerOf(command.enteredById()), false);
        if (reason == null) {
            reason =
                    refusalOfState(turn, series, series != null && series.book().side(order) != null);
        }
        if (reason == null && series != null && series.reckoning().lots(command.units()) == Reckoning.NOT_WHOLE) {
            reason = RejectReason.BAD_LOT;
        }
        if (reason != null || series == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, series == null ? 0 : series.id());
            return;
        }
        series.bookEvents().begin();
        series.book().reduce(order, series.reckoning().lots(command.units()));
        refuseRejected(turn, series);
    }

    /** Causes OrderReplaced, and what follows where the order enters anew. */
    public void replace(Turn turn, ReplaceOrderFlyweight command) {
        long enteredById = enteredById(turn, command.enteredById());
        long order = OrderNames.of(enteredById, command.orderNumber());
        Series series = register.find(command.seriesId());
        Side side = series == null ? null : series.book().side(order);
        RejectReason reason = refusalOfSender(turn, series, side, command.enteredById(), order);
        if (reason == null) {
            reason = refusalOfState(turn, series, side != null);
        }
        if (reason == null && series != null) {
            reason = refusalOfForm(series, command);
        }
        if (reason != null || series == null || side == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, series == null ? 0 : series.id());
            return;
        }
        replace(turn, series, order, side, command);
    }

    private void replace(Turn turn, Series series, long order, Side side, ReplaceOrderFlyweight command) {
        OrderBook book = series.book();
        Holding holding = series.holders().get(book.member(order));
        long lots = series.reckoning().lots(command.units());
        long ticks = series.reckoning().ticks(command.priceMinor());
        long restingTicks = book.price(order);
        long restingLots = book.remaining(order);
        boolean entersAnew = ticks != restingTicks || lots > restingLots;
        long moreBlocked = OrderCover.blocked(series, side, lots, ticks)
                - OrderCover.blocked(series, side, restingLots, restingTicks);
        RejectReason reason = cover.refusalOfChange(series, holding, side, moreBlocked, entersAnew);
        if (reason != null) {
            turn.refuse(reason, series.id());
            return;
        }
        series.bookEvents().beginReplacing(side, moreBlocked);
        if (!book.replace(order, ticks, lots)) {
            entry.matchLater(series);
        }
        refuseRejected(turn, series);
    }

    private @Nullable RejectReason refusalOfSender(
            Turn turn, @Nullable Series series, @Nullable Side side, long enteredById, long order) {
        RejectReason reason = access.agentOf(turn, ownerOf(enteredById), true);
        if (reason == RejectReason.NO_MANDATE || series == null || side == null) {
            return reason;
        }
        long partyId = series.holders().get(series.book().member(order)).partyId();
        return access.agent(turn, partyId, side == Side.BUY ? MandateScope.BUY : MandateScope.SELL, true);
    }

    private @Nullable RejectReason refusalOfState(Turn turn, @Nullable Series series, boolean rests) {
        if (series == null || !rests) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!OrderNames.isNamed(turn)) {
            return RejectReason.NOT_ALLOWED;
        }
        if (register.isHalted(series)) {
            return RejectReason.HALTED;
        }
        if (series.session() == UnitSession.CLOSED) {
            return RejectReason.SESSION_CLOSED;
        }
        return series.book().phase() == BookPhase.CALL_NO_CANCEL ? RejectReason.NO_CANCEL : null;
    }

    private static @Nullable RejectReason refusalOfForm(Series series, ReplaceOrderFlyweight command) {
        if (command.currency() != series.currency()) {
            return RejectReason.CURRENCY;
        }
        if (series.reckoning().lots(command.units()) == Reckoning.NOT_WHOLE) {
            return RejectReason.BAD_LOT;
        }
        long ticks = series.reckoning().ticks(command.priceMinor());
        if (ticks == Reckoning.NOT_WHOLE) {
            return RejectReason.BAD_TICK;
        }
        return OrderEntry.isWithinBands(series.book(), ticks) ? null : RejectReason.PRICE_BAND;
    }

    private static void refuseRejected(Turn turn, Series series) {
        OrderRejection rejection = series.bookEvents().rejection();
        if (rejection != null) {
            turn.refuse(OrderEntry.reason(rejection), series.id());
        }
    }

    /** A halted call keeps nobody. */
    static void letGo(OrderBook book) {
        if (book.phase() == BookPhase.CALL_NO_CANCEL) {
            book.phase(BookPhase.CALL);
        }
    }

    /** The member whose agent entered the order; 0 for the sender's own. */
    private long ownerOf(long enteredById) {
        return enteredById == 0 ? 0 : access.memberOf(enteredById);
    }

    private static long enteredById(Turn turn, long given) {
        return given == 0 ? turn.principalId() : given;
    }
}
