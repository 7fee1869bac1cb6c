package org.tpx.settlement.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;

/**
 * From elements to a message, whatever its version: what moved between the versions (a status as text or below a code, a party with or
 * without {@code Pty}) is looked for in both places.
 */
final class BankMessageReader {
    private static final Pattern VERSION = Pattern.compile("((?:pain|camt|pacs)\\.\\d{3})(?:\\.\\d{3}\\.\\d{2})?");
    private static final int MAX_REFERENCE_BYTES = 60;
    private static final int MAX_ENVELOPE_DEPTH = 4;
    private static final Map<String, String> KINDS = kinds();

    private final XmlElement body;
    private final String version;

    BankMessageReader(XmlElement root) {
        XmlElement document = document(root, 0);
        if (document == null || document.children().size() != 1) {
            throw new MalformedBankMessageException("The file holds no Document with one message.");
        }
        body = document.children().get(0);
        String kind = KINDS.get(body.name());
        if (kind == null) {
            throw new MalformedBankMessageException(
                    "The message is a " + shown(body.name()) + ", which nobody reads here.");
        }
        Matcher named = VERSION.matcher(document.namespace());
        version = named.find() ? named.group() : kind;
        if (!version.startsWith(kind)) {
            throw new MalformedBankMessageException(
                    "The file says that it is a " + version + ", and holds a " + body.name() + ".");
        }
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("CstmrCdtTrfInitn", "pain.001");
        kinds.put("CstmrPmtStsRpt", "pain.002");
        kinds.put("BkToCstmrDbtCdtNtfctn", "camt.054");
        kinds.put("BkToCstmrStmt", "camt.053");
        kinds.put("FIToFIPmtStsRpt", "pacs.002");
        kinds.put("FIToFICstmrCdtTrf", "pacs.008");
        kinds.put("FICdtTrf", "pacs.009");
        return kinds;
    }

    private static @Nullable XmlElement document(XmlElement element, int depth) {
        if (element.name().equals("Document")) {
            return element;
        }
        XmlElement found = null;
        for (XmlElement child : depth == MAX_ENVELOPE_DEPTH ? List.<XmlElement>of() : element.children()) {
            XmlElement below = document(child, depth + 1);
            if (below != null && found != null) {
                throw new MalformedBankMessageException("The file holds more than one Document.");
            }
            found = below == null ? found : below;
        }
        return found;
    }

    BankMessage read() {
        String messageId = identifier("message id", body.text("GrpHdr/MsgId"));
        if (messageId.isEmpty()) {
            throw new MalformedBankMessageException("The message has no id.");
        }
        List<BankStatement> statements = new ArrayList<>();
        body.children("Ntfctn").forEach(element -> statements.add(statement(element)));
        body.children("Stmt").forEach(element -> statements.add(statement(element)));
        return new BankMessage(
                KINDS.getOrDefault(body.name(), ""),
                version,
                messageId,
                body.text("GrpHdr/CreDtTm"),
                statuses(),
                statements,
                transfers());
    }

    private List<BankStatus> statuses() {
        List<BankStatus> statuses = new ArrayList<>();
        for (XmlElement group : body.children("OrgnlGrpInfAndSts")) {
            String messageId = identifier("original message id", group.text("OrgnlMsgId"));
            addStatus(statuses, messageId, "", group.text("GrpSts"), group);
        }
        String messageId = statuses.isEmpty()
                ? identifier("original message id", body.text("OrgnlGrpInfAndSts/OrgnlMsgId"))
                : statuses.get(0).messageId();
        for (XmlElement payments : body.children("OrgnlPmtInfAndSts")) {
            addStatus(statuses, messageId, "", payments.text("PmtInfSts"), payments);
            payments.children("TxInfAndSts").forEach(tx -> addTransaction(statuses, messageId, tx));
        }
        body.children("TxInfAndSts").forEach(tx -> addTransaction(statuses, messageId, tx));
        return statuses;
    }

