package org.tpx.journal;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Hash256;

/**
 * Verifies the files of a journal one after the other, from the raw bytes: structure, CRC, sequence, time, epoch, events
 * root, leaf and chain of every turn, and that nothing lies where nothing should be. Carries the chain from file to file.
 *
 * <p>After {@link #scan} the end is told by {@link #head}.
 */
final class CycleScan {

    private static final int PIECE = 64 << 10;

    private final ChainHasher chain = new ChainHasher();
    private final MerkleFrontier tree = new MerkleFrontier(new Digests());
    private final DocumentCursor cursor = new DocumentCursor();
    private final TurnRecordView turn = new TurnRecordView();
    private final byte[] leaf = new byte[TurnRecord.HASH_LENGTH];
    private final byte[] piece = new byte[PIECE];
    private final ChronicleNotes notes = new ChronicleNotes();
    private final LeafHandler leaves;
    private final TreeObserver observer;
    private final long limit;
    private long sequence;
    private long timeNanos;
    private int epoch;
    private long endPosition;
    private List<Trouble> troubles = new ArrayList<>();

    /** Sees the tree after every turn, to compare it with checkpoints. */
    @FunctionalInterface
    interface TreeObserver {

        void onTurn(long sequence, MerkleFrontier tree, ChainHasher chain);
    }

    /** Something wrong at a place in the file being scanned. */
    record Trouble(long position, long sequence, String sentence) {}

    /** @param limit the last turn to look at, so that a live journal is judged up to its durable sequence */
    CycleScan(long limit, LeafHandler leaves, TreeObserver observer) {
        this.limit = limit;
        this.leaves = leaves;
        this.observer = observer;
    }

    /** Scans one file to its end, or to the first trouble that hides what follows, or to the limit. */
    List<Trouble> scan(CycleBytes bytes) {
        troubles = new ArrayList<>();
        cursor.open(bytes, 0);
        notes.begin(bytes);
        boolean more = true;
        while (more && sequence < limit) {
            more = walk(bytes);
        }
        endPosition = cursor.position();
        return troubles;
    }

    /** Looks at one document; false at the end. */
    private boolean walk(CycleBytes bytes) {
        switch (cursor.look()) {
            case TURN:
                return accept();
            case METADATA:
                lookForTurnsInside(bytes);
                notes.own(cursor.position());
                cursor.skip();
                return true;
            case BLANK, END_MARK:
                lookForBytesAfter(bytes, cursor.end());
                return false;
            case FILE_END:
                return false;
            case INCOMPLETE:
                return end("a document here was not completely written");
            case IMPOSSIBLE:
                return end("a document here has an impossible length");
        }
        throw new AssertionError("no such step");
    }

    private boolean accept() {
        Fault fault = check();
        if (fault == Fault.SEQUENCE) {
            return end("here is turn " + turn.sequence() + " where turn " + (sequence + 1) + " should be");
        }
        if (fault != Fault.NONE) {
            return end("the record " + fault.phrase());
        }
        sequence = turn.sequence();
        timeNanos = turn.timeNanos();
        epoch = turn.epoch();
        tree.append(leaf, 0);
        leaves.onLeaf(sequence, leaf);
        observer.onTurn(sequence, tree, chain);
        notes.turn(cursor.position());
        cursor.skip();
        return true;
    }

    private Fault check() {
        Fault fault = turn.wrap(cursor.buffer(), cursor.contentOffset(), cursor.contentLength());
        if (fault == Fault.NONE) {
            fault = turn.checkCrc();
        }
        if (fault == Fault.NONE) {
            fault = checkOrder();
        }
        if (fault == Fault.NONE) {
            fault = turn.checkEventsRoot(chain);
        }
        if (fault == Fault.NONE) {
            turn.leaf(chain, leaf, 0);
            fault = turn.checkChain(chain, leaf, 0);
        }
        return fault;
    }

    private Fault checkOrder() {
        if (turn.sequence() != sequence + 1) {
            return Fault.SEQUENCE;
        }
        if (turn.timeNanos() < timeNanos) {
            return Fault.TIME;
        }
        return turn.epoch() < epoch ? Fault.EPOCH : Fault.NONE;
    }

    private boolean end(String sentence) {
        troubles.add(new Trouble(cursor.position(), sequence + 1, sentence));
        return false;
    }

    /** A turn whose header lost the one bit that tells it from Chronicle's own documents would be passed over. */
    private void lookForTurnsInside(CycleBytes bytes) {
        long end = cursor.position() + DocumentCursor.HEADER_LENGTH + cursor.contentLength();
        long found = findTurn(bytes, cursor.position() + DocumentCursor.HEADER_LENGTH, end);
        if (found >= 0) {
            troubles.add(new Trouble(found, sequence + 1, "a turn lies inside a document of Chronicle's own"));
        }
    }

    /** The position of the first whole turn record in a stretch, -1 when there is none. */
    private long findTurn(CycleBytes bytes, long from, long to) {
        UnsafeBuffer buffer = new UnsafeBuffer(piece);
        TurnRecordView candidate = new TurnRecordView();
        for (long start = from; start < to; start += PIECE) {
            int length = bytes.read(start, piece, 0, (int) Math.min(PIECE, to - start));
            for (int i = 0; i + 4 <= length; i += 4) {
                if (buffer.getInt(i, ByteOrder.LITTLE_ENDIAN) != TurnRecord.MAGIC) {
                    continue;
                }
                if (isTurn(bytes, start + i, candidate)) {
                    return start + i;
                }
            }
        }
        return -1;
    }

    private static boolean isTurn(CycleBytes bytes, long position, TurnRecordView candidate) {
        byte[] record = new byte[TurnRecord.MAX_LENGTH];
        UnsafeBuffer buffer = new UnsafeBuffer(record);
        int read = bytes.read(position, record, 0, record.length);
        int length = buffer.getInt(TurnRecord.BODY_LENGTH_OFFSET, ByteOrder.LITTLE_ENDIAN) + TurnRecord.TRAILER_LENGTH;
        return length > 0
                && length <= read
                && candidate.wrap(buffer, 0, length) == Fault.NONE
                && candidate.checkCrc() == Fault.NONE;
    }

    /** Behind the last document a file is zeros; anything else is the rest of something. */
    private void lookForBytesAfter(CycleBytes bytes, long from) {
        for (long start = from; ; start += PIECE) {
            int length = bytes.read(start, piece, 0, PIECE);
            for (int i = 0; i < length; i++) {
                if (piece[i] != 0) {
                    troubles.add(new Trouble(start + i, sequence + 1, "there are bytes behind the end"));
                    return;
                }
            }
            if (length < PIECE) {
                return;
            }
        }
    }

    /** Where Chronicle's own notes in the file last scanned to its end begin to be wrong, -1 when they are right. */
    long wrongNote(CycleBytes bytes) {
        return notes.firstWrong(bytes);
    }

    /** The sequence of the last good turn. */
    long sequence() {
        return sequence;
    }

    Hash256 root() {
        byte[] root = new byte[TurnRecord.HASH_LENGTH];
        tree.root(root, 0);
        return Digests.value(root, 0);
    }

    JournalHead head(int day) {
        return new JournalHead(sequence, timeNanos, epoch, chain.chain(), day, endPosition);
    }

    /** The finding for a trouble of this file. */
    static Finding finding(Finding.Severity severity, Path file, Trouble trouble) {
        return new Finding(severity, file, trouble.position(), trouble.sequence(), trouble.sentence());
    }
}
