package org.tpx.journal;

import java.nio.ByteOrder;
import java.util.HexFormat;
import org.agrona.collections.LongArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What Chronicle notes in a file beside the turns: where it will write next, and an index of every 256th turn. Reading does
 * not need any of it, but whoever appends through Chronicle follows it, and a wrong note can lead a write into the middle of
 * a turn. So the notes are compared with the documents that were found in the file, byte by byte.
 *
 * <pre>
 *   document 1  file header, always the same but for
 *                 64 i64 position of the last document       72 i64 the same in the high half, its number in the low
 *                176 i64 how many turns the index covers, rounded up to 256
 *   document 2  "index2index": positions of the index documents
 *   further     "index": positions of turns 0, 256, 512, ... of the file; 4,096 in one document
 * </pre>
 *
 * <p>A process that was killed may not have made its last notes; what is not noted is zero.
 */
final class ChronicleNotes {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    /** The first document with its length, as Chronicle Queue 2026.4 writes it for daily files; zero where it varies. */
    private static final byte[] HEADER = HexFormat.of()
            .parseHex("c1000040b906686561646572b60853435153746f726582aa000000cd7772697465506f736974696f6e8e01000000008d"
                    + "0200000000000000020000000000000000000000000000000000000000000000c8696e646578696e67b60c5343515349"
                    + "6e646578696e67824c000000ca696e646578436f756e74a50010cc696e64657853706163696e67a50001cb696e646578"
                    + "32496e6465788fa7c800000000000000c96c617374496e6465788e00000000a70000000000000000ca64617461466f72"
                    + "6d6174a101000000");

    private static final byte[] INDEX_OF_INDEXES =
            HexFormat.of().parseHex("24800040b90b696e64657832696e6465788e01000000008d0010000000000000");
    private static final byte[] INDEX = HexFormat.of().parseHex("18800040b905696e6465788d0010000000000000");

    /** The same where four bytes of padding bring the positions to a multiple of 8. */
    private static final byte[] PADDED_INDEX =
            HexFormat.of().parseHex("1c800040b905696e6465788f8f8f8f8d0010000000000000");

    private static final int LAST_POSITION = 64;
    private static final int LAST_POSITION_AND_NUMBER = 72;
    private static final int COVERED = 176;
    private static final int SPACING = 256;
    private static final int ENTRIES = 4096;
    private static final int LONG = 8;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final LongArrayList indexed = new LongArrayList();
    private final LongArrayList own = new LongArrayList();
    private final UnsafeBuffer header = new UnsafeBuffer(new byte[HEADER.length]);
    private long turnCount;
    private long positionSeen;
    private long numberSeen;

    /** Begins with a file; its header says where Chronicle believes that the last document is. */
    void begin(CycleBytes bytes) {
        indexed.clear();
        own.clear();
        turnCount = 0;
        positionSeen = 0;
        numberSeen = -1;
        header.setMemory(0, HEADER.length, (byte) 0);
        bytes.read(0, header.byteArray(), 0, HEADER.length);
    }

    /** A turn was found at a position. */
    void turn(long position) {
        if (turnCount % SPACING == 0) {
            indexed.addLong(position);
        }
        compare(position, turnCount);
        turnCount++;
    }

    /** A document of Chronicle's own was found at a position. */
    void own(long position) {
        own.addLong(position);
        compare(position, Math.max(0, turnCount - 1));
    }

    private void compare(long position, long number) {
        if (position == noted(LAST_POSITION)) {
            positionSeen = position;
        }
        long half = noted(LAST_POSITION_AND_NUMBER) >>> 32;
        if ((position & LOW_HALF) == half && number == (noted(LAST_POSITION_AND_NUMBER) & LOW_HALF)) {
            numberSeen = number;
        }
    }

    /** Where the notes begin to be wrong, -1 when they are right. */
    long firstWrong(CycleBytes bytes) {
        if (own.isEmpty() && turnCount == 0) {
            return -1;
        }
        long wrong = firstWrongInHeader();
        for (int i = 1; i < own.size() && wrong < 0; i++) {
            wrong = i == 1 ? wrongIndexOfIndexes(bytes) : wrongIndex(bytes, i - 2);
        }
        return wrong;
    }

    private long firstWrongInHeader() {
        for (int i = 0; i < HEADER.length; i++) {
            boolean varies = isIn(i, LAST_POSITION, 2 * LONG) || isIn(i, COVERED, LONG);
            if (!varies && header.getByte(i) != HEADER[i]) {
                return i;
            }
        }
        if (noted(LAST_POSITION) != positionSeen) {
            return LAST_POSITION;
        }
        if (noted(LAST_POSITION_AND_NUMBER) != 0 && numberSeen < 0) {
            return LAST_POSITION_AND_NUMBER;
        }
        long covered = noted(COVERED);
        long missing = (long) indexed.size() * SPACING - covered;
        return missing == 0 || missing == SPACING ? -1 : COVERED;
    }

    private static boolean isIn(int offset, int start, int length) {
        return offset >= start && offset < start + length;
    }

    private long noted(int offset) {
        return header.getLong(offset, ORDER);
    }

    private long wrongIndexOfIndexes(CycleBytes bytes) {
        LongArrayList positions = new LongArrayList();
        for (int i = 2; i < own.size(); i++) {
            positions.addLong(own.getLong(i));
        }
        return wrongArray(bytes, own.getLong(1), INDEX_OF_INDEXES, positions, 0);
    }

    private long wrongIndex(CycleBytes bytes, int number) {
        long position = own.getLong(number + 2);
        byte[] start = position % LONG == 0 ? PADDED_INDEX : INDEX;
        return wrongArray(bytes, position, start, indexed, number * ENTRIES);
    }

    /** Compares an array of positions, of which some may not be noted yet. */
    private static long wrongArray(CycleBytes bytes, long position, byte[] start, LongArrayList expected, int from) {
        int entries = start.length + LONG;
        UnsafeBuffer array = new UnsafeBuffer(new byte[entries + ENTRIES * LONG]);
        bytes.read(position, array.byteArray(), 0, array.capacity());
        for (int i = 0; i < start.length; i++) {
            if (array.getByte(i) != start[i]) {
                return position + i;
            }
        }
        long used = array.getLong(start.length, ORDER);
        if (used < 0 || used > ENTRIES || used > Math.max(0, expected.size() - from)) {
            return position + start.length;
        }
        for (int i = 0; i < ENTRIES; i++) {
            long entry = array.getLong(entries + i * LONG, ORDER);
            // An entry is made before it is counted, and either may be missing where a process was killed.
            boolean noted = from + i < expected.size() && entry == expected.getLong(from + i);
            if (!noted && entry != 0) {
                return position + entries + (long) i * LONG;
            }
        }
        return -1;
    }
}
