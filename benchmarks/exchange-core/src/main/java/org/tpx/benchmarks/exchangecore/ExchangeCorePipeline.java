package org.tpx.benchmarks.exchangecore;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.binary.BatchAddSymbolsCommand;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import exchange.core2.core.common.config.SerializationConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tpx.benchmarks.books.BookStream;
import org.tpx.benchmarks.books.Tally;
import org.tpx.benchmarks.books.TestedBook;
import org.tpx.benchmarks.books.TestedPipeline;

/**
 * exchange-core as a whole: ring, grouping, risk, its direct book, settlement and fees, results on another thread. One matching
 * and one risk engine, as it comes; how it waits decides much, so both ways are measured. Units are one currency, money the other;
 * a party is a user.
 */
class ExchangeCorePipeline implements TestedPipeline {

    private static final int SYMBOL = 1;
    private static final int UNITS = 1;
    private static final int MONEY = 2;
    private static final int PARTIES = 256;
    private static final long LOT_UNITS = 10;
    private static final long TICK = 5;
    private static final long TAKER_FEE = 5_000;
    private static final long MAKER_FEE = 4_000;
    private static final long PLENTY = 100_000_000_000_000L;
    private static final long MIDDLE_TICKS = 100_000;
    private static final long STREAM_MIDDLE = 1_000_000_000_000L;
    private static final long PARK_NANOS = 50_000;

    private final BookStream stream;
    private final ExchangeCore core;
    private final ExchangeApi api;
    private final Sender sender = new Sender();
    private final Tally tally = new Tally();
    private long sent;
    private long toldHere;
    private volatile boolean counting;
    private volatile long told;
    private volatile @Nullable CommandResultCode failure;

    ExchangeCorePipeline(
            BookStream stream,
            InitialStateConfiguration state,
            SerializationConfiguration serialization,
            boolean yields) {
        this.stream = stream;
        core = ExchangeCore.builder()
                .resultsConsumer(this::tell)
                .exchangeConfiguration(ExchangeConfiguration.defaultBuilder()
                        .initStateCfg(state)
                        .performanceCfg(PerformanceConfiguration.baseBuilder()
                                .orderBookFactory(OrderBookDirectImpl::new)
                                .waitStrategy(yields ? CoreWaitStrategy.YIELDING : CoreWaitStrategy.BLOCKING)
                                .build())
                        .serializationCfg(serialization)
                        .build())
                .build();
        core.startup();
        api = core.getApi();
        prepare();
        counting = true;
    }

    private void prepare() {
        CoreSymbolSpecification symbol = CoreSymbolSpecification.builder()
                .symbolId(SYMBOL)
                .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                .baseCurrency(UNITS)
                .quoteCurrency(MONEY)
                .baseScaleK(LOT_UNITS)
                .quoteScaleK(TICK * LOT_UNITS)
                .takerFee(TAKER_FEE)
                .makerFee(MAKER_FEE)
                .build();
        require(api.submitBinaryDataAsync(new BatchAddSymbolsCommand(symbol)).join());
        for (long user = 1; user <= PARTIES; user++) {
            does(ApiAddUser.builder().uid(user).build());
            does(pays(user, UNITS));
            does(pays(user, MONEY));
        }
    }

    private static ApiCommand pays(long user, int currency) {
        return ApiAdjustUserBalance.builder()
                .uid(user)
                .currency(currency)
                .amount(PLENTY)
                .transactionId(2 * user + currency)
                .build();
    }

    private void does(ApiCommand command) {
        require(api.submitCommandAsync(command).join());
    }

    private static void require(CommandResultCode code) {
        if (code != CommandResultCode.SUCCESS) {
            throw new IllegalStateException("exchange-core says " + code);
        }
    }

    @Override
    public void send(int from, int to) {
        stream.apply(from, to, sender);
        sent += to - from;
    }

    @Override
    public void await() {
        while (told < sent) {
            LockSupport.parkNanos(PARK_NANOS);
        }
        CommandResultCode failed = failure;
        if (failed != null) {
            throw new IllegalStateException("a command ended in " + failed);
        }
    }

    @Override
    public void check() {
        if (!tally.outcome(stream.outcome().resting()).equals(stream.outcome())) {
            throw new IllegalStateException("other trades than those of a right book");
        }
    }

    @Override
    public void reuse() {
        tally.clear();
    }

    @Override
    public long journalBytes() {
        return 0;
    }

    @Override
    public long syncs() {
        return 0;
    }

    @Override
    public void close() {
        core.shutdown();
    }

    /** On the thread of results. */
    private void tell(OrderCommand command, long sequence) {
        if (!counting) {
            return;
        }
        if (command.resultCode != CommandResultCode.SUCCESS) {
            failure = command.resultCode;
        }
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                tally.trade(event.matchedOrderId, event.price - MIDDLE_TICKS + STREAM_MIDDLE, event.size);
            }
        }
        told = ++toldHere;
    }

    /** Commands through the ring, without an object each. */
    private final class Sender implements TestedBook {

        private static long user(long id) {
            return 1 + (id >>> 32) % PARTIES;
        }

        @Override
        public void place(long id, long member, boolean buys, long price, long lots) {
            long limit = price - STREAM_MIDDLE + MIDDLE_TICKS;
            api.placeNewOrder(
                    0,
                    0,
                    System.nanoTime(),
                    id,
                    0,
                    limit,
                    // It may be moved up to the middle, as orders of the stream are.
                    Math.max(limit, MIDDLE_TICKS),
                    lots,
                    buys ? OrderAction.BID : OrderAction.ASK,
                    OrderType.GTC,
                    SYMBOL,
                    user(id));
        }

        @Override
        public void cancel(long id, long member) {
            api.cancelOrder(0, 0, System.nanoTime(), id, SYMBOL, user(id));
        }

        @Override
        public void replace(long id, long member, boolean buys, long price, long lots) {
            api.moveOrder(0, 0, System.nanoTime(), price - STREAM_MIDDLE + MIDDLE_TICKS, id, SYMBOL, user(id));
        }

        @Override
        public int resting() {
            throw new UnsupportedOperationException("it has no book");
        }

        @Override
        public Tally tally() {
            return tally;
        }
    }
}
