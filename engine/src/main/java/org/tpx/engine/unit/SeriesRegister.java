package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.money.TradingAccounts;
import org.tpx.engine.sale.Halts;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.TimerKind;
import org.tpx.protocol.UnitEvent.SeriesOpened;

/** All series by their identities, codes and timers. */
final class SeriesRegister {

    private static final Record BLANK = new SystemCommand.Continue();

    private final List<Series> series = new ArrayList<>();
    private final Codes codes = new Codes();
    private final Long2ObjectHashMap<Series> byTimer = new Long2ObjectHashMap<>();
    private final Timers timers;
    private final TradingAccounts accounts;
    private final Halts halts;
    private final EventWriter events;

    SeriesRegister(Timers timers, TradingAccounts accounts, Halts halts, EventWriter events) {
        this.timers = timers;
        this.accounts = accounts;
        this.halts = halts;
        this.events = events;
    }

    /** The series of this identity, or null. Allocates nothing. */
    @Nullable
    Series find(long seriesId) {
        return seriesId < 1 || seriesId > series.size() ? null : series.get((int) (seriesId - 1));
    }

    /** The series of an identity that is known to exist. */
    Series get(long seriesId) {
        Series found = find(seriesId);
        if (found == null) {
            throw new InvariantBrokenException("no series with identity " + seriesId);
        }
        return found;
    }

    /** The identity that the next series gets. */
    long nextId() {
        return series.size() + 1L;
    }

    boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    Series add(SeriesOpened opened) {
        Series added = new Series(events, accounts, opened);
        series.add(added);
        codes.enter(added);
        return added;
    }

    /** Whether nothing enters the book of the series and nothing trades: it is halted, or the whole market is. */
    boolean isHalted(Series one) {
        return one.isHalted() || halts.marketNanos() != 0;
    }

    /** Whether the whole market is halted. */
    boolean isMarketHalted() {
        return halts.marketNanos() != 0;
    }

    /** The series whose session ended with this timer, which has fired. */
    Series fired(long timerId) {
        Series fired = byTimer.remove(timerId);
        if (fired == null) {
            throw new InvariantBrokenException("no series has timer " + timerId);
        }
        fired.timer(0);
        return fired;
    }

    /** Ends the session of a series then, and at no other time. */
    void setTimer(Series one, long deadlineNanos) {
        cancelTimer(one);
        one.timer(timers.set(TimerKind.SESSION, 0, 0, deadlineNanos));
        byTimer.put(one.timerId(), one);
    }

    /** Lets the session of a series run without an end. */
    void cancelTimer(Series one) {
        if (one.timerId() != 0) {
            timers.cancel(one.timerId());
            byTimer.remove(one.timerId());
            one.timer(0);
        }
    }

    void exchange(Snapshot snapshot) {
        int count = snapshot.number(series.size());
        for (int place = 0; place < count; place++) {
            Record opened = snapshot.message(
                    snapshot.isReading() ? BLANK : series.get(place).opened());
            Series one = snapshot.isReading() ? add((SeriesOpened) opened) : series.get(place);
            one.exchange(snapshot);
            if (snapshot.isReading() && one.timerId() != 0) {
                byTimer.put(one.timerId(), one);
            }
        }
    }
}
