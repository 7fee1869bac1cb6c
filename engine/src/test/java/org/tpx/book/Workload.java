package org.tpx.book;

import java.util.SplittableRandom;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** Random commands for one or several books at once: the same seed gives the same commands, whatever the books do. */
final class Workload {

    /** Where prices lie. */
    enum Prices {
        /** Some dozen neighbouring ticks: deep queues, many trades. */
        DENSE,
        /** Few prices, anywhere in a range of 2^40 ticks, of either sign. */
        SPARSE,
        /** Clusters around far apart centres, the ends of the range of numbers among them. */
        CLUSTERED
    }

    private static final OrderKind[] KINDS = OrderKind.values();
    private static final SelfTrade[] SELF_TRADES = SelfTrade.values();
    private static final long[] CENTRES = {
        OrderBook.MARKET + 40, -1L << 50, -1000, 0, 64, 4096, 1L << 30, OrderBook.NO_PRICE - 40
    };

    private final SplittableRandom random;
    private final Prices prices;
    private final boolean plain;
    private final long[] ids = new long[4096];
    private int known;
    private BookPhase phase = BookPhase.CONTINUOUS;
    private boolean banded;

    Workload(long seed, Prices prices) {
        this(seed, prices, false);
    }

    /** A plain workload never leaves continuous trading. */
    Workload(long seed, Prices prices, boolean plain) {
        random = new SplittableRandom(seed);
        this.prices = prices;
        this.plain = plain;
    }

    /** Applies the next command to each of the books. */
    void next(Book... books) {
        int dice = random.nextInt(1000);
        if (dice < 520) {
            enter(books);
        } else if (dice < 760) {
            long id = anyId();
            each(books, book -> book.cancel(id));
        } else if (dice < 830) {
            long id = anyId();
            long quantity = random.nextInt(60) - 2L;
            each(books, book -> book.reduce(id, quantity));
        } else if (dice < 985) {
            replace(books);
        } else if (dice < 990) {
            Book.Selection selection = selection();
            int step = 1 + random.nextInt(50);
            each(books, book -> book.massCancel(selection, step));
        } else if (dice < 993) {
            bands(books);
        } else if (dice < 995) {
            reference(books);
        } else if (dice < 998) {
            int trades = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(3);
            each(books, book -> book.tradesPerStep(trades));
        } else if (!plain) {
            phase(books);
        }
    }

    /** What an order can be asked for. */
    @FunctionalInterface
    interface Action {
        void on(Book book);
    }

    private static void each(Book[] books, Action action) {
        for (Book book : books) {
            action.on(book);
        }
    }

    private void enter(Book[] books) {
        long id = random.nextInt(200) == 0 ? anyId() : newId();
        long member = 1L + random.nextInt(6);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderKind kind = random.nextInt(3) > 0 ? OrderKind.LIMIT : KINDS[random.nextInt(KINDS.length)];
        long price = random.nextInt(40) == 0 ? OrderBook.MARKET : price(side);
        long quantity = quantity();
        long minimum = random.nextInt(12) == 0 ? random.nextLong(quantity + 2) : 0;
        SelfTrade selfTrade = SELF_TRADES[random.nextInt(SELF_TRADES.length)];
        long tag = random.nextInt(8);
        each(books, book -> {
            boolean done = book.enter(id, member, side, kind, price, quantity, minimum, selfTrade, tag);
            while (!done) {
                done = book.proceed();
            }
        });
    }

    private void replace(Book[] books) {
        long id = anyId();
        boolean keepsPrice = random.nextInt(3) == 0;
        long price = random.nextInt(60) == 0 ? OrderBook.MARKET : price();
        long quantity = quantity();
        each(books, book -> {
            long resting = book.price(id);
            boolean done = book.replace(id, keepsPrice ? resting : price, quantity);
            while (!done) {
                done = book.proceed();
            }
        });
    }

    /** Sometimes an empty book without a reference, in which market orders meet. */
    private void reference(Book[] books) {
        boolean bare = random.nextInt(4) == 0;
        long reference = bare ? OrderBook.NO_PRICE : price();
        each(books, book -> book.referencePrice(reference));
        if (bare) {
            long buy = newId();
            long sell = newId();
            long lots = 1L + random.nextInt(9);
            each(books, book -> {
                book.massCancel(Book.Selection.everything(), 100);
                book.enter(buy, 1, Side.BUY, OrderKind.LIMIT, OrderBook.MARKET, lots, 0, SelfTrade.ALLOW, 0);
                book.enter(sell, 2, Side.SELL, OrderKind.LIMIT, OrderBook.MARKET, lots, 0, SelfTrade.ALLOW, 0);
            });
        }
    }

    private Book.Selection selection() {
        return switch (random.nextInt(14)) {
            case 0 -> Book.Selection.everything();
            case 12 -> Book.Selection.expired(random.nextInt(4), 3);
            case 13 -> Book.Selection.memberAndTag(1 + random.nextInt(6), random.nextInt(2), 1);
            case 1, 2 -> Book.Selection.tag(random.nextInt(4), 3);
            case 3, 4 -> Book.Selection.outside();
            default -> Book.Selection.member(1 + random.nextInt(6));
        };
    }

    private void bands(Book[] books) {
        banded = !banded;
        long one = price();
        long other = price();
        long low = banded ? Math.min(one, other) : OrderBook.MARKET + 1;
        long high = banded ? Math.max(one, other) : OrderBook.NO_PRICE - 1;
        each(books, book -> book.bands(low, high));
    }

    /** A call begins, becomes final, or ends with an empty book. */
    private void phase(Book[] books) {
        phase = BookPhase.values()[(phase.ordinal() + 1) % 3];
        each(books, book -> {
            if (phase == BookPhase.CONTINUOUS) {
                book.massCancel(Book.Selection.everything(), 100);
            }
            book.phase(phase);
        });
    }

    private long quantity() {
        return switch (random.nextInt(100)) {
            case 0 -> 0;
            case 1 -> OrderBook.MAX_QUANTITY + random.nextInt(2);
            case 2, 3, 4 -> 1 + random.nextInt(2000);
            default -> 1 + random.nextInt(50);
        };
    }

    private long price(Side side) {
        return prices == Prices.DENSE && random.nextInt(5) > 0
                ? 1000 + (side == Side.BUY ? -random.nextInt(40) : random.nextInt(40))
                : price();
    }

    private long price() {
        return switch (prices) {
            case DENSE -> 970 + random.nextInt(61);
            case SPARSE -> random.nextLong(1L << 41) - (1L << 40);
            case CLUSTERED -> CENTRES[random.nextInt(CENTRES.length)] - 39 + random.nextInt(79);
        };
    }

    private long newId() {
        long id = random.nextInt(3) == 0 ? random.nextInt(1 << 20) : random.nextLong();
        ids[random.nextInt(Math.min(known + 1, ids.length))] = id;
        known++;
        return id;
    }

    private long anyId() {
        return ids[random.nextInt(Math.max(1, Math.min(known, ids.length)))];
    }
}
