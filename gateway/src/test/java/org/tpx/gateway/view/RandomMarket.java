package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tpx.protocol.Event;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.TieBreak;

/** Several series in one journal: the same seed gives the same turns. */
final class RandomMarket {
    private static final long START_NANOS = 1_780_000_000_000_000_000L;
    private static final int SERIES = 3;

    private final SplittableRandom random;
    private final List<RandomSeries> series = new ArrayList<>();
    private long sequence;
    private boolean halted;

    RandomMarket(long seed) {
        random = new SplittableRandom(seed);
        TieBreak[] tieBreaks = TieBreak.values();
        for (int i = 1; i <= SERIES; i++) {
            series.add(new RandomSeries(i, seed, tieBreaks[random.nextInt(tieBreaks.length)]));
        }
    }

    /** One turn of a journal. */
    record Turn(long sequence, long timeNanos, List<Event> events) {}

    List<RandomSeries> series() {
        return series;
    }

    /** So many turns. */
    static List<Turn> turns(long seed, int count) {
        RandomMarket market = new RandomMarket(seed);
        List<Turn> turns = new ArrayList<>();
        while (turns.size() < count) {
            turns.add(market.next());
        }
        return turns;
    }

    Turn next() {
        sequence++;
        return new Turn(sequence, START_NANOS + sequence * 1_000, events());
    }

    /** The last series opens later than the others. */
    private List<Event> events() {
        if (sequence < SERIES) {
            return List.of(series.get((int) sequence - 1).opened());
        }
        if (sequence == 500) {
            return List.of(series.get(SERIES - 1).opened());
        }
        List<RandomSeries> open = series.subList(0, sequence < 500 ? SERIES - 1 : SERIES);
        for (RandomSeries busy : open) {
            if (busy.isBusy()) {
                return busy.step();
            }
        }
        if (random.nextInt(halted ? 30 : 900) == 0) {
            return halt(open);
        }
        return open.get(random.nextInt(open.size())).step();
    }

    private List<Event> halt(List<RandomSeries> open) {
        halted = !halted;
        List<Event> events = new ArrayList<>();
        events.add(
                halted
                        ? new SaleEvent.HaltOrdered(HaltScope.MARKET, 0, "party " + RandomSeries.FIRST_PARTY)
                        : new SaleEvent.HaltLifted(HaltScope.MARKET, 0));
        open.forEach(each -> events.addAll(each.haltMarket(halted)));
        return events;
    }
}
