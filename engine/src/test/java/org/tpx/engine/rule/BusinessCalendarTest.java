package org.tpx.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.kernel.Tape.local;
import static org.tpx.engine.kernel.Tape.nanos;
import static org.tpx.protocol.PeriodCounting.EXCLUDE_START;
import static org.tpx.protocol.PeriodCounting.INCLUDE_START;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.GovernanceEvent.CalendarVersionLoaded;
import org.tpx.protocol.WorkingDay;

class BusinessCalendarTest {

    private final BusinessCalendar calendar = calendar(Examples.workingDays2025());

    @ParameterizedTest(name = "{0}: {2} working days from {1} end at {3}")
    @CsvSource({
        "E1 disclosure,       2025-06-09T09:00, 20, 2025-07-07T17:00",
        "E1 deposit,          2025-06-30T10:00,  3, 2025-07-03T17:00",
        "E1 signing,          2025-07-08T09:45,  5, 2025-07-15T17:00",
        "E1 payment,          2025-07-11T10:05,  5, 2025-07-18T17:00",
        "E1 publication,      2025-07-14T09:00,  5, 2025-07-21T17:00",
        "E1 certificate,      2025-07-16T10:00,  3, 2025-07-21T17:00",
        "E7 extension,        2025-07-07T17:00,  5, 2025-07-14T17:00",
        "E7 relisting,        2025-07-22T09:00, 10, 2025-08-05T17:00",
        "E8 first instalment, 2025-07-15T09:00,  5, 2025-07-22T17:00",
        "E9 milestone,        2025-12-01T09:00, 10, 2025-12-15T17:00",
        "E14 capital,         2025-06-09T09:00, 40, 2025-08-04T17:00",
        "E15 refund,          2025-07-22T10:31,  3, 2025-07-25T17:00",
        "E17 authority,       2025-07-14T09:00, 30, 2025-08-25T17:00",
        "E18 make-up days,    2025-09-22T09:00, 20, 2025-10-24T17:00",
        "E19 resumption,      2025-07-09T09:30, 10, 2025-07-23T17:00",
        "E22 refund,          2025-07-03T09:00,  3, 2025-07-08T17:00",
        "a make-up Sunday,    2025-09-26T09:00,  1, 2025-09-28T17:00",
        "after the close,     2025-06-09T23:59,  1, 2025-06-10T17:00",
        "just before a date,  2025-06-10T00:00,  1, 2025-06-11T17:00",
    })
    void shouldCountWorkingDaysAfterTheStart(String example, String start, int days, String end) {
        assertThat(local(calendar.closeOfWorkingDay(nanos(start), days, EXCLUDE_START)))
                .as(example)
                .isEqualTo(end);
    }

    @ParameterizedTest(name = "{0}: working day {2} after {1} begins at {3}")
    @CsvSource({
        "the next day,         2025-06-09T09:00, 1, 2025-06-10T00:00",
        "behind a weekend,     2025-06-06T17:00, 1, 2025-06-09T00:00",
        "from a Saturday on,   2025-06-07T23:59, 1, 2025-06-09T00:00",
        "a make-up Sunday,     2025-09-26T09:00, 1, 2025-09-28T00:00",
        "behind the holidays,  2025-09-30T09:00, 2, 2025-10-10T00:00",
    })
    void shouldKnowWhenAWorkingDayBegins(String example, String start, int days, String begin) {
        assertThat(local(calendar.startOfWorkingDay(nanos(start), days)))
                .as(example)
                .isEqualTo(begin);
    }

    @ParameterizedTest(name = "{0}: {2} working days from {1} end at {3}")
    @CsvSource({
        "a working day counts,      2025-06-09T09:00, 20, 2025-07-04T17:00",
        "alone too,                 2025-06-09T09:00,  1, 2025-06-09T17:00",
        "a Saturday does not,       2025-06-07T09:00,  1, 2025-06-09T17:00",
        "a make-up Saturday does,   2025-10-11T09:00,  2, 2025-10-13T17:00",
        "never in the past,         2025-06-09T17:00,  1, 2025-06-10T17:00",
        "nor on a weekend,          2025-06-06T18:00,  1, 2025-06-09T17:00",
        "a late start counts still, 2025-06-09T18:00,  2, 2025-06-10T17:00",
    })
    void shouldCountTheStartingDayWhereTheProfileSaysSo(String why, String start, int days, String end) {
        assertThat(local(calendar.closeOfWorkingDay(nanos(start), days, INCLUDE_START)))
                .as(why)
                .isEqualTo(end);
    }

