package org.tpx.engine.listing;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordTitle;

/** The winner that does not do its part, the runner-up behind it, and what becomes of the deposit (L24, section 5.4). */
class DefaultsTest extends Scenario {

    @Test
    void shouldKeepTheRunnerUpWaitingWhereNoticeAndItselfAgree() {
        market.awarded(listing("L1").runnerUpWaiting())
                .then(
                        "TimerFired at=11:00, kind=FREE_END",
                        "LimitedPeriodStarted deadline=11:05",
                        "TimerFired kind=LIMITED_END",
                        "AuctionDetermined winner=B1, amount=CNY 6,050,000.00, runnerUp=B2, runnerUpAmount=CNY 6,000,000.00",
                        "Won party=B1",
                        "RunnerUpKept party=B2, amount=CNY 6,000,000.00, until=2025-07-22 17:00",
                        "Awarded transferee=B1, price=CNY 6,050,000.00, signingDue=2025-07-15 17:00");
    }

    @Test
    void shouldKeepNobodyWaitingWhereTheRulesForbidIt() {
        market.rules("runnerUpWaitingAllowed", false)
                .awarded(listing("L1").runnerUpWaiting())
                .without("RunnerUpKept")
                .including("Lost party=B2");
    }

    @Test
    void shouldLetTheRunnerUpTakeOverAtItsOwnLastBid() {
        market.awarded(listing("L1").runnerUpWaiting());
        at("2025-07-15 17:00")
                .signs()
                .refused(RejectReason.LATE)
                .then(
                        "TimerFired kind=SIGNING, listing=L1",
                        "AwardDefaulted party=B1, trigger=NOT_SIGNED",
                        "DefaultFound party=B1, trigger=NOT_SIGNED, replyDue=2025-07-22 17:00",
                        "RunnerUpOffered party=B2, amount=CNY 6,000,000.00, due=2025-07-18 17:00",
                        "CommandRefused reason=LATE");
        at("2025-07-18 16:59:59.999999999")
                .acceptsOffer("B2")
                .then(
                        "RunnerUpAccepted party=B2",
                        "Promoted party=B2",
                        "Awarded transferee=B2, price=CNY 6,000,000.00, feeMode=BIDDING, signingDue=2025-07-25 17:00");
        at("2025-07-21 10:00")
                .signs()
                .becomesEffective()
                .including("ContractSigned transferee=B2, price=CNY 6,000,000.00")
                .including("DepositConverted party=B2, amount=CNY 1,800,000.00");
        at("2025-07-22 17:00")
                .including("ForfeitApplied party=B1, policy=FULL, fees=CNY 208,120.00, compensation=CNY 1,591,880.00");
    }

