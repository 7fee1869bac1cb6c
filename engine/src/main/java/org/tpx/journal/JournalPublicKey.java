package org.tpx.journal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The Ed25519 key that checkpoints of a journal are checked with, published as a C2SP signed-note verifier key, {@code
 * name+hash+key}, which transparency tools of others read too. Immutable.
 */
public final class JournalPublicKey {

    private static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;
    private static final int ID_LENGTH = 4;
    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] bytes;
    private final byte[] id;
    private final PublicKey key;

    /** Throws {@link IllegalArgumentException} when the bytes are not a point of the curve. */
    public JournalPublicKey(String name, byte[] keyBytes) {
        this.name = name;
        this.bytes = keyBytes.clone();
        this.id = id(name, bytes);
        this.key = point(bytes);
    }

    /** Reads {@code name+hash+key}; throws {@link IllegalArgumentException} with a sentence for anything else. */
    public static JournalPublicKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("a verifier key is name+hash+key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + KEY_LENGTH || typed[0] != ED25519) {
            throw new IllegalArgumentException("the verifier key of " + parts[0] + " is not an Ed25519 key");
        }
        JournalPublicKey key = new JournalPublicKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException("the verifier key of " + parts[0] + " does not match its hash");
        }
        return key;
    }

    private static byte[] id(String name, byte[] keyBytes) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(text.length + 2 + KEY_LENGTH)
                .put(text)
                .put((byte) '\n')
                .put(ED25519)
                .put(keyBytes);
        return Arrays.copyOf(Digests.sha256(hashed.array()), ID_LENGTH);
    }

    private static PublicKey point(byte[] keyBytes) {
        if (keyBytes.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + keyBytes.length);
        }
        byte[] y = new byte[KEY_LENGTH];
        for (int i = 0; i < KEY_LENGTH; i++) {
            y[i] = keyBytes[KEY_LENGTH - 1 - i];
        }
        boolean xOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7F;
        try {
            EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, y));
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /**
     * Whether the signature of the message is by this key. The length is looked at first: JDK 17 takes a 65th byte of zero
     * for nothing.
     */
    public boolean verify(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The name of the log, which is the origin of its checkpoints. */
    public String name() {
        return name;
    }

    /** The key's 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The signature as a line of a signed note. */
    String signatureLine(byte[] signature) {
        byte[] marked = ByteBuffer.allocate(ID_LENGTH + SIGNATURE_LENGTH)
                .put(id)
                .put(signature)
                .array();
        return linePrefix() + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    /** Whether the line of a signed note is a good signature of the text by this key. */
    boolean verifyLine(String text, String line) {
        if (!line.startsWith(linePrefix())) {
            return false;
        }
        try {
            byte[] marked =
                    Base64.getDecoder().decode(line.substring(linePrefix().length()));
            return marked.length == ID_LENGTH + SIGNATURE_LENGTH
                    && Arrays.equals(marked, 0, ID_LENGTH, id, 0, ID_LENGTH)
                    && verify(
                            text.getBytes(StandardCharsets.UTF_8),
                            Arrays.copyOfRange(marked, ID_LENGTH, marked.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String linePrefix() {
        return "\u2014 " + name + " ";
    }

    /** The key as {@code name+hash+key}. */
    @Override
    public String toString() {
        byte[] typed =
                ByteBuffer.allocate(1 + KEY_LENGTH).put(ED25519).put(bytes).array();
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
