package org.tpx.settlement.bank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;

/** One {@code Ntry}, which tells one movement or, booked as a batch, several that make up its amount. */
final class EntryReader {
    private final XmlElement entry;
    private final Money total;
    private final boolean credit;

    EntryReader(XmlElement entry) {
        this.entry = entry;
        this.total = BankAmounts.money(entry.find("Amt"), "amount");
        this.credit = BankMessageReader.isCredit(entry);
    }

    List<BankEntry> entries() {
        List<XmlElement> details = new ArrayList<>();
        entry.children("NtryDtls").forEach(part -> details.addAll(part.children("TxDtls")));
        if (details.size() < 2) {
            XmlElement only = details.isEmpty() ? entry : details.get(0);
            return List.of(movement(only, entry.find("Amt"), reference(only, "")));
        }
        List<BankEntry> movements = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
            XmlElement detail = details.get(i);
            movements.add(movement(detail, amount(detail), reference(detail, "/" + (i + 1))));
        }
        requireSum(movements);
        return movements;
    }

    private static XmlElement amount(XmlElement detail) {
        XmlElement amount = detail.find("Amt");
        amount = amount == null ? detail.find("AmtDtls/TxAmt/Amt") : amount;
        if (amount == null) {
            throw new MalformedBankMessageException("A movement within a batch has no amount of its own.");
        }
        return amount;
    }

    private void requireSum(List<BankEntry> movements) {
        Money sum = Money.zero(total.currency());
        for (BankEntry movement : movements) {
            if (movement.amount().currency() != total.currency()) {
                throw new MalformedBankMessageException("The movements of a batch are in different currencies.");
            }
            sum = sum.plus(movement.amount());
        }
        if (!total.isNone() && !sum.equals(total)) {
            throw new MalformedBankMessageException(
                    "The movements of a batch add up to " + sum + " and not to " + total + ".");
        }
    }

    private BankEntry movement(XmlElement detail, @Nullable XmlElement amount, String reference) {
        String indicator = detail.text("CdtDbtInd");
        if (!indicator.isEmpty() && !indicator.equals(entry.text("CdtDbtInd"))) {
            throw new MalformedBankMessageException("An entry goes one way and its movement the other.");
        }
        String status = entry.text("Sts/Cd", "Sts/Prtry", "Sts");
        return new BankEntry(
                credit ? MoneyDirection.IN : MoneyDirection.OUT,
                BankAmounts.money(amount, "amount"),
                BankAmounts.text(amount),
                BankMessageReader.identifier("bank's reference", reference),
                BankMessageReader.identifier("end-to-end id", detail.text("Refs/EndToEndId")),
                remittance(detail),
                detail.text("RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id"),
                BankMessageReader.day(entry.text("BookgDt/Dt", "BookgDt/DtTm")),
                entry.text("RvslInd").equals("true"),
                detail.find("RtrInf") != null,
                status.equals("BOOK"));
    }

    /**
     * The movement's own reference, or the entry's with its place behind it, so that no two movements share one. {@code NtryRef} will
     * not do: it differs between the notification and the statement that tell the same entry.
     */
    private String reference(XmlElement detail, String place) {
        String own = detail.text("Refs/AcctSvcrRef");
        if (!own.isEmpty()) {
            return own;
        }
        String shared = entry.text("AcctSvcrRef");
        return shared.isEmpty() ? "" : shared + place;
    }

    private static List<String> remittance(XmlElement detail) {
        List<String> texts = new ArrayList<>();
        for (XmlElement information : detail.children("RmtInf")) {
            information.children("Ustrd").forEach(text -> texts.add(text.text()));
            information.children("Strd").forEach(part -> texts.add(part.text("CdtrRefInf/Ref")));
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
