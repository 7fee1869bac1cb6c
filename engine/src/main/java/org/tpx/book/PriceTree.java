package org.tpx.book;

/**
 * The levels of one side in the order of their keys: a radix tree with 64 ways and a bitmap at each node.
 *
 * <pre>
 *   node:   word 0      word 1                          words 2-33
 *           bitmap of   the keys' common high bits,     64 children of 32 bits:
 *           children    low six bits: shift             above 0 a level, below 0 a node
 * </pre>
 *
 * A node stands only where keys differ (path compression) and a level hangs at the first node where it is alone. So
 * thousands of neighbouring prices take one or two steps and some kilobytes, and a few prices far apart take no more than
 * one node for each two of them; nothing depends on where the touch is or how wide the range. Keys are unsigned, 0 first.
 */
final class PriceTree {

    private static final int BITMAP = 0;
    private static final int PREFIX = 1;
    private static final int CHILDREN = 2;
    private static final int NODE_LONGS = 34;
    private static final int CHUNK_BITS = 10;

    private final Slab nodes = new Slab(NODE_LONGS, CHUNK_BITS, 2);
    private final Levels levels;
    private int root;

    /** The node at which the last search that found nothing ended, 0 for none. */
    private int missed;

    /** Over levels that know their key and keep the node above them. */
    PriceTree(Levels levels) {
        this.levels = levels;
    }

    /** The level with this key, or 0. */
    int find(long key) {
        int child = root;
        while (child < 0) {
            long[] chunk = nodes.chunk(-child);
            int node = nodes.at(-child);
            int digit = digit(key, (int) chunk[node + PREFIX]);
            if (((chunk[node + BITMAP] >>> digit) & 1) == 0) {
                missed = -child;
                return 0;
            }
            child = child(chunk, node, digit);
        }
        missed = 0;
        return child != 0 && levels.keyOf(child) == key ? child : 0;
    }

    /** Hangs in a level whose key was not found just before. */
    void insert(long key, int level) {
        if (root == 0) {
            root = level;
            levels.setNode(level, 0);
            return;
        }
        if (missed != 0) {
            long[] chunk = nodes.chunk(missed);
            int node = nodes.at(missed);
            long prefix = chunk[node + PREFIX];
            if (above(key, prefix) == above(prefix, prefix)) {
                put(chunk, node, digit(key, (int) prefix), level);
                levels.setNode(level, missed);
                return;
            }
        }
        int parent = 0;
        int child = root;
        while (child < 0) {
            long[] chunk = nodes.chunk(-child);
            int node = nodes.at(-child);
            long prefix = chunk[node + PREFIX];
            if (above(key, prefix) != above(prefix, prefix)) {
                break;
            }
            int digit = digit(key, (int) prefix);
            if (((chunk[node + BITMAP] >>> digit) & 1) == 0) {
                put(chunk, node, digit, level);
                levels.setNode(level, -child);
                return;
            }
            parent = child;
            child = child(chunk, node, digit);
        }
        long other = child < 0 ? nodes.get(-child, PREFIX) : levels.keyOf(child);
        hang(-parent, key, fork(key, level, other, child));
    }

    /**
     * Takes out a level, which is in the tree. Returns what remains of the node above it, for {@link #first(int)}: where the
     * level was the very first, the next is the first of those.
     */
    int remove(int level, long key) {
        int above = levels.nodeOf(level);
        if (above == 0) {
            root = 0;
            return 0;
        }
        long[] chunk = nodes.chunk(above);
        int node = nodes.at(above);
        long bitmap = chunk[node + BITMAP] & ~(1L << digit(key, (int) chunk[node + PREFIX]));
        chunk[node + BITMAP] = bitmap;
        if ((bitmap & (bitmap - 1)) != 0) {
            return -above;
        }
        int only = child(chunk, node, Long.numberOfTrailingZeros(bitmap));
        hang(parent(above, key), key, only);
        nodes.give(above);
        return only;
    }

    /** Puts a level into the place of the one with its key; it knows the node above already. */
    void exchange(int by, long key) {
        int above = levels.nodeOf(by);
        if (above == 0) {
            root = by;
        } else {
            long[] chunk = nodes.chunk(above);
            int node = nodes.at(above);
            put(chunk, node, digit(key, (int) chunk[node + PREFIX]), by);
        }
    }

    /** The level with the lowest key, or 0. */
    int first() {
        return first(root);
    }

