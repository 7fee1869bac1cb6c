package org.tpx.engine.oversight;

import static org.tpx.engine.Draft.listing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.WorkingDay;

/** A new version of the calendar moves the deadlines that it changes, and says so. */
class CalendarChangeTest extends Scenario {

    @Test
    void shouldMoveOpenDeadlinesWithANewHoliday() {
        market.party("B1").disclosed(listing("L1"));
        at("2025-07-01 10:00").intends("B1").qualifies("B1").including("Qualified depositDue=2025-07-04 17:00");
        at("2025-07-02 10:00")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-03", "07-07")))
                .then(
                        "ProposalMade kind=CALENDAR",
                        "ProposalApproved",
                        "CalendarVersionLoaded code=CN-2025, version=2, provisional=false",
                        "DeadlineMoved kind=DISCLOSURE_END, listing=L1, deadline=2025-07-09 17:00",
                        "DeadlineMoved kind=DEPOSIT, listing=L1, party=B1, deadline=2025-07-08 17:00");
        at("2025-07-08 17:00").including("Lapsed party=B1");
        at("2025-07-09 17:00").including("DisclosureEnded registrations=0");
    }

    @Test
    void shouldMoveTheTimeToPayAsWell() {
        market.awarded(listing("L1")).including("PaymentDue payment=PAY-1, party=B2, due=2025-07-11 17:00");
        at("2025-07-09 10:00")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-11")))
                .including("DeadlineMoved kind=REFUND, listing=L1, party=B2, payment=PAY-1, deadline=2025-07-14 17:00");
        at("2025-07-14 17:00").then("TimerFired kind=REFUND, listing=L1, party=", "PaymentOverdue payment=PAY-1");
    }

    @Test
    void shouldFireAtOnceWhatTheNewCalendarEndedAlready() {
        market.disclosed(listing("L1"));
        at("2025-07-06 10:00")
                .decided(Examples.calendar(2, weekends("2025-06-14", "2025-06-15", "2025-06-21")))
                .including("DeadlineMoved kind=DISCLOSURE_END, deadline=2025-07-06 10:00");
        at("2025-07-06 10:00")
                .then("TimerFired kind=DISCLOSURE_END", "DisclosureEnded registrations=0", "Unsold reason=NO_INTENT");
    }

    @Test
    void shouldCountASuspendedPeriodByTheNewCalendarWhenItIsResumed() {
        market.disclosed(listing("L1"));
        at("2025-06-25 17:00").suspends();
        at("2025-07-02 10:00")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-10")))
                .without("DeadlineMoved");
        at("2025-07-09 10:00").resumes().including("Resumed state=DISCLOSED, disclosureEnd=2025-07-24 17:00");
    }

    @Test
    void shouldLeaveHoursOfAuctionsAlone() {
        market.inBidding(listing("L1"), "B1", "B2").halts(HaltScope.LISTING);
        market.decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-09")))
                .without("DeadlineMoved");
    }

    @Test
    void shouldMoveNothingWhereTheDaysOfAPeriodStay() {
        market.disclosed(listing("L1"));
        market.decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "12-31")))
                .without("DeadlineMoved")
                .including("CalendarVersionLoaded version=2");
    }

    @Test
    void shouldAskForTheAuthoritysNumberAndLeaveTheProposalOpen() {
        at("2025-06-03 09:00")
                .by("OPERATOR-1", Examples.calendar2025(2))
                .approved("SUPERVISOR-1", " ")
                .refused(RejectReason.VARIETY_NOT_APPROVED);
        market.approved("SUPERVISOR-1", "2025/7").including("CalendarVersionLoaded version=2");
    }

    private static List<WorkingDay> weekends(String... dates) {
        List<WorkingDay> days = Examples.workingDays2025();
        for (String date : dates) {
            days = Examples.with(days, Examples.workingDay(LocalDate.parse(date), "09:00", "17:00"));
        }
        return days.stream()
                .sorted(Comparator.comparingLong(WorkingDay::openNanos))
                .toList();
    }
}
