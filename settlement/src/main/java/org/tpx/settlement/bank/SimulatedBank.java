package org.tpx.settlement.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/**
 * A bank for demonstrations. It takes what lies in {@code out/}, says that it has it and that it paid, and writes statements. No money
 * moves, and every file says so. It keeps its account in a file in the folder, so it may be started and stopped at any time, and it pays no
 * end-to-end id twice. Single-threaded.
 */
public final class SimulatedBank {
    /** What stands in every file of a simulated bank. */
    public static final String NOTICE = "SIMULATED BANK: this is a demonstration and no money moved";

    private static final String FILE = "simulated-bank.csv";
    private static final String NAMESPACE = " xmlns=\"urn:iso:std:iso:20022:tech:xsd:";

    private final BankFolder folder;
    private final Currency currency;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> paid = new HashSet<>();

    /** A movement on the account: amounts are positive in and negative out, {@code day} is empty until a statement has it. */
    private record Line(String reference, String endToEndId, String text, long minor, String day) {

        String csv() {
            return String.join(";", reference, endToEndId, text.replace(';', ','), String.valueOf(minor), day);
        }

        static Line of(String csv) {
            String[] cells = csv.split(";", -1);
            return new Line(cells[0], cells[1], cells[2], Long.parseLong(cells[3]), cells[4]);
        }
    }

    private SimulatedBank(BankFolder folder, Currency currency) {
        this.folder = folder;
        this.currency = currency;
    }

