package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitCommand.CancelOrder;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.ReduceOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;
import org.tpx.wire.EnterOrderFlyweight;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.RecordCodec;

/** The last look at a command: the quick way lets in what the codec lets in, and nothing else. */
class CommandEncoderTest {
    private static final long MAX_UNITS = (1L << 39) - 1;
    private static final long[] LONGS = {
        Long.MIN_VALUE,
        -1,
        0,
        1,
        7,
        MAX_UNITS,
        MAX_UNITS + 1,
        UnitCommand.MAX_ORDER_NUMBER,
        UnitCommand.MAX_ORDER_NUMBER + 1,
        Money.MAX_MINOR,
        Money.MAX_MINOR + 1,
        Long.MAX_VALUE
    };

    private final RecordCodec codec = new RecordCodec();
    private final CommandEncoder encoder = new CommandEncoder(codec);
    private final SoundMessages sound = new SoundMessages();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 20260302})
    void shouldLetInWhatTheCodecLetsIn(long seed) {
        Random random = new Random(seed);
        int soundOnes = 0;
        for (int round = 0; round < 20_000; round++) {
            Command command = any(random);
            int length = codec.encode((Record) command, buffer, 3);
            boolean quick = sound.contains(buffer, 3, length);
            soundOnes += quick ? 1 : 0;
            String complaint = complaint(() -> codec.check((Record) command));
            if (quick) {
                assertThat(complaint).as("%s, seed %d", command, seed).isEmpty();
            }
            assertThat(complaint(() -> encoder.check(1, buffer, 3, length)))
                    .as("%s, seed %d", command, seed)
                    .isEqualTo(complaint);
        }
        assertThat(soundOnes).isGreaterThan(1_000);
    }

    @Test
    void shouldKnowOrdinaryOrdersWithoutDecodingThem() {
        for (Command command : ordinary()) {
            int length = codec.encode((Record) command, buffer, 0);
            assertThat(sound.contains(buffer, 0, length)).as("%s", command).isTrue();
            assertThat(sound.contains(buffer, 0, length - 1)).isFalse();
            assertThat(sound.contains(buffer, 0, length + 1)).isFalse();
            assertThat(sound.contains(buffer, 256 - length + 1, length)).isFalse();
            assertThat(sound.contains(buffer, -1, length)).isFalse();
            buffer.putByte(4, (byte) (buffer.getByte(4) + 1));
            assertThat(sound.contains(buffer, 0, length))
                    .as("of another schema")
                    .isFalse();
        }
    }

    @Test
    void shouldRefuseAnOrderOfAnUnknownKind() {
        int length = codec.encode((Record) ordinary().get(0), buffer, 0);
        buffer.putByte(EnterOrderFlyweight.KIND_OFFSET, (byte) 77);
        assertThatThrownBy(() -> encoder.check(1, buffer, 0, length))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("kind: has the unknown code 77");
    }

    @Test
    void shouldAllocateNothingForOrdinaryOrders() {
        List<UnsafeBuffer> messages = new ArrayList<>();
        for (Command command : ordinary()) {
            UnsafeBuffer message = new UnsafeBuffer(new byte[codec.encode((Record) command, buffer, 0)]);
            message.putBytes(0, buffer, 0, message.capacity());
            messages.add(message);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rounds = 50_000;
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 4; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < messages.size(); i++) {
                    encoder.check(1, messages.get(i), 0, messages.get(i).capacity());
                }
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // The measurement itself may allocate; anything per round would be fifty thousand bytes and more.
        assertThat(least).isLessThan(rounds / 10);
    }

    private static List<Command> ordinary() {
        Money price = Money.ofMinor(1_235, Currency.CNY);
        return List.of(
                new EnterOrder(
                        1,
                        2,
                        Side.BUY,
                        OrderKind.LIMIT,
                        TimeInForce.GOOD_TILL_DATE,
                        1,
                        price,
                        10,
                        10,
                        SelfTrade.CANCEL_BOTH),
                new EnterOrder(
                        1,
                        2,
                        Side.SELL,
                        OrderKind.MARKET_TO_LIMIT,
                        TimeInForce.DAY,
                        0,
                        Money.NONE,
                        10,
                        0,
                        SelfTrade.ALLOW),
                new ReplaceOrder(1, 0, 4, price, 10),
                new ReduceOrder(1, 3, 4, 5),
                new CancelOrder(1, 0, 4),
                new PlaceBid(1, 2, price));
    }

    private static Command any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new PlaceBid(number(random), number(random), money(random));
            case 1 -> new ReplaceOrder(number(random), number(random), number(random), money(random), number(random));
            case 2 -> new ReduceOrder(number(random), number(random), number(random), number(random));
            case 3 -> new CancelOrder(number(random), number(random), number(random));
            default ->
                new EnterOrder(
                        number(random),
                        number(random),
                        Side.SELL,
                        OrderKind.LIMIT,
                        TimeInForce.DAY,
                        number(random),
                        money(random),
                        number(random),
                        number(random),
                        SelfTrade.ALLOW);
        };
    }

    // Mostly within every limit, else nothing would ever be sound.
    private static long number(Random random) {
        return random.nextInt(6) > 0 ? 1 + random.nextInt(100) : LONGS[random.nextInt(LONGS.length)];
    }

    private static Money money(Random random) {
        return random.nextInt(6) == 0 ? Money.NONE : Money.ofMinor(number(random), Currency.CNY);
    }

    private static String complaint(Runnable check) {
        try {
            check.run();
            return "";
        } catch (MalformedMessageException complaint) {
            return complaint.field() + ": " + complaint.reason();
        }
    }
}
