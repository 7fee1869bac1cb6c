package org.tpx.gateway.preset;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.JsonValue;

/**
 * Reads the days of a calendar file: Monday to Friday without the holidays, and the weekend days that the decree makes working days. Dates
 * are local, a list's entry is one date or {@code FIRST..LAST}.
 */
final class WorkingDays {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final Set<String> YEAR_KEYS = Set.of("year", "decree", "holidays", "make-up-working-days");

    private final YamlObject calendar;
    private final ZoneOffset offset;
    private final LocalTime open;
    private final LocalTime close;

    WorkingDays(YamlObject calendar) {
        this.calendar = calendar;
        this.offset = offset(calendar);
        this.open = time("open");
        this.close = time("close");
        if (!open.isBefore(close)) {
            throw calendar.complaint("close", "must be after open");
        }
    }

    /** The offset of local time in seconds. */
    int utcOffsetSeconds() {
        return offset.getTotalSeconds();
    }

    /** Whether the decree of any year is still missing. */
    boolean isProvisional() {
        return calendar.objects("years").stream().anyMatch(year -> !year.flag("decree"));
    }

    /** Every working day in order, as the entries of the command's list. */
    JsonValue.Items days() {
        InstantText instants = new InstantText(offset);
        List<JsonValue> days = new ArrayList<>();
        for (LocalDate day : dates()) {
            days.add(Members.of("open", text(instants, day, open), "close", text(instants, day, close)));
        }
        return new JsonValue.Items(days);
    }

    private JsonValue text(InstantText instants, LocalDate day, LocalTime time) {
        return new JsonValue.Text(instants.format(day.atTime(time).toEpochSecond(offset) * SECOND_NANOS));
    }

    private List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        int last = 0;
        for (YamlObject year : calendar.objects("years")) {
            year.requireKeys(YEAR_KEYS);
            int number = (int) year.number("year", 1970, 2261);
            if (last != 0 && number != last + 1) {
                throw year.complaint("year", "must follow " + last);
            }
            last = number;
            dates.addAll(dates(year, number));
        }
        if (dates.isEmpty()) {
            throw calendar.complaint("years", "has no working day");
        }
        return dates;
    }

    private static Set<LocalDate> dates(YamlObject year, int number) {
        Set<LocalDate> holidays = listed(year, "holidays", number);
        Set<LocalDate> madeUp = listed(year, "make-up-working-days", number);
        Set<LocalDate> dates = new TreeSet<>(madeUp);
        for (LocalDate day = LocalDate.of(number, 1, 1); day.getYear() == number; day = day.plusDays(1)) {
            if (!isWeekend(day) && !holidays.contains(day)) {
                dates.add(day);
            }
        }
        for (LocalDate day : madeUp) {
            if (!isWeekend(day) || holidays.contains(day)) {
                throw year.complaint("make-up-working-days", day + " is a holiday or no weekend day");
            }
        }
        return dates;
    }

    private static Set<LocalDate> listed(YamlObject year, String key, int number) {
        Set<LocalDate> dates = new TreeSet<>();
        for (String entry : year.texts(key)) {
            int dots = entry.indexOf("..");
            LocalDate first = date(year, key, dots < 0 ? entry : entry.substring(0, dots));
            LocalDate last = dots < 0 ? first : date(year, key, entry.substring(dots + 2));
            if (last.isBefore(first) || first.getYear() != number || last.getYear() != number) {
                throw year.complaint(key, entry + " is no part of " + number);
            }
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                if (!dates.add(day)) {
                    throw year.complaint(key, day + " is listed twice");
                }
            }
        }
        return dates;
    }

    private static LocalDate date(YamlObject year, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException failure) {
            throw year.complaint(key, text + " is no date");
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static ZoneOffset offset(YamlObject calendar) {
        try {
            return ZoneOffset.of(calendar.text("utc-offset"));
        } catch (DateTimeException failure) {
            throw calendar.complaint("utc-offset", "must be an offset such as +08:00");
        }
    }

    private LocalTime time(String key) {
        try {
            return LocalTime.parse(calendar.text(key));
        } catch (DateTimeException failure) {
            throw calendar.complaint(key, "must be a time such as 09:00");
        }
    }
}
