package org.tpx.book;

import org.tpx.protocol.TieBreak;

/**
 * The one price of a call auction: a walk along the limits of both sides.
 *
 * <p>With rising price the buys that would take it, D, get fewer and the sells, S, more. So their difference falls, most is
 * traded where it changes its sign, and the prices with most volume and least surplus lie side by side there. The walk
 * starts at the best limit, goes up until too few buy and down until too few sell, and keeps of the best prices the outer two
 * and the two at the change of sign. It looks at limits that would trade and one more at either end, not at the whole book.
 *
 * <pre>
 *   price    D    S   volume  surplus
 *    202    300  600    300     -300
 *    201    500  600    500     -100   &lt;- high
 *    199    500  600    500     -100   &lt;- low
 *    198    500  200    200      300
 * </pre>
 */
final class AuctionPrice {

    private final BookSide buys;
    private final BookSide sells;

    /** What the best prices so far would do; the surplus without its sign. */
    private long volume;

    private long surplus;
    private long low;
    private long high;

    /** The highest of them that leaves buys over, and the lowest that leaves sells over; else {@link OrderBook#NO_PRICE}. */
    private long highWithBuys;

    private long lowWithSells;

    private boolean everyTick;
    private long price;

    AuctionPrice(OrderBook book) {
        buys = book.buys;
        sells = book.sells;
    }

    /** Finds the price; the answers below are about it. Returns whether there is one. */
    boolean find(TieBreak tieBreak, long reference) {
        volume = 0;
        everyTick = tieBreak.everyTick();
        long start = start();
        if (start == OrderBook.NO_PRICE) {
            return marketOnly(reference);
        }
        long demand = buys.marketQuantity() + at(buys, start);
        long supply = supply(start);
        consider(start, start, demand, supply);
        up(start, supply);
        down(start, demand, supply);
        price = volume == 0 ? OrderBook.NO_PRICE : choose(tieBreak, reference);
        return volume > 0;
    }

    /** The price, else {@link OrderBook#NO_PRICE}. */
    long price() {
        return price;
    }

    /** Lots that trade. */
    long volume() {
        return volume;
    }

    /** Lots that would trade at the price and find nobody: above zero buys, below zero sells. */
    long surplus() {
        if (highWithBuys != OrderBook.NO_PRICE && price <= highWithBuys) {
            return surplus;
        }
        return lowWithSells != OrderBook.NO_PRICE && price >= lowWithSells ? -surplus : 0;
    }

    private long start() {
        BookSide side = buys.bestLimit() != 0 ? buys : sells;
        int level = side.bestLimit();
        return level == 0 ? OrderBook.NO_PRICE : side.price(side.keyOf(level));
    }

    /** No limit says a price, so the reference does. */
    private boolean marketOnly(long reference) {
        price = reference;
        if (reference != OrderBook.NO_PRICE) {
            consider(reference, reference, buys.marketQuantity(), sells.marketQuantity());
        }
        if (volume == 0) {
            price = OrderBook.NO_PRICE;
        }
        return volume > 0;
    }

    private long supply(long upTo) {
        long supply = 0;
        int level = sells.best();
        while (level != 0 && Long.compareUnsigned(sells.keyOf(level), sells.key(upTo)) <= 0) {
            supply += sells.quantityOf(level);
            level = sells.behind(sells.keyOf(level));
        }
        return supply;
    }

    /** Above the start, which is the best buy if there is one, are sells only. */
    private void up(long start, long supplyThere) {
        long demand = buys.marketQuantity();
        long supply = supplyThere;
        long from = start;
        int level = sells.behind(sells.key(from));
        boolean more = true;
        while (level != 0 && more) {
            long limit = sells.price(sells.keyOf(level));
            considerGap(from, limit, demand, supply);
            supply += sells.quantityOf(level);
            more = consider(limit, limit, demand, supply) || demand >= supply;
            from = limit;
            level = sells.behind(sells.keyOf(level));
        }
    }

    private void down(long start, long demandThere, long supplyThere) {
        long demand = demandThere;
        long supply = supplyThere;
        long from = start;
        boolean more = true;
        while (more && hasLimitBelow(from)) {
            long limit = limitBelow(from);
            supply -= at(sells, from);
            considerGap(limit, from, demand, supply);
            demand += at(buys, limit);
            more = consider(limit, limit, demand, supply) || demand <= supply;
            from = limit;
        }
    }

    private boolean hasLimitBelow(long from) {
        return limitBelow(from) != OrderBook.NO_PRICE;
    }

