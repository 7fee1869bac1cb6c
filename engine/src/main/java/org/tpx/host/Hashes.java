package org.tpx.host;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.DirectBuffer;
import org.tpx.journal.Digests;
import org.tpx.protocol.Hash256;

/** Digests of whole states; the cold path. */
final class Hashes {

    private static final int STEP = 1 << 16;

    private Hashes() {}

    static Hash256 sha256(DirectBuffer data, int offset, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[STEP];
            for (int done = 0; done < length; done += STEP) {
                int step = Math.min(STEP, length - done);
                data.getBytes(offset + done, piece, 0, step);
                sha256.update(piece, 0, step);
            }
            return Digests.value(sha256.digest(), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
