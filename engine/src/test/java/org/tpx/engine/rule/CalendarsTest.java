package org.tpx.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.kernel.Tape.local;
import static org.tpx.engine.kernel.Tape.nanos;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceEvent.CalendarVersionLoaded;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.RejectReason;

class CalendarsTest {

    private final Tape tape = new Tape().at("2025-01-02T08:00");
    private final Calendars calendars = new Calendars();

    @Test
    void shouldTellAllOfAVersionWhenItIsLoaded() {
        ProposeCalendar proposed = Examples.calendar2025(1);
        assertThat(tape.run(proposed, calendars::load))
                .containsExactly(new CalendarVersionLoaded(
                        1, "CN-2025", 1, false, Examples.CHINA_OFFSET_SECONDS, proposed.workingDays()));
        assertThat(calendars.get(1).id()).isEqualTo(1);
        assertThat(calendars.get(1).version()).isEqualTo(1);
    }

    @Test
    void shouldPutANewVersionInThePlaceOfTheOneBefore() {
        tape.run(Examples.calendar2025(1), calendars::load);
        tape.run(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "10-11")), calendars::load);
        assertThat(calendars.get(1).version()).isEqualTo(2);
        assertThat(e18()).isEqualTo("2025-10-27T17:00");
        assertThat(calendars.find(2)).isNull();
    }

    @Test
    void shouldGiveEveryCodeAnIdentityOfItsOwn() {
        tape.run(Examples.calendar2025(1), calendars::load);
        ProposeCalendar other =
                new ProposeCalendar("P", "HK-2025", 1, true, Examples.CHINA_OFFSET_SECONDS, Examples.workingDays2025());
        tape.run(other, calendars::load);
        assertThat(calendars.get(2).version()).isEqualTo(1);
        assertThat(calendars.find(0)).isNull();
        assertThat(calendars.find(2)).isSameAs(calendars.get(2));
        assertThatThrownBy(() -> calendars.get(3)).isInstanceOf(InvariantBrokenException.class);
    }

    @Test
    void shouldTakeRisingVersionsOnly() {
        assertThat(calendars.obstacle(Examples.calendar2025(2))).isNull();
        tape.run(Examples.calendar2025(2), calendars::load);
        assertThat(calendars.obstacle(Examples.calendar2025(1))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(calendars.obstacle(Examples.calendar2025(2))).isEqualTo(RejectReason.NOT_ALLOWED);
        assertThat(calendars.obstacle(Examples.calendar2025(9))).isNull();
    }

    @Test
    void shouldNotTakeDaysThatMakeNoCalendar() {
        assertThat(calendars.obstacle(Examples.calendar(1, List.of()))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSurviveASnapshot() {
        tape.run(Examples.calendar2025(1), calendars::load);
        tape.run(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "10-11")), calendars::load);
        Calendars read = new Calendars();
        tape.roundTrip(calendars::exchange, read::exchange);
        assertThat(read.get(1).version()).isEqualTo(2);
        assertThat(read.get(1).closeOfWorkingDay(nanos("2025-09-22T09:00"), 20, PeriodCounting.EXCLUDE_START))
                .isEqualTo(nanos(e18()));
        assertThat(read.obstacle(Examples.calendar2025(2))).isEqualTo(RejectReason.NOT_ALLOWED);
    }

    private String e18() {
        return local(calendars.get(1).closeOfWorkingDay(nanos("2025-09-22T09:00"), 20, PeriodCounting.EXCLUDE_START));
    }
}
