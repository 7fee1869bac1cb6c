package org.tpx.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.bank.BankHouse.cny;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.BankQueue;
import org.tpx.settlement.ledger.SettlementDatabase;

/** Payments out and receipts in by files, with a bank that does as it should. */
class BankLegTest {

    @TempDir
    private Path directory;

    private BankHouse house;

    @BeforeEach
    void open() {
        house = new BankHouse(directory, SettlementDatabase.open(directory.resolve("settlement.db")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void shouldBookAReceiptOnceHoweverOftenItIsTold() {
        String notification = BankTexts.notification("N-1", BankTexts.credit("R-1", "1000.00", "TPX/TRADING/B1"));
        house.drop("a.xml", notification);
        house.settle();
        assertThat(house.settlementAccount()).isEqualTo(cny(100_000));

        house.drop("b.xml", notification);
        house.drop("c.xml", BankTexts.notification("N-2", BankTexts.credit("R-1", "1000.00", "TPX/TRADING/B1")));
        house.settle();

        assertThat(house.settlementAccount()).isEqualTo(cny(100_000));
        assertThat(house.bank().queue(false))
                .extracting(QueuedItem::queue)
                .containsExactly(BankQueue.DUPLICATE, BankQueue.DUPLICATE);
        assertThat(BankFolder.files(house.folder().in())).isEmpty();
        assertThat(BankFolder.files(house.folder().work())).isEmpty();
        assertThat(BankFolder.files(house.folder().done())).hasSize(2);
    }

    @Test
    void shouldSendAPaymentOnceAndConfirmItWhenTheBankSaysSo() {
        paidIn("B1", "1000.00");
        long payment = house.payOut("B1", cny(40_000));
        house.settle();

        List<String> sent = house.collect();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0))
                .contains("<EndToEndId>TPX-PAY-" + payment + "-1</EndToEndId>")
                .contains("<InstdAmt Ccy=\"CNY\">400.00</InstdAmt>")
                .contains("<Id>DEMO-B1</Id>")
                .contains("<CtrlSum>400.00</CtrlSum>");
        house.settle();
        assertThat(house.collect()).as("sent again at once").isEmpty();

        house.drop(
                "d.xml", BankTexts.notification("N-9", BankTexts.debit("R-9", "400.00", "TPX-PAY-" + payment + "-1")));
        house.settle();
        assertThat(house.settlementAccount()).isEqualTo(cny(60_000));
        house.pass(Duration.ofHours(2));
        house.settle();
        assertThat(house.collect()).as("sent again after its outcome").isEmpty();
        assertThat(house.bank().queue(false)).isEmpty();
    }

    @Test
    void shouldSendTheSameBytesAgainWhenNothingIsHeardAndNotOnceTheBankHasThem() {
        paidIn("B1", "1000.00");
        house.payOut("B1", cny(40_000));
        house.settle();
        List<String> first = house.collect();
        house.pass(BankHouse.RESEND);
        house.settle();
        assertThat(house.collect()).isEqualTo(first);

        String messageId = BankTexts.between(first.get(0), "<MsgId>", "</MsgId>");
        house.drop("s.xml", BankTexts.status("S-1", messageId, "ACCP", "", "", ""));
        house.settle();
        house.pass(BankHouse.RESEND);
        house.settle();
        assertThat(house.collect()).isEmpty();
    }

    @Test
    void shouldMakeARefusedPaymentDueAgainAndSendItUnderAnotherId() {
        paidIn("B1", "1000.00");
        long payment = house.payOut("B1", cny(40_000));
        house.settle();
        house.collect();
        house.drop("s.xml", BankTexts.status("S-1", "TPX-1-CNY", "", "TPX-PAY-" + payment + "-1", "RJCT", "AC04"));
        house.settle();
        assertThat(house.bank()
                        .transfer("TPX-PAY-" + payment + "-1")
                        .orElseThrow()
                        .state())
                .isEqualTo(TransferState.RETURNED);
        assertThat(house.collect()).isEmpty();

        house.instruct(List.of(payment));
        house.settle();
        assertThat(house.collect()).hasSize(1).first().asString().contains("TPX-PAY-" + payment + "-2");
        assertThat(house.bank().queue(false)).isEmpty();
    }

    private void paidIn(String party, String amount) {
        house.drop(
                "in.xml",
                BankTexts.notification("IN-" + party, BankTexts.credit("IN-" + party, amount, "TPX/TRADING/" + party)));
        house.settle();
    }
}
