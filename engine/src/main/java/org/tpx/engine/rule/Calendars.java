package org.tpx.engine.rule;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceEvent.CalendarVersionLoaded;
import org.tpx.protocol.RejectReason;

/** The business calendars. A new version takes the place of the one before at once, for open periods too. */
public final class Calendars {

    /** The identity of the calendar that was loaded first; it counts the days of what belongs to no other. */
    public static final long FIRST = 1;

    private final Versions<CalendarVersionLoaded> versions = new Versions<>();
    private final Long2ObjectHashMap<BusinessCalendar> latest = new Long2ObjectHashMap<>();

    /** The latest version of a calendar, or null where the identity names none. */
    public @Nullable BusinessCalendar find(long calendarId) {
        return latest.get(calendarId);
    }

    /** The latest version of the calendar that was loaded first, or null where there is none. */
    public @Nullable BusinessCalendar first() {
        return find(FIRST);
    }

    /** The latest version of a calendar that is known to exist. */
    public BusinessCalendar get(long calendarId) {
        BusinessCalendar calendar = latest.get(calendarId);
        if (calendar == null) {
            throw new InvariantBrokenException("no calendar with identity " + calendarId);
        }
        return calendar;
    }

    /** Why this version cannot be loaded, or null: its number does not rise, or its days make no calendar. */
    public @Nullable RejectReason obstacle(ProposeCalendar command) {
        boolean rises = versions.rises(command.calendar(), command.version());
        boolean wellFormed = BusinessCalendar.isWellFormed(command.workingDays(), command.utcOffsetSeconds());
        return rises && wellFormed ? null : RejectReason.NOT_ALLOWED;
    }

    /** Loads an approved version, emits CalendarVersionLoaded and returns the calendar's identity. */
    public long load(Turn turn, ProposeCalendar command) {
        CalendarVersionLoaded version = new CalendarVersionLoaded(
                versions.idOf(command.calendar()),
                command.calendar(),
                command.version(),
                command.provisional(),
                command.utcOffsetSeconds(),
                command.workingDays());
        versions.add(command.calendar(), command.version(), version);
        latest.put(version.calendarId(), new BusinessCalendar(version));
        turn.emit(version);
        return version.calendarId();
    }

    /** Writes or reads all versions. */
    public void exchange(Snapshot snapshot) {
        versions.exchange(snapshot);
        if (snapshot.isReading()) {
            latest.clear();
            for (long id = 1; id <= versions.size(); id++) {
                latest.put(id, new BusinessCalendar(versions.get(id, versions.latest(id))));
            }
        }
    }
}
