package org.tpx.settlement.bank;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tpx.journal.Digests;
import org.tpx.protocol.Hash256;

/** SHA-256 of what the bank sends, and the client ids that follow from it. */
final class Digest {
    private static final char SEPARATOR = '\n';

    private Digest() {}

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(Digests.sha256(content));
    }

    static Hash256 hash(byte[] content) {
        return Digests.value(Digests.sha256(content), 0);
    }

    /** A salted digest of an account, so that the journal never shows the account itself. */
    static Hash256 salted(byte[] salt, String account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return Hash256.ofHex(HexFormat.of().formatHex(mac.doFinal(account.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A client id that is the same whenever the same thing is said. It is positive and large, so that it meets none of those that
     * people count.
     */
    static long clientId(String... parts) {
        byte[] text = String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8);
        return (ByteBuffer.wrap(Digests.sha256(text)).getLong() >>> 2) | (1L << 62);
    }
}
