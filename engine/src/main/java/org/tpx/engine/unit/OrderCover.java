package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.book.OrderBook;
import org.tpx.engine.money.TradingAccount;
import org.tpx.engine.money.TradingAccounts;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Side;

/**
 * Whether money, units, days and places among the holders cover an order, and their blocking. A buy order blocks the most
 * that it can cost, a sell order its units; so no order trades that could not be settled. Hot path.
 */
final class OrderCover {

    private final TradingAccounts accounts;

    OrderCover(TradingAccounts accounts) {
        this.accounts = accounts;
    }

    /** Why a new order may not enter, or null. Without a price only what does not depend on it is asked. */
    @Nullable
    RejectReason refusal(Series series, long partyId, Side side, long lots, long ticks) {
        Holding holding = series.holders().find(partyId);
        if (side == Side.SELL) {
            return refusalOfSale(series, holding, series.reckoning().units(lots));
        }
        if (ticks != OrderBook.NO_PRICE
                && series.reckoning().coverMinor(lots, ticks) > availableMinor(series, partyId, holding)) {
            return RejectReason.CREDIT;
        }
        if (holding != null && holding.soldLately(series.day())) {
            return RejectReason.T_PLUS_5;
        }
        return series.holders().hasRoom(holding) ? null : RejectReason.HOLDER_LIMIT;
    }

    /** Why an order may not change its lots and price so, or null. */
    @Nullable
    RejectReason refusalOfChange(Series series, Holding holding, Side side, long moreBlocked, boolean entersAnew) {
        if (side == Side.SELL) {
            return moreBlocked > 0 ? refusalOfSale(series, holding, moreBlocked) : null;
        }
        if (moreBlocked > holding.account().availableMinor()) {
            return RejectReason.CREDIT;
        }
        return entersAnew && holding.soldLately(series.day()) ? RejectReason.T_PLUS_5 : null;
    }

    /** Blocks what a new order needs. */
    void block(Series series, Holding holding, Side side, long lots, long ticks) {
        if (side == Side.BUY) {
            holding.account().block(series.reckoning().coverMinor(lots, ticks));
            series.holders().openBuy(holding);
        } else {
            holding.block(series.reckoning().units(lots));
        }
    }

    /** Lets it go again, since the order did not enter. */
    void release(Series series, Holding holding, Side side, long lots, long ticks) {
        series.bookEvents().release(holding, side, lots, ticks);
        if (side == Side.BUY) {
            series.holders().closeBuy(holding);
        }
    }

    /** What an order of so many lots at this price blocks: money for a buy, units for a sell. */
    static long blocked(Series series, Side side, long lots, long ticks) {
        return side == Side.BUY
                ? series.reckoning().coverMinor(lots, ticks)
                : series.reckoning().units(lots);
    }

    private long availableMinor(Series series, long partyId, @Nullable Holding holding) {
        TradingAccount account = holding == null ? accounts.find(partyId, series.currency()) : holding.account();
        return account == null ? 0 : account.availableMinor();
    }

    private static @Nullable RejectReason refusalOfSale(Series series, @Nullable Holding holding, long units) {
        if (holding == null || units > holding.unblockedUnits()) {
            return RejectReason.CREDIT;
        }
        return units > holding.freeUnits(series.day()) ? RejectReason.T_PLUS_5 : null;
    }
}
