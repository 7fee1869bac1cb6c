package org.tpx.engine.custody;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.CustodyCommand.AnnounceMeeting;
import org.tpx.protocol.CustodyCommand.CancelBookClose;
import org.tpx.protocol.CustodyCommand.ConfirmHolder;
import org.tpx.protocol.CustodyCommand.ConsentToShareTransfer;
import org.tpx.protocol.CustodyCommand.FreezeShares;
import org.tpx.protocol.CustodyCommand.OfferShares;
import org.tpx.protocol.CustodyCommand.ProposeCustodyEnd;
import org.tpx.protocol.CustodyCommand.ProposeCustodyRenewal;
import org.tpx.protocol.CustodyCommand.ProposeDividend;
import org.tpx.protocol.CustodyCommand.ProposeDividendRelease;
import org.tpx.protocol.CustodyCommand.ProposeShareCancellation;
import org.tpx.protocol.CustodyCommand.ProposeShareIssue;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.CustodyCommand.ProposeShareRegister;
import org.tpx.protocol.CustodyCommand.ProposeShareTransfer;
import org.tpx.protocol.CustodyCommand.ProposeShareUnfreeze;
import org.tpx.protocol.CustodyCommand.RegisterSharePledge;
import org.tpx.protocol.CustodyCommand.SetSharePayment;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.ShareTransferKind;

/** Of several reasons against an entry the first in the order of {@link RejectReason} is given. */
class CustodyPrecedenceTest extends CustodyScenario {

    private static final Hash256 NO_PAPER = Hash256.ZERO;

    @BeforeEach
    void opened() {
        custody("H1", 1_000, "H2", 1_000);
        entered(new ProposeShareIssue(next(), register(), PAPER, holders("U1", 100)))
                .accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstARegister() {
        ProposeShareRegister bad = With.with(
                opening("S1"),
                "proposal",
                "SHARE-1",
                "issuerId",
                99L,
                "profileId",
                99L,
                "contract",
                NO_PAPER,
                "contractUntilNanos",
                1L);
        by("NOBODY", bad).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("SUPERVISOR-1", bad).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", bad).refused(RejectReason.UNKNOWN_SUBJECT);
        bad = With.with(bad, "issuerId", party("COMPANY"));
        by("CLERK-1", bad).refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", With.with(bad, "proposal", "P-NEW")).refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", With.with(bad, "code", "S2")).refused(RejectReason.CODE_TAKEN);
        bad = With.with(bad, "code", "S2", "proposal", "P-NEW");
        by("CLERK-1", bad).refused(RejectReason.VARIETY_NOT_APPROVED);
        bad = With.with(bad, "profileId", opening("S2").profileId());
        by("CLERK-1", bad).refused(RejectReason.DOCUMENT_MISSING);
        bad = With.with(bad, "contract", PAPER);
        by("CLERK-1", bad).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(bad, "holders", holders("H1", 1, "H1", 1))).refused(RejectReason.NOT_ALLOWED);
        bad = With.with(bad, "holders", holders("H1", 1));
        by("CLERK-1", bad).refused(RejectReason.LATE);
        bad = With.with(bad, "contractUntilNanos", Written.nanos(CONTRACT_END));
        by("CLERK-1", bad).accepted();
        market.approved("CLERK-2", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        opens("S2", "H1", 1);
        by("SUPERVISOR-1", new ApproveProposal(proposal("P-NEW"), "")).refused(RejectReason.CODE_TAKEN);
    }

