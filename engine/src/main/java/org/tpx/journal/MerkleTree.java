package org.tpx.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * An RFC 9162 Merkle tree over leaf hashes, kept whole in memory (64 bytes a leaf), so that it proves inclusion and
 * consistency for every size that it ever had. What only needs the root keeps a {@link MerkleFrontier} instead.
 *
 * <p>Single-threaded.
 */
public final class MerkleTree {

    private static final int HASH = TurnRecord.HASH_LENGTH;

    /** Level 0 holds the leaves, level k the roots of all full subtrees of 2^k leaves, in order. */
    private final List<HashColumn> levels = new ArrayList<>();

    private final Digests digests = new Digests();
    private final byte[] pair = new byte[2 * HASH];

    public MerkleTree() {
        levels.add(new HashColumn());
    }

    /** The number of leaves. */
    public long size() {
        return levels.get(0).size();
    }

    /** Appends a leaf by its leaf hash (already hashed with the prefix 0x00). */
    public void append(byte[] leafHash, int offset) {
        levels.get(0).add(leafHash, offset);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            HashColumn below = levels.get(level);
            below.copy(below.size() - 2, pair, 0);
            below.copy(below.size() - 1, pair, HASH);
            digests.node(pair, 0, pair, HASH, pair, 0);
            if (level + 1 == levels.size()) {
                levels.add(new HashColumn());
            }
            levels.get(level + 1).add(pair, 0);
        }
    }

    /** The leaf hash at an index from 0 on. */
    public byte[] leaf(long index) {
        checkIndex(index, size());
        return full(0, index);
    }

    /** The root now. */
    public byte[] root() {
        return root(size());
    }

    /** The root when the tree had {@code size} leaves. */
    public byte[] root(long size) {
        checkSize(size);
        return root(0, size);
    }

    /**
     * The path that proves that the leaf at {@code index} is in the tree of {@code size} leaves; checked by {@link
     * MerkleProof#verifyInclusion}.
     */
    public List<byte[]> inclusionProof(long index, long size) {
        checkSize(size);
        checkIndex(index, size);
        List<byte[]> path = new ArrayList<>();
        addPath(index, 0, size, path);
        return path;
    }

    /**
     * The path that proves that the tree of {@code size} leaves begins with the tree of {@code firstSize} leaves, at least
     * 1; checked by {@link MerkleProof#verifyConsistency}.
     */
    public List<byte[]> consistencyProof(long firstSize, long size) {
        checkSize(size);
        checkIndex(firstSize - 1, size);
        List<byte[]> path = new ArrayList<>();
        addSubproof(firstSize, 0, size, true, path);
        return path;
    }

    private void addPath(long index, long start, long end, List<byte[]> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            addPath(index, start, middle, path);
            path.add(root(middle, end));
        } else {
            addPath(index, middle, end, path);
            path.add(root(start, middle));
        }
    }

    private void addSubproof(long firstSize, long start, long end, boolean known, List<byte[]> path) {
        if (firstSize == end) {
            if (!known) {
                path.add(root(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (firstSize <= middle) {
            addSubproof(firstSize, start, middle, known, path);
            path.add(root(middle, end));
        } else {
            addSubproof(firstSize, middle, end, false, path);
            path.add(root(start, middle));
        }
    }

    /** The root over a range that the split rule makes: a full subtree, or one at the right edge. */
    private byte[] root(long start, long end) {
        long count = end - start;
        byte[] hash = new byte[HASH];
        if (count == 0) {
            digests.empty(hash, 0);
            return hash;
        }
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return full(level, start >>> level);
        }
        long middle = start + split(count);
        digests.node(root(start, middle), 0, root(middle, end), 0, hash, 0);
        return hash;
    }

    private byte[] full(int level, long index) {
        byte[] hash = new byte[HASH];
        levels.get(level).copy(index, hash, 0);
        return hash;
    }

    /** The largest power of two smaller than the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private void checkSize(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("the tree has " + size() + " leaves, not " + size);
        }
    }

    private static void checkIndex(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
    }

    /** A list of hashes that grows in pieces, so that a long one is never copied. */
    private static final class HashColumn {

        private static final int PIECE_BITS = 12;
        private static final int PIECE = 1 << PIECE_BITS;

        private final List<byte[]> pieces = new ArrayList<>();
        private long size;

        long size() {
            return size;
        }

        void add(byte[] hash, int offset) {
            if (size % PIECE == 0) {
                pieces.add(new byte[PIECE * HASH]);
            }
            System.arraycopy(hash, offset, piece(size), place(size), HASH);
            size++;
        }

        void copy(long index, byte[] target, int offset) {
            System.arraycopy(piece(index), place(index), target, offset, HASH);
        }

        private byte[] piece(long index) {
            return pieces.get((int) (index >>> PIECE_BITS));
        }

        private static int place(long index) {
            return (int) (index & (PIECE - 1)) * HASH;
        }
    }
}