    @Test
    void shouldEndAPeriodOfNoDaysAsItStarts() {
        long start = nanos("2025-06-07T12:00");
        assertThat(calendar.closeOfWorkingDay(start, 0, EXCLUDE_START)).isEqualTo(start);
        assertThat(calendar.closeOfWorkingDay(start, 0, INCLUDE_START)).isEqualTo(start);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2025-06-09T09:00, 2025-06-25T17:00,           12",
        "2025-06-09T09:00, 2025-06-25T16:59:59.999999, 11",
        "2025-06-09T09:00, 2025-06-26T09:00,           12",
        "2025-06-09T09:00, 2025-06-09T18:00,            0",
        "2025-06-09T09:00, 2025-07-07T17:00,           20",
        "2025-09-22T09:00, 2025-10-24T17:00,           20",
        "2025-07-09T09:30, 2025-07-09T09:30,            0",
    })
    void shouldTellHowManyWorkingDaysAreUsedUp(String from, String to, int used) {
        assertThat(calendar.workingDaysBetween(nanos(from), nanos(to))).isEqualTo(used);
    }

    @Test
    void shouldCountTheStartingDayAsUsedWhereItBelongsToThePeriod() {
        assertThat(calendar.workingDaysBetween(nanos("2025-06-09T09:00"), nanos("2025-06-09T17:00"), INCLUDE_START))
                .isEqualTo(1);
        assertThat(calendar.workingDaysBetween(nanos("2025-06-07T09:00"), nanos("2025-06-09T17:00"), INCLUDE_START))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11})
    void shouldHaveUsedAllDaysOfAPeriodExactlyAtItsEnd(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            long start = nanos("2024-11-01T00:00") + (long) (random.nextDouble() * 600 * 86_400e9);
            int days = 1 + random.nextInt(60);
            long end = calendar.closeOfWorkingDay(start, days, EXCLUDE_START);
            String period = "seed " + seed + ", " + days + " days from " + local(start);
            assertThat(calendar.workingDaysBetween(start, end)).as(period).isEqualTo(days);
            assertThat(calendar.workingDaysBetween(start, end - 1)).as(period).isEqualTo(days - 1);
            assertThat(end).as(period).isGreaterThan(start);
        }
    }

    @ParameterizedTest(name = "{0} and {1} days: {2}")
    @CsvSource({
        "2025-06-10T09:00, 15, 2025-06-26T00:00",
        "2025-06-10T23:59, 15, 2025-06-26T00:00",
        "2025-06-03T09:00, 30, 2025-07-04T00:00",
        "2025-06-25T17:00, 31, 2025-07-29T00:00",
        "2025-09-21T09:00, 10, 2025-10-10T00:00",
        "2025-09-18T09:00, 10, 2025-09-29T00:00",
        "2025-06-10T09:00,  0, 2025-06-11T00:00",
    })
    void shouldEndCalendarDaysAtMidnightOfAWorkingDay(String start, int days, String end) {
        assertThat(local(calendar.endOfCalendarDays(nanos(start), days))).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0} and {1} months: {2}")
    @CsvSource({
        "2025-06-09T09:00, 12, 2026-06-10T00:00",
        "2025-01-31T09:00,  1, 2025-03-01T00:00",
        "2024-02-29T09:00, 12, 2025-03-01T00:00",
        "2025-06-07T00:00,  1, 2025-07-08T00:00",
    })
    void shouldEndMonthsAtMidnightOfTheSameDate(String start, int months, String end) {
        assertThat(local(calendar.endOfMonths(nanos(start), months))).isEqualTo(end);
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({
        "2025-06-09T09:00,           2025-06-09T17:00",
        "2025-06-09T16:59:59.999999, 2025-06-09T17:00",
        "2025-06-09T17:00,           2025-06-10T17:00",
        "2025-06-06T17:00,           2025-06-09T17:00",
        "2025-09-30T17:00,           2025-10-09T17:00",
        "2025-12-31T17:00,           2026-01-01T17:00",
    })
    void shouldFindTheNextCloseOfBusiness(String instant, String close) {
        assertThat(local(calendar.firstCloseAfter(nanos(instant)))).isEqualTo(close);
    }

    @Test
    void shouldTellTheYearOnTheWall() {
        assertThat(calendar.localYear(nanos("2025-12-31T23:59:59.999999999"))).isEqualTo(2025);
        assertThat(calendar.localYear(nanos("2026-01-01T00:00"))).isEqualTo(2026);
    }

    @Test
    void shouldGoOnFromMondayToFridayBehindTheLastLoadedDay() {
        BusinessCalendar longDays = calendar(Examples.with(
                Examples.without(Examples.workingDays2025(), "12-31"),
                Examples.workingDay(LocalDate.of(2025, 12, 31), "08:30", "18:30")));
        assertThat(local(longDays.closeOfWorkingDay(nanos("2025-12-30T09:00"), 4, EXCLUDE_START)))
                .isEqualTo("2026-01-05T18:30");
        assertThat(local(longDays.endOfCalendarDays(nanos("2026-01-01T09:00"), 2)))
                .isEqualTo("2026-01-06T00:00");
    }

    @Test
    void shouldGoOnFromMondayToFridayBeforeTheFirstLoadedDay() {
        assertThat(local(calendar.closeOfWorkingDay(nanos("2024-12-26T09:00"), 3, EXCLUDE_START)))
                .isEqualTo("2024-12-31T17:00");
        assertThat(local(calendar.closeOfWorkingDay(nanos("2024-12-26T09:00"), 4, EXCLUDE_START)))
                .isEqualTo("2025-01-01T17:00");
    }

    @Test
    void shouldCountMakeUpDaysAtTheEdgeOfWhatIsLoaded() {
        BusinessCalendar weekends = calendar(List.of(
                Examples.workingDay(LocalDate.of(2025, 6, 7), "09:00", "17:00"),
                Examples.workingDay(LocalDate.of(2025, 6, 15), "09:00", "17:00")));
        assertThat(local(weekends.firstCloseAfter(nanos("2025-06-06T17:00")))).isEqualTo("2025-06-07T17:00");
        assertThat(local(weekends.firstCloseAfter(nanos("2025-06-07T17:00")))).isEqualTo("2025-06-15T17:00");
        assertThat(local(weekends.firstCloseAfter(nanos("2025-06-15T17:00")))).isEqualTo("2025-06-16T17:00");
    }

    @Test
    void shouldKnowWorkingDaysThatAreShort() {
        List<WorkingDay> days = List.of(
                Examples.workingDay(LocalDate.of(2025, 6, 9), "09:00", "12:00"),
                Examples.workingDay(LocalDate.of(2025, 6, 10), "09:00", "17:00"));
        BusinessCalendar shortDay = calendar(days);
        assertThat(local(shortDay.firstCloseAfter(nanos("2025-06-09T08:00")))).isEqualTo("2025-06-09T12:00");
        assertThat(local(shortDay.firstCloseAfter(nanos("2025-06-09T12:00")))).isEqualTo("2025-06-10T17:00");
    }

    @Test
    void shouldTakeOnlyDaysInOrderThatOpenBeforeTheyCloseOnOneDate() {
        LocalDate monday = LocalDate.of(2025, 6, 9);
        WorkingDay good = Examples.workingDay(monday, "09:00", "17:00");
        WorkingDay toMidnight = new WorkingDay(nanos("2025-06-09T09:00"), nanos("2025-06-10T00:00"));
        WorkingDay pastMidnight = new WorkingDay(nanos("2025-06-09T09:00"), nanos("2025-06-10T00:00:01"));
        WorkingDay backwards = Examples.workingDay(monday, "17:00", "17:00");
        WorkingDay evening = Examples.workingDay(monday, "18:00", "20:00");
        WorkingDay dayBefore = Examples.workingDay(monday.minusDays(1), "09:00", "17:00");
        assertThat(isWellFormed(good)).isTrue();
        assertThat(isWellFormed(dayBefore, good)).isTrue();
        assertThat(isWellFormed(toMidnight)).isTrue();
        assertThat(isWellFormed()).isFalse();
        assertThat(isWellFormed(pastMidnight)).isFalse();
        assertThat(isWellFormed(backwards)).isFalse();
        assertThat(isWellFormed(good, evening)).isFalse();
        assertThat(isWellFormed(good, dayBefore)).isFalse();
    }

    private static boolean isWellFormed(WorkingDay... days) {
        return BusinessCalendar.isWellFormed(List.of(days), Examples.CHINA_OFFSET_SECONDS);
    }

    private static BusinessCalendar calendar(List<WorkingDay> days) {
        return new BusinessCalendar(
                new CalendarVersionLoaded(1, "CN-2025", 1, false, Examples.CHINA_OFFSET_SECONDS, days));
    }
}
