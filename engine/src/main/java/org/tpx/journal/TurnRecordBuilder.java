package org.tpx.journal;

import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Builds turn records one after the other in its own buffer: {@link #begin}, {@link #command}, then the host hands the turn
 * frame to the engine in place ({@link #frameBuffer()}, {@link #frameOffset()}), then {@link #events} and {@link #seal}.
 * The finished record is at offset 0 of {@link #buffer()}, {@link #length()} bytes long, until the next {@code begin}.
 *
 * <p>Single-threaded; allocates nothing after construction.
 */
public final class TurnRecordBuilder {

    private static final byte[] ZEROS = new byte[TurnRecord.SALT_LENGTH];

    private final byte[] bytes = new byte[TurnRecord.MAX_LENGTH];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final byte[] leaf = new byte[TurnRecord.HASH_LENGTH];
    private final CRC32C crc = new CRC32C();
    private final byte[] coverSalt = new byte[TurnRecord.SALT_LENGTH];
    private boolean covered;
    private int eventsOffset;
    private int bodyLength;
    private int length;

    /**
     * Begins the next record.
     *
     * @param timeNanos the turn's legal time, UTC epoch nanoseconds
     */
    public void begin(int logicVersion, int epoch, long sequence, long timeNanos, long principalId, long clientId) {
        putInt(TurnRecord.MAGIC_OFFSET, TurnRecord.MAGIC);
        buffer.putShort(TurnRecord.FORMAT_VERSION_OFFSET, (short) TurnRecord.FORMAT_VERSION, TurnRecord.BYTE_ORDER);
        buffer.putShort(TurnRecord.LOGIC_VERSION_OFFSET, (short) logicVersion, TurnRecord.BYTE_ORDER);
        putInt(TurnRecord.EPOCH_OFFSET, epoch);
        putLong(TurnRecord.SEQUENCE_OFFSET, sequence);
        putLong(TurnRecord.TIME_OFFSET, timeNanos);
        putLong(TurnRecord.PRINCIPAL_OFFSET, principalId);
        putLong(TurnRecord.CLIENT_OFFSET, clientId);
        commandLength(0);
        covered = false;
        length = 0;
    }

    /** Copies the command message in; throws {@link IllegalArgumentException} above 64 KiB. */
    public void command(DirectBuffer source, int offset, int commandLength) {
        if (commandLength > TurnRecord.MAX_COMMAND_LENGTH) {
            throw new IllegalArgumentException(
                    "a command of " + commandLength + " bytes exceeds " + TurnRecord.MAX_COMMAND_LENGTH);
        }
        buffer.putBytes(TurnRecord.COMMAND_OFFSET, source, offset, commandLength);
        commandLength(commandLength);
    }

    private void commandLength(int commandLength) {
        putInt(TurnRecord.COMMAND_LENGTH_OFFSET, commandLength);
        putInt(TurnRecord.EVENT_COUNT_OFFSET, 0);
        int saltOffset = TurnRecord.COMMAND_OFFSET + TurnRecord.padded(commandLength);
        zero(TurnRecord.COMMAND_OFFSET + commandLength, saltOffset);
        eventsOffset = saltOffset + TurnRecord.SALT_LENGTH;
        bodyLength = eventsOffset;
    }

    /** The buffer of the turn frame, for the engine to read in place after {@link #command}. */
    public DirectBuffer frameBuffer() {
        return buffer;
    }

    /** Where the turn frame begins in {@link #frameBuffer()}. */
    public int frameOffset() {
        return TurnRecord.FRAME_OFFSET;
    }

    /**
     * Copies the events of the turn in, framed as the record frames them (i32 length, i32 zero, room for the salt, message,
     * padding); throws {@link IllegalArgumentException} when the frames do not add up to {@code blockLength}.
     */
    public void events(DirectBuffer block, int offset, int blockLength, int count) {
        if (count > TurnRecord.MAX_EVENT_COUNT || blockLength > TurnRecord.MAX_EVENTS_LENGTH) {
            throw new IllegalArgumentException(count + " events of " + blockLength + " bytes exceed a turn");
        }
        buffer.putBytes(eventsOffset, block, offset, blockLength);
        putInt(TurnRecord.EVENT_COUNT_OFFSET, count);
        bodyLength = eventsOffset + blockLength;
        checkFrames(count);
    }

    /**
     * Puts another message of the same length, from offset 0, in the place of the command that the engine was given, and this salt beside
     * it instead of a random one; between {@link #events} and {@link #seal}.
     */
    public void cover(DirectBuffer message, byte[] salt) {
        buffer.putBytes(TurnRecord.COMMAND_OFFSET, message, 0, getInt(TurnRecord.COMMAND_LENGTH_OFFSET));
        System.arraycopy(salt, 0, coverSalt, 0, TurnRecord.SALT_LENGTH);
        covered = true;
    }

    private void checkFrames(int count) {
        int event = eventsOffset;
        for (int i = 0; i < count; i++) {
            int room = bodyLength - event - TurnRecord.EVENT_HEADER_LENGTH;
            int messageLength = room < 0 ? -1 : getInt(event);
            if (messageLength < 0 || messageLength > room) {
                throw new IllegalArgumentException("event " + i + " of " + count + " does not fit the block");
            }
            putInt(event + 4, 0);
            event += TurnRecord.EVENT_HEADER_LENGTH + TurnRecord.padded(messageLength);
        }
        if (event != bodyLength) {
            throw new IllegalArgumentException(count + " events end at " + event + ", the block at " + bodyLength);
        }
    }

    /**
     * Finishes the record: salts, events root, leaf, chain, CRC. Moves {@code chain} over this record.
     *
     * @return the length of the record
     */
    public int seal(ChainHasher chain, SaltSource salts) {
        fillSaltsAndPadding(salts);
        putInt(TurnRecord.BODY_LENGTH_OFFSET, bodyLength);
        chain.eventsRoot(buffer, 0, bytes, TurnRecord.EVENTS_ROOT_OFFSET);
        chain.leaf(buffer, 0, leaf, 0);
        chain.advance(leaf, 0);
        chain.chain(bytes, bodyLength);
        int crcOffset = bodyLength + TurnRecord.HASH_LENGTH;
        crc.reset();
        crc.update(bytes, 0, crcOffset);
        putInt(crcOffset, (int) crc.getValue());
        putInt(crcOffset + 4, 0);
        length = bodyLength + TurnRecord.TRAILER_LENGTH;
        return length;
    }

    private void fillSaltsAndPadding(SaltSource salts) {
        if (covered) {
            buffer.putBytes(eventsOffset - TurnRecord.SALT_LENGTH, coverSalt);
        } else {
            salts.fill(bytes, eventsOffset - TurnRecord.SALT_LENGTH, TurnRecord.SALT_LENGTH);
        }
        int event = eventsOffset;
        while (event < bodyLength) {
            int messageEnd = event + TurnRecord.EVENT_HEADER_LENGTH + getInt(event);
            salts.fill(bytes, event + 8, TurnRecord.SALT_LENGTH);
            event += TurnRecord.EVENT_HEADER_LENGTH + TurnRecord.padded(getInt(event));
            // The engine leaves these bytes zero; a record with anything else in them would be refused by its readers.
            zero(messageEnd, event);
        }
    }

    /** The record, from offset 0. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** The length of the sealed record; 0 before it is sealed. */
    public int length() {
        return length;
    }

    /** The sequence given to {@link #begin}. */
    public long sequence() {
        return buffer.getLong(TurnRecord.SEQUENCE_OFFSET, TurnRecord.BYTE_ORDER);
    }

    /** The leaf of the sealed record, to be appended to the Merkle tree; valid until the next {@link #seal}. */
    public byte[] leaf() {
        return leaf;
    }

    byte[] array() {
        return bytes;
    }

    private void zero(int from, int to) {
        System.arraycopy(ZEROS, 0, bytes, from, to - from);
    }

    private int getInt(int offset) {
        return buffer.getInt(offset, TurnRecord.BYTE_ORDER);
    }

    private void putInt(int offset, int value) {
        buffer.putInt(offset, value, TurnRecord.BYTE_ORDER);
    }

    private void putLong(int offset, long value) {
        buffer.putLong(offset, value, TurnRecord.BYTE_ORDER);
    }
}
