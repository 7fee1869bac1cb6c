package org.tpx.book;

/**
 * From an order's id to its slot, four bytes a cell.
 *
 * <pre>
 *   hash of the id:   63 ...... 44   43 ..... 32   31 .. 28
 *                     directory      home cell     tag
 *
 *   cell:             31 .. 28   27 .. 24   23 .......... 0
 *                     tag        distance   slot, 0 = empty
 * </pre>
 *
 * Open addressing with linear probing in the Robin Hood manner. An entry stores how far from its home cell it lies, so
 * that removal can move others back, and two entries are told apart, without touching the line of an order: only where
 * home and tag are equal is the order itself asked for its id. A distance of 15 stands for "15 or more"; then, and only
 * then, the order's id says how much.
 *
 * <p>The table is a directory of segments of at most 4,096 cells. A full segment is split in two (extendible hashing), so
 * that growing costs some thousand entries at a time, however large the book is.
 */
final class OrderIndex {

    /** The largest slot that a cell can hold. */
    static final int MAX_SLOT = (1 << 24) - 1;

    private static final int SEGMENT_CELLS = 4096;
    private static final int DEPTH_MAX = 20;
    private static final int HOME_SHIFT = 32;
    private static final int FAR = 15;

    /** Behind the cells of a segment: how many are taken, and by how many bits of the hash it is chosen. */
    private static final int EXTRA = 2;

    private final Orders orders;
    private int[][] directory;
    private int depth;

    /** The cell at which the last search ended; a removal looks there first. */
    private int last;

    /** How far from home it is where the last search ended in vain, for the id that is added next; else -1. */
    private int vain = -1;

    private long vainId;

    OrderIndex(Orders orders, int firstCapacity) {
        this.orders = orders;
        int cells = 64;
        while (cells < SEGMENT_CELLS && cells / 2 < firstCapacity) {
            cells *= 2;
        }
        while (depth < DEPTH_MAX && ((long) cells << depth) / 2 < firstCapacity) {
            depth++;
        }
        directory = new int[1 << depth][];
        for (int i = 0; i < directory.length; i++) {
            directory[i] = segment(cells, depth);
        }
    }

    /** The order's slot, or 0. */
    int find(long id) {
        long hash = hash(id);
        int[] cells = directory[place(hash)];
        int mask = cells.length - EXTRA - 1;
        int position = home(hash, mask);
        int tag = tag(hash);
        for (int distance = 0; ; distance++, position = (position + 1) & mask) {
            int cell = cells[position];
            int near = Math.min(distance, FAR);
            if (cell == 0 || ((cell >>> 24) & FAR) < near) {
                last = position;
                vain = near < FAR ? distance : -1;
                vainId = id;
                return 0;
            }
            if (cell >>> 24 == ((tag << 4) | near) && orders.get(cell & MAX_SLOT, Orders.ID) == id) {
                last = position;
                vain = -1;
                return cell & MAX_SLOT;
            }
        }
    }

    /** Remembers an order that is not in the table. Its line must hold its id already. */
    void add(long id, int slot) {
        long hash = hash(id);
        int[] cells = directory[place(hash)];
        while (taken(cells) >= ((cells.length - EXTRA) * 11) >>> 4) {
            makeRoom(cells, hash);
            cells = directory[place(hash)];
        }
        boolean known = vain >= 0 && vainId == id;
        int distance = known ? vain : 0;
        int position = known ? last : home(hash, cells.length - EXTRA - 1);
        vain = -1;
        insert(cells, position, distance, (tag(hash) << 28) | slot);
    }

    /** Forgets an order. Its line must still hold its id. */
    void remove(long id, int slot) {
        long hash = hash(id);
        int[] cells = directory[place(hash)];
        int mask = cells.length - EXTRA - 1;
        int position = last & mask;
        if ((cells[position] & MAX_SLOT) != slot) {
            position = home(hash, mask);
            while ((cells[position] & MAX_SLOT) != slot) {
                position = (position + 1) & mask;
            }
        }
        vain = -1;
        cells[mask + 1]--;
        while (true) {
            int next = (position + 1) & mask;
            int cell = cells[next];
            int distance = distance(cell, next, mask);
            if (cell == 0 || distance == 0) {
                cells[position] = 0;
                return;
            }
            cells[position] = cell(cell, distance - 1);
            position = next;
        }
    }

