package org.tpx.settlement.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Keys and signatures as the JDK takes them, for all that is checked here. */
final class Ed25519 {
    static final String ALGORITHM = "Ed25519";
    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    /** What precedes the 32 bytes of a public key in its X.509 form (RFC 8410), in hexadecimal digits. */
    static final String X509 = "302a300506032b6570032100";

    private static final byte[] PREFIX = HexFormat.of().parseHex(X509);

    private Ed25519() {}

    /** The key of 32 bytes that begin at an offset; throws IllegalArgumentException for bytes that are none. */
    static PublicKey publicKey(byte[] bytes, int offset) {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_LENGTH);
        System.arraycopy(bytes, offset, encoded, PREFIX.length, KEY_LENGTH);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("not an Ed25519 key", failure);
        }
    }

    /** Whether the signature of the message is by this key. Only 64 bytes can be one; some platforms take a 65th for nothing. */
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException failure) {
            return false;
        }
    }
}
