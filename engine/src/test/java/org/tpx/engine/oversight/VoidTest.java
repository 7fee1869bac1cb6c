package org.tpx.engine.oversight;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetDynamicTerms;

/** Sales that two supervisors void (9.3, E15): the innocent get their money back, the suspects a hearing. */
class VoidTest extends Scenario {

    @Test
    void shouldReleaseTheInnocentAndFreezeTheSuspects() {
        market.inBidding(listing("L1"), "B1", "B2", "B3").at("2025-07-08 10:10").bids("B1", "CNY 6,000,000.00");
        at("2025-07-08 10:30")
                .voids("B1", "B2")
                .then(
                        "ProposalMade kind=VOID, proposer=SUPERVISOR-1",
                        "ProposalApproved",
                        "AuctionVoided listing=L1, suspects=2, reason=collusion",
                        "DefaultFound party=B1, trigger=COLLUSION, replyDue=2025-07-15 17:00",
                        "DefaultFound party=B2, trigger=COLLUSION, replyDue=2025-07-15 17:00",
                        "Unsold listing=L1, reason=VOIDED",
                        "Lost party=B3",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B3, due=2025-07-11 17:00");
        market.bids("B3", "CNY 6,050,000.00").refused(RejectReason.LATE);
        at("2025-07-08 12:00").then();
        at("2025-07-15 17:00")
                .including("ForfeitApplied party=B1, policy=FULL, fees=CNY 0.00, compensation=CNY 1,800,000.00")
                .including("ForfeitApplied party=B2, policy=FULL, fees=CNY 0.00, compensation=CNY 1,800,000.00");
    }

    @Test
    void shouldForfeitInFullWhateverTheNoticeSaysAboutLosses() {
        market.inBidding(listing("L1").forfeit(ForfeitPolicy.ACTUAL_LOSS), "B1", "B2")
                .voids("B1");
        at("2025-07-15 17:00").including("ForfeitApplied party=B1, policy=FULL, compensation=CNY 1,800,000.00");
    }

    @Test
    void shouldGiveBackWhatWasFrozenWhereTheHearingClearsThem() {
        market.inBidding(listing("L1"), "B1", "B2").voids("B1", "B2");
        at("2025-07-09 10:00").replies("B1").dismisses("B1").including("DefaultDismissed party=B1");
        market.including("PaymentDue kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,800,000.00");
        market.relists("CNY 6,000,000.00").publishes().intends("B1").accepted();
        market.intends("B2").refused(RejectReason.NOT_ADMITTED);
    }

    @Test
    void shouldVoidWithNobodyToBlame() {
        market.inAuction("B1", "B2").voids().including("Unsold reason=VOIDED").including("Lost party=B2");
    }

    @Test
    void shouldVoidAnAwardAndLetTheRunnerUpGo() {
        market.awarded(listing("L1").runnerUpWaiting());
        at("2025-07-09 10:00").voids("B1").including("DefaultFound party=B1").including("Lost party=B2");
        at("2025-07-15 17:00").without("AwardDefaulted");
    }

    @Test
    void shouldVoidAnAwardAndLetTheWinnerGo() {
        market.awarded(listing("L1").runnerUpWaiting());
        at("2025-07-09 10:00").voids("B2").including("Lost party=B1").including("DefaultFound party=B2");
        market.signs().refused(RejectReason.LATE);
    }

    @Test
    void shouldVoidASignedContract() {
        market.awarded(listing("L1")).at("2025-07-11 10:00").signs();
        at("2025-07-11 11:00").voids("B1").including("DealAnnulled deal=DEAL-1").without("MoneyPosted");
        market.becomesEffective().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldMakeTheDepositADepositAgain() {
        market.effective(listing("L1"));
        at("2025-07-14 10:00").pays("B1", "CNY 1,000.00");
        at("2025-07-14 11:00")
                .voids()
                .then(
                        "ProposalMade",
                        "ProposalApproved",
                        "AuctionVoided suspects=0",
                        "DealAnnulled deal=DEAL-1",
                        "MoneyPosted reason=DEPOSIT_CONVERTED",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 1,000.00",
                        "Lost party=B1",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, amount=CNY 1,800,000.00",
                        "Unsold reason=VOIDED");
        at("2025-07-31 17:00").without("PriceOverdue");
    }

    @Test
    void shouldGiveTheFeesOfBothSidesBack() {
        market.funded(listing("L1"));
        at("2025-07-17 10:00")
                .voids("B1")
                .including(
                        "MoneyPosted reason=SELLER_FEE_RESERVED, legs=FEE_HELD DEAL-1 CNY 14,520.00 -> PRICE DEAL-1 CNY 14,520.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 4,443,600.00");
        by("CLERK-1", new ProposeCertificate("C-1", market.listingId())).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-31 17:00").without("CertificateOverdue");
    }

    @Test
    void shouldNotVoidWhatIsCertified() {
        market.certified(listing("L1")).by("SUPERVISOR-1", market.voiding("B1")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotVoidWhatIsNotBeingSold() {
        market.parties("B1").disclosed(listing("L1"));
        by("SUPERVISOR-1", market.voiding()).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-07 17:00");
        by("SUPERVISOR-1", market.voiding()).refused(RejectReason.NOT_ALLOWED);
        by("SUPERVISOR-1", market.on("L9").voiding()).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    void shouldVoidWhatIsBidDuringTheDisclosure() {
        market.parties("B1", "B2").draftsWith(id -> new SetDynamicTerms(id, 1));
        market.disclosed(listing("L1").with("auctionMode", AuctionMode.DYNAMIC_QUOTATION));
        at("2025-06-10 10:00").admitted("CNY 1,800,000.00", "B1").intends("B2").bids("B1", "CNY 6,000,000.00");
        at("2025-06-11 10:00").voids("B1").including("Unsold reason=VOIDED").including("Lost party=B2");
        at("2025-07-07 17:00").without("DisclosureEnded");
    }

    @Test
    void shouldVoidASuspendedSale() {
        market.inBidding(listing("L1"), "B1", "B2").suspends();
        at("2025-07-09 10:00").voids("B2").including("Unsold reason=VOIDED");
        at("2025-08-20 17:00").without("Terminated");
    }

    @Test
    void shouldVoidASingleQuoteBeforeItIsGiven() {
        market.inAuction("B1").voids();
        market.including("Unsold reason=VOIDED")
                .quotes("B1", "CNY 6,000,000.00")
                .refused(RejectReason.LATE);
        at("2025-07-20 17:00").without("DefaultFound");
    }

    @Test
    void shouldSuspectOnlyThoseWhoseDepositIsHeld() {
        market.party("B9").awarded(listing("L1"));
        by("SUPERVISOR-1", market.voiding("B9")).refused(RejectReason.UNKNOWN_SUBJECT);
        by("SUPERVISOR-1", market.voiding("B2")).refused(RejectReason.NOT_ALLOWED);
        by("SUPERVISOR-1", market.voiding("B1", "B1")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNeedTwoSupervisors() {
        market.inBidding(listing("L1"), "B1", "B2").by("SUPERVISOR-1", market.voiding("B1"));
        long proposal = market.last(Ref.PROPOSAL);
        by("SUPERVISOR-1", new ApproveProposal(proposal, "")).refused(RejectReason.SAME_PERSON);
        by("CLERK-1", new ApproveProposal(proposal, "")).refused(RejectReason.ROLE_NOT_ALLOWED);
        market.voids("B2").accepted();
        by("SUPERVISOR-2", new ApproveProposal(proposal, "")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldLeaveAHaltToBeLifted() {
        market.inBidding(listing("L1"), "B1", "B2").halts(HaltScope.LISTING);
        at("2025-07-08 11:30").voids("B1").accepted();
        at("2025-07-08 12:00")
                .lifts(HaltScope.LISTING)
                .then("ProposalMade", "ProposalApproved", "HaltLifted listing=L1");
    }
}
