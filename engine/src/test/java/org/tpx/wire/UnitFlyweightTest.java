package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand.CancelOrder;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.ReduceOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;
import org.tpx.protocol.UnitEvent.OrderCancelled;
import org.tpx.protocol.UnitEvent.OrderReduced;
import org.tpx.protocol.UnitEvent.OrderReplaced;
import org.tpx.protocol.UnitEvent.OrderRested;
import org.tpx.protocol.UnitEvent.UnitsTraded;

/** The hot messages of the order book: the same bytes as the codec's and as sbe-tool reads them, and nothing allocated. */
class UnitFlyweightTest {
    private static final int OFFSET = 40;
    private static final int ROUNDS = 200;

    private static SbeStubs stubs;

    private final RecordCodec codec = new RecordCodec();
    private final UnsafeBuffer expected = new UnsafeBuffer(new byte[512]);
    private final UnsafeBuffer actual = new UnsafeBuffer(new byte[512]);
    private final EnterOrderFlyweight enter = new EnterOrderFlyweight();
    private final ReplaceOrderFlyweight replace = new ReplaceOrderFlyweight();
    private final ReduceOrderFlyweight reduce = new ReduceOrderFlyweight();
    private final CancelOrderFlyweight cancel = new CancelOrderFlyweight();
    private final OrderRestedFlyweight rested = new OrderRestedFlyweight();
    private final UnitsTradedFlyweight traded = new UnitsTradedFlyweight();
    private final OrderReducedFlyweight reduced = new OrderReducedFlyweight();
    private final OrderReplacedFlyweight replaced = new OrderReplacedFlyweight();
    private final OrderCancelledFlyweight cancelled = new OrderCancelledFlyweight();

    @BeforeAll
    static void generateStubs() throws Exception {
        Templates protocol = Templates.ofProtocol();
        stubs = new SbeStubs(
                SbeSchemaTest.parse(SbeSchema.of(protocol)), protocol.commands().get(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 20260302})
    void shouldWriteAndReadEveryHotMessageAsTheCodecDoes(long seed) {
        agree(seed, EnterOrder.class, EnterOrderFlyweight.LENGTH, this::write, this::readEnter);
        agree(seed, ReplaceOrder.class, ReplaceOrderFlyweight.LENGTH, this::write, this::readReplace);
        agree(seed, ReduceOrder.class, ReduceOrderFlyweight.LENGTH, this::write, this::readReduce);
        agree(seed, CancelOrder.class, CancelOrderFlyweight.LENGTH, this::write, this::readCancel);
        agree(seed, OrderRested.class, OrderRestedFlyweight.LENGTH, this::write, this::readRested);
        agree(seed, OrderReduced.class, OrderReducedFlyweight.LENGTH, this::write, this::readReduced);
        agree(seed, OrderReplaced.class, OrderReplacedFlyweight.LENGTH, this::write, this::readReplaced);
        agree(seed, OrderCancelled.class, OrderCancelledFlyweight.LENGTH, this::write, this::readCancelled);
        agree(
                seed,
                UnitsTraded.class,
                UnitsTradedFlyweight.LENGTH,
                this::write,
                this::readTraded,
                UnitFlyweightTest::inOneCurrency);
    }

    @Test
    void shouldRefuseUnknownCodes() {
        EnterOrderFlyweight.encode(
                actual,
                OFFSET,
                1,
                2,
                Side.BUY,
                OrderKind.LIMIT,
                TimeInForce.DAY,
                0,
                100,
                Currency.CNY,
                3,
                0,
                SelfTrade.ALLOW);
        actual.putByte(OFFSET + EnterOrderFlyweight.SIDE_OFFSET, (byte) 2);
        actual.putByte(OFFSET + EnterOrderFlyweight.KIND_OFFSET, (byte) 255);
        enter.wrap(actual, OFFSET);

        assertThatThrownBy(enter::side)
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("side: has the unknown code 2");
        assertThatThrownBy(enter::kind)
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("kind: has the unknown code 255");
    }

    @Test
    void shouldAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += day(i);
        }

