package org.tpx.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The exchange's signed list of certificates that no longer hold, in one text as certificates have one.
 *
 * @param exchange the name of the exchange's log
 * @param sequence the turn up to which it tells all
 * @param at when that turn was, in RFC 3339
 * @param numbers the revoked certificates, in the order of issue
 * @param signature Ed25519 over purpose and body, in hexadecimal digits
 */
public record Revocations(String exchange, long sequence, String at, List<String> numbers, String signature) {
    /** What the file says it is. */
    public static final String FORMAT = "tpx-revocations-1";

    /** What the exchange's key signs before the text and a line feed. */
    public static final String PURPOSE = "tpx revocations";

    /** Everything before the signature. */
    public byte[] body() {
        return bytes(text());
    }

    /** The file. */
    public byte[] file() {
        StringBuilder text = text();
        CertificateText.member(text, "signature", signature);
        return bytes(text.append("}\n"));
    }

    /** What is wrong with the list, in a sentence; nothing where the exchange with this key signed it as it is in the file. */
    public Optional<String> complaint(byte[] file, ExchangeKey key) {
        if (!Arrays.equals(file(), file)) {
            return Optional.of("The list is not written as the exchange writes it: something was changed.");
        }
        byte[] signed = bytes(new StringBuilder(PURPOSE).append('\n').append(text()));
        boolean genuine = signature.matches("[0-9a-f]{128}")
                && key.verify(signed, HexFormat.of().parseHex(signature))
                && exchange.equals(key.name());
        return genuine ? Optional.empty() : Optional.of("The list is not signed by this key, or was changed.");
    }

    private StringBuilder text() {
        StringBuilder text = new StringBuilder("{\"format\":\"").append(FORMAT).append('"');
        CertificateText.member(text, "exchange", exchange);
        text.append(",\"sequence\":").append(sequence);
        CertificateText.member(text, "at", at);
        CertificateText.strings(text, "revoked", numbers);
        return text;
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
