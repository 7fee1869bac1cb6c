package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.money.TradingAccounts;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;
import org.tpx.wire.OrderCancelledFlyweight;
import org.tpx.wire.OrderReducedFlyweight;
import org.tpx.wire.OrderReplacedFlyweight;
import org.tpx.wire.OrderRestedFlyweight;
import org.tpx.wire.UnitsTradedFlyweight;

/**
 * What follows from what the book of a series does: money and units change hands or are let go, and an event tells it. Hot
 * path: allocates nothing.
 */
final class BookEvents implements OrderBookListener {

    private final Series series;
    private final Reckoning reckoning;
    private final Holders holders;
    private final EventWriter events;
    private final TradingAccounts accounts;
    private Side replacedSide = Side.BUY;
    private long replacedBlocks;
    private @Nullable OrderRejection rejection;

    BookEvents(Series series, EventWriter events, TradingAccounts accounts) {
        this.series = series;
        this.events = events;
        this.accounts = accounts;
        reckoning = series.reckoning();
        holders = series.holders();
    }

    /** A command of which the book may say that it cannot be. */
    void begin() {
        rejection = null;
    }

    /** A replacement that, where the book takes it, blocks so much more money or so many more units, or less. */
    void beginReplacing(Side side, long moreBlocked) {
        rejection = null;
        replacedSide = side;
        replacedBlocks = moreBlocked;
    }

    /** Why the book changed nothing since {@link #begin}, or null. */
    @Nullable
    OrderRejection rejection() {
        return rejection;
    }

    /** Lets go what so many lots of an order block. */
    void release(Holding holding, Side side, long lots, long ticks) {
        if (side == Side.BUY) {
            holding.account().release(reckoning.coverMinor(lots, ticks));
        } else {
            holding.block(-reckoning.units(lots));
        }
    }

    @Override
    public void rested(long order, long member, Side side, long price, long quantity) {
        events.commit(OrderRestedFlyweight.encode(
                events.buffer(),
                events.claim(),
                series.id(),
                OrderNames.enteredById(order),
                OrderNames.number(order),
                holders.get(member).partyId(),
                side,
                reckoning.priceMinor(price),
                series.currency(),
                reckoning.units(quantity)));
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
        Holding ofMaker = holders.get(makerMember);
        Holding ofTaker = holders.get(takerMember);
        if (takerSide == Side.BUY) {
            release(ofTaker, Side.BUY, quantity, series.book().toldPrice());
            trade(Aggressor.BUY, taker, ofTaker, takerRemaining, maker, ofMaker, makerRemaining, price, quantity);
        } else {
            release(ofMaker, Side.BUY, quantity, price);
            trade(Aggressor.SELL, maker, ofMaker, makerRemaining, taker, ofTaker, takerRemaining, price, quantity);
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
        Holding buyer = holders.get(buyMember);
        release(buyer, Side.BUY, quantity, series.book().toldPrice());
        trade(Aggressor.NONE, buy, buyer, buyRemaining, sell, holders.get(sellMember), sellRemaining, price, quantity);
    }

    @Override
    public void reduced(long order, long member, long cut, long remaining) {
        release(
                holders.get(member),
                series.book().toldSide(),
                cut,
                series.book().toldPrice());
        events.commit(OrderReducedFlyweight.encode(
                events.buffer(),
                events.claim(),
                series.id(),
                OrderNames.enteredById(order),
                OrderNames.number(order),
                reckoning.units(cut),
                reckoning.units(remaining)));
    }

    @Override
    public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
        Holding holding = holders.get(member);
        if (replacedSide == Side.SELL) {
            holding.block(replacedBlocks);
        } else if (replacedBlocks > 0) {
            holding.account().block(replacedBlocks);
        } else {
            holding.account().release(-replacedBlocks);
        }
        events.commit(OrderReplacedFlyweight.encode(
                events.buffer(),
                events.claim(),
                series.id(),
                OrderNames.enteredById(order),
                OrderNames.number(order),
                reckoning.priceMinor(price),
                series.currency(),
                reckoning.units(quantity),
                keepsPriority));
    }

    @Override
    public void cancelled(long order, long member, long quantity, CancelReason reason) {
        Holding holding = holders.get(member);
        Side side = series.book().toldSide();
        release(holding, side, quantity, series.book().toldPrice());
        if (side == Side.BUY) {
            holders.closeBuy(holding);
        }
        events.commit(OrderCancelledFlyweight.encode(
                events.buffer(),
                events.claim(),
                series.id(),
                OrderNames.enteredById(order),
                OrderNames.number(order),
                holding.partyId(),
                reckoning.units(quantity),
                reason));
    }

    @Override
    public void rejected(long order, long member, OrderRejection reason) {
        rejection = reason;
    }

    private void trade(
            Aggressor aggressor,
            long buy,
            Holding buyer,
            long buyRemaining,
            long sell,
            Holding seller,
            long sellRemaining,
            long price,
            long quantity) {
        long amountMinor = reckoning.amountMinor(quantity, price);
        long buyerFeeMinor = reckoning.buyerFeeMinor(amountMinor);
        long sellerFeeMinor = reckoning.sellerFeeMinor(amountMinor);
        long units = reckoning.units(quantity);
        accounts.trade(buyer.account(), seller.account(), amountMinor, buyerFeeMinor, sellerFeeMinor);
        series.earn(buyerFeeMinor + sellerFeeMinor);
        holders.transfer(seller, buyer, series.day(), units);
        if (buyRemaining == 0) {
            holders.closeBuy(buyer);
        }
        events.commit(UnitsTradedFlyweight.encode(
                events.buffer(),
                events.claim(),
                series.id(),
                series.nextTrade(),
                aggressor,
                OrderNames.enteredById(buy),
                OrderNames.number(buy),
                buyer.partyId(),
                reckoning.units(buyRemaining),
                OrderNames.enteredById(sell),
                OrderNames.number(sell),
                seller.partyId(),
                reckoning.units(sellRemaining),
                reckoning.priceMinor(price),
                series.currency(),
                units,
                amountMinor,
                buyerFeeMinor,
                sellerFeeMinor));
    }
}
