package org.tpx.engine.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tpx.protocol.GovernanceEvent.CalendarVersionLoaded;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.WorkingDay;

/**
 * Counts periods. A period in working days ends at a close of business, one in calendar days at 24:00 (Civil Code Art. 201
 * to 203), and the instant at which it ends no longer belongs to it. Make-up working days on a weekend are working days
 * like any other.
 *
 * <p>Before the first and behind the last day that were loaded it goes on provisionally: Monday to Friday, with the closing
 * time of the last loaded day. Instants are UTC epoch nanoseconds; days are those at the calendar's fixed offset. Immutable.
 */
public final class BusinessCalendar {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final CalendarVersionLoaded version;
    private final long offsetNanos;
    private final long[] workingDays;
    private final long[] closesNanos;
    private final long closeOfDayNanos;

    /** The calendar of a version whose days are {@link #isWellFormed}. */
    BusinessCalendar(CalendarVersionLoaded version) {
        this.version = version;
        offsetNanos = version.utcOffsetSeconds() * SECOND_NANOS;
        List<WorkingDay> days = version.workingDays();
        workingDays = days.stream().mapToLong(day -> localDay(day.openNanos())).toArray();
        closesNanos = days.stream().mapToLong(WorkingDay::closeNanos).toArray();
        closeOfDayNanos = closesNanos[days.size() - 1] - midnight(workingDays[days.size() - 1]);
    }

    /** Whether the list has days, each opens before it closes, on one date, and the dates rise. */
    static boolean isWellFormed(List<WorkingDay> days, int utcOffsetSeconds) {
        long offsetNanos = utcOffsetSeconds * SECOND_NANOS;
        long dayBefore = Long.MIN_VALUE;
        for (WorkingDay day : days) {
            long date = Math.floorDiv(day.openNanos() + offsetNanos, DAY_NANOS);
            long nextMidnight = (date + 1) * DAY_NANOS - offsetNanos;
            if (date <= dayBefore || day.closeNanos() <= day.openNanos() || day.closeNanos() > nextMidnight) {
                return false;
            }
            dayBefore = date;
        }
        return !days.isEmpty();
    }

    /** The calendar's identity, which all its versions share. */
    public long id() {
        return version.calendarId();
    }

    /** The number of this version. */
    public int version() {
        return version.version();
    }

    /**
     * The close of the n-th working day: of those after the starting day, or, with {@link PeriodCounting#INCLUDE_START},
     * of those from the starting day on. Never at or before the start, but for a period of no days, which ends as it
     * starts.
     */
    public long closeOfWorkingDay(long startNanos, int days, PeriodCounting counting) {
        if (days == 0) {
            return startNanos;
        }
        long day = localDay(startNanos);
        int left = counting == PeriodCounting.INCLUDE_START && isWorkingDay(day) ? days - 1 : days;
        while (left > 0) {
            day++;
            left -= isWorkingDay(day) ? 1 : 0;
        }
        // A starting day that counts may have closed before the start.
        return Math.max(close(day), firstCloseAfter(startNanos));
    }

    /**
     * How many working days of a period that started at {@code fromNanos} are used up at {@code toNanos}: those whose
     * close has come by then.
     */
    public int workingDaysBetween(long fromNanos, long toNanos, PeriodCounting counting) {
        long first = counting == PeriodCounting.INCLUDE_START ? localDay(fromNanos) : localDay(fromNanos) + 1;
        int used = 0;
        for (long day = first; day <= localDay(toNanos); day++) {
            used += isWorkingDay(day) && close(day) <= toNanos ? 1 : 0;
        }
        return used;
    }

    /** The same where the starting day does not count. */
    public int workingDaysBetween(long fromNanos, long toNanos) {
        return workingDaysBetween(fromNanos, toNanos, PeriodCounting.EXCLUDE_START);
    }

    /** 24:00 of the day so many calendar days after the start, or of the next working day when that is none. */
    public long endOfCalendarDays(long startNanos, int days) {
        long day = localDay(startNanos) + days;
        while (!isWorkingDay(day)) {
            day++;
        }
        return midnight(day + 1);
    }

    /** 00:00 of the n-th working day after the starting day; n is at least 1. */
    public long startOfWorkingDay(long startNanos, int days) {
        return midnight(localDay(closeOfWorkingDay(startNanos, days, PeriodCounting.EXCLUDE_START)));
    }

    /** 00:00 of the day so many calendar days before that of the instant. */
    public long startOfDayBefore(long nanos, int days) {
        return midnight(localDay(nanos) - days);
    }

    /** 24:00 of the same date so many months later, or of the last day of that month where it has no such date. */
    public long endOfMonths(long startNanos, int months) {
        return midnight(localDate(startNanos).plusMonths(months).toEpochDay() + 1);
    }

    /** Local midnight at which a year begins. */
    public long startOfYear(int year) {
        return midnight(LocalDate.of(year, 1, 1).toEpochDay());
    }

    /** 24:00 of the last day of a month of a year, 1 for January. */
    public long endOfMonth(int year, int month) {
        return midnight(LocalDate.of(year, month, 1).plusMonths(1).toEpochDay());
    }

    /** The first close of business after the instant. */
    public long firstCloseAfter(long nanos) {
        long day = localDay(nanos);
        while (!isWorkingDay(day) || close(day) <= nanos) {
            day++;
        }
        return close(day);
    }

    /**
     * Local midnight of the first working day that begins at the instant or later; {@link Long#MAX_VALUE} where no such day
     * was loaded. Days that are only provisional by this class's own count do not serve: nobody trades on a guess.
     */
    public long nextLoadedMidnight(long nanos) {
        long day = localDay(nanos - 1) + 1;
        int place = Arrays.binarySearch(workingDays, day);
        int next = place >= 0 ? place : -place - 1;
        return next < workingDays.length ? midnight(workingDays[next]) : Long.MAX_VALUE;
    }

    /** The year on the wall at that instant. */
    public int localYear(long nanos) {
        return localDate(nanos).getYear();
    }

    private boolean isWorkingDay(long day) {
        boolean loaded = workingDays[0] <= day && day <= workingDays[workingDays.length - 1];
        if (loaded) {
            return Arrays.binarySearch(workingDays, day) >= 0;
        }
        return LocalDate.ofEpochDay(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    private long close(long day) {
        int place = Arrays.binarySearch(workingDays, day);
        return place >= 0 ? closesNanos[place] : midnight(day) + closeOfDayNanos;
    }

    private LocalDate localDate(long nanos) {
        return LocalDate.ofEpochDay(localDay(nanos));
    }

    private long localDay(long nanos) {
        return Math.floorDiv(nanos + offsetNanos, DAY_NANOS);
    }

    private long midnight(long day) {
        return day * DAY_NANOS - offsetNanos;
    }
}
