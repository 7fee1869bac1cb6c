package org.tpx.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.book.OrderBook.MARKET;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** What holds after every command of continuous trading, seen from the events alone. */
class BookPropertiesTest {

    private static final OrderKind[] KINDS = {
        OrderKind.LIMIT, OrderKind.LIMIT, OrderKind.IMMEDIATE_OR_CANCEL, OrderKind.FILL_OR_KILL, OrderKind.POST_ONLY
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldNeverCrossNorTradeWorseThanALimitNorLoseALotNorPassAnyoneOver(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Level3 client = new Level3();
        OrderBook book = new OrderBook(client);
        RealBook real = new RealBook(book);
        long spread = seed % 2 == 0 ? 20 : 1L << 50;
        for (long order = 1; order <= 6_000; order++) {
            command(random, book, client, order, spread);
            assertThat(book.crossed())
                    .as("crossed after %d with seed %d", order, seed)
                    .isFalse();
            if (order % 50 == 0) {
                assertThat(Level3.of(real)).as("seed %d, order %d", seed, order).isEqualTo(client.resting());
                client.checkConserved();
            }
        }
        assertThat(client.traded()).isGreaterThan(1_000);
    }

    private static void command(SplittableRandom random, OrderBook book, Level3 client, long order, long spread) {
        long other = 1 + random.nextLong(order);
        long price = random.nextLong(-spread, spread);
        long quantity = 1L + random.nextInt(30);
        switch (random.nextInt(6)) {
            case 0 -> book.cancel(other);
            case 1 -> book.reduce(other, 1 + random.nextInt(10));
            case 2 -> book.replace(other, random.nextBoolean() ? price : book.price(other), quantity);
            default -> {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                OrderKind kind = KINDS[random.nextInt(KINDS.length)];
                boolean market = random.nextInt(30) == 0 && kind != OrderKind.POST_ONLY;
                SelfTrade selfTrade = SelfTrade.values()[random.nextInt(4)];
                Known known = new Known(order, side, market ? MARKET : price, quantity);
                enter(book, client, known, kind, selfTrade, random.nextInt(4));
            }
        }
    }

    private record Known(long order, Side side, long price, long quantity) {}

    /** The client learns of an order only if it was taken, as from an acknowledgement. */
    private static void enter(
            OrderBook book, Level3 client, Known known, OrderKind kind, SelfTrade prevention, int member) {
        Tape tape = new Tape();
        OrderBook probe = new OrderBook(tape);
        book.forEachOrder(probe::restore);
        probe.referencePrice(book.referencePrice());
        probe.enter(known.order, member, known.side, kind, known.price, known.quantity, 0, prevention, 0);
        if (!tape.lines().get(0).startsWith("rejected")) {
            client.entering(known.order, known.side, known.price, known.quantity);
            book.enter(known.order, member, known.side, kind, known.price, known.quantity, 0, prevention, 0);
        }
    }
}
