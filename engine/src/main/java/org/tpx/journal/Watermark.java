package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.tpx.protocol.Hash256;

/**
 * Sequence and chain that are surely on the disk, kept outside of the journal so that a journal which lost its end, or
 * everything, cannot pass for a shorter healthy one. Two slots are written in turn, each in a sector of its own, so that a
 * cut in the middle of a write leaves the other.
 *
 * <pre>
 *   slot at 0 and at 4096:   0 u32 magic "TPXW"   4 i32 zero   8 i64 sequence   16 32 bytes chain   48 u32 CRC32C
 * </pre>
 *
 * <p>Only moved after a sync of what it vouches for. Single-threaded; allocates nothing after construction.
 */
final class Watermark implements AutoCloseable {

    private static final int MAGIC = 0x57585054;
    private static final int SEQUENCE_OFFSET = 8;
    private static final int CHAIN_OFFSET = 16;
    private static final int CRC_OFFSET = 48;
    private static final int SLOT_LENGTH = 52;
    private static final int SLOT_DISTANCE = 4096;

    private final FileChannel channel;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private int next;

    private Watermark(FileChannel channel, int next) {
        this.channel = channel;
        this.next = next;
    }

    /** A value of the watermark. */
    record Mark(long sequence, Hash256 chain) {}

    /** Writes the file anew, at sequence 0. */
    static void create(Path file) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * SLOT_DISTANCE).order(ByteOrder.LITTLE_ENDIAN);
        byte[] chain = new byte[TurnRecord.HASH_LENGTH];
        encode(bytes.slice(0, SLOT_LENGTH).order(ByteOrder.LITTLE_ENDIAN), 0, chain, 0, new CRC32C());
        encode(bytes.slice(SLOT_DISTANCE, SLOT_LENGTH).order(ByteOrder.LITTLE_ENDIAN), 0, chain, 0, new CRC32C());
        DurableFiles.replace(file, bytes.array());
    }

    /** The higher of the sound slots; empty when the file is missing or neither slot is sound. */
    static Optional<Mark> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(DurableFiles.read(file));
        Optional<Mark> first = decode(bytes, 0);
        Optional<Mark> second = decode(bytes, SLOT_DISTANCE);
        if (first.isPresent() && second.isPresent()) {
            return first.get().sequence() >= second.get().sequence() ? first : second;
        }
        return first.isPresent() ? first : second;
    }

    static Watermark open(Path file) {
        try {
            Optional<Mark> second = decode(ByteBuffer.wrap(DurableFiles.read(file)), SLOT_DISTANCE);
            boolean secondIsNewest = second.isPresent()
                    && second.get().sequence() == read(file).orElseThrow().sequence();
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new Watermark(channel, secondIsNewest ? 0 : SLOT_DISTANCE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /** Moves the mark and syncs it; the turns up to {@code sequence} must have been synced before. */
    void advance(long sequence, byte[] chain, int chainOffset) throws IOException {
        slot.clear();
        encode(slot, sequence, chain, chainOffset, crc);
        DurableFiles.writeFully(channel, slot, next);
        channel.force(false);
        next = SLOT_DISTANCE - next;
    }

    private static void encode(ByteBuffer slot, long sequence, byte[] chain, int chainOffset, CRC32C crc) {
        slot.clear();
        slot.putInt(MAGIC).putInt(0).putLong(sequence).put(chain, chainOffset, TurnRecord.HASH_LENGTH);
        slot.flip();
        crc.reset();
        crc.update(slot);
        slot.clear().position(CRC_OFFSET);
        slot.putInt((int) crc.getValue());
        slot.clear();
    }

    private static Optional<Mark> decode(ByteBuffer file, int position) {
        if (file.capacity() < position + SLOT_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer slot = file.slice(position, SLOT_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C crc = new CRC32C();
        crc.update(slot.duplicate().limit(CRC_OFFSET));
        if (slot.getInt(0) != MAGIC || slot.getInt(CRC_OFFSET) != (int) crc.getValue()) {
            return Optional.empty();
        }
        byte[] chain = new byte[TurnRecord.HASH_LENGTH];
        slot.get(CHAIN_OFFSET, chain);
        return Optional.of(new Mark(slot.getLong(SEQUENCE_OFFSET), Digests.value(chain, 0)));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the watermark", e);
        }
    }
}
