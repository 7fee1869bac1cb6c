package org.tpx.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one text of a certificate: a line of JSON without spaces, members in a fixed order, nothing escaped that need not be. So a
 * certificate has one form in bytes, and a file that differs in any of them is another.
 */
public final class CertificateText {
    /** What the file says it is. */
    public static final String FORMAT = "tpx-certificate-1";

    /** What the exchange's key signs before the text and a line feed, so that it is never taken for a checkpoint. */
    public static final String PURPOSE = "tpx certificate";

    private CertificateText() {}

    /** The file. */
    public static byte[] file(Certificate certificate) {
        StringBuilder text = new StringBuilder();
        body(text, certificate.facts(), certificate.proof());
        member(text, "signature", certificate.signature());
        return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Everything before the signature, which the exchange signs for this {@link #PURPOSE}. */
    public static byte[] body(CertificateFacts facts, EventProof proof) {
        StringBuilder text = new StringBuilder();
        body(text, facts, proof);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is signed: the purpose, a line feed and the body. */
    static byte[] signed(CertificateFacts facts, EventProof proof) {
        StringBuilder text = new StringBuilder(PURPOSE).append('\n');
        body(text, facts, proof);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void body(StringBuilder text, CertificateFacts facts, EventProof proof) {
        text.append("{\"format\":");
        string(text, FORMAT);
        text.append(",\"facts\":");
        facts(text, facts);
        text.append(",\"proof\":");
        proof(text, proof);
    }

    private static void facts(StringBuilder text, CertificateFacts facts) {
        text.append("{\"number\":");
        string(text, facts.number());
        member(text, "exchange", facts.exchange());
        member(text, "issued", facts.issued());
        member(text, "project", facts.project());
        member(text, "subject", facts.subject());
        member(text, "subjectType", facts.subjectType());
        member(text, "registration", facts.registration());
        member(text, "listingStart", facts.listingStart());
        member(text, "listingEnd", facts.listingEnd());
        member(text, "signed", facts.signed());
        member(text, "contract", facts.contract());
        member(text, "transferor", facts.transferor());
        member(text, "transferorAgent", facts.transferorAgent());
        transferees(text, facts.transferees());
        member(text, "tradeMode", facts.tradeMode());
        member(text, "appraisal", facts.appraisal());
        member(text, "price", facts.price());
        member(text, "paymentForm", facts.paymentForm());
        member(text, "conclusion", facts.conclusion());
        member(text, "conclusionZh", facts.conclusionZh());
        member(text, "verifyAt", facts.verifyAt());
        text.append('}');
    }

    private static void transferees(StringBuilder text, List<CertificateFacts.Transferee> transferees) {
        text.append(",\"transferees\":[");
        String separator = "{\"party\":";
        for (CertificateFacts.Transferee transferee : transferees) {
            text.append(separator);
            string(text, transferee.party());
            member(text, "agent", transferee.agent());
            member(text, "price", transferee.price());
            text.append('}');
            separator = ",{\"party\":";
        }
        text.append(']');
    }

    private static void proof(StringBuilder text, EventProof proof) {
        text.append("{\"sequence\":").append(proof.sequence());
        text.append(",\"entry\":").append(proof.entry());
        text.append(",\"entries\":").append(proof.entries());
        member(text, "message", proof.message());
        member(text, "salt", proof.salt());
        strings(text, "turnPath", proof.turnPath());
        member(text, "head", proof.head());
        strings(text, "treePath", proof.treePath());
        member(text, "checkpoint", proof.checkpoint());
        text.append('}');
    }

    static void strings(StringBuilder text, String name, List<String> values) {
        text.append(",\"").append(name).append("\":[");
        String separator = "";
        for (String value : values) {
            text.append(separator);
            string(text, value);
            separator = ",";
        }
        text.append(']');
    }

    static void member(StringBuilder text, String name, String value) {
        text.append(",\"").append(name).append("\":");
        string(text, value);
    }

    private static void string(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append(String.format("\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }
}
