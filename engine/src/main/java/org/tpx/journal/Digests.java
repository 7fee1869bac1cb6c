package org.tpx.journal;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.agrona.DirectBuffer;
import org.tpx.protocol.Hash256;

/**
 * SHA-256 with the three prefixes of the journal: 0x00 for leaves, 0x01 for the nodes of a Merkle tree (RFC 9162), 0x02
 * for the chain. Single-threaded; allocates nothing after construction. Input may be the place where the output goes.
 */
public final class Digests {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte CHAIN = 2;
    private static final int HASH = TurnRecord.HASH_LENGTH;

    private final MessageDigest sha256;
    private final byte[] block = new byte[1 + 2 * HASH];
    private final byte[] copy = new byte[4096];

    public Digests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code SHA-256(0x01 || left || right)} to {@code out}. */
    public void node(byte[] left, int leftOffset, byte[] right, int rightOffset, byte[] out, int outOffset) {
        pair(NODE, left, leftOffset, right, rightOffset, out, outOffset);
    }

    /** {@code SHA-256(0x02 || previous || leaf)} to {@code out}. */
    public void chain(byte[] previous, int previousOffset, byte[] leaf, int leafOffset, byte[] out, int outOffset) {
        pair(CHAIN, previous, previousOffset, leaf, leafOffset, out, outOffset);
    }

    /** {@code SHA-256(0x00 || HEAD)} of the record at {@code recordOffset} to {@code out}. */
    public void head(DirectBuffer record, int recordOffset, byte[] out, int outOffset) {
        block[0] = LEAF;
        record.getBytes(recordOffset, block, 1, TurnRecord.HEAD_LENGTH);
        sha256.update(block, 0, 1 + TurnRecord.HEAD_LENGTH);
        finish(out, outOffset);
    }

    /** {@code SHA-256(0x00 || data)} to {@code out}: the leaf hash of RFC 9162. */
    public void leaf(DirectBuffer data, int offset, int length, byte[] out, int outOffset) {
        copy[0] = LEAF;
        update(1, data, offset, length);
        finish(out, outOffset);
    }

    /** {@code SHA-256(0x00 || salt || data)} to {@code out}: an entry of a turn. */
    public void saltedLeaf(
            DirectBuffer buffer, int saltOffset, int dataOffset, int dataLength, byte[] out, int outOffset) {
        copy[0] = LEAF;
        buffer.getBytes(saltOffset, copy, 1, TurnRecord.SALT_LENGTH);
        update(1 + TurnRecord.SALT_LENGTH, buffer, dataOffset, dataLength);
        finish(out, outOffset);
    }

    /** {@code SHA-256("")} to {@code out}: the root of the empty tree. */
    public void empty(byte[] out, int outOffset) {
        finish(out, outOffset);
    }

    /** Plain SHA-256, for what is not on a hot path. */
    public static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest in 32 bytes as a value. */
    public static Hash256 value(byte[] bytes, int offset) {
        ByteBuffer words = ByteBuffer.wrap(bytes, offset, HASH);
        return new Hash256(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The value as 32 bytes. */
    public static byte[] bytes(Hash256 value) {
        return ByteBuffer.allocate(HASH)
                .putLong(value.word0())
                .putLong(value.word1())
                .putLong(value.word2())
                .putLong(value.word3())
                .array();
    }

    private void pair(byte prefix, byte[] a, int aOffset, byte[] b, int bOffset, byte[] out, int outOffset) {
        block[0] = prefix;
        System.arraycopy(a, aOffset, block, 1, HASH);
        System.arraycopy(b, bOffset, block, 1 + HASH, HASH);
        sha256.update(block, 0, block.length);
        finish(out, outOffset);
    }

    /** Hashes what is already copied and the data behind it; copying is cheaper than a second call. */
    private void update(int copied, DirectBuffer data, int offset, int length) {
        int filled = copied;
        int done = 0;
        while (done < length) {
            int step = Math.min(copy.length - filled, length - done);
            data.getBytes(offset + done, copy, filled, step);
            done += step;
            filled += step;
            if (filled == copy.length) {
                sha256.update(copy, 0, filled);
                filled = 0;
            }
        }
        sha256.update(copy, 0, filled);
    }

    private void finish(byte[] out, int outOffset) {
        try {
            sha256.digest(out, outOffset, HASH);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for a digest at " + outOffset + " of " + out.length, e);
        }
    }
}
