package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.ApprovalKind;
import org.tpx.protocol.DealCommand.GrantApproval;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.DealCommand.RefuseApproval;
import org.tpx.protocol.DealCommand.RequireApproval;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand.ApproveBasis;
import org.tpx.protocol.NegotiationCommand.PostNotice;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RelatedParty;
import org.tpx.protocol.ReleasePolicy;

/** Contracts that take effect only once an authority has approved them (machine 9.5, example E17). */
class ApprovalsTest extends Scenario {

    private static final Hash256 PAPER = Written.digest("paper");

    @Test
    void shouldTakeEffectWithTheApproval() {
        awaiting()
                .then(
                        "ContractSigned deal=DEAL-1, price=CNY 6,050,000.00",
                        "ApprovalRequired deal=DEAL-1, listing=L1, approvalKind=EXPORT, approvalDue=2025-08-22 17:00, proofNumber=PROOF-2025-000001");
        at("2025-08-20 10:00");
        grants().then(
                        "ApprovalGranted deal=DEAL-1, reference=NO-17",
                        "ContractEffective due=CNY 4,443,600.00, paymentDue=2025-08-27 17:00",
                        "DepositConverted party=B1, amount=CNY 1,800,000.00",
                        "MoneyPosted reason=DEPOSIT_CONVERTED",
                        "FeeAccrued side=SELLER",
                        "FeeAccrued side=BUYER");
        at("2025-08-22 17:00").then();
        market.pays("B1", "CNY 4,443,600.00").including("PricePaid");
    }

    @Test
    void shouldGiveAllDepositsBackWhereTheAuthorityRefuses() {
        awaiting();
        at("2025-08-20 10:00");
        refuses()
                .then(
                        "ApprovalRefused deal=DEAL-1, listing=L1, reference=NO-17",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,800,000.00, due=2025-08-25 17:00",
                        "Unsold reason=APPROVAL_REFUSED");
        at("2025-08-22 17:00").then();
        grants().refused(RejectReason.NOT_ALLOWED);
        market.publishesResult().refused(RejectReason.NOT_ALLOWED);
        market.relists("CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldLetTheRunnerUpGoAsWell() {
        market.awarded(listing("L1").runnerUpWaiting());
        at("2025-07-11 10:00").signs();
        requires();
        refuses()
                .including("Lost party=B1")
                .including("WaitDeclined party=B2")
                .including("PaymentDue kind=DEPOSIT_REFUND, party=B2, amount=CNY 1,800,000.00")
                .including("Unsold reason=APPROVAL_REFUSED");
    }

    @Test
    void shouldSayWhenTheAuthorityIsLateAndWaitForIt() {
        awaiting();
        at("2025-08-22 17:00").then("TimerFired kind=APPROVAL, listing=L1", "ApprovalOverdue deal=DEAL-1, listing=L1");
        at("2025-09-10 10:00");
        grants().including("ContractEffective");
    }

    @Test
    void shouldDoNothingElseMeanwhile() {
        awaiting().becomesEffective().refused(RejectReason.NOT_ALLOWED);
        requires().refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", new ProposeCertificate("CERTIFY", market.listingId())).refused(RejectReason.FEES_UNPAID);
        market.pays("B1", "CNY 4,443,600.00").including("PaymentDue kind=RETURN, party=B1");
        market.publishesResult().accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnApproval() {
        market.awarded(listing("L1"));
        RequireApproval requirement = new RequireApproval(99, ApprovalKind.ANTITRUST);
        by("A-B1", requirement).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", requirement).refused(RejectReason.UNKNOWN_SUBJECT);
        requires().refused(RejectReason.NOT_ALLOWED);
        GrantApproval grant = new GrantApproval(99, PAPER, "NO-17");
        by("A-B1", grant).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", grant).refused(RejectReason.UNKNOWN_SUBJECT);
        grants().refused(RejectReason.NOT_ALLOWED);
        RefuseApproval refusal = new RefuseApproval(99, PAPER, "NO-17");
        by("A-B1", refusal).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", refusal).refused(RejectReason.UNKNOWN_SUBJECT);
        refuses().refused(RejectReason.NOT_ALLOWED);
        market.signs().becomesEffective();
        requires().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldApproveWhatWasNegotiated() {
        negotiated();
        requires().accepted();
        grants().then(
                        "ContractSigned deal=DEAL-1, price=CNY 7,150,000.00, feeMode=NEGOTIATED",
                        "ApprovalRequired deal=DEAL-1",
                        "ApprovalGranted deal=DEAL-1",
                        "ContractEffective due=CNY 7,167,160.00",
                        "FeeAccrued side=SELLER, amount=CNY 17,160.00",
                        "FeeAccrued side=BUYER, amount=CNY 17,160.00");
    }

    @Test
    void shouldEndWhatWasNegotiatedWhereTheAuthorityRefuses() {
        negotiated();
        requires();
        at("2025-07-15 10:00");
        refuses()
                .then(
                        "ApprovalRefused deal=DEAL-1, listing=N1",
                        "NegotiationCancelled ground=APPROVAL_REFUSED",
                        "ListingClosed listing=N1");
        market.drafts(listing("L1")).submits().accepted();
    }

    private Market awaiting() {
        market.awarded(listing("L1")).sends(1).confirms(1);
        at("2025-07-11 10:00").signs().accepted();
        return requires().accepted();
    }

    private Market requires() {
        return by("CLERK-1", new RequireApproval(market.listingId(), ApprovalKind.EXPORT));
    }

    private Market grants() {
        return by("CLERK-1", new GrantApproval(market.listingId(), PAPER, "NO-17"));
    }

    private Market refuses() {
        return by("CLERK-1", new RefuseApproval(market.listingId(), PAPER, "NO-17"));
    }

    /** Signed with B1 on 2025-07-14 at 7,150,000, without a listing before. */
    private void negotiated() {
        market.party("B1").at("2025-07-10 10:00");
        NegotiationTerms terms = new NegotiationTerms(
                market.id(Ref.PARTY, "B1"),
                LegalBasis.PRIVATE_HOLDER,
                Written.money("CNY 7,150,000.00"),
                "the technology");
        DraftListing ids = market.drafting(listing("N1"));
        by(
                        "A-SELLER",
                        new ProposeNegotiation(
                                "N1",
                                ids.rightId(),
                                ids.transferorId(),
                                ids.profileId(),
                                ids.feeScheduleId(),
                                ids.calendarId(),
                                terms,
                                Money.NONE,
                                ReleasePolicy.BY_PROFILE))
                .on("N1");
        by("CLERK-1", new ApproveBasis(market.listingId(), Hash256.ZERO));
        by("CLERK-1", new PostNotice(market.listingId(), RelatedParty.UNRELATED, 0, "Li Wei", "in one sum", "here"));
        at("2025-07-14 10:00").signs().accepted();
    }
}
