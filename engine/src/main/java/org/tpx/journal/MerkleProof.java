package org.tpx.journal;

import java.util.Arrays;
import java.util.List;

/**
 * Checks RFC 9162 proofs (sections 2.1.3.2 and 2.1.4.2) with nothing but the proof at hand. Whatever is malformed, a hash
 * of a wrong length included, is refused and never thrown.
 */
public final class MerkleProof {

    private static final int HASH = TurnRecord.HASH_LENGTH;

    private MerkleProof() {}

    /**
     * Whether the path leads from the leaf to the root.
     *
     * @param index the leaf's index from 0 on
     * @param size the number of leaves under the root
     */
    public static boolean verifyInclusion(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || !areHashes(path) || !isHash(leafHash) || !isHash(root)) {
            return false;
        }
        Digests digests = new Digests();
        byte[] hash = leafHash.clone();
        long node = index;
        long last = size - 1;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                digests.node(sibling, 0, hash, 0, hash, 0);
                int up = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                digests.node(hash, 0, sibling, 0, hash, 0);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether the path proves that the tree of {@code size} leaves begins with the tree of {@code firstSize} leaves. From an
     * empty tree nothing can be proved, so {@code firstSize} is at least 1; between equal trees the path is empty.
     */
    public static boolean verifyConsistency(
            long firstSize, long size, byte[] firstRoot, byte[] root, List<byte[]> path) {
        if (firstSize < 1 || firstSize > size) {
            return false;
        }
        if (firstSize == size) {
            return path.isEmpty() && Arrays.equals(firstRoot, root);
        }
        if (!areHashes(path) || !isHash(firstRoot) || !isHash(root)) {
            return false;
        }
        boolean startsAtFirstRoot = Long.bitCount(firstSize) == 1;
        if (!startsAtFirstRoot && path.isEmpty()) {
            return false;
        }
        byte[] start = startsAtFirstRoot ? firstRoot : path.get(0);
        return climb(firstSize, size, start, path.subList(startsAtFirstRoot ? 0 : 1, path.size()), firstRoot, root);
    }

    private static boolean climb(
            long firstSize, long size, byte[] start, List<byte[]> path, byte[] firstRoot, byte[] root) {
        Digests digests = new Digests();
        byte[] first = start.clone();
        byte[] second = start.clone();
        int up = Long.numberOfTrailingZeros(firstSize);
        long node = (firstSize - 1) >>> up;
        long last = (size - 1) >>> up;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                digests.node(sibling, 0, first, 0, first, 0);
                digests.node(sibling, 0, second, 0, second, 0);
                int more = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= more;
                last >>>= more;
            } else {
                digests.node(second, 0, sibling, 0, second, 0);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(first, firstRoot) && Arrays.equals(second, root);
    }

    private static boolean areHashes(List<byte[]> hashes) {
        return hashes.stream().allMatch(MerkleProof::isHash);
    }

    private static boolean isHash(byte[] hash) {
        return hash.length == HASH;
    }
}
