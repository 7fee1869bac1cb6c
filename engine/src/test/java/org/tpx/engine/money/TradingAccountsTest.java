package org.tpx.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.protocol.AccountKind.FEE_EARNED;
import static org.tpx.protocol.AccountKind.PAYABLE;
import static org.tpx.protocol.AccountKind.SETTLEMENT;
import static org.tpx.protocol.AccountKind.TRADING;
import static org.tpx.protocol.Currency.CNY;
import static org.tpx.protocol.Currency.USD;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingReason;

class TradingAccountsTest {

    private static final long ADA = 1;
    private static final long BO = 2;
    private static final int TRADES = 100_000;

    private final Tape tape = new Tape().at("2026-03-02T09:30");
    private final Accounts accounts = new Accounts();
    private final Ledger ledger = new Ledger(accounts);
    private final TradingAccounts trading = accounts.trading();

    @Test
    void shouldMoveAmountAndFeesOfATrade() {
        receive(ADA, 10_000);
        TradingAccount ada = trading.of(ADA, CNY);
        TradingAccount bo = trading.of(BO, CNY);

        trading.trade(ada, bo, 5_000, 25, 10);

        assertThat(ada.balanceMinor()).isEqualTo(4_975);
        assertThat(bo.balanceMinor()).isEqualTo(4_990);
        assertThat(balance(FEE_EARNED, 0)).isEqualTo(35);
        assertThat(balance(SETTLEMENT, 0)).isEqualTo(10_000);
        assertThat(balance(TRADING, ADA)).as("the ledger sees the same account").isEqualTo(4_975);
    }

    @Test
    void shouldTakeBothFeesWhereAPartyTradesWithItself() {
        receive(ADA, 1_000);
        TradingAccount ada = trading.of(ADA, CNY);

        trading.trade(ada, ada, 900, 5, 5);

        assertThat(ada.balanceMinor()).isEqualTo(990);
        assertThat(balance(FEE_EARNED, 0)).isEqualTo(10);
    }

    @Test
    void shouldMakeNoAccountOfFeesWhereThereAreNone() {
        receive(ADA, 1_000);

        trading.trade(trading.of(ADA, CNY), trading.of(BO, CNY), 1_000, 0, 0);

        assertThat(accounts.size()).isEqualTo(3);
    }

    @Test
    void shouldKeepCurrenciesApart() {
        receive(ADA, 1_000);
        assertThat(trading.find(ADA, USD)).isNull();
        assertThat(trading.of(ADA, USD).availableMinor()).isZero();
        assertThat(trading.of(ADA, CNY).availableMinor()).isEqualTo(1_000);
        breaks("a trade mixes currencies", () -> trading.trade(trading.of(ADA, CNY), trading.of(BO, USD), 1, 0, 0));
    }

    @Test
    void shouldFindAnAccountOnceItHasMoney() {
        assertThat(trading.find(ADA, CNY)).isNull();
        receive(ADA, 1);
        assertThat(trading.find(ADA, CNY)).isNotNull().isSameAs(trading.of(ADA, CNY));
        assertThat(trading.of(ADA, CNY).partyId()).isEqualTo(ADA);
    }

    @Test
    void shouldHoldBackWhatIsBlocked() {
        receive(ADA, 1_000);
        TradingAccount ada = trading.of(ADA, CNY);
        ada.block(700);
        assertThat(ada.availableMinor()).isEqualTo(300);
        assertThat(ada.blockedMinor()).isEqualTo(700);
        assertThat(ada.balanceMinor()).isEqualTo(1_000);
        ada.release(200);
        assertThat(ada.availableMinor()).isEqualTo(500);
    }

    @Test
    void shouldStopTheNodeWhereMoreIsBlockedThanThereIs() {
        receive(ADA, 1_000);
        breaks("an account does not cover what is blocked, missing: 1", () -> trading.of(ADA, CNY)
                .block(1_001));
    }

    @Test
    void shouldStopTheNodeWhereMoreIsReleasedThanIsBlocked() {
        receive(ADA, 1_000);
        trading.of(ADA, CNY).block(10);
        breaks("more of an account was released than was blocked: -1", () -> trading.of(ADA, CNY)
                .release(11));
    }

    @Test
    void shouldStopTheNodeWhereATradeUsesWhatOtherOrdersBlock() {
        receive(ADA, 1_000);
        trading.of(ADA, CNY).block(600);
        breaks(
                "an account does not cover what is blocked, missing: 100",
                () -> trading.trade(trading.of(ADA, CNY), trading.of(BO, CNY), 500, 0, 0));
    }

