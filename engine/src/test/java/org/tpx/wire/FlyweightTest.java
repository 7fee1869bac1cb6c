package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SaleEvent.BidPlaced;
import org.tpx.protocol.SystemEvent.CommandRefused;

/** The hot messages: the same bytes as the codec's, and nothing allocated. */
class FlyweightTest {
    private static final int OFFSET = 40;
    private static final int ROUNDS = 200;

    private final RecordCodec codec = new RecordCodec();
    private final UnsafeBuffer expected = new UnsafeBuffer(new byte[256]);
    private final UnsafeBuffer actual = new UnsafeBuffer(new byte[256]);
    private final PlaceBidFlyweight placeBid = new PlaceBidFlyweight();
    private final BidPlacedFlyweight bidPlaced = new BidPlacedFlyweight();
    private final CommandRefusedFlyweight commandRefused = new CommandRefusedFlyweight();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 20260302})
    void shouldWriteAndReadABidAsTheCodecDoes(long seed) {
        RandomRecords records = new RandomRecords(seed);
        for (int round = 0; round < ROUNDS; round++) {
            PlaceBid record = (PlaceBid) next(records, PlaceBid.class);
            Money amount = record.amount();

            int length = PlaceBidFlyweight.encode(
                    actual, OFFSET, record.listingId(), record.partyId(), amount.minor(), amount.currency());

            isAsTheCodecWrites(record, length, PlaceBidFlyweight.LENGTH, seed);
            placeBid.wrap(actual, OFFSET);
            assertThat(new PlaceBid(
                            placeBid.listingId(),
                            placeBid.partyId(),
                            new Money(placeBid.amountMinor(), placeBid.currency())))
                    .isEqualTo(record);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {22, 20260302})
    void shouldWriteAndReadAPlacedBidAsTheCodecDoes(long seed) {
        RandomRecords records = new RandomRecords(seed);
        for (int round = 0; round < ROUNDS; round++) {
            BidPlaced record = (BidPlaced) next(records, BidPlaced.class);
            Money amount = record.amount();

            int length = BidPlacedFlyweight.encode(
                    actual,
                    OFFSET,
                    record.listingId(),
                    record.partyId(),
                    record.bidderNumber(),
                    amount.minor(),
                    amount.currency(),
                    record.deadlineNanos(),
                    record.extension());

            isAsTheCodecWrites(record, length, BidPlacedFlyweight.LENGTH, seed);
            bidPlaced.wrap(actual, OFFSET);
            assertThat(new BidPlaced(
                            bidPlaced.listingId(),
                            bidPlaced.partyId(),
                            bidPlaced.bidderNumber(),
                            new Money(bidPlaced.amountMinor(), bidPlaced.currency()),
                            bidPlaced.deadlineNanos(),
                            bidPlaced.extension()))
                    .isEqualTo(record);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {23, 20260302})
    void shouldWriteAndReadARefusalAsTheCodecDoes(long seed) {
        RandomRecords records = new RandomRecords(seed);
        for (int round = 0; round < ROUNDS; round++) {
            CommandRefused record = (CommandRefused) next(records, CommandRefused.class);

            int length = CommandRefusedFlyweight.encode(
                    actual, OFFSET, record.commandTemplateId(), record.reason(), record.subjectId());

            isAsTheCodecWrites(record, length, CommandRefusedFlyweight.LENGTH, seed);
            commandRefused.wrap(actual, OFFSET);
            assertThat(new CommandRefused(
                            commandRefused.commandTemplateId(), commandRefused.reason(), commandRefused.subjectId()))
                    .isEqualTo(record);
        }
    }

    @Test
    void shouldRefuseUnknownCodes() {
        PlaceBidFlyweight.encode(actual, OFFSET, 1, 2, 3, Currency.CNY);
        actual.putByte(OFFSET + PlaceBidFlyweight.LENGTH - 1, (byte) 99);
        assertThatThrownBy(() -> placeBid.wrap(actual, OFFSET).currency())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("amount: has the unknown currency code 99");

        CommandRefusedFlyweight.encode(actual, OFFSET, 72, RejectReason.LATE, 3);
        actual.putByte(OFFSET + CommandRefusedFlyweight.REASON_OFFSET, (byte) 0);
        assertThatThrownBy(() -> commandRefused.wrap(actual, OFFSET).reason())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("reason: has the unknown code 0");
    }

    @Test
    void shouldAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        EventCursor cursor = new EventCursor();
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += turn(cursor, i);
        }

        int turns = 100_000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < turns; i++) {
            sum += turn(cursor, i);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isNotZero();
        // The measurement itself may allocate; anything per turn would be a hundred thousand bytes and more.
        assertThat(allocated).isLessThan(turns / 10);
    }

    /** A bid in, a placed bid and a refusal out, as on the hot path. */
    private long turn(EventCursor cursor, int i) {
        TurnFrame.sequence(actual, 0, i);
        TurnFrame.timeNanos(actual, 0, i);
        TurnFrame.commandLength(
                actual, 0, PlaceBidFlyweight.encode(actual, TurnFrame.MESSAGE_OFFSET, i, 2, 3, Currency.CNY));
        placeBid.wrap(actual, TurnFrame.MESSAGE_OFFSET);
        int placed = BidPlacedFlyweight.encode(
                expected,
                EventFraming.MESSAGE_OFFSET,
                placeBid.listingId(),
                placeBid.partyId(),
                1,
                placeBid.amountMinor(),
                placeBid.currency(),
                TurnFrame.timeNanos(actual, 0),
                0);
        int offset = EventFraming.frame(expected, 0, placed);
        int refused = CommandRefusedFlyweight.encode(
                expected, offset + EventFraming.MESSAGE_OFFSET, TurnFrame.templateId(actual, 0), RejectReason.LATE, i);
        int length = offset + EventFraming.frame(expected, offset, refused);
        return walk(cursor.wrap(expected, 0, length, 2));
    }

    private long walk(EventCursor cursor) {
        long sum = 0;
        while (cursor.next()) {
            if (cursor.templateId() == BidPlacedFlyweight.TEMPLATE_ID) {
                sum += bidPlaced.wrap(expected, cursor.messageOffset()).amountMinor();
                sum += bidPlaced.currency() == Currency.CNY ? 1 : 0;
            } else {
                sum += commandRefused.wrap(expected, cursor.messageOffset()).reason() == RejectReason.LATE ? 1 : 0;
            }
        }
        return sum;
    }

    private static Record next(RandomRecords records, Class<?> type) {
        return records.next(Templates.ofProtocol().of(type).record());
    }

    private void isAsTheCodecWrites(Record record, int length, int declaredLength, long seed) {
        assertThat(length).isEqualTo(declaredLength).isEqualTo(codec.encode(record, expected, OFFSET));
        assertThat(Arrays.copyOfRange(actual.byteArray(), OFFSET, OFFSET + length))
                .as("%s, seed %d", record, seed)
                .isEqualTo(Arrays.copyOfRange(expected.byteArray(), OFFSET, OFFSET + length));
    }
}