        int days = 100_000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < days; i++) {
            sum += day(i);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isNotZero();
        // The measurement itself may allocate; anything per round would be a hundred thousand bytes and more.
        assertThat(allocated).isLessThan(days / 10);
    }

    /** Orders in, and out of them rests, trades and cancellations, as on the hot path. */
    private long day(int i) {
        return entered(i) + changed(i) + told(i);
    }

    private long entered(int i) {
        EnterOrderFlyweight.encode(
                actual,
                OFFSET,
                i,
                2,
                Side.SELL,
                OrderKind.LIMIT,
                TimeInForce.DAY,
                0,
                100,
                Currency.CNY,
                3,
                0,
                SelfTrade.ALLOW);
        enter.wrap(actual, OFFSET);
        OrderRestedFlyweight.encode(
                expected,
                OFFSET,
                enter.seriesId(),
                1,
                i,
                enter.partyId(),
                enter.side(),
                enter.priceMinor(),
                enter.currency(),
                enter.units());
        rested.wrap(expected, OFFSET);
        return rested.side() == Side.SELL && rested.currency() == Currency.CNY ? rested.orderNumber() : 0;
    }

    private long changed(int i) {
        ReplaceOrderFlyweight.encode(actual, OFFSET, i, 1, 2, 101, Currency.CNY, 4);
        replace.wrap(actual, OFFSET);
        OrderReplacedFlyweight.encode(
                expected,
                OFFSET,
                replace.seriesId(),
                1,
                2,
                replace.priceMinor(),
                replace.currency(),
                replace.units(),
                true);
        ReduceOrderFlyweight.encode(actual, OFFSET, i, 1, 2, 1);
        OrderReducedFlyweight.encode(
                actual, 2 * OFFSET, reduce.wrap(actual, OFFSET).seriesId(), 1, 2, reduce.units(), 3);
        return replaced.wrap(expected, OFFSET).keepsPriority()
                ? reduced.wrap(actual, 2 * OFFSET).remaining()
                : 0;
    }

    private long told(int i) {
        CancelOrderFlyweight.encode(actual, OFFSET, i, 1, 2);
        OrderCancelledFlyweight.encode(
                expected, OFFSET, cancel.wrap(actual, OFFSET).seriesId(), 1, 2, 3, 4, CancelReason.REQUESTED);
        UnitsTradedFlyweight.encode(
                actual, 2 * OFFSET, i, 1, Aggressor.BUY, 1, 2, 3, 0, 4, 5, 6, 7, 100, Currency.CNY, 8, 800, 9, 10);
        cancelled.wrap(expected, OFFSET);
        traded.wrap(actual, 2 * OFFSET);
        boolean told = cancelled.reason() == CancelReason.REQUESTED && traded.aggressor() == Aggressor.BUY;
        return told ? traded.amountMinor() : 0;
    }

    private <R extends Record> void agree(long seed, Class<R> type, int length, Writer<R> writer, Reader<R> reader) {
        agree(seed, type, length, writer, reader, record -> record);
    }

    private <R extends Record> void agree(
            long seed, Class<R> type, int length, Writer<R> writer, Reader<R> reader, Change<R> change) {
        MessageShape message = Templates.ofProtocol().of(type);
        RandomRecords records = new RandomRecords(seed);
        for (int round = 0; round < ROUNDS; round++) {
            R record = change.apply(type.cast(records.next(message.record())));

            int written = writer.write(record);

            assertThat(written).isEqualTo(length).isEqualTo(codec.encode(record, expected, OFFSET));
            byte[] bytes = Arrays.copyOfRange(actual.byteArray(), OFFSET, OFFSET + length);
            assertThat(bytes)
                    .as("%s, seed %d", record, seed)
                    .isEqualTo(Arrays.copyOfRange(expected.byteArray(), OFFSET, OFFSET + length));
            assertThat(reader.read()).as("seed %d", seed).isEqualTo(record);
            Map<String, Object> seen = stubs.decode(message, new UnsafeBuffer(bytes));
            assertThat(seen).as("%s, seed %d", record, seed).isEqualTo(FlatValues.of(message.record(), record));
        }
    }

    private int write(EnterOrder order) {
        return EnterOrderFlyweight.encode(
                actual,
                OFFSET,
                order.seriesId(),
                order.partyId(),
                order.side(),
                order.kind(),
                order.timeInForce(),
                order.expiresNanos(),
                order.price().minor(),
                order.price().currency(),
                order.units(),
                order.minimumUnits(),
                order.selfTrade());
    }

    private EnterOrder readEnter() {
        enter.wrap(actual, OFFSET);
        return new EnterOrder(
                enter.seriesId(),
                enter.partyId(),
                enter.side(),
                enter.kind(),
                enter.timeInForce(),
                enter.expiresNanos(),
                new Money(enter.priceMinor(), enter.currency()),
                enter.units(),
                enter.minimumUnits(),
                enter.selfTrade());
    }

    private int write(ReplaceOrder order) {
        return ReplaceOrderFlyweight.encode(
                actual,
                OFFSET,
                order.seriesId(),
                order.enteredById(),
                order.orderNumber(),
                order.price().minor(),
                order.price().currency(),
                order.units());
    }

    private ReplaceOrder readReplace() {
        replace.wrap(actual, OFFSET);
        return new ReplaceOrder(
                replace.seriesId(),
                replace.enteredById(),
                replace.orderNumber(),
                new Money(replace.priceMinor(), replace.currency()),
                replace.units());
    }

    private int write(ReduceOrder order) {
        return ReduceOrderFlyweight.encode(
                actual, OFFSET, order.seriesId(), order.enteredById(), order.orderNumber(), order.units());
    }

    private ReduceOrder readReduce() {
        reduce.wrap(actual, OFFSET);
        return new ReduceOrder(reduce.seriesId(), reduce.enteredById(), reduce.orderNumber(), reduce.units());
    }

    private int write(CancelOrder order) {
        return CancelOrderFlyweight.encode(actual, OFFSET, order.seriesId(), order.enteredById(), order.orderNumber());
    }

    private CancelOrder readCancel() {
        cancel.wrap(actual, OFFSET);
        return new CancelOrder(cancel.seriesId(), cancel.enteredById(), cancel.orderNumber());
    }

    private int write(OrderRested order) {
        return OrderRestedFlyweight.encode(
                actual,
                OFFSET,
                order.seriesId(),
                order.enteredById(),
                order.orderNumber(),
                order.partyId(),
                order.side(),
                order.price().minor(),
                order.price().currency(),
                order.units());
    }

    private OrderRested readRested() {
        rested.wrap(actual, OFFSET);
        return new OrderRested(
                rested.seriesId(),
                rested.enteredById(),
                rested.orderNumber(),
                rested.partyId(),
                rested.side(),
                new Money(rested.priceMinor(), rested.currency()),
                rested.units());
    }

    private int write(OrderReduced order) {
        return OrderReducedFlyweight.encode(
                actual,
                OFFSET,
                order.seriesId(),
                order.enteredById(),
                order.orderNumber(),
                order.units(),
                order.remaining());
    }

    private OrderReduced readReduced() {
        reduced.wrap(actual, OFFSET);
        return new OrderReduced(
                reduced.seriesId(), reduced.enteredById(), reduced.orderNumber(), reduced.units(), reduced.remaining());
    }

    private int write(OrderReplaced order) {
        return OrderReplacedFlyweight.encode(
                actual,
                OFFSET,
                order.seriesId(),
                order.enteredById(),
                order.orderNumber(),
                order.price().minor(),
                order.price().currency(),
                order.units(),
                order.keepsPriority());
    }

    private OrderReplaced readReplaced() {
        replaced.wrap(actual, OFFSET);
        return new OrderReplaced(
                replaced.seriesId(),
                replaced.enteredById(),
                replaced.orderNumber(),
                new Money(replaced.priceMinor(), replaced.currency()),
                replaced.units(),
                replaced.keepsPriority());
    }

    private int write(OrderCancelled order) {
        return OrderCancelledFlyweight.encode(
                actual,
                OFFSET,
                order.seriesId(),
                order.enteredById(),
                order.orderNumber(),
                order.partyId(),
                order.units(),
                order.reason());
    }

    private OrderCancelled readCancelled() {
        cancelled.wrap(actual, OFFSET);
        return new OrderCancelled(
                cancelled.seriesId(),
                cancelled.enteredById(),
                cancelled.orderNumber(),
                cancelled.partyId(),
                cancelled.units(),
                cancelled.reason());
    }

    private int write(UnitsTraded trade) {
        return UnitsTradedFlyweight.encode(
                actual,
                OFFSET,
                trade.seriesId(),
                trade.tradeNumber(),
                trade.aggressor(),
                trade.buyEnteredById(),
                trade.buyOrderNumber(),
                trade.buyerId(),
                trade.buyRemaining(),
                trade.sellEnteredById(),
                trade.sellOrderNumber(),
                trade.sellerId(),
                trade.sellRemaining(),
                trade.price().minor(),
                trade.price().currency(),
                trade.units(),
                trade.amount().minor(),
                trade.buyerFee().minor(),
                trade.sellerFee().minor());
    }

    private UnitsTraded readTraded() {
        traded.wrap(actual, OFFSET);
        Currency currency = traded.currency();
        return new UnitsTraded(
                traded.seriesId(),
                traded.tradeNumber(),
                traded.aggressor(),
                traded.buyEnteredById(),
                traded.buyOrderNumber(),
                traded.buyerId(),
                traded.buyRemaining(),
                traded.sellEnteredById(),
                traded.sellOrderNumber(),
                traded.sellerId(),
                traded.sellRemaining(),
                new Money(traded.priceMinor(), currency),
                traded.units(),
                new Money(traded.amountMinor(), currency),
                new Money(traded.buyerFeeMinor(), currency),
                new Money(traded.sellerFeeMinor(), currency));
    }

    private static UnitsTraded inOneCurrency(UnitsTraded trade) {
        return new UnitsTraded(
                trade.seriesId(),
                trade.tradeNumber(),
                trade.aggressor(),
                trade.buyEnteredById(),
                trade.buyOrderNumber(),
                trade.buyerId(),
                trade.buyRemaining(),
                trade.sellEnteredById(),
                trade.sellOrderNumber(),
                trade.sellerId(),
                trade.sellRemaining(),
                Money.ofMinor(trade.price().minor(), Currency.EUR),
                trade.units(),
                Money.ofMinor(trade.amount().minor(), Currency.EUR),
                Money.ofMinor(trade.buyerFee().minor(), Currency.EUR),
                Money.ofMinor(trade.sellerFee().minor(), Currency.EUR));
    }

    private interface Writer<R> {
        int write(R record);
    }

    private interface Reader<R> {
        R read();
    }

    private interface Change<R> {
        R apply(R record);
    }
}