    private long proposal(String code) {
        return market.id(Ref.PROPOSAL, code);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnIssueAndACancellation() {
        ProposeShareIssue issue = new ProposeShareIssue("SHARE-1", 99, NO_PAPER, holders());
        by("AUDITOR-1", issue).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", issue).refused(RejectReason.UNKNOWN_SUBJECT);
        issue = With.with(issue, "registerId", register());
        by("CLERK-1", issue).refused(RejectReason.CODE_TAKEN);
        issue = With.with(issue, "proposal", next());
        by("CLERK-1", issue).refused(RejectReason.DOCUMENT_MISSING);
        issue = With.with(issue, "document", PAPER);
        by("CLERK-1", issue).refused(RejectReason.NOT_ALLOWED);
        ProposeShareCancellation cancellation =
                new ProposeShareCancellation("SHARE-1", register(), 99, 2_000, NO_PAPER);
        by("CLERK-1", cancellation).refused(RejectReason.UNKNOWN_SUBJECT);
        cancellation = With.with(cancellation, "partyId", party("H1"));
        by("CLERK-1", cancellation).refused(RejectReason.CODE_TAKEN);
        cancellation = With.with(cancellation, "proposal", next());
        by("CLERK-1", cancellation).refused(RejectReason.DOCUMENT_MISSING);
        cancellation = With.with(cancellation, "document", PAPER);
        by("CLERK-1", cancellation).refused(RejectReason.SHARES_MISSING);
        issue = With.with(issue, "holders", holders("H1", 1));
        meets("2025-06-30 10:00").accepted();
        at("2025-06-10 00:00");
        by("CLERK-1", issue).refused(RejectReason.BOOK_CLOSED);
        by("CLERK-1", cancellation).refused(RejectReason.BOOK_CLOSED);
        at("2025-06-30 10:00");
        market.paysIn("COMPANY", "CNY 262.50");
        declares("2025-07-20 00:00").accepted();
        by("CLERK-1", issue).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", cancellation).refused(RejectReason.NOT_ALLOWED);
        at(CONTRACT_END);
        by("CLERK-1", With.with(issue, "document", NO_PAPER)).refused(RejectReason.CUSTODY_OVER);
        by("CLERK-1", With.with(cancellation, "document", NO_PAPER)).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAConfirmation() {
        ConfirmHolder confirmation = new ConfirmHolder(register(), party("H3"), NO_PAPER);
        by("A-H1", confirmation).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", confirmation).refused(RejectReason.UNKNOWN_SUBJECT);
        confirmation = With.with(confirmation, "partyId", party("H1"));
        by("CLERK-1", confirmation).refused(RejectReason.DOCUMENT_MISSING);
        by("CLERK-1", With.with(confirmation, "document", PAPER)).refused(RejectReason.NOT_ALLOWED);
        at(CONTRACT_END);
        by("CLERK-1", confirmation).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstATransfer() {
        ProposeShareTransfer move = With.with(
                transfer("U1", "U1", 101, ShareTransferKind.GIFT),
                "proposal",
                "SHARE-1",
                "toId",
                99L,
                "document",
                NO_PAPER);
        by("A-H1", move).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", move).refused(RejectReason.UNKNOWN_SUBJECT);
        move = With.with(move, "toId", party("U1"));
        by("CLERK-1", move).refused(RejectReason.CODE_TAKEN);
        move = With.with(move, "proposal", next());
        by("CLERK-1", move).refused(RejectReason.DOCUMENT_MISSING);
        move = With.with(move, "document", PAPER);
        meets("2025-06-30 10:00").accepted();
        at("2025-06-10 00:00");
        by("CLERK-1", move).refused(RejectReason.NOT_ALLOWED);
        move = With.with(move, "toId", party("H1"));
        by("CLERK-1", With.with(move, "transferKind", ShareTransferKind.SALE)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", With.with(move, "transferKind", ShareTransferKind.CONSIDERATION))
                .refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", move).refused(RejectReason.BOOK_CLOSED);
        at("2025-06-30 10:00");
        by("CLERK-1", move).refused(RejectReason.HOLDER_UNCONFIRMED);
        confirms("U1").accepted();
        by("CLERK-1", move).refused(RejectReason.SHARES_MISSING);
        pledges("U1", "BANK", 10, "PL-1").accepted();
        by("CLERK-1", With.with(move, "shares", 91L)).refused(RejectReason.SHARES_PLEDGED);
        freezes("U1", 10, "C-1").accepted();
        by("CLERK-1", With.with(move, "shares", 91L)).refused(RejectReason.SHARES_PLEDGED);
        by("CLERK-1", With.with(move, "shares", 81L)).refused(RejectReason.SHARES_FROZEN);
        locks("U1", 1_000, "2026-01-01 00:00").accepted();
        by("CLERK-1", With.with(move, "shares", 71L)).refused(RejectReason.SHARES_LOCKED);
        by("CLERK-1", With.with(move, "shares", 70L)).accepted();
        at(CONTRACT_END);
        by("CLERK-1", With.with(move, "document", NO_PAPER, "proposal", next())).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstWhatWeighsOnShares() {
        RegisterSharePledge pledge =
                With.with(pledge("U1", "BANK", 101, "PL-1"), "pledgeeId", 99L, "document", NO_PAPER);
        by("SUPERVISOR-1", pledge).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", pledge).refused(RejectReason.UNKNOWN_SUBJECT);
        pledges("H1", "BANK", 1, "PL-1").accepted();
        pledge = With.with(pledge, "pledgeeId", party("U1"));
        by("CLERK-1", pledge).refused(RejectReason.CODE_TAKEN);
        pledge = With.with(pledge, "reference", "PL-2");
        by("CLERK-1", pledge).refused(RejectReason.DOCUMENT_MISSING);
        pledge = With.with(pledge, "document", PAPER);
        by("CLERK-1", pledge).refused(RejectReason.NOT_ALLOWED);
        pledge = With.with(pledge, "pledgeeId", party("BANK"));
        by("CLERK-1", pledge).refused(RejectReason.HOLDER_UNCONFIRMED);
        confirms("U1").accepted();
        by("CLERK-1", pledge).refused(RejectReason.SHARES_MISSING);
        pledges("U1", "BANK", 40, "PL-3").accepted();
        by("CLERK-1", With.with(pledge, "shares", 61L)).refused(RejectReason.SHARES_PLEDGED);
        freezes("U1", 40, "C-1").accepted();
        by("CLERK-1", With.with(pledge, "shares", 21L)).refused(RejectReason.SHARES_FROZEN);
        FreezeShares freeze = new FreezeShares(register(), 99, 101, NO_PAPER, "a court", "C-1");
        by("A-H1", freeze).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-1", freeze).refused(RejectReason.UNKNOWN_SUBJECT);
        freeze = With.with(freeze, "partyId", party("U1"));
        by("SUPERVISOR-1", freeze).refused(RejectReason.CODE_TAKEN);
        freeze = With.with(freeze, "reference", "C-2");
        by("SUPERVISOR-1", freeze).refused(RejectReason.DOCUMENT_MISSING);
        freeze = With.with(freeze, "document", PAPER);
        by("SUPERVISOR-1", freeze).refused(RejectReason.SHARES_MISSING);
        by("SUPERVISOR-1", With.with(freeze, "shares", 61L)).refused(RejectReason.SHARES_FROZEN);
        by("SUPERVISOR-1", With.with(freeze, "shares", 60L)).accepted();
        at(CONTRACT_END);
        by("CLERK-1", With.with(pledge, "document", NO_PAPER)).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstConsentReleaseLockAndLifting() {
        pledges("H1", "BANK", 1, "PL-1").accepted();
        freezes("H1", 1, "C-1").accepted();
        ConsentToShareTransfer consent = new ConsentToShareTransfer(register(), NO_PAPER, "PL-9");
        by("SUPERVISOR-1", consent).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", consent).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(consent, "reference", "PL-1")).refused(RejectReason.DOCUMENT_MISSING);
        consents("PL-1").accepted();
        consents("PL-1").refused(RejectReason.NOT_ALLOWED);
        releases("PL-9").refused(RejectReason.UNKNOWN_SUBJECT);
        ProposeShareUnfreeze lifting = new ProposeShareUnfreeze("SHARE-1", register(), NO_PAPER, "C-9");
        by("CLERK-1", lifting).refused(RejectReason.UNKNOWN_SUBJECT);
        lifting = With.with(lifting, "reference", "C-1");
        by("CLERK-1", lifting).refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", With.with(lifting, "proposal", next())).refused(RejectReason.DOCUMENT_MISSING);
        ProposeShareLock lock = new ProposeShareLock("SHARE-1", register(), party("BANK"), 1, 1, NO_PAPER);
        by("CLERK-1", lock).refused(RejectReason.UNKNOWN_SUBJECT);
        lock = With.with(lock, "partyId", party("H1"));
        by("CLERK-1", lock).refused(RejectReason.CODE_TAKEN);
        lock = With.with(lock, "proposal", next());
        by("CLERK-1", lock).refused(RejectReason.DOCUMENT_MISSING);
        by("CLERK-1", With.with(lock, "document", PAPER)).refused(RejectReason.LATE);
        at(CONTRACT_END);
        by("CLERK-1", lock).refused(RejectReason.CUSTODY_OVER);
        by("CLERK-1", new ProposeCustodyEnd(next(), register(), PAPER, ""))
                .accepted()
                .approved("SUPERVISOR-1", "");
        releases("PL-1").refused(RejectReason.CUSTODY_OVER);
        by("CLERK-1", With.with(lifting, "proposal", next())).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstTheEndAndTheRenewal() {
        ProposeCustodyEnd end = new ProposeCustodyEnd("SHARE-1", 99, NO_PAPER, "");
        by("CLERK-1", end).refused(RejectReason.UNKNOWN_SUBJECT);
        end = With.with(end, "registerId", register());
        by("CLERK-1", end).refused(RejectReason.CODE_TAKEN);
        end = With.with(end, "proposal", next());
        by("CLERK-1", end).refused(RejectReason.DOCUMENT_MISSING);
        end = With.with(end, "document", PAPER);
        meets("2025-06-30 10:00").accepted();
        by("CLERK-1", end).refused(RejectReason.NOT_ALLOWED);
        ProposeCustodyRenewal renewal = new ProposeCustodyRenewal("SHARE-1", 99, 1, NO_PAPER);
        by("CLERK-1", renewal).refused(RejectReason.UNKNOWN_SUBJECT);
        renewal = With.with(renewal, "registerId", register());
        by("CLERK-1", renewal).refused(RejectReason.CODE_TAKEN);
        renewal = With.with(renewal, "proposal", next());
        by("CLERK-1", renewal).refused(RejectReason.DOCUMENT_MISSING);
        by("CLERK-1", With.with(renewal, "contract", PAPER)).refused(RejectReason.LATE);
        at("2025-06-30 10:00");
        by("CLERK-1", end).accepted().approved("SUPERVISOR-1", "").accepted();
        by("CLERK-1", With.with(end, "proposal", next(), "document", NO_PAPER)).refused(RejectReason.CUSTODY_OVER);
        by("CLERK-1", With.with(renewal, "proposal", next())).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstMeetingsAndTheirEnd() {
        AnnounceMeeting meeting = new AnnounceMeeting(99, Written.nanos("2025-06-21 23:59"), NO_PAPER);
        by("A-H1", meeting).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", meeting).refused(RejectReason.UNKNOWN_SUBJECT);
        meeting = With.with(meeting, "registerId", register());
        by("CLERK-1", meeting).refused(RejectReason.DOCUMENT_MISSING);
        by("CLERK-1", With.with(meeting, "document", PAPER)).refused(RejectReason.PERIOD_TOO_SHORT);
        by("CLERK-1", With.with(meeting, "document", PAPER, "meetingNanos", 1L)).refused(RejectReason.PERIOD_TOO_SHORT);
        by("CLERK-1", new CancelBookClose(99, "")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("SUPERVISOR-1", new CancelBookClose(99, "")).refused(RejectReason.UNKNOWN_SUBJECT);
        at(CONTRACT_END);
        by("CLERK-1", meeting).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstADividendAndItsRelease() {
        ProposeDividend dividend = dividend(
                "2025-06-06 00:00",
                "proposal",
                "SHARE-1",
                "payerId",
                99L,
                "document",
                NO_PAPER,
                "amount",
                Written.money("USD 0.01"),
                "perShares",
                1_000_000);
        by("OPERATOR-1", dividend).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", dividend).refused(RejectReason.UNKNOWN_SUBJECT);
        dividend = With.with(dividend, "payerId", party("COMPANY"));
        by("CLERK-1", dividend).refused(RejectReason.CODE_TAKEN);
        dividend = With.with(dividend, "proposal", next());
        by("CLERK-1", dividend).refused(RejectReason.DOCUMENT_MISSING);
        dividend = With.with(dividend, "document", PAPER);
        by("CLERK-1", dividend).refused(RejectReason.PERIOD_TOO_SHORT);
        dividend = With.with(dividend, "recordNanos", Written.nanos("2025-06-20 00:00"));
        by("CLERK-1", dividend).refused(RejectReason.NOT_ALLOWED);
        dividend = With.with(dividend, "perShares", 10);
        by("CLERK-1", dividend).refused(RejectReason.CURRENCY);
        dividend = With.with(dividend, "amount", Written.money("CNY 0.01"));
        by("CLERK-1", dividend).refused(RejectReason.CREDIT);
        market.paysIn("COMPANY", "CNY 2.10");
        by("CLERK-1", dividend).accepted();
        market.takesOut("COMPANY", "CNY 0.01").approved("SUPERVISOR-1", "").refused(RejectReason.CREDIT);
        market.paysIn("COMPANY", "CNY 0.01");
        market.approved("SUPERVISOR-1", "").accepted();
        ProposeDividendRelease release =
                With.with(release("H1", "H1"), "proposal", "SHARE-1", "bookCloseId", 99L, "document", NO_PAPER);
        by("CLERK-1", release).refused(RejectReason.UNKNOWN_SUBJECT);
        release = With.with(release, "bookCloseId", 1L);
        by("CLERK-1", release).refused(RejectReason.CODE_TAKEN);
        release = With.with(release, "proposal", next());
        by("CLERK-1", release).refused(RejectReason.DOCUMENT_MISSING);
        by("CLERK-1", With.with(release, "document", PAPER)).refused(RejectReason.NOT_ALLOWED);
        at(CONTRACT_END);
        by("CLERK-1", With.with(dividend, "document", NO_PAPER, "proposal", next()))
                .refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstSharesInADraft() {
        market.right("EQ", RightType.TECH_EQUITY, "SELLER").drafts(Draft.listing("L1"));
        OfferShares offer = With.with(offer(10), "registerId", 99L);
        by("CLERK-1", offer).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-H1", offer).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", offer).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", offer(10)).refused(RejectReason.NOT_ALLOWED);
        SetSharePayment payment = With.with(payment("USD 1.00"), "registerId", 99L);
        by("CLERK-1", payment).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-SELLER", payment).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", payment("USD 1.00")).refused(RejectReason.CURRENCY);
        by("A-SELLER", payment("CNY 1.00")).accepted();
        market.submits();
        by("A-SELLER", payment("USD 1.00")).refused(RejectReason.NOT_ALLOWED);
        market.drafts(Draft.listing("L2").of("EQ"));
        by("A-SELLER", offer(10)).accepted();
        market.submits().accepts();
        by("CLERK-1", new ProposeCustodyEnd(next(), register(), PAPER, ""))
                .accepted()
                .approved("SUPERVISOR-1", "");
        market.publishes().refused(RejectReason.CUSTODY_OVER);
        market.drafts(Draft.listing("L3").of("EQ"));
        by("A-SELLER", offer(10)).refused(RejectReason.CUSTODY_OVER);
        by("A-SELLER", payment("CNY 1.00")).refused(RejectReason.CUSTODY_OVER);
    }
}
