package org.tpx.book;

/**
 * Which orders {@link OrderBook#massCancel} takes out, and how far it has come. Made by the owner, once, and set anew for
 * each use.
 *
 * <p>The place is kept as side, price and order id. So it stays right when other commands come in between: orders that enter
 * meanwhile may be met or not.
 */
public final class MassCancel {

    private enum Kind {
        MEMBER,
        TAG,
        OUTSIDE,
        EVERYTHING
    }

    private Kind kind = Kind.EVERYTHING;
    private long wanted;
    private long mask;

    private boolean done = true;
    private Side side = Side.BUY;

    /** The levels from this key on are still to do. */
    private long key;

    /** Whether the level at this key has been begun, and then which of its orders comes next. */
    private boolean inLevel;

    private long nextOrder;

    /** All orders of a member. */
    public MassCancel member(long member) {
        return start(Kind.MEMBER, member, 0);
    }

    /** All orders whose tag has these bits under this mask: a kind of time in force, say. */
    public MassCancel tag(long bits, long bitMask) {
        return start(Kind.TAG, bits, bitMask);
    }

    /** All limit orders outside of the book's price bands. */
    public MassCancel outside() {
        return start(Kind.OUTSIDE, 0, 0);
    }

    /** All orders. */
    public MassCancel everything() {
        return start(Kind.EVERYTHING, 0, 0);
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return done;
    }

    private MassCancel start(Kind newKind, long newWanted, long newMask) {
        kind = newKind;
        wanted = newWanted;
        mask = newMask;
        done = false;
        side = Side.BUY;
        key = 0;
        inLevel = false;
        return this;
    }

    /** Looks at so many orders; returns whether it is done. */
    boolean step(OrderBook book, int ordersPerStep) {
        if (ordersPerStep < 1) {
            throw new IllegalArgumentException("orders per step: " + ordersPerStep);
        }
        int left = ordersPerStep;
        while (!done) {
            BookSide current = book.side(side);
            int level = current.level(key) != 0 ? current.level(key) : current.behind(key);
            if (level == 0) {
                turn();
                continue;
            }
            left = cancelIn(book, current, level, left);
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    /** Does one level; gives how many orders may still be looked at, or -1 where it had to stop. */
    private int cancelIn(OrderBook book, BookSide current, int level, int allowed) {
        int slot = next(book, current, level);
        int left = allowed;
        key = current.keyOf(level);
        while (slot != 0) {
            if (left-- == 0) {
                nextOrder = book.orders.get(slot, Orders.ID);
                inLevel = true;
                return -1;
            }
            int following = (int) book.orders.get(slot, Orders.NEXT);
            if (selects(book, slot)) {
                book.remove(slot, CancelReason.MASS_CANCEL);
            }
            slot = following;
        }
        key++;
        inLevel = false;
        return left;
    }

    /** Where to go on at this level: at the order that came next, if it is still here, else at the first. */
    private int next(OrderBook book, BookSide current, int level) {
        if (inLevel && current.keyOf(level) == key) {
            int slot = book.find(nextOrder);
            if (slot != 0 && book.sideOf(slot) == current && current.key(book.orders.get(slot, Orders.PRICE)) == key) {
                return slot;
            }
        }
        return current.headOf(level);
    }

    private void turn() {
        done = side == Side.SELL;
        side = Side.SELL;
        key = 0;
        inLevel = false;
    }

    private boolean selects(OrderBook book, int slot) {
        long price = book.orders.get(slot, Orders.PRICE);
        return switch (kind) {
            case MEMBER -> book.orders.get(slot, Orders.MEMBER) == wanted;
            case TAG -> (book.orders.get(slot, Orders.TAG) & mask) == wanted;
            case OUTSIDE -> price != OrderBook.MARKET && (price < book.bandLow() || price > book.bandHigh());
            case EVERYTHING -> true;
        };
    }
}
