package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tpx.book.BookPhase;
import org.tpx.book.CallAuction;
import org.tpx.book.MassCancel;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitSession;
import org.tpx.protocol.VenuePolicy;

/**
 * Random commands to a real book, through every session and halt, and the events of each turn as an exchange tells them. Sweeps,
 * calls and mass cancels take several turns, and nothing comes between.
 */
final class RandomSeries implements OrderBookListener {
    static final long FIRST_PRINCIPAL = 700_001;
    static final long FIRST_PARTY = 800_001;
    static final long FIRST_ORDER_NUMBER = 900_000_001;

    static final long TICK_MINOR = 50;
    private static final int NUMBER_BITS = 44;
    private static final long DAY = 1;
    private static final int STEP = 3;

    final long seriesId;
    final String code;
    final OrderBook book = new OrderBook(this);

    private final SplittableRandom random;
    private final TieBreak tieBreak;
    private final Money reference;
    private final CallAuction auction;
    private final MassCancel expiry = new MassCancel();
    private final List<Long> known = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<UnitEvent.UnitsTraded> trades = new ArrayList<>();
    private long orders;
    private UnitSession session = UnitSession.CLOSED;
    private boolean halted;
    private boolean marketHalted;

    /** The session whose call is to be uncrossed, and the one that follows. */
    private @Nullable UnitSession uncrossing;

    private UnitSession following = UnitSession.CLOSED;
    private boolean sweeping;

    RandomSeries(long seriesId, long seed, TieBreak tieBreak) {
        this.seriesId = seriesId;
        this.code = "UNITS-" + seriesId;
        this.random = new SplittableRandom(seed + seriesId);
        this.tieBreak = tieBreak;
        this.reference = random.nextBoolean() ? price(100) : Money.NONE;
        this.auction = new CallAuction(book, tieBreak);
        book.phase(BookPhase.CALL);
        book.tradesPerStep(STEP);
        if (!reference.isNone()) {
            book.referencePrice(100);
        }
    }

    static Money price(long ticks) {
        return Money.ofMinor(ticks * TICK_MINOR, Currency.CNY);
    }

    UnitEvent.SeriesOpened opened() {
        SeriesTerms terms = new SeriesTerms(
                "Units of " + code,
                Currency.CNY,
                1_000_000,
                1,
                price(1),
                reference,
                0,
                tieBreak,
                1,
                2,
                3,
                4,
                5,
                60,
                0,
                0);
        return new UnitEvent.SeriesOpened(seriesId, code, 1, terms, VenuePolicy.LICENSED_OR_FOREIGN);
    }

    List<UnitEvent.UnitsTraded> trades() {
        return trades;
    }

    /** Whether a call has begun to trade and goes on in the next turn. */
    boolean isUncrossing() {
        return uncrossing != null;
    }

    /** Whether work of the last turn goes on in the next. */
    boolean isBusy() {
        return sweeping || uncrossing != null || !expiry.isDone();
    }

    /** What follows in this series when all are halted, or no longer. */
    List<Event> haltMarket(boolean halt) {
        events.clear();
        marketHalted = halt;
        if (halt) {
            book.phase(BookPhase.CALL);
        } else if (!halted) {
            resume();
        }
        return List.copyOf(events);
    }

    /** The events of the next turn; none where a command was refused. */
    List<Event> step() {
        events.clear();
        if (sweeping) {
            sweeping = !book.proceed();
        } else if (uncrossing != null) {
            uncross(uncrossing);
        } else if (!expiry.isDone()) {
            book.massCancel(expiry, STEP);
        } else {
            command();
        }
        return List.copyOf(events);
    }

    private void command() {
        int dice = random.nextInt(1000);
        if (dice < 12) {
            clock();
        } else if (dice < (halted ? 80 : 14)) {
            halt();
        } else if (dice >= 80 && dice < 95 && known.size() > 300) {
            cancelMany();
        } else if (dice < 250) {
            book.cancel(anyOrder());
        } else if (isHalted() || session == UnitSession.CLOSED) {
            clock();
        } else if (dice < 320) {
            book.reduce(anyOrder(), 1 + random.nextInt(30));
        } else if (dice < 420) {
            replace();
        } else {
            enter();
        }
    }

    private void enter() {
        long id = (FIRST_PRINCIPAL + random.nextInt(5)) << NUMBER_BITS | (FIRST_ORDER_NUMBER + orders++);
        long party = FIRST_PARTY + random.nextInt(4);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderKind[] kinds = OrderKind.values();
        OrderKind kind = random.nextInt(3) > 0 ? OrderKind.LIMIT : kinds[random.nextInt(kinds.length)];
        SelfTrade selfTrade = SelfTrade.values()[random.nextInt(4)];
        known.add(id);
        sweeping = !book.enter(id, party, side, kind, ticks(side), units(), 0, selfTrade, random.nextInt(2));
    }

    private void replace() {
        long id = anyOrder();
        long price = random.nextInt(3) == 0 ? book.price(id) : 80 + random.nextInt(41);
        sweeping = !book.replace(id, price, units());
    }

