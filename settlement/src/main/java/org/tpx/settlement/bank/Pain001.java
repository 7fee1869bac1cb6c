package org.tpx.settlement.bank;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/**
 * Credit transfers as {@code pain.001.001.09}. The text is a function of the payments, the accounts and the calendar's offset alone, so
 * what is written again is the same byte by byte.
 */
final class Pain001 {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final int MAX_NAME = 140;

    private final PartyAccounts accounts;
    private final ZoneOffset offset;

    Pain001(PartyAccounts accounts, int utcOffsetSeconds) {
        this.accounts = accounts;
        this.offset = ZoneOffset.ofTotalSeconds(utcOffsetSeconds);
    }

    /**
     * The message, all payments of which must be of one message.
     *
     * @throws MissingAccountException when somebody's account is not known
     */
    String write(String messageId, List<BankTransfer> transfers) {
        Currency currency = transfers.get(0).amount().currency();
        OffsetDateTime at =
                Instant.EPOCH.plusNanos(transfers.get(0).timeNanos()).atOffset(offset);
        PartyAccount payer = accounts.settlement(currency)
                .orElseThrow(() -> new MissingAccountException("the settlement account in " + currency));
        String sum = decimal(sum(transfers));
        String count = String.valueOf(transfers.size());
        XmlText xml = new XmlText();
        xml.open("Document", " xmlns=\"" + NAMESPACE + "\"").open("CstmrCdtTrfInitn");
        xml.open("GrpHdr")
                .put("MsgId", messageId)
                .put("CreDtTm", TIME.format(at))
                .put("NbOfTxs", count)
                .put("CtrlSum", sum);
        xml.open("InitgPty").put("Nm", cut(payer.name())).close("InitgPty").close("GrpHdr");
        xml.open("PmtInf")
                .put("PmtInfId", messageId)
                .put("PmtMtd", "TRF")
                .put("BtchBookg", "false")
                .put("NbOfTxs", count)
                .put("CtrlSum", sum);
        xml.open("ReqdExctnDt").put("Dt", at.toLocalDate().toString()).close("ReqdExctnDt");
        xml.open("Dbtr").put("Nm", cut(payer.name())).close("Dbtr");
        account(xml, "DbtrAcct", payer, currency);
        agent(xml, "DbtrAgt", payer.bic());
        transfers.forEach(transfer -> transfer(xml, transfer));
        xml.close("PmtInf").close("CstmrCdtTrfInitn").close("Document");
        return xml.toString();
    }

    private void transfer(XmlText xml, BankTransfer transfer) {
        PartyAccount payee = payee(transfer);
        xml.open("CdtTrfTxInf").open("PmtId");
        xml.put("InstrId", transfer.endToEndId())
                .put("EndToEndId", transfer.endToEndId())
                .close("PmtId");
        xml.open("Amt")
                .put("InstdAmt", " Ccy=\"" + transfer.amount().currency() + "\"", decimal(transfer.amount()))
                .close("Amt");
        if (!payee.bic().isEmpty()) {
            agent(xml, "CdtrAgt", payee.bic());
        }
        xml.open("Cdtr").put("Nm", cut(payee.name())).close("Cdtr");
        account(xml, "CdtrAcct", payee, transfer.amount().currency());
        xml.open("RmtInf").put("Ustrd", cut(purpose(transfer))).close("RmtInf").close("CdtTrfTxInf");
    }

    private PartyAccount payee(BankTransfer transfer) {
        return transfer.party().isEmpty()
                ? accounts.operating(transfer.amount().currency())
                        .orElseThrow(() -> new MissingAccountException(
                                "the operating account in " + transfer.amount().currency()))
                : accounts.ofParty(transfer.party())
                        .orElseThrow(() -> new MissingAccountException("the account of " + transfer.party()));
    }

    private static String purpose(BankTransfer transfer) {
        return "TPX PAY-" + transfer.paymentId() + " " + transfer.kind()
                + (transfer.listing().isEmpty() ? "" : " " + transfer.listing());
    }

    private static void account(XmlText xml, String element, PartyAccount account, Currency currency) {
        xml.open(element).open("Id");
        if (Iban.isOne(account.account())) {
            xml.put("IBAN", account.account());
        } else {
            xml.open("Othr").put("Id", account.account());
            if (account.demo()) {
                xml.open("SchmeNm").put("Prtry", "TPX-DEMO").close("SchmeNm");
            }
            xml.close("Othr");
        }
        xml.close("Id").put("Ccy", currency.name()).close(element);
    }

    private static void agent(XmlText xml, String element, String bic) {
        xml.open(element).open("FinInstnId");
        if (bic.isEmpty()) {
            xml.open("Othr").put("Id", "NOTPROVIDED").close("Othr");
        } else {
            xml.put("BICFI", bic);
        }
        xml.close("FinInstnId").close(element);
    }

    private static Money sum(List<BankTransfer> transfers) {
        Money sum = Money.zero(transfers.get(0).amount().currency());
        for (BankTransfer transfer : transfers) {
            sum = sum.plus(transfer.amount());
        }
        return sum;
    }

    private static String decimal(Money amount) {
        return BigDecimal.valueOf(amount.minor(), amount.currency().minorDigits())
                .toPlainString();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_NAME));
    }
}
