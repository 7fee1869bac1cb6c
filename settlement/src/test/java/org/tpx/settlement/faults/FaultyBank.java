package org.tpx.settlement.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bank with an account and bad habits: what it does with money is certain, what it tells of it is duplicated, out of order, late, lost,
 * wrong, broken or hostile. At the end of the day its statement tells the truth. Same seed, same mistakes.
 */
public final class FaultyBank {
    private static final Pattern PAYMENT = Pattern.compile(
            "<EndToEndId>([^<]+)</EndToEndId>.*?<InstdAmt Ccy=\"CNY\">([0-9.]+)</InstdAmt>", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("<MsgId>([^<]+)</MsgId>");
    private static final String ACCOUNT =
            "<Acct><Id><Othr><Id>DEMO-SETTLEMENT-CNY</Id></Othr></Id><Ccy>CNY</Ccy></Acct>";

    private final Random random;
    private final Map<String, Movement> account = new LinkedHashMap<>();
    private final List<Movement> today = new ArrayList<>();
    private final Map<String, String> paid = new TreeMap<>();
    private final List<String> late = new ArrayList<>();
    private int messages;
    private int movements;
    private long opening;

    /** What really moved: amounts in fen, positive in and negative out. */
    public record Movement(String reference, long fen, String endToEndId, String text) {}

    /** A bank whose mistakes follow from a seed. */
    public FaultyBank(long seed) {
        random = new Random(seed);
    }

    /** Everything that ever moved on the account, by its reference. */
    public Map<String, Movement> account() {
        return account;
    }

    /** What lies on the account, in fen. */
    public long balance() {
        return account.values().stream().mapToLong(Movement::fen).sum();
    }

    /** A day of payments in, and of answers to payment orders; returns the files in the order in which they arrive. */
    public List<String> day(List<String> orders, int parties) {
        List<String> files = new ArrayList<>(late);
        late.clear();
        orders.forEach(order -> answer(order, files));
        for (int i = random.nextInt(6); i >= 0; i--) {
            payIn(files, parties);
        }
        if (random.nextInt(4) == 0) {
            files.add(hostile());
        }
        if (random.nextInt(3) == 0 && !files.isEmpty()) {
            files.add(files.get(random.nextInt(files.size())));
        }
        Collections.shuffle(files, random);
        return files;
    }

    /** The truth about the day. */
    public String statement(String from, String to) {
        StringBuilder entries = new StringBuilder();
        long closing = opening;
        for (Movement movement : today) {
            entries.append(entry(movement, movement.fen(), "CNY"));
            closing += movement.fen();
        }
        String text =
                "<?xml version='1.0' encoding='UTF-8'?>\n<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001."
                        + (random.nextBoolean() ? "08" : "02") + "'><BkToCstmrStmt><GrpHdr><MsgId>ST-" + ++messages
                        + "</MsgId><CreDtTm>" + to + "</CreDtTm></GrpHdr><Stmt><Id>ST-" + messages
                        + "</Id><FrToDt><FrDtTm>" + from
                        + "</FrDtTm><ToDtTm>" + to + "</ToDtTm></FrToDt>" + ACCOUNT + balance("OPBD", opening)
                        + balance("CLBD", closing)
                        + entries + "</Stmt></BkToCstmrStmt></Document>";
        today.clear();
        opening = closing;
        return text;
    }

    private void answer(String order, List<String> files) {
        Matcher message = MESSAGE.matcher(order);
        String messageId = message.find() ? message.group(1) : "";
        if (random.nextInt(3) == 0) {
            files.add(status(messageId, "ACCP", "", ""));
        }
        Matcher payment = PAYMENT.matcher(order);
        while (payment.find()) {
            long fen = new BigDecimal(payment.group(2)).movePointRight(2).longValueExact();
            if (!paid.containsKey(payment.group(1))) {
                pay(payment.group(1), fen, messageId, files);
            }
        }
    }

    private void pay(String endToEndId, long fen, String messageId, List<String> files) {
        int chance = random.nextInt(20);
        if (chance == 0) {
            return;
        }
        paid.put(endToEndId, messageId);
        if (chance < 3) {
            files.add(status(messageId, "", endToEndId, "RJCT"));
            if (chance == 1) {
                files.add(status(messageId, "", endToEndId, "RJCT"));
            }
            return;
        }
        long moved = chance == 3 ? fen - 1 : chance == 4 ? fen + 1L + random.nextInt(100) : fen;
        String named = chance == 5 ? "TPX-PAY-99999-1" : chance == 6 ? "NOTPROVIDED" : endToEndId;
        tell(move(-moved, named, ""), files);
        if (chance == 7) {
            tell(move(-fen, endToEndId, ""), files);
        }
        if (chance == 8) {
            files.add(status(messageId, "", endToEndId, "RJCT"));
        }
    }

    private void payIn(List<String> files, int parties) {
        String party = "B" + (1 + random.nextInt(parties));
        long fen = 1_000L + random.nextInt(500_000);
        String text =
                switch (random.nextInt(12)) {
                    case 0 -> "for the patent";
                    case 1 -> "TPX/TRADING/NOBODY";
                    case 2 -> "TPX/DEPOSIT/L-404/" + party;
                    case 3 -> "TPX/TRADING/" + party + " TPX/TRADING/B" + (parties + 1);
                    default -> "Rechnung & TPX/TRADING/" + party;
                };
        tell(move(fen, "NOTPROVIDED", text), files);
    }

    private Movement move(long fen, String endToEndId, String text) {
        Movement movement = new Movement("FB-" + ++movements, fen, endToEndId, text);
        account.put(movement.reference(), movement);
        today.add(movement);
        return movement;
    }

    private void tell(Movement movement, List<String> files) {
        String truth = notification(entry(movement, movement.fen(), "CNY"));
        switch (random.nextInt(16)) {
            case 0 -> {
                // Lost: the statement will tell.
            }
            case 1 -> late.add(truth);
            case 2 -> {
                files.add(truth);
                files.add(truth);
            }
            case 3 -> {
                files.add(truth);
                files.add(notification(entry(movement, movement.fen(), "CNY")));
            }
            case 4 -> {
                files.add(truth);
                files.add(notification(entry(movement, movement.fen() + Long.signum(movement.fen()) * 7L, "CNY")));
            }
            case 5 -> files.add(notification(entry(movement, movement.fen(), random.nextBoolean() ? "USD" : "SEK")));
            case 6 -> files.add(truth.substring(0, truth.length() - 1 - random.nextInt(truth.length() / 2)));
            case 7 ->
                files.add(notification(entry(movement, Long.signum(movement.fen()) * 900_000_000_000_000_000L, "CNY")));
            case 8 -> files.add(truth.replace("<Amt Ccy='CNY'>", "<Amt Ccy='CNY'>-"));
            case 9 -> files.add(truth.replace("camt.054", "camt.052"));
            case 10 ->
                files.add(
                        notification(entry(movement, movement.fen(), "CNY") + entry(movement, movement.fen(), "CNY")));
            default -> files.add(truth);
        }
    }

    private String hostile() {
        return switch (random.nextInt(6)) {
            case 0 -> "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document>&x;</Document>";
            case 1 ->
                "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><Document>&c;</Document>";
            case 2 -> "<a>".repeat(5_000);
            case 3 -> "";
            case 4 -> notification("<Ntry/>".repeat(1 + random.nextInt(3)));
            default -> "\u0000\u0001 no XML at all " + random.nextInt();
        };
    }

    private String notification(String entries) {
        return "<?xml version='1.0' encoding='UTF-8'?>\n<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.054.001.08'>"
                + "<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>NT-" + ++messages
                + "</MsgId><CreDtTm>2025-07-01T10:00:00+08:00</CreDtTm>"
                + "</GrpHdr><Ntfctn><Id>NT-" + messages + "</Id>" + ACCOUNT + entries
                + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
    }

    private String entry(Movement movement, long fen, String currency) {
        String amount = "<Amt Ccy='" + currency + "'>" + decimal(fen) + "</Amt>";
        return "<Ntry>" + amount + "<CdtDbtInd>" + (fen < 0 ? "DBIT" : "CRDT")
                + "</CdtDbtInd><Sts>BOOK</Sts><AcctSvcrRef>"
                + movement.reference() + "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>" + movement.endToEndId()
                + "</EndToEndId></Refs><RmtInf><Ustrd><![CDATA[" + movement.text()
                + "]]></Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }

    private static String balance(String code, long fen) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy='CNY'>" + decimal(fen)
                + "</Amt><CdtDbtInd>" + (fen < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd><Dt><Dt>2025-07-01</Dt></Dt></Bal>";
    }

    private String status(String original, String group, String endToEndId, String transaction) {
        return "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'><CstmrPmtStsRpt><GrpHdr><MsgId>ST2-"
                + ++messages
                + "</MsgId><CreDtTm>2025-07-01T10:00:00+08:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>"
                + original
                + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
                + (group.isEmpty() ? "" : "<GrpSts>" + group + "</GrpSts>") + "</OrgnlGrpInfAndSts>"
                + (endToEndId.isEmpty()
                        ? ""
                        : "<OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>"
                                + endToEndId
                                + "</OrgnlEndToEndId><TxSts>" + transaction
                                + "</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>")
                + "</CstmrPmtStsRpt></Document>";
    }

    private static String decimal(long fen) {
        return BigDecimal.valueOf(Math.abs(fen), 2).toPlainString();
    }
}
