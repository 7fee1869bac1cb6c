package org.tpx.engine.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.protocol.Hash256;

/**
 * What somebody is bound to before it is revealed: SHA-256 over a text that begins with a nonce, in the form of example E3. All
 * that follows the nonce comes from the engine, so that no other text has the same parts.
 */
final class Commitment {

    private Commitment() {}

    /** The commitment of a bidder to a price. */
    static Hash256 ofPrice(String nonce, String bidderCode, String listingNumber, long amountMinor) {
        return of("nonce=" + nonce + "|bidder=" + bidderCode + "|listing=" + listingNumber + "|fen=" + amountMinor);
    }

    /** The commitment of one seat of a committee to its scores. */
    static Hash256 ofScores(String nonce, int seat, String listingNumber, String scores) {
        return of("nonce=" + nonce + "|seat=" + seat + "|listing=" + listingNumber + "|scores=" + scores);
    }

    private static Hash256 of(String text) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text.getBytes(UTF_8)));
        return new Hash256(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new InvariantBrokenException("every Java platform has SHA-256");
        }
    }
}
