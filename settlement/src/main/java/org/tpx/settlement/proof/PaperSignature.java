package org.tpx.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A side's Ed25519 signature under a paper: over the text {@code tpx paper sha256 HEX}, HEX being the paper's digest. */
public final class PaperSignature {
    private static final HexFormat HEX = HexFormat.of();
    private static final int KEY_DIGITS = 64;
    private static final int SIGNATURE_DIGITS = 128;

    private PaperSignature() {}

    /** Whether the signature under the paper is by this key; everything in hexadecimal digits. Never throws. */
    public static boolean isBy(String publicKey, String digest, String signature) {
        if (publicKey.length() != KEY_DIGITS || signature.length() != SIGNATURE_DIGITS) {
            return false;
        }
        try {
            PublicKey key = Ed25519.publicKey(HEX.parseHex(publicKey), 0);
            return Ed25519.verify(key, signed(digest), HEX.parseHex(signature));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Signs a digest; 128 hexadecimal digits. */
    public static String sign(PrivateKey key, String digest) {
        try {
            Signature signer = Signature.getInstance(Ed25519.ALGORITHM);
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
            return KeyFactory.getInstance(Ed25519.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(body(pem)));
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
        if (!encoded.startsWith(Ed25519.X509) || encoded.length() != Ed25519.X509.length() + KEY_DIGITS) {
            throw new IllegalArgumentException("is no Ed25519 public key");
        }
        return encoded.substring(Ed25519.X509.length());
    }

    private static byte[] body(String pem) {
        return Base64.getDecoder()
                .decode(pem.lines()
                        .filter(line -> !line.startsWith("-----"))
                        .map(String::strip)
                        .collect(Collectors.joining()));
    }

    private static byte[] signed(String digest) {
        return ("tpx paper sha256 " + digest).getBytes(StandardCharsets.US_ASCII);
    }
}