    private long limitBelow(long from) {
        int buy = buys.behind(buys.key(from));
        int sell = sells.before(sells.key(from));
        boolean limit = sell != 0 && sells.keyOf(sell) != 0;
        if (buy == 0) {
            return limit ? sells.price(sells.keyOf(sell)) : OrderBook.NO_PRICE;
        }
        long buyPrice = buys.price(buys.keyOf(buy));
        return limit ? Math.max(buyPrice, sells.price(sells.keyOf(sell))) : buyPrice;
    }

    private static long at(BookSide side, long price) {
        int level = side.level(side.key(price));
        return level == 0 ? 0 : side.quantityOf(level);
    }

    /** The prices between two neighbouring limits, for rulebooks in which they are prices. */
    private void considerGap(long below, long above, long demand, long supply) {
        if (everyTick && below + 1 < above) {
            consider(below + 1, above - 1, demand, supply);
        }
    }

    /** Takes in prices at which the same is wanted and given; returns whether they are among the best so far. */
    private boolean consider(long from, long to, long demand, long supply) {
        long traded = Math.min(demand, supply);
        long left = Math.abs(demand - supply);
        if (traded == 0 || traded < volume || (traded == volume && left > surplus)) {
            return false;
        }
        if (traded > volume || left < surplus) {
            volume = traded;
            surplus = left;
            low = from;
            high = to;
            highWithBuys = OrderBook.NO_PRICE;
            lowWithSells = OrderBook.NO_PRICE;
        }
        low = Math.min(low, from);
        high = Math.max(high, to);
        if (demand > supply) {
            highWithBuys = highWithBuys == OrderBook.NO_PRICE ? to : Math.max(highWithBuys, to);
        } else if (demand < supply) {
            lowWithSells = Math.min(lowWithSells, from);
        }
        return true;
    }

    private long choose(TieBreak tieBreak, long reference) {
        boolean pressed = (highWithBuys == OrderBook.NO_PRICE) != (lowWithSells == OrderBook.NO_PRICE);
        boolean up = highWithBuys != OrderBook.NO_PRICE;
        return switch (tieBreak) {
            case SSE -> (low & high) + ((low ^ high) >> 1) + ((low ^ high) & 1);
            case SZSE -> nearestLimit(reference);
            case BEP -> pressed ? pressedWithinBand(up, reference) : between(low, high, reference);
            case XETRA -> pressed ? pressed(up) : nearest(inner(low, up), innerHigh(up), reference);
            case ASX -> pressed ? pressed(up) : between(inner(low, up), innerHigh(up), reference);
            case EURONEXT -> pressed ? pressed(up) : euronext(up, reference);
        };
    }

    private long pressed(boolean up) {
        return up ? high : low;
    }

    /** Where some prices leave buys over and others sells, only the two at the change of sign remain. */
    private long inner(long otherwise, boolean mixed) {
        return mixed ? highWithBuys : otherwise;
    }

    private long innerHigh(boolean mixed) {
        return mixed ? lowWithSells : high;
    }

    private long euronext(boolean mixed, long reference) {
        if (mixed || reference == OrderBook.NO_PRICE) {
            return between(inner(low, mixed), innerHigh(mixed), reference);
        }
        long from = low;
        long to = high;
        if (at(sells, low) == 0) {
            from = hasLimitBelow(low) ? limitBelow(low) + 1 : Long.MIN_VALUE;
        }
        if (at(buys, high) == 0) {
            int above = sells.behind(sells.key(high));
            to = above == 0 ? Long.MAX_VALUE : sells.price(sells.keyOf(above)) - 1;
        }
        return between(from, to, reference);
    }

    /** 5 % off the reference, rounded away from it, and no further. */
    private long pressedWithinBand(boolean up, long reference) {
        if (reference == OrderBook.NO_PRICE) {
            return pressed(up);
        }
        long margin = (Math.abs(reference) + 19) / 20;
        return between(low, high, up ? reference + margin : reference - margin);
    }

    private long nearestLimit(long reference) {
        if (reference == OrderBook.NO_PRICE) {
            return low;
        }
        long best = high;
        if (lowWithSells != OrderBook.NO_PRICE) {
            best = nearest(lowWithSells, best, reference);
        }
        if (highWithBuys != OrderBook.NO_PRICE) {
            best = nearest(highWithBuys, best, reference);
        }
        return nearest(low, best, reference);
    }

    /** The one of two prices that is nearer to the reference; the higher if both are equally near. */
    private static long nearest(long lower, long higher, long reference) {
        if (reference == OrderBook.NO_PRICE || reference <= lower) {
            return lower;
        }
        if (reference >= higher) {
            return higher;
        }
        return Long.compareUnsigned(reference - lower, higher - reference) < 0 ? lower : higher;
    }

    /** The price of a range that is nearest to the reference. */
    private static long between(long lower, long higher, long reference) {
        return reference == OrderBook.NO_PRICE ? lower : Math.max(lower, Math.min(higher, reference));
    }
}