    private static void addTransaction(List<BankStatus> statuses, String messageId, XmlElement tx) {
        String original = identifier("original message id", tx.text("OrgnlGrpInf/OrgnlMsgId"));
        String endToEndId = identifier("end-to-end id", tx.text("OrgnlEndToEndId"));
        if (endToEndId.isEmpty()) {
            throw new MalformedBankMessageException("The message reports on a payment without its end-to-end id.");
        }
        addStatus(statuses, original.isEmpty() ? messageId : original, endToEndId, tx.text("TxSts"), tx);
    }

    private static void addStatus(
            List<BankStatus> statuses, String messageId, String endToEndId, String status, XmlElement element) {
        if (!status.isEmpty()) {
            statuses.add(new BankStatus(messageId, endToEndId, status, reason(element)));
        }
    }

    private static String reason(XmlElement element) {
        List<String> words = new ArrayList<>();
        for (XmlElement reason : element.children("StsRsnInf")) {
            words.add(reason.text("Rsn/Cd", "Rsn/Prtry"));
            reason.children("AddtlInf").forEach(text -> words.add(text.text()));
        }
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    private static BankStatement statement(XmlElement element) {
        List<BankStatement.Balance> balances = new ArrayList<>();
        for (XmlElement balance : element.children("Bal")) {
            Money amount = BankAmounts.money(balance.find("Amt"), "balance");
            boolean overdrawn = !isCredit(balance);
            balances.add(new BankStatement.Balance(
                    balance.text("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry"),
                    overdrawn ? amount.negated() : amount,
                    day(balance.text("Dt/Dt", "Dt/DtTm"))));
        }
        List<BankEntry> entries = new ArrayList<>();
        element.children("Ntry").forEach(entry -> entries.addAll(new EntryReader(entry).entries()));
        return new BankStatement(
                element.text("Id"),
                element.text("Acct/Id/IBAN", "Acct/Id/Othr/Id"),
                element.text("FrToDt/FrDtTm", "FrToDt/FrDt"),
                element.text("FrToDt/ToDtTm", "FrToDt/ToDt"),
                balances,
                entries);
    }

    /** The payments that a pain.001, a pacs.008 or a pacs.009 orders, in the shape of entries. */
    private List<BankEntry> transfers() {
        List<XmlElement> ordered = new ArrayList<>(body.children("CdtTrfTxInf"));
        body.children("PmtInf").forEach(payments -> ordered.addAll(payments.children("CdtTrfTxInf")));
        return ordered.stream().map(BankMessageReader::transfer).toList();
    }

    private static BankEntry transfer(XmlElement tx) {
        XmlElement amount = tx.find("IntrBkSttlmAmt") == null ? tx.find("Amt/InstdAmt") : tx.find("IntrBkSttlmAmt");
        return new BankEntry(
                MoneyDirection.OUT,
                BankAmounts.money(amount, "amount"),
                BankAmounts.text(amount),
                identifier("transaction id", tx.text("PmtId/TxId", "PmtId/InstrId")),
                identifier("end-to-end id", tx.text("PmtId/EndToEndId")),
                tx.find("RmtInf") == null
                        ? List.of()
                        : tx.children("RmtInf").get(0).children("Ustrd").stream()
                                .map(XmlElement::text)
                                .toList(),
                tx.text("CdtrAcct/Id/IBAN", "CdtrAcct/Id/Othr/Id"),
                tx.text("IntrBkSttlmDt"),
                false,
                false,
                false);
    }

    static boolean isCredit(XmlElement element) {
        String indicator = element.text("CdtDbtInd");
        if (!indicator.equals("CRDT") && !indicator.equals("DBIT")) {
            throw new MalformedBankMessageException("An entry or balance is neither credit nor debit.");
        }
        return indicator.equals("CRDT");
    }

    static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    /** An identifier, which is short and in one line. */
    static String identifier(String what, String text) {
        boolean printable = text.chars().noneMatch(Character::isISOControl);
        if (!printable || text.getBytes(StandardCharsets.UTF_8).length > MAX_REFERENCE_BYTES) {
            throw new MalformedBankMessageException(
                    "The " + what + " is longer than " + MAX_REFERENCE_BYTES + " bytes or has more than one line.");
        }
        return text;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
