package org.tpx.settlement.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The exchange's public key as it is published, {@code name+hash+key} (C2SP signed note, Ed25519). Immutable. */
public final class ExchangeKey {
    private static final int ID_LENGTH = 4;
    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] id;
    private final PublicKey key;

    private ExchangeKey(String name, byte[] id, PublicKey key) {
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /** Reads a key; throws {@link IllegalArgumentException} with a sentence for anything else. */
    public static ExchangeKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("a public key is name+hash+key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != ED25519) {
            throw new IllegalArgumentException("the public key of " + parts[0] + " is not an Ed25519 key");
        }
        byte[] id = id(parts[0], typed);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new IllegalArgumentException("the public key of " + parts[0] + " does not match its hash");
        }
        return new ExchangeKey(parts[0], id, Ed25519.publicKey(typed, 1));
    }

    private static byte[] id(String name, byte[] typed) {
        MessageDigest digest = MerklePath.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return Arrays.copyOf(digest.digest(typed), ID_LENGTH);
    }

    /** The name of the exchange's log. */
    public String name() {
        return name;
    }

    /** Whether the signature of the message is by this key. Only 64 bytes can be one; some platforms take a 65th for nothing. */
    public boolean verify(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }

    /** Whether one of the signature lines of a note is by this key over its text. */
    boolean signed(String text, String signatures) {
        String prefix = "\u2014 " + name + " ";
        return signatures
                .lines()
                .filter(line -> line.startsWith(prefix))
                .anyMatch(line -> isBy(text, line.substring(prefix.length())));
    }

    private boolean isBy(String text, String base64) {
        try {
            byte[] marked = Base64.getDecoder().decode(base64);
            return marked.length == ID_LENGTH + Ed25519.SIGNATURE_LENGTH
                    && Arrays.equals(marked, 0, ID_LENGTH, id, 0, ID_LENGTH)
                    && verify(
                            text.getBytes(StandardCharsets.UTF_8),
                            Arrays.copyOfRange(marked, ID_LENGTH, marked.length));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