    @Test
    void shouldEndUnsoldWhenTheRunnerUpDeclines() {
        market.awarded(listing("L1").runnerUpWaiting()).at("2025-07-15 17:00");
        at("2025-07-16 10:00")
                .declinesOffer("B2")
                .then(
                        "RunnerUpDeclined party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B2 L1 CNY 1,800,000.00 -> PAYABLE B2 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-21 17:00",
                        "Unsold reason=AWARD_DEFAULTED");
        market.acceptsOffer("B2").refused(RejectReason.NOT_ALLOWED);
        market.declinesOffer("B2").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldEndUnsoldWhenTheRunnerUpLetsTheOfferPass() {
        market.awarded(listing("L1").runnerUpWaiting()).at("2025-07-15 17:00");
        at("2025-07-18 17:00")
                .acceptsOffer("B2")
                .refused(RejectReason.NOT_ALLOWED)
                .then(
                        "TimerFired kind=RUNNER_UP_OFFER, listing=L1",
                        "RunnerUpDeclined party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-23 17:00",
                        "Unsold reason=AWARD_DEFAULTED",
                        "CommandRefused");
    }

    @Test
    void shouldMakeTheOfferToTheRunnerUpOnly() {
        market.awarded(listing("L1").runnerUpWaiting()).party("B9").at("2025-07-15 17:00");
        market.acceptsOffer("B1").refused(RejectReason.NOT_ADMITTED);
        market.acceptsOffer("B9").refused(RejectReason.NOT_ADMITTED);
        market.declinesOffer("B9").refused(RejectReason.NOT_ADMITTED);
        market.declinesWaiting("B2").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldLetTheRunnerUpStopWaiting() {
        market.awarded(listing("L1").runnerUpWaiting());
        market.declinesWaiting("B1").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-10 10:00")
                .declinesWaiting("B2")
                .then(
                        "WaitDeclined party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-15 17:00");
        market.declinesWaiting("B2").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-15 17:00").including("Unsold reason=AWARD_DEFAULTED").without("RunnerUpOffered");
    }

    @Test
    void shouldLetTheRunnerUpGoWhenItHasWaitedLongEnough() {
        market.effective(listing("L1").runnerUpWaiting()).at("2025-07-18 17:00");
        at("2025-07-22 17:00")
                .then(
                        "TimerFired kind=WAITING, listing=L1",
                        "WaitDeclined party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-25 17:00");
    }

    @Test
    void shouldLetTheRunnerUpGoWhenThePriceIsPaid() {
        market.funded(listing("L1").runnerUpWaiting())
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=PRICE_IN",
                        "MoneyPosted reason=SELLER_FEE_RESERVED",
                        "PricePaid",
                        "WaitDeclined party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2, due=2025-07-21 17:00");
        at("2025-07-22 17:00").without("WaitDeclined");
    }

    @Test
    void shouldEndUnsoldAtOnceWhereNobodyWaits() {
        market.awarded(listing("L1"));
        at("2025-07-15 17:00")
                .then(
                        "TimerFired at=2025-07-11 17:00, kind=REFUND",
                        "PaymentOverdue payment=PAY-1",
                        "TimerFired kind=SIGNING",
                        "AwardDefaulted party=B1, trigger=NOT_SIGNED",
                        "DefaultFound party=B1, replyDue=2025-07-22 17:00",
                        "Unsold reason=AWARD_DEFAULTED");
    }

    @Test
    void shouldOfferNothingToARunnerUpWhoseTransferorHasLostTheRight() {
        market.awarded(listing("L1").runnerUpWaiting()).party("HEIR").at("2025-07-15 17:00");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "a judgment",
                        Hash256.ZERO,
                        List.of(new Owner(market.id(Ref.PARTY, "HEIR"), 10_000))));
        market.acceptsOffer("B2").refused(RejectReason.NOT_OWNER);
        market.declinesOffer("B2").accepted();
    }

    @Test
    void shouldForfeitTheDepositInSpiteOfAReplyWhenTheFindingIsUpheld() {
        market.awarded(listing("L1")).at("2025-07-15 17:00").upholds("B1").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-16 10:00").replies("B1").then("DefaultReplied party=B1");
        market.replies("B1").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-22 17:00").without("TimerFired");
        at("2025-07-23 10:00")
                .upholds("B1")
                .then(
                        "MoneyPosted reason=DEPOSIT_FORFEITED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> FORFEIT L1 CNY 1,800,000.00",
                        "ForfeitApplied party=B1, policy=FULL, fees=CNY 208,120.00, compensation=CNY 1,591,880.00, returned=CNY 0.00",
                        "MoneyPosted reason=FORFEIT_APPLIED",
                        "PaymentDue kind=FEES, amount=CNY 208,120.00, due=10:00",
                        "PaymentDue kind=COMPENSATION, party=SELLER, amount=CNY 1,591,880.00, due=2025-07-28 17:00");
        market.dismisses("B1").refused(RejectReason.NOT_ALLOWED);
        market.upholds("B1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldGiveTheDepositBackWhenTheFindingIsDismissed() {
        market.awarded(listing("L1")).at("2025-07-15 17:00").dismisses("B1").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-16 10:00").replies("B1");
        at("2025-07-17 10:00")
                .dismisses("B1")
                .then(
                        "DefaultDismissed party=B1, reason=force majeure",
                        "MoneyPosted reason=DEPOSIT_RELEASED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PAYABLE B1 CNY 1,800,000.00",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B1, due=2025-07-22 17:00");
        at("2025-07-18 10:00")
                .relists("CNY 6,000,000.00")
                .publishes()
                .intends("B1")
                .accepted();
    }

    @Test
    void shouldNotReleaseADismissedQuoteASecondTime() {
        market.inAuction("B1").at("2025-07-14 17:00").replies("B1");
        at("2025-07-15 10:00").dismisses("B1").including("PaymentDue kind=DEPOSIT_REFUND, party=B1");
        at("2025-07-15 11:00").closes().then("ListingClosed listing=L1");
    }

    @Test
    void shouldLetADefaulterReplyUntilTheWindowCloses() {
        market.awarded(listing("L1")).at("2025-07-15 17:00");
        at("2025-07-22 17:00").replies("B1").refused(RejectReason.NOT_ALLOWED).including("ForfeitApplied party=B1");
    }

    @Test
    void shouldTakeTheWholeDepositWhereNothingIsSoldInTheEnd() {
        market.awarded(listing("L1").forfeit(ForfeitPolicy.ACTUAL_LOSS)).at("2025-07-15 17:00");
        at("2025-07-22 17:00").including("MoneyPosted reason=DEPOSIT_FORFEITED").without("ForfeitApplied");
        at("2025-07-23 10:00")
                .closes()
                .then(
                        "ListingClosed",
                        "ForfeitApplied party=B1, policy=ACTUAL_LOSS, fees=CNY 208,120.00, compensation=CNY 1,591,880.00, returned=CNY 0.00",
                        "MoneyPosted reason=FORFEIT_APPLIED",
                        "PaymentDue kind=FEES",
                        "PaymentDue kind=COMPENSATION");
    }

    @Test
    void shouldShareOutAtOnceWhereTheListingEndedBeforeTheFindingStands() {
        market.awarded(listing("L1").forfeit(ForfeitPolicy.ACTUAL_LOSS)).at("2025-07-15 17:00");
        at("2025-07-16 10:00").closes().then("ListingClosed");
        at("2025-07-22 17:00").including("ForfeitApplied party=B1, policy=ACTUAL_LOSS, compensation=CNY 1,591,880.00");
    }

    @Test
    void shouldCountTheShortfallOfAnEarlierAwardToTheRunnerUp() {
        market.awarded(listing("L1").runnerUpWaiting().forfeit(ForfeitPolicy.ACTUAL_LOSS))
                .at("2025-07-15 17:00");
        at("2025-07-16 10:00").acceptsOffer("B2").accepted();
        at("2025-07-22 17:00")
                .including(
                        "ForfeitApplied party=B1, fees=CNY 208,120.00, compensation=CNY 50,000.00, returned=CNY 1,541,880.00")
                .including("PaymentDue kind=FORFEIT_BALANCE, party=B1, amount=CNY 1,541,880.00");
    }

    @Test
    void shouldOweADefaulterTheBalanceWhereTheResaleBringsMore() {
        market.awarded(listing("L1").forfeit(ForfeitPolicy.ACTUAL_LOSS)).at("2025-07-15 17:00");
        at("2025-07-22 17:00").relists("CNY 6,000,000.00").publishes().admitted("CNY 1,800,000.00", "B2");
        at("2025-07-30 10:00")
                .quotes("B2", "CNY 6,100,000.00")
                .including(
                        "ForfeitApplied party=B1, fees=CNY 208,120.00, compensation=CNY 0.00, returned=CNY 1,591,880.00");
    }

    @Test
    void shouldTakeNoMoreThanTheDepositForFees() {
        market.inAuction(listing("L1").deposit("CNY 1,000.00"), "B1").at("2025-07-14 17:00");
        at("2025-07-21 17:00")
                .then(
                        "TimerFired kind=DEFAULT_REPLY, party=B1",
                        "MoneyPosted reason=DEPOSIT_FORFEITED",
                        "ForfeitApplied party=B1, fees=CNY 1,000.00, compensation=CNY 0.00, returned=CNY 0.00",
                        "MoneyPosted reason=FORFEIT_APPLIED, legs=FORFEIT L1 CNY 1,000.00 -> FEE_EARNED CNY 1,000.00",
                        "PaymentDue kind=FEES, amount=CNY 1,000.00");
    }

    @Test
    void shouldFindTwoDefaultsInARow() {
        market.awarded(listing("L1").runnerUpWaiting())
                .at("2025-07-15 17:00")
                .acceptsOffer("B2")
                .accepted();
        at("2025-07-22 17:00")
                .then(
                        "TimerFired kind=DEFAULT_REPLY, party=B1",
                        "MoneyPosted reason=DEPOSIT_FORFEITED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> FORFEIT L1 CNY 1,800,000.00",
                        "ForfeitApplied party=B1",
                        "MoneyPosted reason=FORFEIT_APPLIED",
                        "PaymentDue kind=FEES",
                        "PaymentDue kind=COMPENSATION",
                        "TimerFired kind=SIGNING",
                        "AwardDefaulted party=B2, trigger=NOT_SIGNED",
                        "DefaultFound party=B2, replyDue=2025-07-29 17:00",
                        "Unsold reason=AWARD_DEFAULTED");
        at("2025-07-29 17:00").including("ForfeitApplied party=B2, fees=CNY 206,400.00, compensation=CNY 1,593,600.00");
    }
}
