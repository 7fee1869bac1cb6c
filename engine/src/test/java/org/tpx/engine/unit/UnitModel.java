package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderRejection;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/**
 * The rules of one series in the most obvious code, with no thought of speed: everything blocked is added up anew from the open
 * orders whenever it is asked for. Says of each command which events it must cause.
 */
final class UnitModel {

    /** An order that is open. */
    static final class Open {
        final long id;
        final ModelParty party;
        final Side side;
        final TimeInForce timeInForce;
        final long expiresNanos;
        long ticks;
        long lots;

        Open(long id, ModelParty party, EnterOrder command, long ticks, long lots) {
            this.id = id;
            this.party = party;
            side = command.side();
            timeInForce = command.timeInForce();
            expiresNanos = command.expiresNanos();
            this.ticks = ticks;
            this.lots = lots;
        }
    }

    final long seriesId;
    final SeriesTerms terms;
    final VenuePolicy policy;
    final Map<Long, ModelParty> parties = new LinkedHashMap<>();
    final Map<Long, Open> orders = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();
    final ModelTrading trading;
    UnitSession session = UnitSession.CLOSED;
    boolean halted;
    boolean marketHalted;
    long day;

    UnitModel(long seriesId, SeriesTerms terms, VenuePolicy policy) {
        this.seriesId = seriesId;
        this.terms = terms;
        this.policy = policy;
        trading = new ModelTrading(this);
    }

    ModelParty party(long partyId) {
        return Objects.requireNonNull(parties.get(partyId));
    }

    boolean isHalted() {
        return halted || marketHalted;
    }

    long blockedMinor(ModelParty party) {
        return orders.values().stream()
                .filter(order -> order.party == party && order.side == Side.BUY)
                .mapToLong(order -> coverMinor(order.lots, order.ticks))
                .sum();
    }

    long blockedUnits(ModelParty party) {
        return orders.values().stream()
                .filter(order -> order.party == party && order.side == Side.SELL)
                .mapToLong(order -> order.lots * terms.lotUnits())
                .sum();
    }

    /** Each lot is covered at the limit, its fee rounded up. */
    long coverMinor(long lots, long ticks) {
        long lotMinor = terms.lotUnits() * terms.tick().minor() * ticks;
        return lots * (lotMinor + (lotMinor * terms.buyerFeePpm() + 999_999) / 1_000_000);
    }

    long seats() {
        return parties.values().stream()
                .filter(this::isSeated)
                .mapToLong(party -> party.weight)
                .sum();
    }

    boolean isSeated(ModelParty party) {
        return party.units() > 0
                || orders.values().stream().anyMatch(order -> order.party == party && order.side == Side.BUY);
    }

    void enter(EnterOrder command, long person, long number, long nowNanos) {
        ModelParty party = party(command.partyId());
        boolean marketToLimit = command.kind() == OrderKind.MARKET_TO_LIMIT;
        long ticks = marketToLimit
                ? trading.book.bestPrice(command.side().opposite())
                : command.price().minor() / terms.tick().minor();
        RejectReason reason = refusal(command, nowNanos);
        if (reason == null) {
            reason = refusal(command, party, ticks);
        }
        if (reason != null) {
            trading.refuse(102, reason);
            return;
        }
        trading.enter(command, party, person << 44 | number, ticks);
    }

    void replace(ReplaceOrder command, long order) {
        Open open = orders.get(order);
        RejectReason reason = refusalOfChange(open);
        if (reason == null && command.price().currency() != terms.currency()) {
            reason = RejectReason.CURRENCY;
        }
        if (reason == null && command.units() % terms.lotUnits() != 0) {
            reason = RejectReason.BAD_LOT;
        }
        if (reason == null && command.price().minor() % terms.tick().minor() != 0) {
            reason = RejectReason.BAD_TICK;
        }
        long ticks = command.price().minor() / terms.tick().minor();
        long lots = command.units() / terms.lotUnits();
        if (reason == null && trading.isOutside(ticks)) {
            reason = RejectReason.PRICE_BAND;
        }
        if (reason == null && open != null) {
            reason = refusalOfCover(open, ticks, lots);
        }
        if (reason != null) {
            trading.refuse(103, reason);
        } else {
            trading.replace(order, ticks, lots);
        }
    }

    void reduce(UnitCommand.ReduceOrder command, long order) {
        RejectReason reason = refusalOfChange(orders.get(order));
        if (reason == null && command.units() % terms.lotUnits() != 0) {
            reason = RejectReason.BAD_LOT;
        }
        if (reason != null) {
            trading.refuse(104, reason);
        } else {
            trading.book.reduce(order, command.units() / terms.lotUnits());
        }
    }