    @Test
    void shouldStopTheNodeWhereAWithdrawalUsesWhatOrdersBlock() {
        receive(ADA, 1_000);
        trading.of(ADA, CNY).block(600);
        breaks("an account does not cover what is blocked, missing: 100", () -> withdraw(ADA, 500));
    }

    @Test
    void shouldStopTheNodeWhereATradeCostsMoreThanTheBuyerHas() {
        receive(ADA, 1_000);
        breaks(
                "an account fell below zero: -1",
                () -> trading.trade(trading.of(ADA, CNY), trading.of(BO, CNY), 1_000, 1, 0));
    }

    @Test
    void shouldKeepBlockedMoneyThroughASnapshot() {
        receive(ADA, 1_000);
        trading.of(ADA, CNY).block(600);
        trading.trade(trading.of(ADA, CNY), trading.of(BO, CNY), 300, 2, 1);
        Accounts read = new Accounts();

        tape.roundTrip(accounts::exchange, read::exchange);

        assertThat(read.trading().of(ADA, CNY).availableMinor()).isEqualTo(98);
        assertThat(read.trading().of(BO, CNY).balanceMinor()).isEqualTo(299);
        read.trading().trade(read.trading().of(BO, CNY), read.trading().of(ADA, CNY), 200, 3, 4);
        assertThat(read.balance(FEE_EARNED, 0, 0, 0, CNY)).isEqualTo(Money.ofMinor(10, CNY));
        assertThat(read.size()).isEqualTo(accounts.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260302})
    void shouldLoseNoFenWhateverIsTraded(long seed) {
        Random random = new Random(seed);
        long received = 0;
        for (int i = 0; i < 2_000; i++) {
            long buyer = 1L + random.nextInt(5);
            long amount = 1L + random.nextInt(500);
            long available = trading.of(buyer, CNY).availableMinor();
            if (available < amount + 10) {
                receive(buyer, 1_000);
                received += 1_000;
            } else if (random.nextInt(4) == 0) {
                withdraw(buyer, amount);
            } else {
                trading.of(buyer, CNY).block(amount + 10);
                trading.of(buyer, CNY).release(amount + 10);
                trading.trade(
                        trading.of(buyer, CNY),
                        trading.of(1L + random.nextInt(5), CNY),
                        amount,
                        random.nextInt(10),
                        random.nextInt(2));
            }
            assertThat(owed()).as("seed %d, step %d", seed, i).isEqualTo(received);
        }
    }

    @Test
    void shouldAllocateNothingForATrade() {
        receive(ADA, 1_000_000);
        receive(BO, 1_000_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            trade();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // The measurement itself may allocate; anything per trade would be a hundred thousand bytes and more.
        assertThat(least).isLessThan(TRADES / 10);
    }

    private void trade() {
        for (int i = 0; i < TRADES; i++) {
            TradingAccount buyer = trading.of(1L + (i & 1), CNY);
            TradingAccount seller = trading.of(2L - (i & 1), CNY);
            buyer.block(101);
            buyer.release(101);
            trading.trade(buyer, seller, 100, 1, 0);
        }
    }

    private long owed() {
        long sum = balance(FEE_EARNED, 0);
        for (long party = 1; party <= 5; party++) {
            sum += balance(TRADING, party) + balance(PAYABLE, party);
        }
        return sum;
    }

    private void receive(long partyId, long minor) {
        Money amount = Money.ofMinor(minor, CNY);
        tape.run(ledger.posting(PostingReason.TRADING_IN)
                .debit(SETTLEMENT, 0, 0, 0, amount)
                .credit(TRADING, partyId, 0, 0, amount)::post);
    }

    private void withdraw(long partyId, long minor) {
        Money amount = Money.ofMinor(minor, CNY);
        tape.run(ledger.posting(PostingReason.TRADING_WITHDRAWN)
                .debit(TRADING, partyId, 0, 0, amount)
                .credit(PAYABLE, partyId, 0, 0, amount)::post);
    }

    private long balance(AccountKind kind, long partyId) {
        return accounts.balance(kind, partyId, 0, 0, Currency.CNY).minor();
    }

    private static void breaks(String sentence, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(InvariantBrokenException.class).hasMessage(sentence);
    }
}
