package org.tpx.host;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.journal.Digests;
import org.tpx.journal.JournalHead;
import org.tpx.protocol.Hash256;

/**
 * A snapshot on the disk: the state after one turn, and where in the journal that turn is.
 *
 * <pre>
 *    0  u32 magic "TPXS"    4 u16 format = 1    6 u16 logicVersion
 *    8  i64 sequence       16 i64 timeNanos    24 i32 epoch    28 i32 zero
 *   32  i64 stateLength    40 32 bytes chain   72 32 bytes SHA-256 of the state
 *  104  u32 CRC32C of bytes 0..104   108 i32 zero
 *  112  the state, {@link org.tpx.engine.kernel.Snapshot}
 * </pre>
 *
 * @param logicVersion the rules that led to the state
 * @param head the turn after which the state is; its file and position are not told
 * @param stateHash SHA-256 over the state
 * @param bytes the whole file; the state begins at {@link #STATE_OFFSET}
 */
record SnapshotFile(int logicVersion, JournalHead head, Hash256 stateHash, DirectBuffer bytes) {

    static final int STATE_OFFSET = 112;

    private static final int MAGIC = 0x53585054;
    private static final int FORMAT = 1;
    private static final int CRC_OFFSET = 104;
    private static final int CHAIN_OFFSET = 40;
    private static final int HASH_OFFSET = 72;

    /** A snapshot cannot be used; the message is the end of a sentence whose subject is the file. */
    static final class UnsoundException extends Exception {
        private static final long serialVersionUID = 1L;

        UnsoundException(String phrase) {
            super(phrase);
        }
    }

    /** Writes the file, whole or not at all: temporary file, sync, rename, sync of the directory. */
    static Hash256 write(Path file, int logicVersion, JournalHead head, DirectBuffer state, int stateLength) {
        Hash256 hash = Hashes.sha256(state, 0, stateLength);
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                writeFully(channel, header(logicVersion, head, stateLength, hash));
                byte[] content = new byte[stateLength];
                state.getBytes(0, content);
                writeFully(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return hash;
    }

    private static ByteBuffer header(int logicVersion, JournalHead head, int stateLength, Hash256 hash) {
        ByteBuffer header = ByteBuffer.allocate(STATE_OFFSET).order(LITTLE_ENDIAN);
        header.putInt(MAGIC).putShort((short) FORMAT).putShort((short) logicVersion);
        header.putLong(head.sequence())
                .putLong(head.timeNanos())
                .putInt(head.epoch())
                .putInt(0);
        header.putLong(stateLength).put(Digests.bytes(head.chain())).put(Digests.bytes(hash));
        header.putInt(crc(header.array())).putInt(0);
        return header.flip();
    }

    private static int crc(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, CRC_OFFSET);
        return (int) crc.getValue();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads a file and checks that every byte of it is as it was written. */
    static SnapshotFile read(Path file) throws UnsoundException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnsoundException("cannot be read: " + e);
        }
        require(bytes.length >= STATE_OFFSET, "is too short to be a snapshot");
        ByteBuffer header = ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN);
        require(header.getInt(0) == MAGIC, "does not begin with TPXS");
        require(header.getInt(CRC_OFFSET) == crc(bytes) && header.getInt(CRC_OFFSET + 4) == 0, "has a damaged header");
        require(header.getShort(4) == FORMAT, "has a format that this release does not read");
        require(header.getLong(32) == bytes.length - STATE_OFFSET, "has another length than its header says");
        SnapshotFile snapshot = parse(header, bytes);
        Hash256 hash = Hashes.sha256(snapshot.bytes, STATE_OFFSET, bytes.length - STATE_OFFSET);
        require(hash.equals(snapshot.stateHash), "has a state that does not match its hash");
        return snapshot;
    }

    private static SnapshotFile parse(ByteBuffer header, byte[] bytes) {
        JournalHead head = new JournalHead(
                header.getLong(8), header.getLong(16), header.getInt(24), Digests.value(bytes, CHAIN_OFFSET), -1, 0);
        Hash256 hash = Digests.value(bytes, HASH_OFFSET);
        return new SnapshotFile(header.getShort(6) & 0xFFFF, head, hash, new UnsafeBuffer(bytes));
    }

    private static void require(boolean holds, String phrase) throws UnsoundException {
        if (!holds) {
            throw new UnsoundException(phrase);
        }
    }
}
