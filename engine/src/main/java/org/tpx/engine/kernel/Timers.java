package org.tpx.engine.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.TimerKind;

/**
 * All deadlines of the exchange, in the order (deadline, identity): equal deadlines fire in the order in which they were
 * set. No thread stands behind it; the host journals a Tick for the first one before it lets time pass its deadline.
 * Setting, moving and cancelling cost O(log n); {@link #move} allocates nothing.
 */
public final class Timers {

    private final Long2ObjectHashMap<Timer> timers = new Long2ObjectHashMap<>();
    private final List<Timer> heap = new ArrayList<>();
    private long lastId;

    /** Sets a timer that fires at this instant, and returns its identity. */
    public long set(TimerKind kind, long listingId, long partyId, long deadlineNanos) {
        return setPeriod(kind, listingId, partyId, deadlineNanos, 0, 0);
    }

    /** Sets a timer for a period of working days, so that another calendar version can count it anew. */
    public long setPeriod(TimerKind kind, long listingId, long partyId, long deadlineNanos, long startNanos, int days) {
        return setPeriod(kind, listingId, partyId, deadlineNanos, startNanos, days, DayKind.WORKING);
    }

    /** The same for a period of these days. */
    public long setPeriod(
            TimerKind kind,
            long listingId,
            long partyId,
            long deadlineNanos,
            long startNanos,
            int days,
            DayKind dayKind) {
        Timer timer = new Timer(++lastId, kind, listingId, partyId);
        timer.deadline(deadlineNanos);
        timer.period(startNanos, days, dayKind);
        timers.put(timer.id(), timer);
        enqueue(timer);
        return timer.id();
    }

    /** The timer of this identity, or null when it fired or was cancelled. */
    public @Nullable Timer find(long timerId) {
        return timers.get(timerId);
    }

    /** When the timer of this identity fires, or 0 when there is none. */
    public long deadlineNanos(long timerId) {
        Timer timer = timers.get(timerId);
        return timer == null ? 0 : timer.deadlineNanos();
    }

    /** Takes the timer away; without effect where there is none. */
    public void cancel(long timerId) {
        Timer timer = timers.remove(timerId);
        if (timer != null) {
            dequeue(timer);
        }
    }

    /** Moves a running timer to another instant. */
    public void move(long timerId, long deadlineNanos) {
        Timer timer = timers.get(timerId);
        if (timer == null || timer.place == Timer.NOT_QUEUED) {
            throw new InvariantBrokenException("no running timer to move: " + timerId);
        }
        timer.deadline(deadlineNanos);
        siftUp(timer);
        siftDown(timer);
    }

    /** Stops a running timer with so much left: working days for a period, else nanoseconds. */
    public void freeze(Timer timer, long remaining) {
        dequeue(timer);
        timer.freeze(remaining);
    }

    /** Lets a frozen timer run again; its period, if it has one, counts from here. */
    public void thaw(Timer timer, long deadlineNanos, long startNanos, int days) {
        timer.thaw();
        timer.deadline(deadlineNanos);
        timer.period(startNanos, days, timer.dayKind());
        enqueue(timer);
    }

    /** When the next Tick is due; {@link Long#MAX_VALUE} when never. */
    public long nextDeadlineNanos() {
        return heap.isEmpty() ? Long.MAX_VALUE : heap.get(0).deadlineNanos();
    }

    /** The identity of the timer that is due next, or 0. */
    public long nextId() {
        return heap.isEmpty() ? 0 : heap.get(0).id();
    }

    /** Takes the first timer out because its Tick came; it must be this one, at its own deadline. */
    public Timer fire(long timerId, long timeNanos) {
        Invariant.check(!heap.isEmpty(), "a tick came while no timer runs", timerId);
        Timer timer = heap.get(0);
        Invariant.check(timer.id() == timerId, "a tick came out of turn for timer", timerId);
        Invariant.check(timer.deadlineNanos() == timeNanos, "a tick is not stamped with its deadline, timer", timerId);
        cancel(timerId);
        return timer;
    }

    /** Timers that run or stand still. */
    public int size() {
        return timers.size();
    }

    /** The first timers with an identity above this one, in the order of identities; so many at most. */
    public List<Timer> after(long timerId, int most) {
        List<Timer> later = new ArrayList<>();
        for (long id = timerId + 1; id <= lastId && later.size() < most; id++) {
            Timer timer = timers.get(id);
            if (timer != null) {
                later.add(timer);
            }
        }
        return later;
    }

    /** All timers of a listing in the order of identities. */
    public List<Timer> ofListing(long listingId) {
        List<Timer> own = new ArrayList<>();
        for (Timer timer : timers.values()) {
            if (timer.listingId() == listingId) {
                own.add(timer);
            }
        }
        own.sort(Comparator.comparingLong(Timer::id));
        return own;
    }

    /** Writes or reads all timers. */
    public void exchange(Snapshot snapshot) {
        lastId = snapshot.number(lastId);
        List<Timer> rows = after(0, Integer.MAX_VALUE);
        snapshot.parts(rows, Timer::new);
        if (snapshot.isReading()) {
            timers.clear();
            heap.clear();
            rows.forEach(this::restore);
        }
    }

    private void restore(Timer timer) {
        timers.put(timer.id(), timer);
        if (!timer.isFrozen()) {
            enqueue(timer);
        }
    }

    private void enqueue(Timer timer) {
        timer.place = heap.size();
        heap.add(timer);
        siftUp(timer);
    }

    private void dequeue(Timer timer) {
        if (timer.place == Timer.NOT_QUEUED) {
            return;
        }
        int hole = timer.place;
        Timer last = heap.remove(heap.size() - 1);
        timer.place = Timer.NOT_QUEUED;
        if (last != timer) {
            seat(last, hole);
            siftUp(last);
            siftDown(last);
        }
    }

    private void siftUp(Timer timer) {
        int place = timer.place;
        while (place > 0) {
            Timer parent = heap.get((place - 1) >> 1);
            if (!timer.firesBefore(parent)) {
                break;
            }
            seat(parent, place);
            place = (place - 1) >> 1;
        }
        seat(timer, place);
    }

    private void siftDown(Timer timer) {
        int place = timer.place;
        int child = 2 * place + 1;
        while (child < heap.size()) {
            if (child + 1 < heap.size() && heap.get(child + 1).firesBefore(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).firesBefore(timer)) {
                break;
            }
            int parentPlace = place;
            place = child;
            seat(heap.get(child), parentPlace);
            child = 2 * place + 1;
        }
        seat(timer, place);
    }

    private void seat(Timer timer, int place) {
        heap.set(place, timer);
        timer.place = place;
    }
}
