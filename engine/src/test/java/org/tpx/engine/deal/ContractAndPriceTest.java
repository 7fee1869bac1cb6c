package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordTitle;

/** The contract, the price, and what happens when the price does not come (machine 9.5). */
class ContractAndPriceTest extends Scenario {

    @Test
    void shouldSignUntilTheDeadlineOnly() {
        market.awarded(listing("L1"));
        at("2025-07-15 16:59:59.999999999")
                .signs()
                .then(
                        "TimerFired at=2025-07-11 17:00, kind=REFUND",
                        "PaymentOverdue",
                        "ContractSigned deal=DEAL-1, transferor=SELLER, transferee=B1, price=CNY 6,050,000.00, feeMode=BIDDING");
        at("2025-07-15 17:00").then();
        market.signs().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNotSignForATransferorThatHasLostTheRight() {
        market.awarded(listing("L1")).party("HEIR");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "a judgment",
                        Hash256.ZERO,
                        List.of(new Owner(market.id(Ref.PARTY, "HEIR"), 10_000))));
        market.signs().refused(RejectReason.NOT_OWNER);
    }

    @Test
    void shouldFollowTheOrderOfTheDeal() {
        market.awarded(listing("L1")).becomesEffective().refused(RejectReason.NOT_ALLOWED);
        market.publishesResult().refused(RejectReason.NOT_ALLOWED);
        market.at("2025-07-11 10:00")
                .signs()
                .publishesResult()
                .accepted()
                .publishesResult()
                .refused(RejectReason.NOT_ALLOWED);
        market.becomesEffective().accepted().becomesEffective().refused(RejectReason.NOT_ALLOWED);
        market.filesTitle().refused(RejectReason.NOT_ALLOWED).registersTitle().refused(RejectReason.NOT_ALLOWED);
        market.handsOver().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTurnTheDepositIntoPriceWhenTheContractBecomesEffective() {
        market.effective(listing("L1"))
                .then(
                        "ContractSigned deal=DEAL-1",
                        "ContractEffective due=CNY 4,443,600.00, paymentDue=2025-07-18 17:00",
                        "DepositConverted party=B1, amount=CNY 1,800,000.00",
                        "MoneyPosted reason=DEPOSIT_CONVERTED, legs=DEPOSIT B1 L1 CNY 1,800,000.00 -> PRICE DEAL-1 CNY 1,800,000.00",
                        "FeeAccrued party=SELLER, side=SELLER, amount=CNY 14,520.00",
                        "FeeAccrued party=B1, side=BUYER, amount=CNY 193,600.00");
    }

    @Test
    void shouldAddUpPartialPaymentsThePriceFirst() {
        market.effective(listing("L1"));
        at("2025-07-11 12:00")
                .pays("B1", "CNY 4,250,000.00")
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=PRICE_IN, legs=SETTLEMENT CNY 4,250,000.00 -> PRICE DEAL-1 CNY 4,250,000.00",
                        "PriceShort missing=CNY 193,600.00");
        at("2025-07-15 10:00");
        at("2025-07-15 10:00")
                .pays("B1", "CNY 193,600.01")
                .then(
                        "MoneyReceived",
                        "MoneyPosted reason=PRICE_IN, legs=SETTLEMENT CNY 193,600.01 -> FEE_HELD DEAL-1 CNY 193,600.00 + PAYABLE B1 CNY 0.01",
                        "PaymentDue kind=RETURN, party=B1, amount=CNY 0.01, due=2025-07-18 17:00",
                        "MoneyPosted reason=SELLER_FEE_RESERVED, legs=PRICE DEAL-1 CNY 14,520.00 -> FEE_HELD DEAL-1 CNY 14,520.00",
                        "PricePaid amount=CNY 6,243,600.00, certificateDue=2025-07-18 17:00");
    }

    @Test
    void shouldOweBackMoneyForAPriceThatIsNotDue() {
        market.awarded(listing("L1"))
                .pays("B1", "CNY 5.00")
                .including("MoneyPosted reason=UNEXPECTED_IN, legs=SETTLEMENT CNY 5.00 -> PAYABLE B1 CNY 5.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 5.00, due=2025-07-11 17:00");
        at("2025-07-11 10:00")
                .signs()
                .pays("B1", "CNY 6.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 6.00");
        market.becomesEffective().pays("B2", "CNY 7.00").including("PaymentDue kind=RETURN, party=B2, amount=CNY 7.00");
        at("2025-07-14 10:00").pays("B1", "CNY 4,443,600.00").including("PricePaid amount=CNY 6,243,600.00");
        at("2025-07-14 11:00").pays("B1", "CNY 8.00").including("PaymentDue kind=RETURN, party=B1, amount=CNY 8.00");
    }

    @Test
    void shouldTakeAPriceInTheTimeOfGrace() {
        market.effective(listing("L1"));
        at("2025-07-18 17:00")
                .including("TimerFired kind=PAYMENT, listing=L1")
                .including("PriceOverdue deal=DEAL-1, graceEnd=2025-07-25 17:00");
        at("2025-07-25 16:59:59.999999999")
                .pays("B1", "CNY 4,443,600.00")
                .including("PricePaid amount=CNY 6,243,600.00, certificateDue=2025-07-30 17:00");
        at("2025-07-25 17:00").without("DealDefaulted");
    }

    @Test
    void shouldUndoADealThatIsNotPaid() {
        market.effective(listing("L1").runnerUpWaiting()).at("2025-07-18 17:00");
        at("2025-07-25 17:00")
                .then(
                        "TimerFired at=2025-07-22 17:00, kind=WAITING",
                        "WaitDeclined party=B2",
                        "MoneyPosted reason=DEPOSIT_RELEASED",
                        "PaymentDue kind=DEPOSIT_REFUND, party=B2",
                        "TimerFired kind=GRACE, listing=L1",
                        "DealDefaulted deal=DEAL-1",
                        "MoneyPosted reason=DEPOSIT_CONVERTED, legs=PRICE DEAL-1 CNY 1,800,000.00 -> DEPOSIT B1 L1 CNY 1,800,000.00",
                        "AwardDefaulted party=B1, trigger=NOT_PAID",
                        "DefaultFound party=B1, trigger=NOT_PAID, replyDue=2025-08-01 17:00",
                        "Unsold reason=AWARD_DEFAULTED",
                        "TimerFired kind=REFUND",
                        "PaymentOverdue");
    }

    @Test
    void shouldGiveBackWhatWasPaidBeyondTheDepositInADefault() {
        market.rules("waitingDays", 30).effective(listing("L1").runnerUpWaiting());
        at("2025-07-14 10:00").pays("B1", "CNY 4,300,000.00").including("PriceShort missing=CNY 143,600.00");
        at("2025-07-25 17:00")
                .including("PriceOverdue deal=DEAL-1")
                .including(
                        "MoneyPosted reason=DEPOSIT_CONVERTED, legs=PRICE DEAL-1 CNY 1,800,000.00 -> DEPOSIT B1 L1 CNY 1,800,000.00")
                .including(
                        "MoneyPosted legs=PRICE DEAL-1 CNY 4,250,000.00 + FEE_HELD DEAL-1 CNY 50,000.00 -> PAYABLE B1 CNY 4,300,000.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 4,300,000.00, due=2025-07-30 17:00")
                .including("RunnerUpOffered party=B2, amount=CNY 6,000,000.00, due=2025-07-30 17:00");
        at("2025-07-28 10:00")
                .pays("B1", "CNY 143,600.00")
                .including("PaymentDue kind=RETURN, party=B1, amount=CNY 143,600.00");
        at("2025-07-28 11:00")
                .acceptsOffer("B2")
                .signs()
                .becomesEffective()
                .including("ContractSigned deal=DEAL-2, transferee=B2, price=CNY 6,000,000.00")
                .including("ContractEffective deal=DEAL-2, due=CNY 4,392,000.00");
        at("2025-07-29 10:00").pays("B2", "CNY 4,392,000.00").including("PricePaid deal=DEAL-2");
        at("2025-08-01 17:00").including("ForfeitApplied party=B1, policy=FULL");
    }

    @Test
    void shouldBePaidAtOnceWhereTheDepositIsAllThatIsOwed() {
        Money nothing = Written.money("CNY 0.00");
        market.decided(Examples.fees(2, nothing, nothing, List.of(new FeeTier(Money.NONE, 0, 0, 0))));
        market.rules("depositCapBps", 10_000);
        market.inAuction(listing("L1").deposit("CNY 6,000,000.00"), "B1").quotes("B1", "CNY 6,000,000.00");
        at("2025-07-08 10:00")
                .signs()
                .becomesEffective()
                .then(
                        "ContractSigned",
                        "ContractEffective due=CNY 0.00, paymentDue=2025-07-15 17:00",
                        "DepositConverted amount=CNY 6,000,000.00",
                        "MoneyPosted reason=DEPOSIT_CONVERTED",
                        "FeeAccrued side=SELLER, amount=CNY 0.00",
                        "FeeAccrued side=BUYER, amount=CNY 0.00",
                        "PricePaid amount=CNY 6,000,000.00, certificateDue=2025-07-11 17:00");
        market.certifies().registersTitle().accepted().sends(1).confirms(1).including("DealCompleted deal=DEAL-1");
    }

    @Test
    void shouldTakeNoMoreFromTheSellerThanThePrice() {
        market.inAuction(listing("L1").price("CNY 1,000.00").deposit("CNY 300.00"), "B1")
                .quotes("B1", "CNY 1,000.00");
        at("2025-07-08 10:00")
                .signs()
                .becomesEffective()
                .including("FeeAccrued side=SELLER, amount=CNY 1,000.00")
                .including("FeeAccrued side=BUYER, amount=CNY 2,000.00");
        at("2025-07-09 10:00").pays("B1", "CNY 2,700.00").including("PricePaid amount=CNY 3,000.00");
        at("2025-07-10 10:00").certifies().including("PaymentDue kind=FEES, amount=CNY 3,000.00");
        at("2025-07-11 10:00").registersTitle().then("TitleRegistered", "ReleaseConditionMet amount=CNY 0.00");
        at("2025-07-14 10:00")
                .confirms(1)
                .including("DealCompleted deal=DEAL-1")
                .including("ListingCompleted listing=L1");
        market.settlementAccountIsEmpty();
    }

    @Test
    void shouldNotTakeADepositAboveThePriceEvenWithoutACap() {
        market.rules("depositCapBps", 0);
        at("2025-06-04 09:00")
                .drafts(listing("L1").deposit("CNY 6,000,000.01"))
                .submits()
                .refused(RejectReason.DEPOSIT_CAP);
        market.drafts(listing("L2").deposit("CNY 6,000,000.00")).submits().accepted();
    }
}
