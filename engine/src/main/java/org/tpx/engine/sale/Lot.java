package org.tpx.engine.sale;

import java.util.List;
import org.tpx.engine.listing.Intent;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;

/**
 * The lot between equal bids of a sealed sale, which anybody can draw again from the journal (machine 9.3, example E3):
 *
 * <pre>
 *  LOT              digest = SHA-256( seed | listing number | "round=1" )
 *  LOT_WITH_NONCES  digest = SHA-256( seed | listing number | "round=1" | "BC-001=" nonce | "BC-002=" nonce | ... )
 *  index            digest as an unsigned number, big-endian, modulo the number of those who tied, in the order of their codes
 * </pre>
 *
 * <p>The parts are joined by {@code |}, the text is UTF-8. With nonces, those of all bids that were opened in the first round
 * stand there in the order of the bidders' codes, whether the bids count or not. The seed was committed before the bidding
 * and each nonce with its bid, so that nobody can choose either once the other is known. What remains is silence: a bid that is
 * not opened brings no nonce, and a seed that is not revealed leaves the decision to the earlier bid; both are told.
 */
final class Lot {

    /** There is one drawing per auction. */
    static final int ROUND = 1;

    private Lot() {}

    /** The digest from the seed alone. */
    static Hash256 digest(String seed, String listingNumber) {
        return Commitment.of(text(seed, listingNumber));
    }

    /** The digest from the seed and the nonces of the opened ones among these bids, which are in the order of their codes. */
    static Hash256 digest(String seed, String listingNumber, List<SealedBid> bids) {
        StringBuilder text = new StringBuilder(text(seed, listingNumber));
        for (SealedBid bid : bids) {
            if (!bid.nonce().isEmpty()) {
                text.append('|')
                        .append(Intent.bidderCode(bid.bidderNumber()))
                        .append('=')
                        .append(bid.nonce());
            }
        }
        return Commitment.of(text.toString());
    }

    /** On which of so many it falls, 0 for the first. */
    static int index(Hash256 digest, int count) {
        long rest = 0;
        for (long word : new long[] {digest.word0(), digest.word1(), digest.word2(), digest.word3()}) {
            rest = ((rest << Integer.SIZE) | (word >>> Integer.SIZE)) % count;
            rest = ((rest << Integer.SIZE) | (word & 0xFFFF_FFFFL)) % count;
        }
        return (int) rest;
    }

    private static String text(String seed, String listingNumber) {
        return seed + "|" + listingNumber + "|round=" + ROUND;
    }
}
