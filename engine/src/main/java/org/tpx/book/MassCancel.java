package org.tpx.book;

import java.util.function.LongUnaryOperator;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;

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
        MEMBER_AND_TAG,
        TAG_UP_TO,
        OUTSIDE,
        EVERYTHING
    }

    private static final Kind[] KINDS = Kind.values();
    private static final Side[] SIDES = Side.values();

    private Kind kind = Kind.EVERYTHING;
    private long member;
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
    public MassCancel member(long ofMember) {
        return start(Kind.MEMBER, ofMember, 0, 0);
    }

    /** All orders whose tag has these bits under this mask: a kind of time in force, say. */
    public MassCancel tag(long bits, long bitMask) {
        return start(Kind.TAG, 0, bits, bitMask);
    }

    /** All orders of a member whose tag has these bits under this mask. */
    public MassCancel memberAndTag(long ofMember, long bits, long bitMask) {
        return start(Kind.MEMBER_AND_TAG, ofMember, bits, bitMask);
    }

    /** All orders whose tag under this mask is at most so much: a day of expiry, say. Causes {@code cancelled} as expired. */
    public MassCancel expired(long most, long bitMask) {
        return start(Kind.TAG_UP_TO, 0, most, bitMask);
    }

    /** All limit orders outside of the book's price bands. */
    public MassCancel outside() {
        return start(Kind.OUTSIDE, 0, 0, 0);
    }

    /** All orders. */
    public MassCancel everything() {
        return start(Kind.EVERYTHING, 0, 0, 0);
    }

    /**
     * Passes the selection and its place through, word by word, and takes back what it gets; so one method writes them into a
     * snapshot and reads them from there.
     */
    public void exchange(LongUnaryOperator words) {
        done = words.applyAsLong(done ? 1 : 0) != 0;
        if (done) {
            return;
        }
        kind = KINDS[(int) words.applyAsLong(kind.ordinal())];
        member = words.applyAsLong(member);
        wanted = words.applyAsLong(wanted);
        mask = words.applyAsLong(mask);
        side = SIDES[(int) words.applyAsLong(side.ordinal())];
        key = words.applyAsLong(key);
        inLevel = words.applyAsLong(inLevel ? 1 : 0) != 0;
        nextOrder = words.applyAsLong(inLevel ? nextOrder : 0);
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return done;
    }

    private MassCancel start(Kind newKind, long newMember, long newWanted, long newMask) {
        kind = newKind;
        member = newMember;
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
                book.remove(slot, kind == Kind.TAG_UP_TO ? CancelReason.EXPIRED : CancelReason.MASS_CANCEL);
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
        long masked = book.orders.get(slot, Orders.TAG) & mask;
        boolean ofMember = book.orders.get(slot, Orders.MEMBER) == member;
        return switch (kind) {
            case MEMBER -> ofMember;
            case TAG -> masked == wanted;
            case MEMBER_AND_TAG -> ofMember && masked == wanted;
            case TAG_UP_TO -> masked <= wanted;
            case OUTSIDE -> price != OrderBook.MARKET && (price < book.bandLow() || price > book.bandHigh());
            case EVERYTHING -> true;
        };
    }
}
