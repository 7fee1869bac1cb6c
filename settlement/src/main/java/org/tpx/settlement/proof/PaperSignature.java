package org.tpx.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A side's Ed25519 signature under a paper: over the text {@code tpx paper sha256 HEX}, HEX being the paper's digest. */
public final class PaperSignature {
    private static final HexFormat HEX = HexFormat.of();
    /** What precedes the 32 bytes of a public key in its X.509 form, and those of a private one in PKCS #8 (RFC 8410). */
    private static final String X509 = "302a300506032b6570032100";

    private static final int KEY_DIGITS = 64;
    private static final int SIGNATURE_DIGITS = 128;

    private PaperSignature() {}

    /** Whether the signature under the paper is by this key; everything in hexadecimal digits. Never throws. */
    public static boolean isBy(String publicKey, String digest, String signature) {
        if (publicKey.length() != KEY_DIGITS || signature.length() != SIGNATURE_DIGITS) {
            return false;
        }
        try {
            return isBy(publicKey(publicKey), digest, HEX.parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isBy(PublicKey key, String digest, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(signed(digest));
        return verifier.verify(signature);
    }

    /** Signs a digest; 128 hexadecimal digits. */
    public static String sign(PrivateKey key, String digest) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(signed(digest));
            return HEX.formatHex(signer.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("is no Ed25519 key", failure);
        }
    }

    /** Reads a PKCS #8 private key in PEM, as openssl writes it; throws {@link IllegalArgumentException} with a sentence. */
    public static PrivateKey privateKey(String pem) {
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IllegalArgumentException("is no PKCS #8 private key in PEM");
        }
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(body(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IllegalArgumentException("is no Ed25519 private key", failure);
        }
    }

    /** Reads a public key in PEM, as openssl writes it, into hexadecimal digits; throws {@link IllegalArgumentException}. */
    public static String publicKeyOfPem(String pem) {
        if (!pem.contains("-----BEGIN PUBLIC KEY-----")) {
            throw new IllegalArgumentException("is no public key in PEM");
        }
        String encoded = HEX.formatHex(body(pem));
        if (!encoded.startsWith(X509) || encoded.length() != X509.length() + KEY_DIGITS) {
            throw new IllegalArgumentException("is no Ed25519 public key");
        }
        return encoded.substring(X509.length());
    }

    private static byte[] body(String pem) {
        return Base64.getDecoder()
                .decode(pem.lines()
                        .filter(line -> !line.startsWith("-----"))
                        .map(String::strip)
                        .collect(Collectors.joining()));
    }

    private static PublicKey publicKey(String digits) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(HEX.parseHex(X509 + digits)));
    }

    private static byte[] signed(String digest) {
        return ("tpx paper sha256 " + digest).getBytes(StandardCharsets.US_ASCII);
    }
}
