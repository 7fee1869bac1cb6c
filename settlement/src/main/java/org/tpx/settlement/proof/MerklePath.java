package org.tpx.settlement.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9162 inclusion (section 2.1.3.2): the root to which a path leads from a leaf. */
final class MerklePath {
    static final int HASH_LENGTH = 32;

    private MerklePath() {}

    /** The hash of a leaf: {@code SHA-256(0x00 || parts)}. */
    static byte[] leaf(byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The root, or null where the path is not one from this leaf of a tree of this size. */
    static byte @Nullable [] root(byte[] leaf, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return null;
        }
        byte[] hash = leaf;
        long node = index;
        long last = size - 1;
        for (byte[] sibling : path) {
            if (last == 0 || sibling.length != HASH_LENGTH) {
                return null;
            }
            if (node % 2 == 1 || node == last) {
                hash = node(sibling, hash);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, sibling);
            }
            node /= 2;
            last /= 2;
        }
        return last == 0 ? hash : null;
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java platform has SHA-256", failure);
        }
    }
}
