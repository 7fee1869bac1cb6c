package org.tpx.benchmarks.books;

import java.util.SplittableRandom;

/**
 * Makes the stream of a plan. Ids are random 64-bit numbers, quantities 1 to 100 lots, distances from the middle the square of
 * an even number, so that more orders lie near it than far.
 */
public final class StreamMaker {

    /** Between the best buy and the best sell of a fresh book. */
    private static final long MIDDLE = 1_000_000_000_000L;

    private static final int LOTS_MAX = 100;
    private static final int PLACE_PERCENT = 45;
    private static final int CANCEL_PERCENT = 35;
    private static final int REPLACE_PERCENT = 10;

    private static final int LEAST_SWEEP = 100;
    private static final int SWEEP_SPREAD = 200;

    /** Commands from one crash to the next; it falls in the third quarter and comes back in the last. */
    private static final int CRASH_CYCLE = 20_000;

    private static final long CRASH_TICKS = 5_000;

    private final StreamPlan plan;
    private final SplittableRandom random;
    private final ModelBook model = new ModelBook();
    private final BookStream stream;
    private long middle = MIDDLE;

    /** Where prices rush: below 0 down, above 0 up. */
    private int rush;

    private StreamMaker(StreamPlan plan) {
        this.plan = plan;
        random = new SplittableRandom(plan.seed());
        stream = new BookStream(plan.resting(), 2 * plan.resting() + plan.measured() + plan.resting() / 10 + 64);
    }

    /** Makes it. */
    public static BookStream make(StreamPlan plan) {
        return new StreamMaker(plan).make();
    }

    private BookStream make() {
        for (int i = 0; i < plan.resting(); i++) {
            place(random.nextBoolean());
        }
        for (int i = 0; i < plan.measured(); i++) {
            switch (plan.shape()) {
                case MIXED -> mixed();
                case SWEEP -> sweep();
                case FLASH -> flash(i % CRASH_CYCLE);
            }
        }
        stream.endMeasured(model.outcome());
        while (model.size() > 0) {
            cancel(anyOrder());
        }
        return stream;
    }

    /** The mix, and where the book has grown or shrunk by a twentieth, the other way. */
    private void mixed() {
        int dice = random.nextInt(100);
        int margin = plan.resting() / 20;
        boolean full = model.size() > plan.resting() + margin;
        boolean thin = model.size() < plan.resting() - margin;
        if (dice < PLACE_PERCENT + CANCEL_PERCENT) {
            boolean places = dice < PLACE_PERCENT ? !full : thin;
            if (places || model.size() == 0) {
                place(random.nextBoolean());
            } else {
                cancel(anyOrder());
            }
        } else if (dice < PLACE_PERCENT + CANCEL_PERCENT + REPLACE_PERCENT) {
            replace(anyOrder());
        } else {
            take(random.nextBoolean(), lots());
        }
    }

    private void sweep() {
        if (model.size() < plan.resting()) {
            place(model.size(true) < model.size(false));
        } else {
            boolean buy = random.nextBoolean();
            take(buy, model.lotsOfBest(!buy, LEAST_SWEEP + random.nextInt(SWEEP_SPREAD)));
        }
    }

    private void flash(int at) {
        int quarter = CRASH_CYCLE / 4;
        if (at < 2 * quarter) {
            rush = 0;
            mixed();
            return;
        }
        rush = at < 3 * quarter ? -1 : 1;
        long gone = rush < 0 ? at - 2L * quarter : 4L * quarter - 1 - at;
        middle = MIDDLE - CRASH_TICKS * gone / quarter;
        int dice = random.nextInt(100);
        if (dice < 10) {
            take(rush > 0, model.lotsOfBest(rush < 0, 1 + random.nextInt(10)));
        } else if (dice < 35) {
            replace(anyOrder());
        } else if (rush < 0 && dice < 65 && model.size() > plan.resting() / 2) {
            cancel(anyOrder());
        } else {
            place(random.nextBoolean());
        }
    }

    private void place(boolean buy) {
        long id = random.nextLong();
        long price = price(buy);
        long lots = lots();
        stream.place(id, buy, price, lots);
        model.place(id, buy, price, lots);
    }

    /** Takes lots at any price. Where the other side has fewer, an order is placed instead, so that nothing of it rests. */
    private void take(boolean buy, long lots) {
        if (lots == 0 || model.lotsOfBest(!buy, (int) Math.min(lots, Integer.MAX_VALUE)) < lots) {
            place(buy);
            return;
        }
        long id = random.nextLong();
        long reach = plan.width() + CRASH_TICKS;
        long price = buy ? MIDDLE + reach : MIDDLE - 2 * reach;
        stream.place(id, buy, price, lots);
        model.place(id, buy, price, lots);
    }

    private void cancel(ModelBook.Order order) {
        stream.cancel(order.id, order.buys);
        model.cancel(order);
    }

    /** Another price always: some books would let an order keep its place at the same price, others not. */
    private void replace(ModelBook.Order order) {
        long price = price(order.buys);
        if (price == order.price) {
            price += order.buys ? -1 : 1;
        }
        stream.replace(order.id, order.buys, price, order.lots);
        model.replace(order, price);
    }

    private ModelBook.Order anyOrder() {
        return model.order(random.nextInt(model.size()));
    }

    private long lots() {
        return 1L + random.nextInt(LOTS_MAX);
    }

    private long price(boolean buy) {
        double even = random.nextDouble();
        long distance = 1 + (long) (even * even * (plan.width() - 1));
        return buy ? middle - distance : middle + distance;
    }
}
