package org.tpx.journal;

/**
 * The right edge of an RFC 9162 Merkle tree: enough to append leaves and to tell the root, not to prove anything. It holds
 * one hash per set bit of the size, so a tree of any size costs 2 KB. Single-threaded; allocates nothing after construction.
 */
public final class MerkleFrontier {

    private static final int HASH = TurnRecord.HASH_LENGTH;

    private final Digests digests;
    private final byte[] stack = new byte[Long.SIZE * HASH];
    private int depth;
    private long size;

    public MerkleFrontier(Digests digests) {
        this.digests = digests;
    }

    /** Makes the tree empty. */
    public void reset() {
        depth = 0;
        size = 0;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** Appends a leaf by its leaf hash (already hashed with the prefix 0x00). */
    public void append(byte[] leafHash, int offset) {
        System.arraycopy(leafHash, offset, stack, depth * HASH, HASH);
        depth++;
        for (long full = size; (full & 1) == 1; full >>>= 1) {
            depth--;
            int left = (depth - 1) * HASH;
            digests.node(stack, left, stack, left + HASH, stack, left);
        }
        size++;
    }

    /** Writes the root of the leaves so far to {@code out}; the empty tree's root is the hash of nothing. */
    public void root(byte[] out, int offset) {
        if (depth == 0) {
            digests.empty(out, offset);
            return;
        }
        System.arraycopy(stack, (depth - 1) * HASH, out, offset, HASH);
        for (int i = depth - 2; i >= 0; i--) {
            digests.node(stack, i * HASH, out, offset, out, offset);
        }
    }
}
