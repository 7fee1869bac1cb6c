package org.tpx.journal;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks the documents of one Chronicle file by its raw bytes. A document is a 4-byte header at a position that is a
 * multiple of 4, and its content:
 *
 * <pre>
 *   bit 31  not complete     bit 30  metadata     bits 0..29  length of the content
 *   0x00000000  nothing written yet               0xC0000000  end of the file's documents, then the bytes C3 'E' 'O' 'F'
 * </pre>
 *
 * <p>Trusts nothing: a length that exceeds the file or the longest record is an {@link Step#IMPOSSIBLE} document, not a
 * read. Content is at {@link #contentOffset()} of {@link #buffer()} until the next call. Single-threaded; allocates only
 * when it reads more at a time than ever before.
 */
final class DocumentCursor {

    /** What lies at the position. */
    enum Step {
        /** A document that should be a turn record. */
        TURN,
        /** A document of Chronicle's own: the file's header or an index. */
        METADATA,
        /** Nothing was written here yet. */
        BLANK,
        /** The file goes no further. */
        FILE_END,
        /** Chronicle's mark that the file is complete. */
        END_MARK,
        /** A document whose writing was not finished. */
        INCOMPLETE,
        /** A document whose length cannot be. */
        IMPOSSIBLE
    }

    static final int HEADER_LENGTH = 4;
    private static final int NOT_COMPLETE = 0x80000000;
    private static final int METADATA = 0x40000000;
    private static final int END_OF_DOCUMENTS = NOT_COMPLETE | METADATA;
    private static final int END_TEXT = 0x464F45C3;
    private static final int LENGTH_MASK = METADATA - 1;
    private static final int FIRST_READ = 16 << 10;
    private static final int WINDOW = 256 << 10;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private byte[] window = new byte[FIRST_READ];
    private CycleBytes bytes = CycleBytes.of(new byte[0]);
    private long windowStart;
    private int windowLength;
    private int readLength = FIRST_READ;
    private long position;
    private int contentLength;

    DocumentCursor() {
        buffer.wrap(window);
    }

    /** Begins to read these bytes at a position where a document is. The caller closes them. */
    void open(CycleBytes source, long start) {
        bytes = source;
        position = start;
        forget();
    }

    /** Forgets what was read, because the file may have grown since; it is read anew from the current position. */
    void forget() {
        windowLength = 0;
        readLength = FIRST_READ;
        contentLength = 0;
    }

    /** Looks at the document at the current position without moving. */
    Step look() {
        contentLength = 0;
        if (!load(HEADER_LENGTH)) {
            return Step.FILE_END;
        }
        int header = buffer.getInt((int) (position - windowStart), ByteOrder.LITTLE_ENDIAN);
        if (header == 0) {
            return Step.BLANK;
        }
        if (header == END_OF_DOCUMENTS) {
            return Step.END_MARK;
        }
        if ((header & NOT_COMPLETE) != 0) {
            return Step.INCOMPLETE;
        }
        return (header & METADATA) != 0 ? metadata(header & LENGTH_MASK) : turn(header & LENGTH_MASK);
    }

    private Step metadata(int length) {
        contentLength = length;
        return length > 0 && position + HEADER_LENGTH + length <= bytes.size() ? Step.METADATA : Step.IMPOSSIBLE;
    }

    private Step turn(int length) {
        if (length > TurnRecord.MAX_LENGTH || !load(HEADER_LENGTH + length)) {
            return Step.IMPOSSIBLE;
        }
        contentLength = length;
        return Step.TURN;
    }

    /** Where everything ends when the current position is blank or has the end mark, whose text may not be written yet. */
    long end() {
        if (look() != Step.END_MARK) {
            return position;
        }
        boolean text = load(2 * HEADER_LENGTH)
                && buffer.getInt((int) (position - windowStart) + HEADER_LENGTH, ByteOrder.LITTLE_ENDIAN) == END_TEXT;
        return position + HEADER_LENGTH + (text ? HEADER_LENGTH : 0);
    }

    /** Moves behind the document that {@link #look} saw. */
    void skip() {
        position = (position + HEADER_LENGTH + contentLength + 3) & ~3L;
        contentLength = 0;
    }

    /** Where the current document's header is in the file. */
    long position() {
        return position;
    }

    /** What holds the content. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Where the content begins in {@link #buffer()}. */
    int contentOffset() {
        return (int) (position - windowStart) + HEADER_LENGTH;
    }

    /** The length of the content. */
    int contentLength() {
        return contentLength;
    }

    /** Makes sure that {@code length} bytes from the position on are in the window; false when the file ends before. */
    private boolean load(int length) {
        if (position >= windowStart && position + length <= windowStart + windowLength) {
            return true;
        }
        // A reader at the end of a live journal reads little at a time; one that catches up reads more and more.
        int wanted = Math.max(length, readLength);
        readLength = Math.min(2 * readLength, WINDOW);
        if (wanted > window.length) {
            window = new byte[wanted];
            buffer.wrap(window);
        }
        windowStart = position;
        windowLength = bytes.read(position, window, 0, wanted);
        return length <= windowLength;
    }
}
