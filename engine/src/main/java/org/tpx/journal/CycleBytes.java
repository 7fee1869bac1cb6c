package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The raw bytes of one cycle file, read by copying: no mapping, so a file that shrinks under a reader cannot fault. */
interface CycleBytes extends AutoCloseable {

    /** The number of bytes now. */
    long size();

    /** Reads up to {@code length} bytes; fewer at the end only. */
    int read(long position, byte[] target, int offset, int length);

    @Override
    void close();

    /** The bytes of a file, opened for reading. */
    static CycleBytes of(Path file) {
        try {
            return new OfFile(FileChannel.open(file, StandardOpenOption.READ), file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /** Bytes in memory. */
    static CycleBytes of(byte[] bytes) {
        return new OfArray(bytes);
    }

    /** A file. Reads from one thread allocate nothing after the first. */
    final class OfFile implements CycleBytes {

        private final FileChannel channel;
        private final Path file;
        private ByteBuffer wrapper = ByteBuffer.allocate(0);

        private OfFile(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        @Override
        public long size() {
            try {
                return channel.size();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            if (wrapper.array() != target) {
                wrapper = ByteBuffer.wrap(target);
            }
            wrapper.limit(offset + length).position(offset);
            try {
                while (wrapper.hasRemaining()) {
                    if (channel.read(wrapper, position + wrapper.position() - offset) < 0) {
                        break;
                    }
                }
                return wrapper.position() - offset;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + file, e);
            }
        }
    }

    /** An array. */
    final class OfArray implements CycleBytes {

        private final byte[] bytes;

        private OfArray(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            int count = (int) Math.max(0, Math.min(length, bytes.length - position));
            System.arraycopy(bytes, (int) Math.min(position, bytes.length), target, offset, count);
            return count;
        }

        @Override
        public void close() {}
    }
}