    /** The bank that plays in a folder, where it stopped or from nothing. */
    public static SimulatedBank open(BankFolder folder, Currency currency) {
        SimulatedBank bank = new SimulatedBank(folder, currency);
        Path file = folder.root().resolve(FILE);
        if (Files.exists(file)) {
            new String(BankInbox.read(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> bank.add(Line.of(line)));
        }
        return bank;
    }

    /** What lies on its account. */
    public Money balance() {
        return Money.ofMinor(lines.stream().mapToLong(Line::minor).sum(), currency);
    }

    /**
     * Somebody pays in; the node is told.
     *
     * @throws IllegalArgumentException when the text is empty or the amount is none
     */
    public void credit(String text, String amount) {
        long minor =
                new BigDecimal(amount).movePointRight(currency.minorDigits()).longValueExact();
        if (text.isBlank() || minor <= 0 || minor > Money.MAX_MINOR) {
            throw new IllegalArgumentException(text + "=" + amount);
        }
        Line line = new Line(nextReference(), "NOTPROVIDED", text.strip(), minor, "");
        add(line);
        save();
        notifyOf(line);
    }

    /** Takes every payment in {@code out/}, pays it and tells the node; returns how many payments that were. */
    public int answer() {
        int answered = 0;
        for (Path file : BankFolder.files(folder.out())) {
            BankMessage order = BankMessage.read(BankInbox.read(file));
            List<Line> fresh = new ArrayList<>();
            for (BankEntry payment : order.transfers()) {
                if (payment.amount().currency() == currency && !paid.contains(payment.endToEndId())) {
                    Line line = new Line(
                            nextReference(),
                            payment.endToEndId(),
                            String.join(" ", payment.remittance()),
                            -payment.amount().minor(),
                            "");
                    add(line);
                    fresh.add(line);
                }
            }
            save();
            accept(order.messageId());
            fresh.forEach(this::notifyOf);
            take(file);
            answered += fresh.size();
        }
        return answered;
    }

    /** Writes the statement of a day: everything that no statement has yet. */
    public void statement(LocalDate day) {
        long opening = lines.stream()
                .filter(line -> !line.day().isEmpty())
                .mapToLong(Line::minor)
                .sum();
        String id = "SIM-STMT-" + day;
        XmlText xml = document("camt.053.001.08").open("BkToCstmrStmt");
        header(xml, id);
        xml.open("Stmt").put("Id", id).open("FrToDt");
        xml.put("FrDtTm", day + "T00:00:00+08:00")
                .put("ToDtTm", day.plusDays(1) + "T00:00:00+08:00")
                .close("FrToDt");
        account(xml);
        balance(xml, "OPBD", opening, day);
        balance(xml, "CLBD", balance().minor(), day);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.day().isEmpty()) {
                entry(xml, line);
                lines.set(i, new Line(line.reference(), line.endToEndId(), line.text(), line.minor(), day.toString()));
            }
        }
        xml.close("Stmt").close("BkToCstmrStmt").close("Document");
        send(id, xml);
        save();
    }

    private void add(Line line) {
        lines.add(line);
        paid.add(line.endToEndId());
        paid.remove("NOTPROVIDED");
    }

    private String nextReference() {
        return "SIM-" + (lines.size() + 1);
    }

    private void save() {
        StringBuilder csv = new StringBuilder("# " + NOTICE + "\n");
        lines.forEach(line -> csv.append(line.csv()).append('\n'));
        BankFolder.write(folder.root().resolve(FILE), csv.toString());
    }

    private void accept(String messageId) {
        XmlText xml = document("pain.002.001.10").open("CstmrPmtStsRpt");
        xml.open("GrpHdr")
                .put("MsgId", "SIM-ACK-" + messageId)
                .put("CreDtTm", "2025-01-01T00:00:00Z")
                .close("GrpHdr");
        xml.open("OrgnlGrpInfAndSts")
                .put("OrgnlMsgId", messageId)
                .put("OrgnlMsgNmId", "pain.001.001.09")
                .put("GrpSts", "ACCP");
        xml.open("StsRsnInf").put("AddtlInf", NOTICE).close("StsRsnInf").close("OrgnlGrpInfAndSts");
        xml.close("CstmrPmtStsRpt").close("Document");
        send("SIM-ACK-" + messageId, xml);
    }

    private void notifyOf(Line line) {
        String id = "SIM-NTF-" + line.reference();
        XmlText xml = document("camt.054.001.08").open("BkToCstmrDbtCdtNtfctn");
        header(xml, id);
        xml.open("Ntfctn").put("Id", id);
        account(xml);
        entry(xml, line);
        xml.close("Ntfctn").close("BkToCstmrDbtCdtNtfctn").close("Document");
        send(id, xml);
    }

    private static XmlText document(String message) {
        return new XmlText().open("Document", NAMESPACE + message + "\"");
    }

    private static void header(XmlText xml, String id) {
        xml.open("GrpHdr")
                .put("MsgId", id)
                .put("CreDtTm", "2025-01-01T00:00:00Z")
                .put("AddtlInf", NOTICE)
                .close("GrpHdr");
    }

    private void account(XmlText xml) {
        xml.open("Acct")
                .open("Id")
                .open("Othr")
                .put("Id", "DEMO-SETTLEMENT-" + currency)
                .close("Othr")
                .close("Id");
        xml.put("Ccy", currency.name()).close("Acct");
    }

    private void balance(XmlText xml, String code, long minor, LocalDate day) {
        xml.open("Bal")
                .open("Tp")
                .open("CdOrPrtry")
                .put("Cd", code)
                .close("CdOrPrtry")
                .close("Tp");
        amount(xml, minor);
        xml.open("Dt").put("Dt", day.toString()).close("Dt").close("Bal");
    }

    private void amount(XmlText xml, long minor) {
        xml.put(
                "Amt",
                " Ccy=\"" + currency + "\"",
                BigDecimal.valueOf(Math.abs(minor), currency.minorDigits()).toPlainString());
        xml.put("CdtDbtInd", minor < 0 ? "DBIT" : "CRDT");
    }

    private void entry(XmlText xml, Line line) {
        xml.open("Ntry");
        amount(xml, line.minor());
        xml.open("Sts").put("Cd", "BOOK").close("Sts").put("AcctSvcrRef", line.reference());
        xml.open("BkTxCd").open("Prtry").put("Cd", "SIMULATED").close("Prtry").close("BkTxCd");
        xml.open("NtryDtls")
                .open("TxDtls")
                .open("Refs")
                .put("EndToEndId", line.endToEndId())
                .close("Refs");
        xml.open("RmtInf")
                .put("Ustrd", line.text())
                .close("RmtInf")
                .close("TxDtls")
                .close("NtryDtls")
                .close("Ntry");
    }

    private void send(String id, XmlText xml) {
        BankFolder.write(folder.in().resolve(id + ".xml"), xml.toString());
    }

    private static void take(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be taken", failure);
        }
    }
}
