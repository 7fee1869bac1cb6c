package org.tpx.benchmarks;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.Tally;
import org.tpx.benchmarks.books.TestedBook;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.wire.CancelOrderFlyweight;
import org.tpx.wire.EnterOrderFlyweight;
import org.tpx.wire.ReplaceOrderFlyweight;
import org.tpx.wire.TurnFrame;

/**
 * A book's stream as commands of a {@link UnitMarket}: turn frames that lie ready one behind the other, but for sequence and
 * time. Each order is some party's and is sent by that party's agent. The stream can be sent again and again, since it leaves an
 * empty book; {@link #renumber} gives its commands the references of the next time.
 */
final class UnitStream {

    private static final int FRAME_BYTES = 104;

    /** What the middle of the streams' prices is taken to; they lie less than 20,000 ticks around it. */
    private static final long MIDDLE_TICKS = 100_000;

    private static final long STREAM_MIDDLE = 1_000_000_000_000L;
    private static final long NO_ORDER = -1;
    private static final int NUMBER_BITS = 44;
    private static final long NUMBERS = (1L << NUMBER_BITS) - 1;

    private final BookStream stream;
    private final MutableDirectBuffer frames;
    private final int[] offsets;
    private final long[] lastNumbers = new long[(int) UnitMarket.agentOf(UnitMarket.AGENTS - 1) + 1];
    private long numbers;

    UnitStream(BookStream stream) {
        this.stream = stream;
        frames = new UnsafeBuffer(ByteBuffer.allocateDirect(stream.size() * FRAME_BYTES));
        offsets = new int[stream.size() + 1];
        Encoder encoder = new Encoder();
        for (int i = 0; i < stream.size(); i++) {
            stream.apply(i, encoder);
            offsets[i + 1] = encoder.end;
        }
        for (long last : lastNumbers) {
            numbers = Math.max(numbers, last);
        }
    }

    /** Of what it was made; its parts are this one's. */
    BookStream stream() {
        return stream;
    }

    /** Where the frames lie. */
    MutableDirectBuffer frames() {
        return frames;
    }

    /** Where a command's frame begins. */
    int offset(int command) {
        return offsets[command];
    }

    /** Lets every reference and every order's number follow those that were used. */
    void renumber() {
        for (int i = 0; i < stream.size(); i++) {
            int offset = offsets[i];
            raise(offset + TurnFrame.CLIENT_ID_OFFSET);
            switch (TurnFrame.templateId(frames, offset)) {
                case CancelOrderFlyweight.TEMPLATE_ID ->
                    raise(offset + TurnFrame.MESSAGE_OFFSET + CancelOrderFlyweight.ORDER_NUMBER_OFFSET);
                case ReplaceOrderFlyweight.TEMPLATE_ID ->
                    raise(offset + TurnFrame.MESSAGE_OFFSET + ReplaceOrderFlyweight.ORDER_NUMBER_OFFSET);
                default -> {
                    // A new order's number is its reference.
                }
            }
        }
    }

    private void raise(int index) {
        frames.putLong(index, frames.getLong(index, LITTLE_ENDIAN) + numbers, LITTLE_ENDIAN);
    }

    /** Writes a stream's commands instead of carrying them out. */
    private final class Encoder implements TestedBook {

        private final Long2LongHashMap orders = new Long2LongHashMap(NO_ORDER);
        private int end;

        @Override
        public void place(long id, long member, boolean buys, long price, long lots) {
            long partyId = 1 + (id >>> 32) % UnitMarket.PARTIES;
            long agent = UnitMarket.agentOf(partyId);
            int message = end + TurnFrame.MESSAGE_OFFSET;
            int length = EnterOrderFlyweight.encode(
                    frames,
                    message,
                    UnitMarket.SERIES,
                    partyId,
                    buys ? Side.BUY : Side.SELL,
                    OrderKind.LIMIT,
                    TimeInForce.DAY,
                    0,
                    priceMinor(price),
                    UnitMarket.CURRENCY,
                    lots * UnitMarket.LOT_UNITS,
                    0,
                    SelfTrade.ALLOW);
            orders.put(id, agent << NUMBER_BITS | frame(agent, length));
        }

        @Override
        public void cancel(long id, long member) {
            long order = orders.get(id);
            int length = CancelOrderFlyweight.encode(
                    frames, end + TurnFrame.MESSAGE_OFFSET, UnitMarket.SERIES, 0, order & NUMBERS);
            frame(order >>> NUMBER_BITS, length);
        }

        @Override
        public void replace(long id, long member, boolean buys, long price, long lots) {
            long order = orders.get(id);
            int length = ReplaceOrderFlyweight.encode(
                    frames,
                    end + TurnFrame.MESSAGE_OFFSET,
                    UnitMarket.SERIES,
                    0,
                    order & NUMBERS,
                    priceMinor(price),
                    UnitMarket.CURRENCY,
                    lots * UnitMarket.LOT_UNITS);
            frame(order >>> NUMBER_BITS, length);
        }

        @Override
        public int resting() {
            throw new UnsupportedOperationException("it has no book");
        }

        @Override
        public Tally tally() {
            throw new UnsupportedOperationException("it has no book");
        }

        private long frame(long agent, int length) {
            long number = ++lastNumbers[(int) agent];
            TurnFrame.principalId(frames, end, agent);
            TurnFrame.clientId(frames, end, number);
            TurnFrame.commandLength(frames, end, length);
            end += BitUtil.align(TurnFrame.MESSAGE_OFFSET + length, Long.BYTES);
            return number;
        }

        private long priceMinor(long price) {
            return (price - STREAM_MIDDLE + MIDDLE_TICKS) * UnitMarket.TICK_MINOR;
        }
    }
}
