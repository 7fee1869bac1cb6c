package org.tpx.settlement.bank;

/** Messages as a bank writes them, as text. */
final class BankTexts {
    private static final String ACCOUNT =
            "<Acct><Id><Othr><Id>DEMO-SETTLEMENT-CNY</Id></Othr></Id><Ccy>CNY</Ccy></Acct>";

    private BankTexts() {}

    /** A camt.054 with these entries. */
    static String notification(String messageId, String... entries) {
        return "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">"
                + "<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>" + messageId
                + "</MsgId><CreDtTm>2025-07-01T09:00:00+08:00</CreDtTm>"
                + "</GrpHdr><Ntfctn><Id>" + messageId + "</Id>" + ACCOUNT + String.join("", entries)
                + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    /** A camt.053 of one day. */
    static String statement(String messageId, String day, String opening, String closing, String... entries) {
        return "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                + "<BkToCstmrStmt><GrpHdr><MsgId>" + messageId + "</MsgId><CreDtTm>" + day
                + "T23:00:00+08:00</CreDtTm></GrpHdr>"
                + "<Stmt><Id>" + messageId + "</Id><FrToDt><FrDtTm>" + day + "T00:00:00+08:00</FrDtTm><ToDtTm>" + day
                + "T23:59:59+08:00</ToDtTm></FrToDt>" + ACCOUNT + balance("OPBD", opening, day)
                + balance("CLBD", closing, day) + String.join("", entries) + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String balance(String code, String amount, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    /** Money in. */
    static String credit(String reference, String amount, String remittance) {
        return entry("CRDT", "CNY", amount, reference, "NOTPROVIDED", remittance, "");
    }

    /** Money in from an account. */
    static String creditFrom(String account, String reference, String amount, String remittance) {
        return entry(
                "CRDT",
                "CNY",
                amount,
                reference,
                "NOTPROVIDED",
                remittance,
                "<RltdPties><DbtrAcct><Id><Othr><Id>" + account + "</Id></Othr></Id></DbtrAcct></RltdPties>");
    }

    /** Money out. */
    static String debit(String reference, String amount, String endToEndId) {
        return entry("DBIT", "CNY", amount, reference, endToEndId, "", "");
    }

    /** Any entry. */
    static String entry(
            String indicator,
            String currency,
            String amount,
            String reference,
            String endToEndId,
            String remittance,
            String parties) {
        return "<Ntry><Amt Ccy=\"" + currency + "\">" + amount + "</Amt><CdtDbtInd>" + indicator
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2025-07-01</Dt></BookgDt><AcctSvcrRef>" + reference
                + "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs><Amt Ccy=\""
                + currency + "\">" + amount + "</Amt>" + parties + "<RmtInf><Ustrd>" + remittance
                + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }

    /** A pain.002 about a message, a payment, or both. */
    static String status(
            String messageId, String original, String group, String endToEndId, String transaction, String reason) {
        String tx = endToEndId.isEmpty()
                ? ""
                : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + original + "</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>"
                        + endToEndId + "</OrgnlEndToEndId><TxSts>" + transaction + "</TxSts><StsRsnInf><Rsn><Cd>"
                        + reason
                        + "</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>";
        return "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
                + "<GrpHdr><MsgId>" + messageId + "</MsgId><CreDtTm>2025-07-01T09:00:00+08:00</CreDtTm></GrpHdr>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>" + original
                + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
                + (group.isEmpty() ? "" : "<GrpSts>" + group + "</GrpSts>") + "</OrgnlGrpInfAndSts>" + tx
                + "</CstmrPmtStsRpt></Document>";
    }

    static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}
