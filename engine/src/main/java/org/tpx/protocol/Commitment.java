package org.tpx.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a sealed bid, or the seed of a lot, is held to before anybody may know it: the SHA-256 of its text in UTF-8. Whoever
 * bids, opens, draws or audits computes it here.
 */
public final class Commitment {

    /** Least number of hexadecimal digits of a nonce: 128 bits, so that nobody finds an amount by trying. */
    public static final int LEAST_NONCE_DIGITS = 32;

    private Commitment() {}

    /** The digest of any text, such as a seed. */
    public static Hash256 of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer words = ByteBuffer.wrap(digest);
            return new Hash256(words.getLong(), words.getLong(), words.getLong(), words.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digest of {@code nonce=...|bidder=BC-001|listing=LST-2025-0001|fen=231000000}, the text of example E3.
     *
     * @param nonce random digits that only the bidder knows
     * @param bidderCode the code under which the exchange admitted the bidder
     * @param listingNumber the number that the exchange gave the listing
     * @param amountMinor the bid in minor units of the listing's currency
     */
    public static Hash256 ofBid(String nonce, String bidderCode, String listingNumber, long amountMinor) {
        return of("nonce=" + nonce + "|bidder=" + bidderCode + "|listing=" + listingNumber + "|fen=" + amountMinor);
    }

    /** Whether this is a nonce as bids need it: at least {@link #LEAST_NONCE_DIGITS} lower-case hexadecimal digits, nothing else. */
    public static boolean isNonce(String text) {
        return text.length() >= LEAST_NONCE_DIGITS
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