    /** The level with the lowest key above this one, or 0. */
    int next(long key) {
        int later = 0;
        int child = root;
        while (child < 0) {
            long[] chunk = nodes.chunk(-child);
            int node = nodes.at(-child);
            long prefix = chunk[node + PREFIX];
            if (above(key, prefix) != above(prefix, prefix)) {
                return first(Long.compareUnsigned(prefix, key) > 0 ? child : later);
            }
            int digit = digit(key, (int) prefix);
            long bitmap = chunk[node + BITMAP];
            long higher = bitmap & (-2L << digit);
            if (higher != 0) {
                later = child(chunk, node, Long.numberOfTrailingZeros(higher));
            }
            child = ((bitmap >>> digit) & 1) == 0 ? 0 : child(chunk, node, digit);
        }
        boolean found = child != 0 && Long.compareUnsigned(levels.keyOf(child), key) > 0;
        return found ? child : first(later);
    }

    /** The level with the highest key below this one, or 0. */
    int previous(long key) {
        int earlier = 0;
        int child = root;
        while (child < 0) {
            long[] chunk = nodes.chunk(-child);
            int node = nodes.at(-child);
            long prefix = chunk[node + PREFIX];
            if (above(key, prefix) != above(prefix, prefix)) {
                return last(Long.compareUnsigned(prefix, key) < 0 ? child : earlier);
            }
            int digit = digit(key, (int) prefix);
            long bitmap = chunk[node + BITMAP];
            long lower = bitmap & ((1L << digit) - 1);
            if (lower != 0) {
                earlier = child(chunk, node, 63 - Long.numberOfLeadingZeros(lower));
            }
            child = ((bitmap >>> digit) & 1) == 0 ? 0 : child(chunk, node, digit);
        }
        boolean found = child != 0 && Long.compareUnsigned(levels.keyOf(child), key) < 0;
        return found ? child : last(earlier);
    }

    long heapBytes() {
        return nodes.heapBytes();
    }

    /** The first level at or below a child. */
    int first(int from) {
        int child = from;
        while (child < 0) {
            long[] chunk = nodes.chunk(-child);
            int node = nodes.at(-child);
            child = child(chunk, node, Long.numberOfTrailingZeros(chunk[node + BITMAP]));
        }
        return child;
    }

    private int last(int from) {
        int child = from;
        while (child < 0) {
            long[] chunk = nodes.chunk(-child);
            int node = nodes.at(-child);
            child = child(chunk, node, 63 - Long.numberOfLeadingZeros(chunk[node + BITMAP]));
        }
        return child;
    }

    /** A new node over a level and what stood in its way. */
    private int fork(long key, int level, long other, int child) {
        int shift = (63 - Long.numberOfLeadingZeros(key ^ other)) / 6 * 6;
        int slot = nodes.take();
        long[] chunk = nodes.chunk(slot);
        int node = nodes.at(slot);
        chunk[node + BITMAP] = 0;
        chunk[node + PREFIX] = (above(key, shift) << shift << 6) | shift;
        put(chunk, node, digit(key, shift), level);
        put(chunk, node, digit(other, shift), child);
        levels.setNode(level, slot);
        if (child > 0) {
            levels.setNode(child, slot);
        }
        return -slot;
    }

    /** Puts a child below a node, 0 for none, where this key belongs. */
    private void hang(int parent, long key, int child) {
        if (parent == 0) {
            root = child;
        } else {
            long[] chunk = nodes.chunk(parent);
            int node = nodes.at(parent);
            put(chunk, node, digit(key, (int) chunk[node + PREFIX]), child);
        }
        if (child > 0) {
            levels.setNode(child, parent);
        }
    }

    /** The node above a node on the way to this key, 0 for none. */
    private int parent(int slot, long key) {
        int parent = 0;
        for (int child = root; child != -slot; child = childFor(child, key)) {
            parent = -child;
        }
        return parent;
    }

    private int childFor(int parent, long key) {
        long[] chunk = nodes.chunk(-parent);
        int node = nodes.at(-parent);
        return child(chunk, node, digit(key, (int) chunk[node + PREFIX]));
    }

    private static void put(long[] chunk, int node, int digit, int child) {
        chunk[node + BITMAP] |= 1L << digit;
        int word = node + CHILDREN + (digit >>> 1);
        int half = (digit & 1) << 5;
        chunk[word] = (chunk[word] & ~(0xFFFF_FFFFL << half)) | ((child & 0xFFFF_FFFFL) << half);
    }

    private static int child(long[] chunk, int node, int digit) {
        return (int) (chunk[node + CHILDREN + (digit >>> 1)] >>> ((digit & 1) << 5));
    }

    /** The six bits of a key that choose a child; only the low six bits of the shift count. */
    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & 63;
    }

    /** The bits of a key above a node's digit. */
    private static long above(long key, long shift) {
        return key >>> shift >>> 6;
    }
}
