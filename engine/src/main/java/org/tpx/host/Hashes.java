package org.tpx.host;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.DirectBuffer;
import org.tpx.protocol.Hash256;

/** Digests as values; the cold path. */
final class Hashes {

    private static final int STEP = 1 << 16;

    private Hashes() {}

    static Hash256 sha256(DirectBuffer data, int offset, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[Math.min(STEP, length)];
            for (int done = 0; done < length; done += piece.length) {
                int step = Math.min(piece.length, length - done);
                data.getBytes(offset + done, piece, 0, step);
                sha256.update(piece, 0, step);
            }
            return of(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Hash256 of(byte[] digest) {
        ByteBuffer words = ByteBuffer.wrap(digest);
        return new Hash256(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    static byte[] bytes(Hash256 hash) {
        return ByteBuffer.allocate(Hash256.LENGTH)
                .putLong(hash.word0())
                .putLong(hash.word1())
                .putLong(hash.word2())
                .putLong(hash.word3())
                .array();
    }
}
