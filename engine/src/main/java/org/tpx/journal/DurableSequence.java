package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The durable sequence as the writing node publishes it, in a mapped file that readers of any process map too. It
 * survives a killed process; after a power cut it may be old, and then the {@link Watermark} is the floor.
 *
 * <pre>
 *   0  u32 magic "TPXD"   4 i32 format = 1   8 i32 epoch   12 i32 durability   16 i64 pid   24 i64 sequence   32..64 zero
 * </pre>
 *
 * <p>One writer, any number of readers; {@link #sequence()} is a volatile read, {@link #publish} an ordered write.
 */
final class DurableSequence implements AutoCloseable {

    private static final int LENGTH = 64;
    private static final int MAGIC = 0x44585054;
    private static final int FORMAT = 1;
    private static final int FORMAT_OFFSET = 4;
    private static final int EPOCH_OFFSET = 8;
    private static final int DURABILITY_OFFSET = 12;
    private static final int PID_OFFSET = 16;
    private static final int SEQUENCE_OFFSET = 24;

    private final UnsafeBuffer buffer;
    private final MappedByteBuffer mapped;

    private DurableSequence(MappedByteBuffer mapped) {
        this.mapped = mapped;
        this.buffer = new UnsafeBuffer(mapped);
    }

    /** Writes the file anew, at sequence 0 and epoch 0. */
    static void create(Path file) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, MAGIC).putInt(FORMAT_OFFSET, FORMAT);
        DurableFiles.replace(file, bytes.array());
    }

    /** Maps the file for the node that writes; it must be sound. */
    static DurableSequence openForWriting(Path file) {
        return map(file, MapMode.READ_WRITE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Maps the file for a reader; it must be sound. */
    static DurableSequence openForReading(Path file) {
        return map(file, MapMode.READ_ONLY, StandardOpenOption.READ);
    }

    private static DurableSequence map(Path file, MapMode mode, StandardOpenOption... options) {
        if (!isSound(file)) {
            throw new JournalUnusableException(file + " is missing or damaged.");
        }
        try (FileChannel channel = FileChannel.open(file, options)) {
            return new DurableSequence(channel.map(mode, 0, LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot map " + file, e);
        }
    }

    /** Whether the file is there and is one of ours. */
    static boolean isSound(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] bytes = DurableFiles.read(file);
        UnsafeBuffer view = new UnsafeBuffer(bytes);
        return bytes.length == LENGTH
                && view.getInt(0, ByteOrder.LITTLE_ENDIAN) == MAGIC
                && view.getInt(FORMAT_OFFSET, ByteOrder.LITTLE_ENDIAN) == FORMAT
                && view.getLong(SEQUENCE_OFFSET, ByteOrder.LITTLE_ENDIAN) >= 0;
    }

    /** The process that last wrote the file, 0 when nobody can tell. */
    static long pid(Path file) {
        if (!isSound(file)) {
            return 0;
        }
        return new UnsafeBuffer(DurableFiles.read(file)).getLong(PID_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    /** Says that a node of this epoch begins here; readers see it before anything that the node appends. */
    void begin(int epoch, long sequence, Durability durability) {
        buffer.putInt(DURABILITY_OFFSET, durability.ordinal(), ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(PID_OFFSET, ProcessHandle.current().pid(), ByteOrder.LITTLE_ENDIAN);
        publish(sequence);
        buffer.putIntVolatile(EPOCH_OFFSET, epoch);
        mapped.force();
    }

    /** Every turn up to {@code sequence} is durable. */
    void publish(long sequence) {
        buffer.putLongOrdered(SEQUENCE_OFFSET, sequence);
    }

    /** The last durable turn. */
    long sequence() {
        return buffer.getLongVolatile(SEQUENCE_OFFSET);
    }

    /** The turn that must be there whatever happened; what was only appended may be gone after a power cut. */
    long floor() {
        boolean synced = buffer.getInt(DURABILITY_OFFSET, ByteOrder.LITTLE_ENDIAN) == Durability.SYNCED.ordinal();
        return synced ? sequence() : 0;
    }

    /** The number of the node's start that wrote last. */
    int epoch() {
        return buffer.getIntVolatile(EPOCH_OFFSET);
    }

    @Override
    public void close() {
        buffer.wrap(0, 0);
        BufferUtil.free(mapped);
    }
}
