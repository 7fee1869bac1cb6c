package org.tpx.engine.deal;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.BankCommand.BookBankItem;
import org.tpx.protocol.BankCommand.MatchBankItem;
import org.tpx.protocol.BankCommand.ParkBankItem;
import org.tpx.protocol.BankCommand.ResolveBankItem;
import org.tpx.protocol.BankItem;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** What the bank told and nobody could simply book waits, and a decision books it once. */
class BankItemsTest extends Scenario {

    @Test
    void shouldBookNothingWhileAnItemWaits() {
        market.party("B1");
        at("2025-07-02 10:00")
                .by("CLERK-1", park(MoneyDirection.IN, "CNY 5.00", "R-1"))
                .then("BankItemParked item=BANK-1");
        market.settlementAccountIsEmpty();
    }

    @Test
    void shouldBookAReceiptOnceItIsKnownWhoseItIs() {
        market.party("B1").by("CLERK-1", park(MoneyDirection.IN, "CNY 5.00", "R-1"));
        at("2025-07-02 11:00")
                .by("CLERK-2", new BookBankItem(1, MoneyPurpose.TRADING, 0, b1()))
                .then(
                        "MoneyReceived bankReference=R-1, purpose=TRADING, party=B1, amount=CNY 5.00",
                        "MoneyPosted reason=TRADING_IN, legs=SETTLEMENT CNY 5.00 -> TRADING B1 CNY 5.00",
                        "BankItemResolved item=BANK-1, note=booked");
        by("CLERK-2", new BookBankItem(1, MoneyPurpose.TRADING, 0, b1())).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldLeaveAnItemInItsQueueWhereItsBookingIsRefused() {
        market.party("B1").by("CLERK-1", park(MoneyDirection.IN, "CNY 5.00", "R-1"));
        by("CLERK-2", new BookBankItem(1, MoneyPurpose.TRADING, 0, 99)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-2", new BookBankItem(2, MoneyPurpose.TRADING, 0, b1())).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-2", new BookBankItem(1, MoneyPurpose.TRADING, 0, b1())).accepted();
        by("CLERK-1", park(MoneyDirection.IN, "CNY 6.00", "R-1"));
        by("CLERK-2", new BookBankItem(2, MoneyPurpose.TRADING, 0, b1()))
                .refused(RejectReason.DUPLICATE_BANK_REFERENCE);
    }

    @Test
    void shouldConfirmAPaymentOfExactlyTheAmountThatLeft() {
        market.party("B1").at("2025-07-01 10:00").paysIn("B1", "CNY 5.00").takesOut("B1", "CNY 5.00");
        market.sends(1).accepted();
        by("CLERK-1", park(MoneyDirection.OUT, "CNY 4.99", "R-2"));
        by("CLERK-2", new MatchBankItem(1, 1)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", park(MoneyDirection.OUT, "CNY 5.00", "R-3"));
        by("CLERK-2", new MatchBankItem(2, 7)).refused(RejectReason.UNKNOWN_SUBJECT);
        at("2025-07-02 12:00")
                .by("CLERK-2", new MatchBankItem(2, 1))
                .then(
                        "PaymentConfirmed payment=PAY-1, bankReference=R-3",
                        "MoneyPosted reason=PAID_OUT, legs=PAYABLE B1 CNY 5.00 -> SETTLEMENT CNY 5.00",
                        "BankItemResolved item=BANK-2, note=matched");
        market.settlementAccountIsEmpty();
    }

    @Test
    void shouldKeepTheDirectionsApart() {
        market.party("B1").by("CLERK-1", park(MoneyDirection.IN, "CNY 5.00", "R-1"));
        by("CLERK-2", new MatchBankItem(1, 1)).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", park(MoneyDirection.OUT, "CNY 5.00", "R-2"));
        by("CLERK-2", new BookBankItem(2, MoneyPurpose.TRADING, 0, b1())).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", park(MoneyDirection.NONE, "CNY 5.00", "R-3")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", park(MoneyDirection.IN, "CNY 5.00", ""));
        by("CLERK-2", new BookBankItem(3, MoneyPurpose.TRADING, 0, b1())).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldResolveAnItemByAClerksWordsOnce() {
        market.by("CLERK-1", park(MoneyDirection.NONE, "", ""));
        by("A-NOBODY", new ResolveBankItem(1, "asked the bank")).refused(RejectReason.UNKNOWN_PRINCIPAL);
        at("2025-07-02 13:00")
                .by("CLERK-2", new ResolveBankItem(1, "asked the bank"))
                .then("BankItemResolved item=BANK-1, note=asked the bank");
        by("CLERK-2", new ResolveBankItem(1, "again")).refused(RejectReason.NOT_ALLOWED);
    }

    private long b1() {
        return market.id(Ref.PARTY, "B1");
    }

    private static ParkBankItem park(MoneyDirection direction, String amount, String reference) {
        return new ParkBankItem(new BankItem(
                BankQueue.UNKNOWN,
                direction,
                amount.isEmpty() ? Money.NONE : Written.money(amount),
                Written.digest("message"),
                reference,
                "",
                "NTF-1",
                "Nobody knows whose it is."));
    }
}
