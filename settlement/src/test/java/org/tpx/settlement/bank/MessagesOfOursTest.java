package org.tpx.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tpx.settlement.bank.BankHouse.cny;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.Currency;
import org.tpx.settlement.ledger.SettlementDatabase;

/** What we write, read by somebody else's library and by ours; and a demonstration with the simulated bank. */
class MessagesOfOursTest {

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
    void shouldWritePaymentsThatAnotherLibraryReadsAsMeant() {
        simulated().credit("TPX/TRADING/B1", "1000.00");
        house.settle();
        long payment = house.payOut("B1", cny(12_345));
        house.settle();

        MxPain00100109 read = MxPain00100109.parse(house.collect().get(0));
        var initiation = read.getCstmrCdtTrfInitn();
        assertThat(initiation.getGrpHdr().getNbOfTxs()).isEqualTo("1");
        assertThat(initiation.getGrpHdr().getCtrlSum()).isEqualByComparingTo(new BigDecimal("123.45"));
        CreditTransferTransaction34 transfer =
                initiation.getPmtInf().get(0).getCdtTrfTxInf().get(0);
        assertThat(transfer.getPmtId().getEndToEndId()).isEqualTo("TPX-PAY-" + payment + "-1");
        assertThat(transfer.getAmt().getInstdAmt().getValue()).isEqualByComparingTo(new BigDecimal("123.45"));
        assertThat(transfer.getAmt().getInstdAmt().getCcy()).isEqualTo("CNY");
        assertThat(transfer.getCdtrAcct().getId().getOthr().getId()).isEqualTo("DEMO-B1");

        BankEntry again = BankMessage.read(read.message().getBytes(StandardCharsets.UTF_8))
                .transfers()
                .get(0);
        assertThat(again.endToEndId()).isEqualTo("TPX-PAY-" + payment + "-1");
        assertThat(again.amount()).isEqualTo(cny(12_345));
    }

    @Test
    void shouldReconcileADayWithTheSimulatedBankToZero() throws IOException {
        SimulatedBank bank = simulated();
        bank.credit("TPX/TRADING/B1", "1000.00");
        bank.credit("TPX/TRADING/B2", "0.01");
        house.settle();
        house.payOut("B1", cny(30_000));
        house.settle();
        assertThat(bank.answer()).isEqualTo(1);
        house.settle();
        assertThat(house.settlementAccount()).isEqualTo(bank.balance()).isEqualTo(cny(70_001));
        simulated().statement(LocalDate.of(2025, 7, 1));
        house.settle();

        Reconciliation result = new Reconciler(house.bank())
                .reconcile(Currency.CNY, Reconciler.statements(house.folder()))
                .orElseThrow();
        assertThat(result.items()).isEmpty();
        assertThat(result.isZero()).isTrue();
        assertThat(result.bank()).isEqualTo(cny(70_001));
        for (Path file : BankFolder.files(house.folder().done())) {
            String text = Files.readString(file);
            assertThat(text).contains(SimulatedBank.NOTICE);
            assertThat(other(text))
                    .as("another library reads %s", file.getFileName())
                    .isNotNull();
        }
    }

    @Test
    void shouldNameWhatTheBankHasAndTheBooksHaveNot() {
        SimulatedBank bank = simulated();
        bank.credit("a present", "5.00");
        bank.credit("TPX/TRADING/B1", "1.00");
        house.settle();
        bank.statement(LocalDate.of(2025, 7, 1));
        house.settle();

        Reconciliation result = new Reconciler(house.bank())
                .reconcile(Currency.CNY, Reconciler.statements(house.folder()))
                .orElseThrow();
        assertThat(result.difference()).isEqualTo(cny(500));
        assertThat(result.unexplained()).isEqualTo(cny(0));
        assertThat(result.items())
                .extracting(Reconciliation.Item::bankReference, Reconciliation.Item::what)
                .containsExactly(
                        tuple("SIM-1", "BANK-1, UNKNOWN: The payer does not say what it is for, or says two things."));
    }

    private SimulatedBank simulated() {
        return SimulatedBank.open(house.folder(), Currency.CNY);
    }

    private static AbstractMX other(String text) {
        for (String kind : List.of("camt.054", "camt.053", "pain.002")) {
            if (text.contains("xsd:" + kind)) {
                return switch (kind) {
                    case "camt.054" -> MxCamt05400108.parse(text);
                    case "camt.053" -> MxCamt05300108.parse(text);
                    default -> MxPain00200110.parse(text);
                };
            }
        }
        throw new AssertionError(text);
    }
}
