package org.tpx.protocol;

/**
 * A 256-bit digest as a value: the fingerprint of a document, a person's data or an account that lives in the vault. The
 * four words are big-endian, so that the bytes on the wire are the digest's own.
 *
 * @param word0 bytes 0 to 7
 * @param word1 bytes 8 to 15
 * @param word2 bytes 16 to 23
 * @param word3 bytes 24 to 31
 */
public record Hash256(long word0, long word1, long word2, long word3) {

    /** The absent digest. */
    public static final Hash256 ZERO = new Hash256(0, 0, 0, 0);

    /** The number of bytes of a digest. */
    public static final int LENGTH = 32;

    /** Reads 64 hexadecimal digits; throws {@link IllegalArgumentException} for anything else. */
    public static Hash256 ofHex(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            throw new IllegalArgumentException("expected 64 hexadecimal digits, not \"" + hex + "\"");
        }
        return new Hash256(
                Long.parseUnsignedLong(hex, 0, 16, 16),
                Long.parseUnsignedLong(hex, 16, 32, 16),
                Long.parseUnsignedLong(hex, 32, 48, 16),
                Long.parseUnsignedLong(hex, 48, 64, 16));
    }

    /** Whether this is {@link #ZERO}, the absent digest. */
    public boolean isAbsent() {
        return equals(ZERO);
    }

    /** As 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return hex(word0) + hex(word1) + hex(word2) + hex(word3);
    }

    private static String hex(long word) {
        String digits = Long.toHexString(word);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
