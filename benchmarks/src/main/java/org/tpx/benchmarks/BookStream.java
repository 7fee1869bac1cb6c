package org.tpx.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tpx.book.OrderBook;
import org.tpx.book.OrderBookListener;
import org.tpx.book.OrderRejection;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/**
 * A stream of commands for an order book, made beforehand: first those that fill the book, then those that are measured.
 * The same name gives the same stream, for our book and for any other.
 *
 * <p>Of the measured commands 45 % place an order behind the touch, 35 % cancel a random live order, 10 % replace one and 10 %
 * take from the other side at once; the number of resting orders stays near what it was. Ids are random 64-bit numbers.
 */
public final class BookStream {

    /** What a command does. */
    public enum Action {
        /** A limit order that rests. */
        PLACE,
        /** Takes a resting order out. */
        CANCEL,
        /** Gives a resting order another price and quantity. */
        REPLACE,
        /** An immediate-or-cancel order that reaches the whole other side. */
        TAKE
    }

    /** Between the best buy and the best sell of a fresh book. */
    public static final long MIDDLE = 1_000_000_000_000L;

    private static final Action[] ACTIONS = Action.values();

    private final int filling;
    private final byte[] actions;
    private final boolean[] buys;
    private final long[] ids;
    private final long[] prices;
    private final long[] quantities;

    private BookStream(int filling, int measured) {
        this.filling = filling;
        int size = filling + measured;
        actions = new byte[size];
        buys = new boolean[size];
        ids = new long[size];
        prices = new long[size];
        quantities = new long[size];
    }

    /**
     * About {@code resting} orders, up to {@code width} ticks from the middle, more of them near it than far, and then so many
     * measured commands.
     */
    public static BookStream mixed(int resting, long width, int measured, long seed) {
        BookStream stream = new BookStream(resting, measured);
        Maker maker = new Maker(stream, resting, width, seed);
        for (int i = 0; i < resting + measured; i++) {
            maker.make(i);
        }
        return stream;
    }

    /** How many commands fill the book before the measured ones begin. */
    public int filling() {
        return filling;
    }

    /** How many commands there are, the filling ones included. */
    public int size() {
        return ids.length;
    }

    /** What the command does. */
    public Action action(int command) {
        return ACTIONS[actions[command]];
    }

    /** Whether its order buys; of no meaning for a cancel. */
    public boolean buys(int command) {
        return buys[command];
    }

    /** The order's id. */
    public long id(int command) {
        return ids[command];
    }

    /** The limit, in ticks. */
    public long price(int command) {
        return prices[command];
    }

    /** The lots. */
    public long quantity(int command) {
        return quantities[command];
    }

    /** Carries a command out on our book. */
    public void apply(int command, OrderBook book) {
        switch (ACTIONS[actions[command]]) {
            case PLACE -> enter(command, book, OrderKind.LIMIT);
            case TAKE -> enter(command, book, OrderKind.IMMEDIATE_OR_CANCEL);
            case CANCEL -> book.cancel(ids[command]);
            case REPLACE -> book.replace(ids[command], prices[command], quantities[command]);
        }
    }

    private void enter(int command, OrderBook book, OrderKind kind) {
        Side side = buys[command] ? Side.BUY : Side.SELL;
        long id = ids[command];
        book.enter(id, id & 63, side, kind, prices[command], quantities[command], 0, SelfTrade.ALLOW, 0);
    }

    /** Makes the commands, and keeps a book to know which orders live. */
    private static final class Maker implements OrderBookListener {

        private static final int PLACE_PERCENT = 45;
        private static final int CANCEL_PERCENT = 35;
        private static final int REPLACE_PERCENT = 10;

        private final BookStream stream;
        private final int resting;
        private final long width;
        private final SplittableRandom random;
        private final OrderBook book = new OrderBook(this);
        private final Map<Long, Integer> places = new HashMap<>();
        private final long[] live;
        private int lives;

        Maker(BookStream stream, int resting, long width, long seed) {
            this.stream = stream;
            this.resting = resting;
            this.width = width;
            random = new SplittableRandom(seed);
            live = new long[resting * 2 + 64];
        }

        void make(int command) {
            int dice = random.nextInt(100);
            Action action = command < stream.filling || lives == 0 ? Action.PLACE : action(dice);
            boolean places = action == Action.PLACE || action == Action.TAKE;
            long id = places ? random.nextLong() : live[random.nextInt(lives)];
            boolean buy = places ? random.nextBoolean() : book.side(id) == Side.BUY;
            stream.actions[command] = (byte) action.ordinal();
            stream.ids[command] = id;
            stream.buys[command] = buy;
            stream.quantities[command] = 1L + random.nextInt(100);
            stream.prices[command] =
                    action == Action.TAKE ? MIDDLE + (buy ? width : -width) : MIDDLE + (buy ? -distance() : distance());
            stream.apply(command, book);
        }

        /** The mix, and where the book has grown or shrunk by a twentieth, the other way. */
        private Action action(int dice) {
            if (dice < PLACE_PERCENT) {
                return lives > resting + resting / 20 ? Action.CANCEL : Action.PLACE;
            }
            if (dice < PLACE_PERCENT + CANCEL_PERCENT) {
                return lives < resting - resting / 20 ? Action.PLACE : Action.CANCEL;
            }
            return dice < PLACE_PERCENT + CANCEL_PERCENT + REPLACE_PERCENT ? Action.REPLACE : Action.TAKE;
        }

        /** From 1 to the width, with the square of an even number between 0 and 1. */
        private long distance() {
            double even = random.nextDouble();
            return 1 + (long) (even * even * (width - 1));
        }

        @Override
        public void rested(long order, long member, Side side, long price, long quantity) {
            if (places.putIfAbsent(order, lives) == null) {
                live[lives++] = order;
            }
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
            if (makerRemaining == 0) {
                forget(maker);
            }
        }

        @Override
        public void cancelled(long order, long member, long quantity, CancelReason reason) {
            forget(order);
        }

        private void forget(long order) {
            Integer place = places.remove(order);
            if (place == null) {
                return;
            }
            long last = live[--lives];
            if (last != order) {
                live[place] = last;
                places.put(last, place);
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
            throw new IllegalStateException("no auction here");
        }

        @Override
        public void reduced(long order, long member, long cut, long remaining) {
            throw new IllegalStateException("nothing is reduced here");
        }

        @Override
        public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
            // It stays alive whichever way it is replaced, for it never reaches the other side.
        }

        @Override
        public void rejected(long order, long member, OrderRejection reason) {
            throw new IllegalStateException("order " + order + " is rejected: " + reason);
        }
    }
}
