package org.tpx.engine.negotiation;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.ApprovalKind;
import org.tpx.protocol.DealCommand.RequireApproval;
import org.tpx.protocol.RejectReason;

/** The deadlines of a negotiation move with the calendar, and out of an outage, like all others. */
class NegotiationDeadlinesTest extends NegotiationScenario {

    @Test
    void shouldMoveANoticeInCalendarDaysWithTheHolidayThatItsLastDayBecomes() {
        inNotice();
        at("2025-06-12 10:00");
        objects().including("ObjectionFiled answerDue=2025-06-26 17:00");
        at("2025-06-13 10:00")
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "06-25", "06-26")))
                .then(
                        "ProposalMade kind=CALENDAR",
                        "ProposalApproved",
                        "CalendarVersionLoaded version=2",
                        "DeadlineMoved kind=NOTICE_END, listing=N1, deadline=2025-06-28 00:00",
                        "DeadlineMoved kind=OBJECTION, listing=N1, deadline=2025-06-30 17:00");
        at("2025-06-27 23:59").then();
        objects().accepted();
        at("2025-06-28 00:00").including("NoticeEnded openObjections=2");
    }

    @Test
    void shouldLeaveANoticeWhoseLastDayStays() {
        inNotice()
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "06-24")))
                .without("DeadlineMoved");
    }

    @Test
    void shouldMoveTheTimeToSign() {
        signable()
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-01", "07-02")))
                .including("DeadlineMoved kind=SIGNING_WINDOW, listing=N1, deadline=2025-07-24 17:00");
    }

    @Test
    void shouldMoveTheTimeOfAnAuthority() {
        market.awarded(listing("L1"));
        at("2025-07-11 10:00").signs();
        by("CLERK-1", new RequireApproval(market.listingId(), ApprovalKind.FOREIGN_INVESTMENT))
                .decided(Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-14")))
                .including("DeadlineMoved kind=APPROVAL, listing=L1, deadline=2025-08-25 17:00");
    }

    @Test
    void shouldMoveANoticeOutOfAnOutage() {
        inNotice();
        at("2025-06-25 10:00").then();
        market.restarts("2025-06-27 09:00")
                .then("NodeStarted", "DeadlineMoved kind=NOTICE_END, listing=N1, deadline=2025-06-27 17:00");
        objects().accepted();
        at("2025-06-27 17:00").including("NoticeEnded openObjections=1");
    }

    @Test
    void shouldMoveTheTimeToSignOutOfAnOutage() {
        signable()
                .restarts("2025-07-23 09:00")
                .then("NodeStarted", "DeadlineMoved kind=SIGNING_WINDOW, listing=N1, deadline=2025-07-23 17:00");
        market.signs().accepted();
        at("2025-07-23 17:00").signs().refused(RejectReason.NOT_ALLOWED);
    }
}
