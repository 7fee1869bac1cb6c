package org.tpx.engine.kernel;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.List;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.wire.RecordCodec;

/**
 * The whole state as canonical bytes: the same state always gives the same bytes, so that their hash is the state's hash.
 *
 * <p>An aggregate passes each of its fields through and takes back what it gets: {@code endNanos =
 * snapshot.number(endNanos)}. The {@link Writer} writes the value and gives it back, the {@link Reader} ignores it and
 * gives the one that was written; so one method serves both ways and they cannot drift apart.
 */
public interface Snapshot {

    /** Something that passes its fields through a snapshot, always all of them and in the same order. */
    interface Part {

        /** Passes every field through. */
        void exchange(Snapshot snapshot);
    }

    long number(long value);

    int number(int value);

    boolean flag(boolean value);

    String text(String value);

    /** A message, an event for example that tells all that an aggregate needs to remember. */
    <R extends Record> R message(R value);

    /** A constant of an enum; it must have fewer than 128 constants. */
    <E extends Enum<E>> E constant(E value);

    /** The parts of a list; when reading, the list is emptied and filled with blanks that then read themselves. */
    default <P extends Part> void parts(List<P> parts, Supplier<P> blank) {
        int size = number(parts.size());
        if (isReading()) {
            parts.clear();
            for (int i = 0; i < size; i++) {
                parts.add(blank.get());
            }
        }
        for (P part : parts) {
            part.exchange(this);
        }
    }

    /** Whether values come out of the snapshot. */
    boolean isReading();

    default Money money(Money value) {
        return Money.ofMinor(number(value.minor()), constant(value.currency()));
    }

    default Hash256 hash(Hash256 value) {
        return new Hash256(number(value.word0()), number(value.word1()), number(value.word2()), number(value.word3()));
    }

    /** Writes the state into a growing buffer. */
    final class Writer implements Snapshot {
        private final MutableDirectBuffer buffer = new ExpandableArrayBuffer(1 << 16);
        private final RecordCodec codec;
        private int length;

        /** A writer that encodes messages with this codec. */
        public Writer(RecordCodec codec) {
            this.codec = codec;
        }

        /** Holds the bytes from 0 to {@link #length()}. */
        public DirectBuffer buffer() {
            return buffer;
        }

        /** Bytes written. */
        public int length() {
            return length;
        }

        @Override
        public long number(long value) {
            buffer.putLong(length, value, LITTLE_ENDIAN);
            length += Long.BYTES;
            return value;
        }

        @Override
        public int number(int value) {
            buffer.putInt(length, value, LITTLE_ENDIAN);
            length += Integer.BYTES;
            return value;
        }

        @Override
        public boolean flag(boolean value) {
            buffer.putByte(length++, (byte) (value ? 1 : 0));
            return value;
        }

        @Override
        public String text(String value) {
            length += buffer.putStringUtf8(length, value, LITTLE_ENDIAN);
            return value;
        }

        @Override
        public <R extends Record> R message(R value) {
            int size = codec.encode(value, buffer, length + Integer.BYTES);
            buffer.putInt(length, size, LITTLE_ENDIAN);
            length += Integer.BYTES + size;
            return value;
        }

        @Override
        public <E extends Enum<E>> E constant(E value) {
            buffer.putByte(length++, (byte) value.ordinal());
            return value;
        }

        @Override
        public boolean isReading() {
            return false;
        }
    }

    /** Reads the state from the bytes of a {@link Writer}. */
    final class Reader implements Snapshot {
        private final DirectBuffer buffer;
        private final RecordCodec codec;
        private int offset;

        /** A reader that starts at this offset. */
        public Reader(DirectBuffer buffer, int offset, RecordCodec codec) {
            this.buffer = buffer;
            this.offset = offset;
            this.codec = codec;
        }

        /** Where the next value starts. */
        public int offset() {
            return offset;
        }

        @Override
        public long number(long value) {
            long read = buffer.getLong(offset, LITTLE_ENDIAN);
            offset += Long.BYTES;
            return read;
        }

        @Override
        public int number(int value) {
            int read = buffer.getInt(offset, LITTLE_ENDIAN);
            offset += Integer.BYTES;
            return read;
        }

        @Override
        public boolean flag(boolean value) {
            return buffer.getByte(offset++) != 0;
        }

        @Override
        public String text(String value) {
            int size = buffer.getInt(offset, LITTLE_ENDIAN);
            String read = buffer.getStringUtf8(offset, LITTLE_ENDIAN);
            offset += Integer.BYTES + size;
            return read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R extends Record> R message(R value) {
            int size = buffer.getInt(offset, LITTLE_ENDIAN);
            R read = (R) codec.decode(buffer, offset + Integer.BYTES, size);
            offset += Integer.BYTES + size;
            return read;
        }

        @Override
        public <E extends Enum<E>> E constant(E value) {
            return value.getDeclaringClass().getEnumConstants()[buffer.getByte(offset++)];
        }

        @Override
        public boolean isReading() {
            return true;
        }
    }
}
