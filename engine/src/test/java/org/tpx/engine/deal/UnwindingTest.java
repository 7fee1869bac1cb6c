package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.RejectProposal;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RescissionGround;
import org.tpx.protocol.RightCommand.RecordTitle;

/** Certificates that are revoked and contracts that are rescinded, from every step, and what is owed back then. */
class UnwindingTest extends DeliveryScenario {

    @Test
    void shouldGiveTheDepositBackWhereTheContractWasOnlySigned() {
        market.awarded(listing("L1")).at("2025-07-11 10:00").signs();
        at("2025-07-11 11:00");
        rescinds(RescissionGround.AGREEMENT, false)
                .then(
                        "ProposalMade kind=RESCISSION",
                        "ProposalApproved",
                        "RescissionOrdered deal=DEAL-1, ground=AGREEMENT, feesReturned=true",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue payment=PAY-2, kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,800,000.00",
                        "Unsold reason=RESCINDED");
        by(rescission(RescissionGround.COURT, false)).refused(RejectReason.NOT_ALLOWED);
        market.relists("CNY 6,000,000.00").accepted();
    }

    @Test
    void shouldGiveBackWhatWasPaidBeforeThePriceWasComplete() {
        market.effective(listing("L1")).at("2025-07-14 10:00").pays("B1", "CNY 5,000.00");
        rescinds(RescissionGround.ARBITRATION, false)
                .including(
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 1,805,000.00 -> PAYABLE B1 CNY 1,805,000.00")
                .including("PaymentDue kind=RESTITUTION, party=B1, amount=CNY 1,805,000.00");
        at("2025-07-25 17:00").without("PriceOverdue").without("DealDefaulted");
        market.sends(1, 2).confirms(1).confirms(2).settlementAccountIsEmpty();
    }

    @Test
    void shouldGiveAllBackWhereTheContractIsRescindedBeforeTheCertificate() {
        market.funded(listing("L1"));
        rescinds(RescissionGround.COURT, false)
                .including(
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 6,035,480.00 + FEE_HELD DEAL-1 CNY 208,120.00 -> PAYABLE B1 CNY 6,243,600.00")
                .without("RestitutionClaimed");
        at("2025-07-21 17:00").without("CertificateOverdue");
        by(new ProposeCertificate("CERTIFY-AGAIN", market.listingId())).refused(RejectReason.NOT_ALLOWED);
        market.sends(1, 2).confirms(1).confirms(2).settlementAccountIsEmpty();
    }

    @Test
    void shouldRevokeTheCertificateOfAContractThatIsRescinded() {
        market.certified(split(5_000)).sends(3).confirms(3);
        at("2025-07-21 10:00");
        rescinds(RescissionGround.COURT, false)
                .then(
                        "ProposalMade kind=RESCISSION",
                        "ProposalApproved",
                        "RescissionOrdered deal=DEAL-1, feesReturned=false",
                        "CertificateRevoked certificate=CERT-1, deal=DEAL-1, feesReturned=false",
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 3,017,740.00 -> PAYABLE B1 CNY 3,017,740.00",
                        "PaymentDue kind=RESTITUTION, party=B1, amount=CNY 3,017,740.00",
                        "RestitutionClaimed debtor=SELLER, creditor=B1, amount=CNY 3,032,260.00",
                        "Lost party=B1",
                        "Unsold reason=RESCINDED");
    }

    @Test
    void shouldRescindNothingWhosePriceIsReleased() {
        market.certified(listing("L1")).registersTitle();
        by(rescission(RescissionGround.COURT, false)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeBackWhatWasNotSentWhenACertificateIsRevoked() {
        market.certified(listing("L1")).registersTitle();
        proposes(3).accepted();
        long sending = market.last(Ref.PROPOSAL);
        at("2025-07-21 10:00");
        revokes(false)
                .then(
                        "ProposalMade kind=REVOCATION",
                        "ProposalApproved",
                        "CertificateRevoked certificate=CERT-1, deal=DEAL-1, feesReturned=false, reason=forged",
                        "TitleReturned right=R1",
                        "PaymentCancelled payment=PAY-3",
                        "MoneyPosted reason=PAYMENT_RECALLED",
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 6,035,480.00 -> PAYABLE B1 CNY 6,035,480.00",
                        "PaymentDue payment=PAY-4, kind=RESTITUTION, party=B1, amount=CNY 6,035,480.00",
                        "RestitutionClaimed claim=CLAIM-1, debtor=SELLER, creditor=B1, amount=CNY 14,520.00",
                        "Lost party=B1",
                        "Unsold reason=CERTIFICATE_REVOKED");
        by(revocation(false)).refused(RejectReason.NOT_ALLOWED);
        by(new ProposeCertificate("CERTIFY-AGAIN", market.listingId())).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-2", new ApproveProposal(sending, "")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-2", new RejectProposal(sending, "off")).accepted();
        at("2025-07-22 10:00").confirms(2).without("DealCompleted");
        restores(1, "CNY 14,520.00").including("RestitutionReceived claim=CLAIM-1, open=CNY 0.00");
        restores(1, "CNY 0.01").refused(RejectReason.NOT_ALLOWED);
        market.sends(1, 4, 5).confirms(1).confirms(4).confirms(5).settlementAccountIsEmpty();
    }

    @Test
    void shouldClaimWhatWasPaidOutAndReturnTheTitle() {
        completed();
        at("2025-09-01 10:00");
        revokes(true)
                .including("TitleReturned right=R1")
                .including("RestitutionClaimed claim=CLAIM-1, debtor=SELLER, creditor=B1, amount=CNY 6,035,480.00")
                .including("RestitutionClaimed claim=CLAIM-2, creditor=B1, amount=CNY 208,120.00")
                .without("MoneyPosted");
        market.without("Unsold").drafts(listing("L2"));
        market.submits().accepted();
    }

    @Test
    void shouldUseANewNumberForTheCertificateOfANewDeal() {
        market.certified(listing("L1"));
        revokes(false).including("Unsold reason=CERTIFICATE_REVOKED");
        market.at("2025-07-21 10:00").relists("CNY 6,000,000.00").accepted();
        at("2025-07-22 10:00").publishes();
        at("2025-07-23 10:00").admitted("CNY 1,800,000.00", "B2").at("2025-07-30 10:00");
        market.quotes("B2", "CNY 6,000,000.00").signs().becomesEffective();
        market.pays("B2", "CNY 4,392,000.00").certifies();
        market.including("CertificateIssued certificate=CERT-2, certificateNumber=CERT-2025-000002");
    }

    @Test
    void shouldLeaveATitleThatWasPassedOn() {
        completed();
        market.party("C");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "DEED-1",
                        Written.digest("deed"),
                        List.of(new Owner(market.id(Ref.PARTY, "C"), 10_000))));
        revokes(false).without("TitleReturned").including("RestitutionClaimed debtor=SELLER, amount=CNY 6,050,000.00");
    }

    @Test
    void shouldClaimOfTheTransferorWhatAPledgeeGot() {
        pledged("BANK").funded(listing("L1"));
        claims("P-1", "CNY 1,000,000.00").accepted();
        at("2025-07-18 10:00").certifies().sends(3).confirms(3);
        at("2025-07-21 10:00");
        revokes(false)
                .including(
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 5,035,480.00 -> PAYABLE B1 CNY 5,035,480.00")
                .including("RestitutionClaimed debtor=SELLER, creditor=B1, amount=CNY 1,014,520.00");
    }

    @Test
    void shouldMeetAClaimWithAPaymentThatTheBankSendsBack() {
        market.certified(listing("L1")).registersTitle();
        market.sends(3);
        revokes(false).including("RestitutionClaimed claim=CLAIM-1, debtor=SELLER, amount=CNY 6,050,000.00");
        at("2025-07-21 10:00")
                .returns(3)
                .then(
                        "PaymentReturned payment=PAY-3",
                        "PaymentCancelled payment=PAY-3",
                        "MoneyPosted reason=PAYMENT_RECALLED",
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 6,035,480.00 -> PAYABLE B1 CNY 6,035,480.00",
                        "RestitutionReceived claim=CLAIM-1, amount=CNY 6,035,480.00, open=CNY 14,520.00",
                        "PaymentDue payment=PAY-4, kind=RESTITUTION, party=B1");
        market.confirms(3).refused(RejectReason.NOT_ALLOWED);
        proposes(3).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldGiveFeesBackFromTheAccountWhereTheyAreStillThere() {
        market.certified(listing("L1")).returns(2);
        revokes(true)
                .including("PaymentCancelled payment=PAY-2")
                .including(
                        "MoneyPosted reason=PAYMENT_RECALLED, legs=FEE_EARNED CNY 208,120.00 -> FEE_HELD DEAL-1 CNY 208,120.00")
                .including(
                        "MoneyPosted reason=UNWOUND, legs=PRICE DEAL-1 CNY 6,035,480.00 + FEE_HELD DEAL-1 CNY 208,120.00 -> PAYABLE B1 CNY 6,243,600.00")
                .without("RestitutionClaimed");
        market.sends(1, 3).confirms(1).confirms(3).settlementAccountIsEmpty();
    }

    @Test
    void shouldNeedASupervisorForARevocation() {
        market.certified(listing("L1"));
        by("SUPERVISOR-1", revocation(false)).approved("SUPERVISOR-1", "").refused(RejectReason.SAME_PERSON);
        market.approved("CLERK-1", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        market.approved("SUPERVISOR-2", "").including("CertificateRevoked");
    }

    @Test
    void shouldRevokeNothingThatWasNotIssued() {
        market.funded(listing("L1"));
        by(revocation(false)).refused(RejectReason.NOT_ALLOWED);
        rescinds(RescissionGround.COURT, false).accepted();
        by(revocation(false)).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldRefuseMoneyForClaimsThatAreNot() {
        restores(1, "CNY 1.00").refused(RejectReason.UNKNOWN_SUBJECT);
        completed();
        revokes(false).including("RestitutionClaimed claim=CLAIM-1");
        by(restitution(1, "BANK-1", "USD 1.00")).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
        by(restitution(1, "NEW-1", "USD 1.00")).refused(RejectReason.CURRENCY);
        by(restitution(1, "NEW-1", "CNY 6,050,000.01")).refused(RejectReason.NOT_ALLOWED);
        by(restitution(1, "NEW-1", "CNY 50,000.00"))
                .including("MoneyReceived bankReference=NEW-1, purpose=RESTITUTION, party=SELLER")
                .including("RestitutionReceived claim=CLAIM-1, open=CNY 6,000,000.00")
                .including("PaymentDue kind=RESTITUTION, party=B1, amount=CNY 50,000.00");
        market.by("CLERK-2", market.receipt(MoneyPurpose.RESTITUTION, "SELLER", "CNY 1.00"))
                .refused(RejectReason.NOT_ALLOWED);
    }

    private void completed() {
        market.certified(listing("L1").release(ReleasePolicy.ON_CERTIFICATE)).registersTitle();
        market.sends(3).confirms(3).confirms(2).including("DealCompleted");
    }
}
