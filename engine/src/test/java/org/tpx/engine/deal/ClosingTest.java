package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.DealCommand.ProposePayments;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightType;

/** Certificate, title or handover, release of the price, and payments out (machine 9.5). */
class ClosingTest extends Scenario {

    @Test
    void shouldIssueTheCertificateOnceAllIsPaid() {
        market.awarded(listing("L1"));
        propose("C-1").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-11 10:00").signs();
        propose("C-2").refused(RejectReason.FEES_UNPAID);
        market.becomesEffective();
        propose("C-3").refused(RejectReason.FEES_UNPAID);
        at("2025-07-18 17:00").including("PriceOverdue deal=DEAL-1");
        propose("C-4").refused(RejectReason.FEES_UNPAID);
        at("2025-07-21 10:00").pays("B1", "CNY 4,443,600.00");
        at("2025-07-22 10:00")
                .certifies()
                .including("CertificateIssued certificate=CERT-1, certificateNumber=CERT-2025-000001");
    }

    @Test
    void shouldTellWhenTheCertificateIsOverdueAndStillIssueIt() {
        market.funded(listing("L1"));
        at("2025-07-21 17:00").then("TimerFired kind=CERTIFICATE, listing=L1", "CertificateOverdue deal=DEAL-1");
        at("2025-07-22 10:00").certifies().including("CertificateIssued certificateNumber=CERT-2025-000001");
    }