    void cancel(long order) {
        RejectReason reason =
                orders.get(order) == null ? RejectReason.UNKNOWN_SUBJECT : isHeld() ? RejectReason.NO_CANCEL : null;
        if (reason != null) {
            trading.refuse(105, reason);
        } else {
            trading.take(order);
        }
    }

    /** Whether orders must stay until the call is over. */
    boolean isHeld() {
        boolean call = session == UnitSession.OPENING_CALL || session == UnitSession.CLOSING_CALL;
        return call && !isHalted();
    }

    private @Nullable RejectReason refusalOfChange(@Nullable Open open) {
        if (open == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (isHalted()) {
            return RejectReason.HALTED;
        }
        if (session == UnitSession.CLOSED) {
            return RejectReason.SESSION_CLOSED;
        }
        return isHeld() ? RejectReason.NO_CANCEL : null;
    }

    private @Nullable RejectReason refusalOfCover(Open open, long ticks, long lots) {
        if (open.side == Side.SELL) {
            long more = (lots - open.lots) * terms.lotUnits();
            return more <= 0 ? null : refusalOfSale(open.party, more);
        }
        long more = coverMinor(lots, ticks) - coverMinor(open.lots, open.ticks);
        if (open.party.cashMinor - blockedMinor(open.party) < more) {
            return RejectReason.CREDIT;
        }
        boolean anew = ticks != open.ticks || lots > open.lots;
        return anew && day < open.party.lastSaleDay + policy.tPlusDays() ? RejectReason.T_PLUS_5 : null;
    }

    private @Nullable RejectReason refusal(EnterOrder command, long nowNanos) {
        if (isHalted()) {
            return RejectReason.HALTED;
        }
        boolean plain = command.kind() == OrderKind.LIMIT && command.minimumUnits() == 0;
        if (session == UnitSession.CLOSED || (session != UnitSession.CONTINUOUS && !plain)) {
            return RejectReason.SESSION_CLOSED;
        }
        if (!command.price().isNone() && command.price().currency() != terms.currency()) {
            return RejectReason.CURRENCY;
        }
        if (command.units() % terms.lotUnits() != 0 || command.minimumUnits() > command.units()) {
            return RejectReason.BAD_LOT;
        }
        boolean priced = !command.price().isNone();
        boolean wrongTick = priced && command.price().minor() % terms.tick().minor() != 0;
        if (priced == (command.kind() == OrderKind.MARKET_TO_LIMIT) || wrongTick) {
            return RejectReason.BAD_TICK;
        }
        boolean dated = command.timeInForce() == TimeInForce.GOOD_TILL_DATE;
        boolean wrongDate = dated ? command.expiresNanos() <= nowNanos : command.expiresNanos() != 0;
        return wrongDate ? RejectReason.BAD_EXPIRY : null;
    }

    private @Nullable RejectReason refusal(EnterOrder command, ModelParty party, long ticks) {
        boolean known = ticks != OrderBook.NO_PRICE;
        if (known && trading.isOutside(ticks)) {
            return RejectReason.PRICE_BAND;
        }
        long lots = command.units() / terms.lotUnits();
        RejectReason reason = command.side() == Side.SELL
                ? refusalOfSale(party, command.units())
                : refusalOfPurchase(party, known ? coverMinor(lots, ticks) : 0);
        if (reason != null || known) {
            return reason;
        }
        return command.minimumUnits() > 0 ? RejectReason.NOT_FILLABLE : RejectReason.NO_LIMIT_OPPOSITE;
    }

    private @Nullable RejectReason refusalOfPurchase(ModelParty party, long minor) {
        if (party.cashMinor - blockedMinor(party) < minor) {
            return RejectReason.CREDIT;
        }
        if (day < party.lastSaleDay + policy.tPlusDays()) {
            return RejectReason.T_PLUS_5;
        }
        boolean fits = isSeated(party) || policy.maxHolders() == 0 || seats() + party.weight <= policy.maxHolders();
        return fits ? null : RejectReason.HOLDER_LIMIT;
    }

    private @Nullable RejectReason refusalOfSale(ModelParty party, long units) {
        if (party.units() - blockedUnits(party) < units) {
            return RejectReason.CREDIT;
        }
        return party.unitsBefore(day, policy.tPlusDays()) - blockedUnits(party) < units ? RejectReason.T_PLUS_5 : null;
    }

    Money money(long minor) {
        return Money.ofMinor(minor, terms.currency());
    }

    static RejectReason reason(OrderRejection rejection) {
        return switch (rejection) {
            case WOULD_TRADE -> RejectReason.WOULD_TRADE;
            case NOT_FILLABLE, BELOW_MINIMUM -> RejectReason.NOT_FILLABLE;
            default -> throw new AssertionError("the guards let through what the book rejects: " + rejection);
        };
    }
}
