package org.tpx.settlement.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Checks a certificate, offline: its bytes are the one text of what it says, the exchange signed that, the event stands in the
 * exchange's journal, and the event is the one by which a certificate of this number at this price was issued. Whatever is malformed
 * is a complaint and never thrown.
 */
public final class CertificateCheck {
    private static final int HEADER_LENGTH = 8;
    private static final int TEMPLATE_OFFSET = 2;
    private static final int CERTIFICATE_ISSUED = 1119;
    private static final int PRICE_OFFSET = HEADER_LENGTH + 40;
    private static final int NUMBER_OFFSET = PRICE_OFFSET + 9;

    private CertificateCheck() {}

    /** What the event of a certificate says. */
    private record Issued(String number, long priceMinor) {}

    /** What is wrong with the certificate, in a sentence; nothing where the exchange with this key vouches for it. */
    public static Optional<String> complaint(Certificate certificate, byte[] file, ExchangeKey key) {
        if (!Arrays.equals(CertificateText.file(certificate), file)) {
            return Optional.of("The file is not written as the exchange writes certificates: something was changed.");
        }
        byte[] signed = CertificateText.signed(certificate.facts(), certificate.proof());
        if (!key.verify(signed, signature(certificate))) {
            return Optional.of("The certificate is not signed by this key, or something in it was changed.");
        }
        Optional<String> complaint = ProofCheck.complaint(certificate.proof(), key);
        return complaint.isPresent() ? complaint : complaintOfEvent(certificate);
    }

    /** Small digits only: nothing else covers them, and capitals would be another text of the same certificate. */
    private static byte[] signature(Certificate certificate) {
        String digits = certificate.signature();
        return digits.matches("[0-9a-f]{128}") ? HexFormat.of().parseHex(digits) : new byte[0];
    }

    private static Optional<String> complaintOfEvent(Certificate certificate) {
        Optional<Issued> issued =
                issued(HexFormat.of().parseHex(certificate.proof().message()));
        if (issued.isEmpty()) {
            return Optional.of("The event that is proven issues no certificate.");
        }
        if (!issued.get().number().equals(certificate.facts().number())) {
            return Optional.of("The event that is proven issues another certificate.");
        }
        String digits = certificate.facts().price().replaceAll("[^0-9]", "").replaceFirst("^0+(?=.)", "");
        return digits.equals(Long.toString(issued.get().priceMinor()))
                ? Optional.empty()
                : Optional.of("The event that is proven names another price.");
    }

    /** Reads the event from its bytes: identities, the price, then its number as text. */
    private static Optional<Issued> issued(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        if (message.length < NUMBER_OFFSET + 2 || bytes.getShort(TEMPLATE_OFFSET) != CERTIFICATE_ISSUED) {
            return Optional.empty();
        }
        int length = bytes.getShort(NUMBER_OFFSET);
        if (length < 0 || NUMBER_OFFSET + 2 + length != message.length) {
            return Optional.empty();
        }
        String number = new String(message, NUMBER_OFFSET + 2, length, StandardCharsets.UTF_8);
        return Optional.of(new Issued(number, bytes.getLong(PRICE_OFFSET)));
    }
}