    @Test
    void shouldNeedTwoPeopleForACertificate() {
        market.funded(listing("L1"));
        propose("C-1").approved("CLERK-1", "").refused(RejectReason.SAME_PERSON);
        long first = market.last(Ref.PROPOSAL);
        propose("C-2");
        by("SUPERVISOR-1", new RejectProposal(first, "a typing error")).accepted();
        market.approved("SUPERVISOR-1", "").including("CertificateIssued certificateNumber=CERT-2025-000001");
        by("CLERK-2", new ApproveProposal(first, "")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldIssueNoSecondCertificateForAnotherOpenProposal() {
        market.funded(listing("L1"));
        propose("C-1");
        long first = market.last(Ref.PROPOSAL);
        propose("C-2").approved("CLERK-2", "").accepted();
        by("CLERK-2", new ApproveProposal(first, "")).refused(RejectReason.ALREADY_ISSUED);
    }

    @Test
    void shouldReleaseThePriceWithTheCertificateWhereThePolicySaysSo() {
        market.certified(listing("L1").release(ReleasePolicy.ON_CERTIFICATE))
                .then(
                        "ProposalMade kind=CERTIFICATE",
                        "ProposalApproved",
                        "CertificateIssued",
                        "MoneyPosted reason=FEES_EARNED, legs=FEE_HELD DEAL-1 CNY 208,120.00 -> FEE_EARNED CNY 208,120.00",
                        "PaymentDue payment=PAY-2, kind=FEES, amount=CNY 208,120.00, due=10:00",
                        "PaymentInstructed payment=PAY-2",
                        "ReleaseConditionMet amount=CNY 6,035,480.00",
                        "MoneyPosted reason=PRICE_RELEASED, legs=PRICE DEAL-1 CNY 6,035,480.00 -> PAYABLE SELLER CNY 6,035,480.00",
                        "PaymentDue payment=PAY-3, kind=SELLER_PROCEEDS, party=SELLER, amount=CNY 6,035,480.00, due=2025-07-25 17:00");
        at("2025-07-21 10:00").confirms(2).sends(3).confirms(3).without("DealCompleted");
        at("2025-08-15 10:00")
                .registersTitle()
                .then(
                        "TitleRegistered right=R1, transferee=B1",
                        "DealCompleted deal=DEAL-1",
                        "ListingCompleted listing=L1");
    }

    @Test
    void shouldReleaseThePriceWithTheTitleByTheRules() {
        market.certified(listing("L1")).without("ReleaseConditionMet");
        at("2025-07-21 10:00").handsOver().then("HandoverAccepted deal=DEAL-1");
        at("2025-08-15 10:00").filesTitle().registersTitle().including("ReleaseConditionMet amount=CNY 6,035,480.00");
        market.registersTitle().refused(RejectReason.NOT_ALLOWED).filesTitle().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldReleaseThePriceWithTheHandoverWhereThePolicySaysSo() {
        market.certified(listing("L1").release(ReleasePolicy.ON_ACCEPTANCE));
        at("2025-07-21 10:00").registersTitle().then("TitleRegistered right=R1, transferee=B1");
        at("2025-07-22 10:00")
                .handsOver()
                .including("HandoverAccepted deal=DEAL-1")
                .including("ReleaseConditionMet amount=CNY 6,035,480.00");
        at("2025-07-23 10:00").handsOver().then("HandoverAccepted deal=DEAL-1");
        at("2025-07-24 10:00").confirms(2).sends(3).confirms(3).including("DealCompleted deal=DEAL-1");
    }

    @Test
    void shouldDeliverARightWithoutRegistryByItsHandover() {
        market.right("R2", RightType.KNOW_HOW, "SELLER");
        market.certified(listing("L1").of("R2").release(ReleasePolicy.ON_ACCEPTANCE));
        market.filesTitle().refused(RejectReason.NOT_ALLOWED).registersTitle().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-21 10:00").handsOver().including("ReleaseConditionMet amount=CNY 6,035,480.00");
        market.handsOver().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-22 10:00").confirms(2).sends(3).confirms(3).including("ListingCompleted listing=L1");
        market.drafts(listing("L2").of("R2")).submits().refused(RejectReason.NOT_OWNER);
    }

    @Test
    void shouldReleaseThePriceOfARightWithoutRegistryThoughThePolicyNamesTheTitle() {
        market.right("R2", RightType.KNOW_HOW, "SELLER").certified(listing("L1").of("R2"));
        at("2025-07-21 10:00")
                .handsOver()
                .then(
                        "HandoverAccepted deal=DEAL-1",
                        "ReleaseConditionMet amount=CNY 6,035,480.00",
                        "MoneyPosted reason=PRICE_RELEASED",
                        "PaymentDue kind=SELLER_PROCEEDS, party=SELLER");
        at("2025-07-22 10:00").confirms(2).sends(3).confirms(3).including("ListingCompleted listing=L1");
    }

    @Test
    void shouldMakeTheBuyerTheOwnerOfTheRight() {
        market.certified(listing("L1")).registersTitle().accepted();
        at("2025-07-22 10:00").confirms(2).sends(3).confirms(3).including("ListingCompleted listing=L1");
        market.drafts(listing("L2")).submits().refused(RejectReason.NOT_OWNER);
        market.drafts(listing("L3").from("B1"));
        by("A-B1", market.submission(DocumentKind.TITLE_CERTIFICATE, DocumentKind.NOTICE_DRAFT))
                .accepted();
    }

    @Test
    void shouldCompleteTheDealWithTheLastOfItsConditions() {
        market.certified(listing("L1")).registersTitle().sends(3).confirms(3).without("DealCompleted");
        at("2025-07-21 10:00")
                .confirms(2)
                .including("DealCompleted deal=DEAL-1")
                .including("ListingCompleted listing=L1");
        at("2026-06-10 00:00").without("ListingClosed");
        market.publishesResult().accepted();
    }

    @Test
    void shouldCompleteTheDealWithTheHandoverWhereAllElseIsDone() {
        market.right("R2", RightType.KNOW_HOW, "SELLER");
        market.certified(listing("L1").of("R2").release(ReleasePolicy.ON_CERTIFICATE));
        at("2025-07-21 10:00").confirms(2).sends(3).confirms(3).without("DealCompleted");
        at("2025-07-22 10:00")
                .handsOver()
                .then("HandoverAccepted", "DealCompleted deal=DEAL-1", "ListingCompleted listing=L1");
    }

    @Test
    void shouldCompleteADealOnce() {
        market.certified(listing("L1"))
                .registersTitle()
                .sends(3)
                .confirms(3)
                .confirms(2)
                .including("DealCompleted deal=DEAL-1");
        at("2025-07-21 10:00")
                .pays("B1", "CNY 5.00")
                .sends(4)
                .confirms(4)
                .including("PaymentConfirmed payment=PAY-4")
                .without("DealCompleted");
        market.handsOver().refused(RejectReason.NOT_ALLOWED);
        market.registersTitle().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldSendAPaymentAgainThatTheBankReturned() {
        market.awarded(listing("L1")).confirms(1).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-09 10:00")
                .sends(1)
                .then(
                        "ProposalMade kind=PAYMENTS, proposer=CLERK-1",
                        "ProposalApproved",
                        "PaymentInstructed payment=PAY-1");
        at("2025-07-10 10:00").returns(1).then("PaymentReturned payment=PAY-1, reason=account closed");
        market.returns(1).refused(RejectReason.NOT_ALLOWED).confirms(1).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-11 10:00")
                .sends(1)
                .confirms(1)
                .including(
                        "MoneyPosted reason=PAID_OUT, legs=PAYABLE B2 CNY 1,800,000.00 -> SETTLEMENT CNY 1,800,000.00");
        at("2025-07-11 17:00").then();
        market.confirms(1).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldKeepAPaymentForOneProposalAtATime() {
        market.awarded(listing("L1"));
        proposePayments("P-1", 1).accepted();
        long first = market.last(Ref.PROPOSAL);
        proposePayments("P-2", 1).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-2", new RejectProposal(first, "tomorrow")).accepted();
        proposePayments("P-3", 1, 1).refused(RejectReason.NOT_ALLOWED);
        proposePayments("P-4").refused(RejectReason.UNKNOWN_SUBJECT);
        proposePayments("P-5", 1, 99).refused(RejectReason.UNKNOWN_SUBJECT);
        proposePayments("P-6", 1).approved("CLERK-1", "").refused(RejectReason.SAME_PERSON);
        market.approved("CLERK-2", "").including("PaymentInstructed payment=PAY-1");
    }

    @Test
    void shouldTellOfALatePaymentOnceEvenIfItWasReturned() {
        market.awarded(listing("L1")).sends(1).returns(1);
        at("2025-07-11 17:00").then("TimerFired kind=REFUND, listing=L1, party=", "PaymentOverdue payment=PAY-1");
        at("2025-07-14 10:00").sends(1).confirms(1).accepted();
    }

    private Market propose(String code) {
        return by("CLERK-1", new ProposeCertificate(code, market.listingId()));
    }

    private Market proposePayments(String code, long... payments) {
        List<PaymentRef> refs =
                LongStream.of(payments).mapToObj(PaymentRef::new).toList();
        return by("CLERK-1", new ProposePayments(code, refs));
    }
}
