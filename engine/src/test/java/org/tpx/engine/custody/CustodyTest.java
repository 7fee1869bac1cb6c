package org.tpx.engine.custody;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.CustodyCommand.CancelBookClose;
import org.tpx.protocol.CustodyCommand.CertifyHolding;
import org.tpx.protocol.CustodyCommand.ProposeCustodyEnd;
import org.tpx.protocol.CustodyCommand.ProposeCustodyRenewal;
import org.tpx.protocol.CustodyCommand.ProposeShareCancellation;
import org.tpx.protocol.CustodyCommand.ProposeShareIssue;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ShareTransferKind;

/** Registers of shares: entries, what weighs on shares, closings, dividends (section 5.6). */
class CustodyTest extends CustodyScenario {

    @Test
    void shouldMoveOnlyWhatNothingWeighsOn() {
        custody("H1", 1_000, "H2", 1_000);
        pledges("H1", "BANK", 400, "PL-1").accepted();
        freezes("H1", 500, "C-1").accepted();
        gives("H1", "H2", 101).refused(RejectReason.SHARES_FROZEN);
        entered(transfer("H1", "H2", 100, ShareTransferKind.GIFT)).accepted();
        certifies("H1")
                .including(
                        "HoldingCertified party=H1, shares=900, totalShares=2000, pledgedShares=400, frozenShares=500");
        releases("PL-1").accepted();
        entered(transfer("H1", "H2", 400, ShareTransferKind.GIFT)).accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_FROZEN);
        unfreezes("C-1").accepted();
        entered(transfer("H1", "H2", 500, ShareTransferKind.GIFT)).accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_MISSING);
    }

    @Test
    void shouldFreezePledgedSharesAndHoldBothUntilOneEnds() {
        custody("H1", 100, "H2", 1);
        pledges("H1", "BANK", 100, "PL-1").accepted();
        freezes("H1", 100, "C-1").accepted();
        freezes("H1", 1, "C-2").refused(RejectReason.SHARES_FROZEN);
        consents("PL-1").accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_FROZEN);
        unfreezes("C-1").accepted();
        at("2025-06-02 10:00");
        entered(transfer("H1", "H2", 60, ShareTransferKind.GIFT))
                .including("SharePledgeReleased shares=60, remainingShares=40, reference=PL-1")
                .including("SharesTransferred shares=60, transferKind=GIFT");
        releases("PL-1").including("SharePledgeReleased shares=40, remainingShares=0");
        pledges("H1", "BANK", 1, "PL-1").refused(RejectReason.CODE_TAKEN);
    }

    @Test
    void shouldLockAnExecutivesSharesUntilTheTimeIsOver() {
        custody("H1", 101, "H2", 1);
        at("2025-06-02 10:00");
        locks("H1", 7_500, "2025-06-10 09:00").including("SharesLocked lockedBps=7500, shares=76");
        gives("H1", "H2", 26).refused(RejectReason.SHARES_LOCKED);
        entered(transfer("H1", "H2", 25, ShareTransferKind.GIFT)).accepted();
        entered(transfer("H1", "H2", 1, ShareTransferKind.JUDGMENT)).accepted();
        entered(transfer("H1", "H2", 1, ShareTransferKind.PROPERTY_DIVISION)).accepted();
        entered(transfer("H1", "H2", 1, ShareTransferKind.INHERITANCE)).accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_LOCKED);
        at("2025-06-10 09:00");
        entered(transfer("H1", "H2", 73, ShareTransferKind.GIFT)).accepted();
    }

    @Test
    void shouldLetAnHeirFollowAHolderWhoNeverConfirmed() {
        opens("S1", "H1", 10, "H2", 10);
        gives("H1", "H2", 1).refused(RejectReason.HOLDER_UNCONFIRMED);
        entered(transfer("H1", "HEIR", 4, ShareTransferKind.INHERITANCE)).accepted();
        entered(transfer("H1", "HEIR", 6, ShareTransferKind.JUDGMENT)).accepted();
        gives("HEIR", "H2", 10).accepted();
    }

    @Test
    void shouldCountSharesThatComeAndGo() {
        custody("H1", 100);
        at("2025-06-02 10:00");
        entered(new ProposeShareIssue(next(), register(), PAPER, holders("H2", 50, "H1", 5)))
                .including("SharesIssued totalShares=155");
        entered(new ProposeShareCancellation(next(), register(), party("H1"), 105, PAPER))
                .including("SharesCancelled shares=105, totalShares=50");
        certifies("H1").including("HoldingCertified certificateNumber=HOLD-2025-000001, shares=0, totalShares=50");
        by("A-H2", new CertifyHolding(register(), party("H2")))
                .including("HoldingCertified certificateNumber=HOLD-2025-000002, shares=50");
        by("A-H2", new CertifyHolding(register(), party("H1"))).refused(RejectReason.NO_MANDATE);
    }

    @Test
    void shouldEnterNothingOnceTheContractIsOverButWhatProtectsOthers() {
        custody("H1", 100, "H2", 100);
        pledges("H1", "BANK", 50, "PL-1").accepted();
        at(CONTRACT_END);
        gives("H1", "H2", 1).refused(RejectReason.CUSTODY_OVER);
        freezes("H1", 10, "C-1").accepted();
        unfreezes("C-1").accepted();
        releases("PL-1").accepted();
        by("CLERK-1", new ProposeCustodyRenewal(next(), register(), Written.nanos(CONTRACT_END), PAPER))
                .refused(RejectReason.LATE);
        by("CLERK-1", new ProposeCustodyRenewal(next(), register(), Written.nanos("2035-06-04 00:00"), PAPER))
                .accepted()
                .approved("SUPERVISOR-1", "")
                .including("CustodyRenewed until=2035-06-04 00:00");
        gives("H1", "H2", 1).accepted();
        by("CLERK-1", new ProposeCustodyEnd(next(), register(), PAPER, "listed elsewhere"))
                .accepted()
                .approved("SUPERVISOR-1", "")
                .including("CustodyEnded reason=listed elsewhere");
        freezes("H1", 10, "C-2").refused(RejectReason.CUSTODY_OVER);
        certifies("H1").refused(RejectReason.CUSTODY_OVER);
        confirms("H1").refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldCloseTheRegisterBeforeAMeetingAndRecordTheHolders() {
        custody("H1", 100, "H2", 100, "H3", 100);
        entered(transfer("H3", "H1", 100, ShareTransferKind.GIFT)).accepted();
        meets("2025-06-30 10:00").including("BookCloseAnnounced from=2025-06-10 00:00, record=2025-06-30 10:00");
        gives("H1", "H2", 1).accepted();
        at("2025-06-10 00:00");
        market.approved("CLERK-2", "").refused(RejectReason.BOOK_CLOSED);
        gives("H1", "H2", 1).refused(RejectReason.BOOK_CLOSED);
        entered(new ProposeShareLock(next(), register(), party("H1"), 1, Written.nanos("2026-01-01 00:00"), PAPER))
                .accepted();
        at("2025-06-30 10:00")
                .then(
                        "TimerFired kind=SHARE_RECORD",
                        "HoldersRecorded purpose=GENERAL_MEETING, holders=2, totalShares=300");
        gives("H1", "H2", 1).accepted();
    }

    @Test
    void shouldOpenTheRegisterAgainWhenAMeetingIsCancelled() {
        custody("H1", 100, "H2", 100);
        meets("2025-06-30 10:00").accepted();
        at("2025-06-10 00:00");
        gives("H1", "H2", 1).refused(RejectReason.BOOK_CLOSED);
        by("SUPERVISOR-1", new CancelBookClose(1, "no quorum")).including("BookCloseCancelled reason=no quorum");
        gives("H1", "H2", 1).accepted();
        at("2025-06-30 10:00").then();
    }

    @Test
    void shouldAllotADividendByLargestRemainderAndHoldBackWhatIsNotFree() {
        custody("H1", 1_000, "H2", 1_000, "H3", 999);
        market.paysIn("COMPANY", "CNY 374.87");
        pledges("H1", "BANK", 1_000, "PL-1").accepted();
        freezes("H1", 1_000, "C-1").accepted();
        freezes("H2", 1, "C-2").accepted();
        at("2025-06-03 10:00");
        declares("2025-06-20 00:00")
                .including("DividendDeclared amount=CNY 1.25, perShares=10, totalShares=2999, total=CNY 374.87")
                .including("BookCloseAnnounced purpose=DIVIDEND, from=2025-06-15 00:00");
        market.takesOut("COMPANY", "CNY 0.01").refused(RejectReason.CREDIT);
        at("2025-06-20 00:00")
                .then(
                        "TimerFired kind=SHARE_RECORD",
                        "HoldersRecorded purpose=DIVIDEND, holders=3, totalShares=2999",
                        "DividendAllotted shares=1000, heldShares=1000, amount=CNY 125.00, held=CNY 125.00",
                        "MoneyPosted reason=DIVIDEND_ALLOTTED",
                        "DividendAllotted shares=1000, heldShares=1, amount=CNY 125.00, held=CNY 0.13",
                        "MoneyPosted reason=DIVIDEND_ALLOTTED",
                        "PaymentDue kind=DIVIDEND, party=H2, amount=CNY 124.87, due=2025-06-27 17:00",
                        "DividendAllotted shares=999, heldShares=0, amount=CNY 124.87, held=CNY 0.00",
                        "MoneyPosted reason=DIVIDEND_ALLOTTED",
                        "PaymentDue kind=DIVIDEND, party=H3, amount=CNY 124.87");
        by("CLERK-1", release("H1", "H1")).refused(RejectReason.SHARES_PLEDGED);
        releases("PL-1").accepted();
        by("CLERK-1", release("H1", "H1")).refused(RejectReason.SHARES_FROZEN);
        by("CLERK-1", release("H1", "BANK"))
                .accepted()
                .approved("SUPERVISOR-1", "")
                .including("DividendReleased amount=CNY 125.00")
                .including("PaymentDue kind=DIVIDEND, party=BANK, amount=CNY 125.00");
        by("CLERK-1", release("H1", "BANK")).refused(RejectReason.NOT_ALLOWED);
        unfreezes("C-2").accepted();
        by("CLERK-1", release("H2", "H2"))
                .accepted()
                .approved("SUPERVISOR-1", "")
                .accepted();
        market.sends(1, 2, 3, 4).confirms(1).confirms(2).confirms(3).confirms(4).settlementAccountIsEmpty();
    }

    @Test
    void shouldGiveTheMoneyOfACancelledDividendBack() {
        custody("H1", 10);
        market.paysIn("COMPANY", "CNY 1.25");
        declares("2025-06-20 00:00").accepted();
        entered(transfer("H1", "H2", 1, ShareTransferKind.GIFT)).accepted();
        by("CLERK-1", dividend("2025-07-20 00:00")).refused(RejectReason.NOT_ALLOWED);
        by("SUPERVISOR-1", new CancelBookClose(1, "a mistake")).including("MoneyPosted reason=DIVIDEND_CANCELLED");
        at("2025-06-20 00:00").then();
        by("SUPERVISOR-1", new CancelBookClose(1, "again")).refused(RejectReason.NOT_ALLOWED);
        market.takesOut("COMPANY", "CNY 1.25").accepted();
        market.sends(1).confirms(1).settlementAccountIsEmpty();
    }
}