    /** Mostly a few sizes, so that a call often leaves nothing over and the reference price decides. */
    private long units() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 20L * (1 + random.nextInt(3));
    }

    private long ticks(Side side) {
        int off = random.nextInt(12) - 3;
        return 100L + (side == Side.BUY ? -off : off);
    }

    private long anyOrder() {
        return known.isEmpty() ? 0 : known.get(random.nextInt(known.size()));
    }

    private void cancelMany() {
        known.removeIf(id -> book.remaining(id) == 0);
        book.massCancel(new MassCancel().member(FIRST_PARTY + random.nextInt(4)), Integer.MAX_VALUE);
    }

    private void clock() {
        switch (session) {
            case CLOSED -> start(UnitSession.PRE_OPEN);
            case PRE_OPEN -> start(UnitSession.OPENING_CALL);
            case OPENING_CALL, RESUMPTION_CALL -> endCall(UnitSession.CONTINUOUS);
            case CONTINUOUS -> start(UnitSession.CLOSING_CALL);
            case CLOSING_CALL -> endCall(UnitSession.CLOSED);
        }
    }

    private void endCall(UnitSession next) {
        if (isHalted()) {
            start(next);
        } else {
            following = next;
            uncross(session);
        }
    }

    private void uncross(UnitSession call) {
        uncrossing = call;
        if (!auction.uncross(STEP)) {
            return;
        }
        uncrossing = null;
        boolean traded = auction.volume() > 0;
        events.add(new UnitEvent.CallUncrossed(
                seriesId, call, traded ? price(auction.price()) : Money.NONE, auction.volume(), auction.surplus()));
        start(following);
    }

    private void start(UnitSession next) {
        session = next;
        events.add(
                new UnitEvent.SessionStarted(seriesId, next, next == UnitSession.CLOSED ? 0 : 1 + random.nextInt(99)));
        if (!isHalted() || next != UnitSession.CONTINUOUS) {
            book.phase(phase(next));
        }
        if (next == UnitSession.CLOSED) {
            expiry.tag(DAY, DAY);
            book.massCancel(expiry, STEP);
        }
    }

    private boolean isHalted() {
        return halted || marketHalted;
    }

    private BookPhase phase(UnitSession of) {
        return switch (of) {
            case CONTINUOUS -> BookPhase.CONTINUOUS;
            case OPENING_CALL, CLOSING_CALL -> isHalted() ? BookPhase.CALL : BookPhase.CALL_NO_CANCEL;
            default -> BookPhase.CALL;
        };
    }

    private void halt() {
        halted = !halted;
        if (halted) {
            events.add(new UnitEvent.SeriesHalted(seriesId, "party " + FIRST_PARTY + " is investigated"));
            book.phase(BookPhase.CALL);
            return;
        }
        if (!marketHalted) {
            resume();
        }
    }

    private void resume() {
        events.add(new UnitEvent.SeriesResumed(seriesId));
        if (session == UnitSession.CONTINUOUS) {
            start(UnitSession.RESUMPTION_CALL);
        } else {
            book.phase(phase(session));
        }
    }

    private static long principal(long order) {
        return order >>> NUMBER_BITS;
    }

    private static long number(long order) {
        return order & ((1L << NUMBER_BITS) - 1);
    }

    @Override
    public void rested(long order, long member, Side side, long price, long quantity) {
        events.add(new UnitEvent.OrderRested(
                seriesId, principal(order), number(order), member, side, price(price), quantity));
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
            trade(
                    Aggressor.BUY,
                    taker,
                    takerMember,
                    takerRemaining,
                    maker,
                    makerMember,
                    makerRemaining,
                    price,
                    quantity);
        } else {
            trade(
                    Aggressor.SELL,
                    maker,
                    makerMember,
                    makerRemaining,
                    taker,
                    takerMember,
                    takerRemaining,
                    price,
                    quantity);
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
        trade(Aggressor.NONE, buy, buyMember, buyRemaining, sell, sellMember, sellRemaining, price, quantity);
    }

    private void trade(
            Aggressor aggressor,
            long buy,
            long buyer,
            long buyRemaining,
            long sell,
            long seller,
            long sellRemaining,
            long price,
            long units) {
        UnitEvent.UnitsTraded traded = new UnitEvent.UnitsTraded(
                seriesId,
                trades.size() + 1L,
                aggressor,
                principal(buy),
                number(buy),
                buyer,
                buyRemaining,
                principal(sell),
                number(sell),
                seller,
                sellRemaining,
                price(price),
                units,
                price(price * units),
                price(0),
                price(0));
        trades.add(traded);
        events.add(traded);
    }

    @Override
    public void reduced(long order, long member, long cut, long remaining) {
        events.add(new UnitEvent.OrderReduced(seriesId, principal(order), number(order), cut, remaining));
    }

    @Override
    public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
        events.add(new UnitEvent.OrderReplaced(
                seriesId, principal(order), number(order), price(price), quantity, keepsPriority));
    }

    @Override
    public void cancelled(long order, long member, long quantity, CancelReason reason) {
        events.add(new UnitEvent.OrderCancelled(seriesId, principal(order), number(order), member, quantity, reason));
    }

    /** A refused command changes nothing, and nobody but its sender hears of it. */
    @Override
    public void rejected(long order, long member, OrderRejection reason) {}
}
