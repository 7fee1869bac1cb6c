package org.tpx.engine.negotiation;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.NegotiationCommand.RejectObjection;
import org.tpx.protocol.ObjectionOutcome;
import org.tpx.protocol.RejectReason;

/** Objections against a notice: its days go on, and nothing is signed until each has its answer. */
class ObjectionsTest extends NegotiationScenario {

    @Test
    void shouldBlockTheContractUntilTheReplyAsInE16() {
        inNotice();
        at("2025-06-20 10:00");
        objects().then("ObjectionFiled objection=OBJ-1, listing=N1, answerDue=2025-07-04 17:00, reasons=too cheap");
        at("2025-06-26 10:00")
                .signs()
                .refused(RejectReason.OPEN_OBJECTION)
                .then(
                        "TimerFired at=2025-06-26 00:00, kind=NOTICE_END",
                        "NoticeEnded openObjections=1",
                        "CommandRefused reason=OPEN_OBJECTION");
        at("2025-06-27 15:00");
        rejects(1).then("ObjectionRejected objection=OBJ-1, listing=N1", "SigningOpened signingDue=2025-08-08 17:00");
        at("2025-06-30 10:00").signs().accepted();
        at("2025-07-04 17:00").without("ObjectionOverdue");
    }

    @Test
    void shouldGoOnWithTheRemainingDaysAfterAReplyInTime() {
        inNotice();
        at("2025-06-12 10:00");
        objects();
        market.signs().refused(RejectReason.OPEN_OBJECTION);
        rejects(1).including("ObjectionRejected").without("SigningOpened");
        market.signs().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-26 00:00")
                .then("TimerFired kind=NOTICE_END", "NoticeEnded openObjections=0", "SigningOpened listing=N1");
    }

    @Test
    void shouldWaitForTheLastOfSeveralReplies() {
        inNotice();
        objects();
        objects().including("ObjectionFiled objection=OBJ-2");
        at("2025-06-26 00:00").including("NoticeEnded openObjections=2");
        rejects(2).without("SigningOpened");
        rejects(2).refused(RejectReason.NOT_ALLOWED);
        market.signs().refused(RejectReason.OPEN_OBJECTION);
        rejects(1).including("SigningOpened");
    }

    @Test
    void shouldSayWhenAReplyIsOverdueAndWaitForIt() {
        inNotice();
        objects();
        at("2025-06-24 17:00").then("TimerFired kind=OBJECTION, listing=N1", "ObjectionOverdue objection=OBJ-1");
        at("2025-06-30 10:00").signs().refused(RejectReason.OPEN_OBJECTION);
        rejects(1).including("SigningOpened");
    }

    @Test
    void shouldTakeObjectionsWhileTheNoticeStandsOnly() {
        market.party("B1").at("2025-06-09 09:00");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        objects().refused(RejectReason.NOT_ALLOWED);
        approves();
        objects().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-10 09:00");
        posts();
        objects().accepted();
        at("2025-06-25 23:59:59.999999999");
        objects().accepted();
        at("2025-06-26 00:00");
        objects().refused(RejectReason.LATE);
        rejects(1);
        rejects(2).including("SigningOpened");
        objects().refused(RejectReason.LATE);
        market.signs();
        objects().refused(RejectReason.LATE);
    }

    @Test
    void shouldRenegotiateAfterAnObjectionThatWasUpheld() {
        inNotice();
        objects();
        objects();
        at("2025-06-20 10:00");
        upholds(1, ObjectionOutcome.RENEGOTIATE)
                .then("ObjectionUpheld objection=OBJ-1, outcome=RENEGOTIATE, reason=it is");
        rejects(2).refused(RejectReason.NOT_ALLOWED);
        objects().refused(RejectReason.NOT_ALLOWED);
        market.signs().refused(RejectReason.NOT_ALLOWED);
        posts().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-01 09:00").then();
        changesPrice("CNY 1,300,000.00").including("TermsChanged price=CNY 1,300,000.00, material=true");
        posts().including("NoticePosted noticeEnd=2025-07-17 00:00");
        at("2025-07-17 00:00").including("SigningOpened").signs().accepted();
    }

    @Test
    void shouldEndWithAnObjectionThatWasUpheldForGood() {
        inNotice();
        objects();
        objects();
        at("2025-06-20 10:00");
        upholds(2, ObjectionOutcome.CANCEL)
                .then(
                        "ObjectionUpheld objection=OBJ-2, outcome=CANCEL",
                        "NegotiationCancelled ground=OBJECTION_UPHELD",
                        "ListingClosed listing=N1");
        upholds(1, ObjectionOutcome.CANCEL).refused(RejectReason.NOT_ALLOWED);
        objects().refused(RejectReason.LATE);
        at("2025-07-30 10:00").then();
    }

    @Test
    void shouldKeepTheNoticeFromChangingWhileAnObjectionIsOpen() {
        inNotice();
        objects();
        changes(change()).refused(RejectReason.NOT_ALLOWED);
        rejects(1);
        changes(change()).accepted();
    }

    @Test
    void shouldKnowItsObjections() {
        inNotice();
        by("CLERK-1", new RejectObjection(1, Written.digest("reply"))).refused(RejectReason.ROLE_NOT_ALLOWED);
        rejects(1).refused(RejectReason.UNKNOWN_SUBJECT);
        upholds(7, ObjectionOutcome.CANCEL).refused(RejectReason.UNKNOWN_SUBJECT);
    }
}
