package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.protocol.Event;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.SaleEvent.HaltLifted;
import org.tpx.protocol.SaleEvent.HaltOrdered;
import org.tpx.protocol.UnitEvent;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.OrderCancelled;
import org.tpx.protocol.UnitEvent.OrderReduced;
import org.tpx.protocol.UnitEvent.OrderReplaced;
import org.tpx.protocol.UnitEvent.OrderRested;
import org.tpx.protocol.UnitEvent.SeriesHalted;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.SeriesResumed;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.wire.Templates;

/**
 * The market in units as the public sees it. It reads every turn of the journal from the first on, and tells what changed in each
 * series once a turn is read whole.
 *
 * <p>One thread tells turns, any thread may join, leave and ask: they wait for each other, so that a snapshot is always between two
 * turns. A turn that is not the next one, and an event that does not fit what came before, is an {@link IllegalStateException}; the
 * view is of no more use then and another one must read the journal again.
 */
public final class MarketView implements TurnListener {
    private final int tapeLength;
    private final BitSet relevant = new BitSet();
    private final Map<Long, SeriesView> series = new LinkedHashMap<>();
    private final Set<SeriesView> touched = new LinkedHashSet<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private boolean marketHalted;
    private long turn;
    private long timeNanos;

    /** A view before the first turn, whose snapshots show so many trades of each series. */
    public MarketView(int tapeLength) {
        if (tapeLength < 0) {
            throw new IllegalArgumentException("length of the tape: " + tapeLength);
        }
        this.tapeLength = tapeLength;
        Templates.ofProtocol().events().stream()
                .filter(event -> isRelevant(event.record().type()))
                .forEach(event -> relevant.set(event.templateId()));
    }

    /** Whoever listens, to one series or to all. */
    private record Subscriber(Optional<String> code, MarketDataListener listener) {

        boolean wants(SeriesView view) {
            return code.isEmpty() || code.get().equals(view.facts().code());
        }
    }

    private static boolean isRelevant(Class<?> type) {
        return UnitEvent.class.isAssignableFrom(type) || type == HaltOrdered.class || type == HaltLifted.class;
    }

    /** Reads a turn; decodes what concerns the market in units, and nothing else. */
    @Override
    public void onTurn(TurnView view) {
        List<Event> events = new ArrayList<>();
        view.rewind();
        while (view.next()) {
            if (relevant.get(view.eventTemplateId())) {
                events.add(view.event());
            }
        }
        onTurn(view.sequence(), view.timeNanos(), events);
    }

    /**
     * Reads a turn.
     *
     * @param sequence its sequence
     * @param atNanos its time, UTC epoch nanoseconds
     * @param events its events, in order; those that are not about units or halts may be left out
     */
    public synchronized void onTurn(long sequence, long atNanos, List<? extends Event> events) {
        if (sequence != turn + 1) {
            throw new IllegalStateException("turn " + sequence + " does not follow turn " + turn);
        }
        turn = sequence;
        timeNanos = atNanos;
        events.forEach(this::apply);
        if (!touched.isEmpty()) {
            endTurn();
        }
    }

    private void endTurn() {
        Map<SeriesView, List<MarketData>> changes = new LinkedHashMap<>();
        touched.forEach(view -> changes.put(view, view.endTurn()));
        touched.clear();
        // Who joins while others are told has this turn in its snapshot.
        List<Subscriber> told = List.copyOf(subscribers);
        changes.forEach((view, messages) -> tell(told, view, messages));
    }

    private static void tell(List<Subscriber> subscribers, SeriesView view, List<MarketData> messages) {
        if (messages.isEmpty()) {
            return;
        }
        for (Subscriber subscriber : subscribers) {
            if (subscriber.wants(view)) {
                subscriber.listener().onMessages(messages);
            }
        }
    }

    private void apply(Event event) {
        if (event instanceof OrderRested rested) {
            touch(rested.seriesId()).on(rested);
        } else if (event instanceof UnitsTraded traded) {
            touch(traded.seriesId()).on(traded);
        } else if (event instanceof OrderCancelled cancelled) {
            touch(cancelled.seriesId()).on(cancelled);
        } else if (event instanceof OrderReplaced replaced) {
            touch(replaced.seriesId()).on(replaced);
        } else if (event instanceof OrderReduced reduced) {
            touch(reduced.seriesId()).on(reduced);
        } else if (event instanceof CallUncrossed uncrossed) {
            touch(uncrossed.seriesId()).on(uncrossed);
        } else if (event instanceof SessionStarted started) {
            touch(started.seriesId()).on(started);
        } else if (event instanceof SeriesHalted halted) {
            touch(halted.seriesId()).halt(true);
        } else if (event instanceof SeriesResumed resumed) {
            touch(resumed.seriesId()).halt(false);
        } else if (event instanceof SeriesOpened opened) {
            open(opened);
        } else if (event instanceof HaltOrdered halt && halt.scope() == HaltScope.MARKET) {
            marketHalted = true;
            series.keySet().forEach(seriesId -> touch(seriesId).halt(true));
        } else if (event instanceof HaltLifted lift && lift.scope() == HaltScope.MARKET) {
            // Each series resumes by an event of its own, unless it is halted for a reason of its own.
            marketHalted = false;
        }
    }

    private void open(SeriesOpened event) {
        SeriesView view = new SeriesView(event, tapeLength, turn, timeNanos);
        if (series.putIfAbsent(event.seriesId(), view) != null) {
            throw new IllegalStateException("is open already: " + event);
        }
        view.halt(marketHalted);
        touched.add(view);
    }

    private SeriesView touch(long seriesId) {
        SeriesView view = series.get(seriesId);
        if (view == null) {
            throw new IllegalStateException("no series " + seriesId + " is open");
        }
        if (touched.add(view)) {
            view.beginTurn(turn, timeNanos);
        }
        return view;
    }

    /** The last turn that was read, 0 before the first. */
    public synchronized long turn() {
        return turn;
    }

    /** Its time, UTC epoch nanoseconds. */
    public synchronized long timeNanos() {
        return timeNanos;
    }

    /** The codes of all series, in the order in which they were opened. */
    public synchronized List<String> codes() {
        return series.values().stream().map(view -> view.facts().code()).toList();
    }

    /** All that is to be seen of a series now; empty where none has this code. */
    public synchronized Optional<MarketData.Snapshot> snapshot(String code) {
        return find(code).map(SeriesView::snapshot);
    }

    /** Tells a listener one series from now on: what the snapshot shows comes before. Empty, and nothing is told, where none has this code. */
    public synchronized Optional<MarketData.Snapshot> join(String code, MarketDataListener listener) {
        Optional<MarketData.Snapshot> snapshot = snapshot(code);
        if (snapshot.isPresent()) {
            subscribers.add(new Subscriber(Optional.of(code), listener));
        }
        return snapshot;
    }

    /** Tells a listener every series from now on, those to come included: what the snapshots show comes before. */
    public synchronized List<MarketData.Snapshot> joinAll(MarketDataListener listener) {
        subscribers.add(new Subscriber(Optional.empty(), listener));
        return series.values().stream().map(SeriesView::snapshot).toList();
    }

    /** Tells a listener nothing any more. */
    public synchronized void leave(MarketDataListener listener) {
        subscribers.removeIf(subscriber -> subscriber.listener() == listener);
    }

    private Optional<SeriesView> find(String code) {
        return series.values().stream()
                .filter(view -> view.facts().code().equals(code))
                .findFirst();
    }
}
