package org.tpx.benchmarks;

import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.RecordCodec;

/** A bid written and read: through the flyweight as the hot path does, and as a record as everything else does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CodecBenchmark {

    private final RecordCodec codec = new RecordCodec();
    private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final PlaceBidFlyweight flyweight = new PlaceBidFlyweight();
    private long amountMinor;

    /** Writes and reads a bid in place. */
    @Benchmark
    public long flyweight() {
        PlaceBidFlyweight.encode(buffer, 0, 17, 4, ++amountMinor, Currency.CNY);
        flyweight.wrap(buffer, 0);
        return flyweight.listingId() + flyweight.partyId() + flyweight.amountMinor();
    }

    /** Writes and reads a bid as a record. */
    @Benchmark
    public Record record() {
        int length = codec.encode(new PlaceBid(17, 4, Money.ofMinor(++amountMinor, Currency.CNY)), buffer, 0);
        return codec.decode(buffer, 0, length);
    }
}