    /** Puts a cell where it belongs, from a position on that lies so far from its home. */
    private void insert(int[] cells, int from, int itsDistance, int cellOfIt) {
        int mask = cells.length - EXTRA - 1;
        int position = from;
        int distance = itsDistance;
        int carried = cellOfIt;
        cells[mask + 1]++;
        while (true) {
            int cell = cells[position];
            if (cell == 0) {
                cells[position] = cell(carried, distance);
                return;
            }
            int other = distance(cell, position, mask);
            if (other < distance) {
                cells[position] = cell(carried, distance);
                carried = cell;
                distance = other;
            }
            position = (position + 1) & mask;
            distance++;
        }
    }

    private int distance(int cell, int position, int mask) {
        int distance = (cell >>> 24) & FAR;
        return distance < FAR ? distance : (position - home(hashOf(cell), mask)) & mask;
    }

    private long hashOf(int cell) {
        return hash(orders.get(cell & MAX_SLOT, Orders.ID));
    }

    private void makeRoom(int[] cells, long hash) {
        vain = -1;
        int segmentDepth = cells[cells.length - 1];
        int count = cells.length - EXTRA;
        if (count < SEGMENT_CELLS || segmentDepth == DEPTH_MAX) {
            int[] larger = segment(count * 2, segmentDepth);
            spread(cells, larger, larger, 0);
            point(cells, hash, segmentDepth, larger, larger);
            return;
        }
        if (segmentDepth == depth) {
            doubleDirectory();
        }
        int[] low = segment(count, segmentDepth + 1);
        int[] high = segment(count, segmentDepth + 1);
        spread(cells, low, high, Long.MIN_VALUE >>> segmentDepth);
        point(cells, hash, segmentDepth, low, high);
    }

    private void spread(int[] from, int[] low, int[] high, long bit) {
        for (int i = 0; i < from.length - EXTRA; i++) {
            if (from[i] != 0) {
                long hash = hashOf(from[i]);
                int[] cells = (hash & bit) == 0 ? low : high;
                insert(cells, home(hash, cells.length - EXTRA - 1), 0, from[i]);
            }
        }
    }

    /** Lets the directory's entries of the old segment point to the new one or two. */
    private void point(int[] old, long hash, int oldDepth, int[] low, int[] high) {
        int span = 1 << (depth - oldDepth);
        int from = place(hash) & -span;
        for (int i = 0; i < span; i++) {
            directory[from + i] = i < span / 2 ? low : high;
        }
        assert old[old.length - 1] == oldDepth;
    }

    private void doubleDirectory() {
        int[][] larger = new int[directory.length * 2][];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = directory[i >>> 1];
        }
        directory = larger;
        depth++;
    }

    long heapBytes() {
        long bytes = 16 + 4L * directory.length;
        for (int i = 0; i < directory.length; i++) {
            if (i == 0 || directory[i] != directory[i - 1]) {
                bytes += 16 + 4L * directory[i].length;
            }
        }
        return bytes;
    }

    private int place(long hash) {
        return (int) (hash >>> 1 >>> (63 - depth));
    }

    private static int[] segment(int cells, int depth) {
        int[] segment = new int[cells + EXTRA];
        segment[cells + 1] = depth;
        return segment;
    }

    private static int taken(int[] cells) {
        return cells[cells.length - EXTRA];
    }

    private static int cell(int cell, int distance) {
        return (cell & ~(FAR << 24)) | (Math.min(distance, FAR) << 24);
    }

    private static int home(long hash, int mask) {
        return (int) (hash >>> HOME_SHIFT) & mask;
    }

    private static int tag(long hash) {
        return (int) (hash >>> 28) & 15;
    }

    private static long hash(long id) {
        long hash = id * 0x9E37_79B9_7F4A_7C15L;
        return (hash ^ (hash >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
    }
}
