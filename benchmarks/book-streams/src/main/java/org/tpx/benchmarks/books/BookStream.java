package org.tpx.benchmarks.books;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Commands for an order book, made beforehand, in three parts: those that fill the book, those that are measured, and cancels
 * that empty it, so that the same book can be asked again.
 */
public final class BookStream {

    private static final byte PLACE = 0;
    private static final byte CANCEL = 1;
    private static final byte REPLACE = 2;
    private static final byte BUY = 4;
    private static final int MEMBERS = 64;
    private static final int BUFFER_BYTES = 1 << 20;

    private final int filling;
    private int measuredEnd;
    private int size;
    private byte[] kinds;
    private long[] ids;
    private long[] prices;
    private long[] quantities;
    private Outcome outcome = new Outcome(0, 0, 0, 0);

    BookStream(int filling, int capacity) {
        this.filling = filling;
        kinds = new byte[capacity];
        ids = new long[capacity];
        prices = new long[capacity];
        quantities = new long[capacity];
    }

    /** How many commands fill the book before the measured ones begin. */
    public int filling() {
        return filling;
    }

    /** Where the measured commands end and those begin that empty the book. */
    public int measuredEnd() {
        return measuredEnd;
    }

    /** How many commands there are. */
    public int size() {
        return size;
    }

    /** What a right book has done when the measured commands are through, the filling ones included. */
    public Outcome outcome() {
        return outcome;
    }

    /** Carries a command out. */
    public void apply(int command, TestedBook book) {
        byte kind = kinds[command];
        long id = ids[command];
        long member = member(id);
        switch (kind & ~BUY) {
            case PLACE -> book.place(id, member, (kind & BUY) != 0, prices[command], quantities[command]);
            case CANCEL -> book.cancel(id, member);
            default -> book.replace(id, member, (kind & BUY) != 0, prices[command], quantities[command]);
        }
    }

    /** Carries commands out, one after the other. */
    public void apply(int from, int to, TestedBook book) {
        for (int i = from; i < to; i++) {
            apply(i, book);
        }
    }

    static long member(long id) {
        return 1 + (id & (MEMBERS - 1));
    }

    void place(long id, boolean buys, long price, long lots) {
        add(PLACE, id, buys, price, lots);
    }

    void cancel(long id, boolean buys) {
        add(CANCEL, id, buys, 0, 0);
    }

    void replace(long id, boolean buys, long price, long lots) {
        add(REPLACE, id, buys, price, lots);
    }

    /** The measured commands are through, with this outcome. */
    void endMeasured(Outcome itsOutcome) {
        measuredEnd = size;
        outcome = itsOutcome;
    }

    private void add(byte kind, long id, boolean buys, long price, long lots) {
        if (size == ids.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
            prices = Arrays.copyOf(prices, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
        }
        kinds[size] = buys ? (byte) (kind | BUY) : kind;
        ids[size] = id;
        prices[size] = price;
        quantities[size++] = lots;
    }

    /** Writes it to a file, for other processes. */
    public void write(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            buffer.putInt(filling).putInt(measuredEnd).putInt(size).putInt(outcome.resting());
            buffer.putLong(outcome.trades()).putLong(outcome.lots()).putLong(outcome.digest());
            for (int i = 0; i < size; i++) {
                if (buffer.remaining() < 1 + 3 * Long.BYTES) {
                    drain(buffer, channel);
                }
                buffer.put(kinds[i]).putLong(ids[i]).putLong(prices[i]).putLong(quantities[i]);
            }
            drain(buffer, channel);
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** Reads what {@link #write} wrote. */
    public static BookStream read(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
        try (FileChannel channel = FileChannel.open(file)) {
            fill(buffer, channel);
            int filling = buffer.getInt();
            int measuredEnd = buffer.getInt();
            int size = buffer.getInt();
            int resting = buffer.getInt();
            BookStream stream = new BookStream(filling, size);
            stream.measuredEnd = measuredEnd;
            stream.size = size;
            stream.outcome = new Outcome(buffer.getLong(), buffer.getLong(), buffer.getLong(), resting);
            for (int i = 0; i < size; i++) {
                if (buffer.remaining() < 1 + 3 * Long.BYTES) {
                    fill(buffer, channel);
                }
                stream.kinds[i] = buffer.get();
                stream.ids[i] = buffer.getLong();
                stream.prices[i] = buffer.getLong();
                stream.quantities[i] = buffer.getLong();
            }
            return stream;
        }
    }

    private static void fill(ByteBuffer buffer, FileChannel channel) throws IOException {
        buffer.compact();
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Reads on until the buffer is full or the file ends.
        }
        buffer.flip();
    }
}
