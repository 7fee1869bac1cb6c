package org.tpx.gateway.json;

import java.io.IOException;
import java.io.InputStream;
import org.tpx.wire.RecordCodec;

/**
 * Reads lines of bytes, of a bounded length each, in memory that does not grow with the file. Lines end with a line feed, which may
 * follow a carriage return; lines with nothing but spaces are passed over. Single-threaded.
 */
public final class LineReader implements AutoCloseable {
    /** The largest number of bytes of a line. */
    public static final int MAX_LENGTH = RecordCodec.MAX_COMMAND_LENGTH;

    private final InputStream in;
    private final byte[] input = new byte[1 << 16];
    private final byte[] line = new byte[MAX_LENGTH];
    private int position;
    private int limit;
    private int length;
    private long number;

    /** Reads from a stream, which is closed with the reader. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next line that is not blank.
     *
     * @return whether there is one
     * @throws MalformedLineException where the line is longer than {@link #MAX_LENGTH}
     */
    public boolean next() throws IOException {
        while (read()) {
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The number of the line, from 1. */
    public long number() {
        return number;
    }

    /** The bytes of the line, from 0 to {@link #length()}; valid until {@link #next()}. */
    public byte[] bytes() {
        return line;
    }

    /** The number of bytes of the line, without its end. */
    public int length() {
        return length;
    }

    /** Whether {@link #next} may have to wait, for a person who types or a program that writes. */
    public boolean mayWait() throws IOException {
        return position == limit && in.available() == 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean read() throws IOException {
        length = 0;
        number++;
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && input[end] != '\n') {
                end++;
            }
            append(end - position);
            position = end;
            if (end < limit) {
                position++;
                break;
            }
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return any;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(input));
        return limit > 0;
    }

    private void append(int count) {
        if (count > MAX_LENGTH - length) {
            throw new MalformedLineException(number, JsonReader.LINE, "has more than " + MAX_LENGTH + " bytes");
        }
        System.arraycopy(input, position, line, length, count);
        length += count;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
