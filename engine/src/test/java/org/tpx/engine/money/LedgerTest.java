package org.tpx.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.engine.rule.Examples.yuan;
import static org.tpx.protocol.AccountKind.DEPOSIT;
import static org.tpx.protocol.AccountKind.FEE_EARNED;
import static org.tpx.protocol.AccountKind.FEE_HELD;
import static org.tpx.protocol.AccountKind.FORFEIT;
import static org.tpx.protocol.AccountKind.PAYABLE;
import static org.tpx.protocol.AccountKind.PRICE;
import static org.tpx.protocol.AccountKind.SETTLEMENT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Tape;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

class LedgerTest {
    private static final Set<AccountKind> BARE =
            EnumSet.of(SETTLEMENT, FEE_EARNED, AccountKind.OPERATING, AccountKind.FEE_INCOME, AccountKind.DUES_INCOME);

    private static final long SELLER = 1;
    private static final long B1 = 2;
    private static final long LISTING = 1;
    private static final long DEAL = 1;

    private final Tape tape = new Tape().at("2025-07-02T11:00");
    private final Accounts accounts = new Accounts();
    private final Ledger ledger = new Ledger(accounts);

    @Test
    void shouldKeepTheBooksOfTheSingleBidderToTheLastFen() {
        post(ledger.posting(PostingReason.DEPOSIT_IN)
                .debit(SETTLEMENT, 0, 0, 0, yuan(1_500_000))
                .credit(DEPOSIT, B1, LISTING, 0, yuan(1_500_000)));
        post(ledger.posting(PostingReason.DEPOSIT_CONVERTED)
                .debit(DEPOSIT, B1, LISTING, 0, yuan(1_500_000))
                .credit(PRICE, 0, 0, DEAL, yuan(1_500_000)));
        post(ledger.posting(PostingReason.PRICE_IN)
                .debit(SETTLEMENT, 0, 0, 0, yuan(3_562_120))
                .credit(PRICE, 0, 0, DEAL, yuan(3_550_000))
                .credit(FEE_HELD, 0, 0, DEAL, yuan(12_120)));
        post(ledger.posting(PostingReason.SELLER_FEE_RESERVED)
                .debit(PRICE, 0, 0, DEAL, yuan(12_120))
                .credit(FEE_HELD, 0, 0, DEAL, yuan(12_120)));
        assertThat(balance(DEPOSIT, B1, LISTING, 0)).isEqualTo(yuan(0));
        assertThat(balance(PRICE, 0, 0, DEAL)).isEqualTo(yuan(5_037_880));
        assertThat(balance(FEE_HELD, 0, 0, DEAL)).isEqualTo(yuan(24_240));
        assertThat(balance(SETTLEMENT, 0, 0, 0)).isEqualTo(yuan(5_062_120));
        post(ledger.posting(PostingReason.FEES_EARNED)
                .debit(FEE_HELD, 0, 0, DEAL, yuan(24_240))
                .credit(FEE_EARNED, 0, 0, 0, yuan(24_240)));
        post(ledger.posting(PostingReason.PAID_OUT)
                .debit(FEE_EARNED, 0, 0, 0, yuan(24_240))
                .credit(SETTLEMENT, 0, 0, 0, yuan(24_240)));
        post(ledger.posting(PostingReason.PRICE_RELEASED)
                .debit(PRICE, 0, 0, DEAL, yuan(5_037_880))
                .credit(PAYABLE, SELLER, 0, 0, yuan(5_037_880)));
        List<Event> last = post(ledger.posting(PostingReason.PAID_OUT)
                .debit(PAYABLE, SELLER, 0, 0, yuan(5_037_880))
                .credit(SETTLEMENT, 0, 0, 0, yuan(5_037_880)));
        assertThat(last)
                .containsExactly(new MoneyPosted(
                        8,
                        PostingReason.PAID_OUT,
                        List.of(
                                new PostingLeg(PAYABLE, SELLER, 0, 0, EntrySide.DEBIT, yuan(5_037_880)),
                                new PostingLeg(SETTLEMENT, 0, 0, 0, EntrySide.CREDIT, yuan(5_037_880)))));
        assertThat(balance(SETTLEMENT, 0, 0, 0)).isEqualTo(yuan(0));
        assertThat(accounts.size()).isEqualTo(6);
    }

    @Test
    void shouldTellDebitsFirstAndLeaveOutWhatIsZero() {
        List<Event> events = post(ledger.posting(PostingReason.DEPOSIT_IN)
                .credit(DEPOSIT, B1, LISTING, 0, yuan(9))
                .credit(PAYABLE, B1, 0, 0, yuan(0))
                .debit(SETTLEMENT, 0, 0, 0, yuan(9)));
        assertThat(events)
                .containsExactly(new MoneyPosted(
                        1,
                        PostingReason.DEPOSIT_IN,
                        List.of(
                                new PostingLeg(SETTLEMENT, 0, 0, 0, EntrySide.DEBIT, yuan(9)),
                                new PostingLeg(DEPOSIT, B1, LISTING, 0, EntrySide.CREDIT, yuan(9)))));
    }

    @Test
    void shouldPostNothingWhereEveryLegIsZero() {
        assertThat(post(ledger.posting(PostingReason.FEES_EARNED)
                        .debit(FEE_HELD, 0, 0, DEAL, yuan(0))
                        .credit(FEE_EARNED, 0, 0, 0, yuan(0))))
                .isEmpty();
        assertThat(accounts.size()).isZero();
        assertThat(receive(1)).first().extracting("postingId").isEqualTo(1L);
    }

    @Test
    void shouldFindZeroWhereNothingWasBooked() {
        assertThat(accounts.balance(FORFEIT, 0, 77, 0, Currency.USD)).isEqualTo(Money.zero(Currency.USD));
    }

    @Test
    void shouldKeepEveryCurrencyApart() {
        receive(5);
        Money dollars = Money.ofMinor(700, Currency.USD);
        post(ledger.posting(PostingReason.UNEXPECTED_IN)
                .debit(SETTLEMENT, 0, 0, 0, dollars)
                .credit(PAYABLE, B1, 0, 0, dollars));
        assertThat(balance(SETTLEMENT, 0, 0, 0)).isEqualTo(yuan(5));
        assertThat(accounts.balance(SETTLEMENT, 0, 0, 0, Currency.USD)).isEqualTo(dollars);
        assertThat(balance(PAYABLE, B1, 0, 0)).isEqualTo(yuan(5));
    }

    @Test
    void shouldStopTheNodeWhenAPostingDoesNotBalance() {
        breaks(
                "a posting does not balance, debits less credits: 100",
                () -> post(ledger.posting(PostingReason.DEPOSIT_IN)
                        .debit(SETTLEMENT, 0, 0, 0, yuan(2))
                        .credit(DEPOSIT, B1, LISTING, 0, yuan(1))));
    }

    @Test
    void shouldStopTheNodeWhenAnAccountFallsBelowZero() {
        receive(5);
        breaks(
                "an account fell below zero: -100",
                () -> post(ledger.posting(PostingReason.DEPOSIT_RELEASED)
                        .debit(PAYABLE, B1, 0, 0, yuan(6))
                        .credit(PAYABLE, SELLER, 0, 0, yuan(6))));
    }

    @Test
    void shouldStopTheNodeWhenMoreIsPaidOutThanThereIs() {
        breaks(
                "an account fell below zero: -100",
                () -> post(ledger.posting(PostingReason.PAID_OUT)
                        .debit(PAYABLE, B1, 0, 0, yuan(1))
                        .credit(SETTLEMENT, 0, 0, 0, yuan(1))));
    }

    @Test
    void shouldStopTheNodeWhenAPostingMixesCurrencies() {
        breaks(
                "a posting mixes currencies",
                () -> post(ledger.posting(PostingReason.DEPOSIT_IN)
                        .debit(SETTLEMENT, 0, 0, 0, yuan(1))
                        .credit(DEPOSIT, B1, LISTING, 0, Money.ofMinor(100, Currency.USD))));
    }

    @Test
    void shouldStopTheNodeWhenALegIsNegative() {
        breaks(
                "a leg is not positive: -100",
                () -> post(ledger.posting(PostingReason.DEPOSIT_IN)
                        .debit(SETTLEMENT, 0, 0, 0, yuan(-1))
                        .credit(PAYABLE, B1, 0, 0, yuan(-1))));
    }

    @Test
    void shouldStopTheNodeWhenALegDoesNotNameItsAccount() {
        for (AccountKind kind : AccountKind.values()) {
            boolean bare = BARE.contains(kind);
            long id = bare ? 1 : 0;
            breaks(
                    "a leg does not name the identities of its account, kind: " + kind.ordinal(),
                    () -> post(ledger.posting(PostingReason.PAID_OUT).debit(kind, id, id, id, yuan(1))));
        }
        breaks(
                "a leg does not name the identities of its account, kind: " + PAYABLE.ordinal(),
                () -> post(ledger.posting(PostingReason.PAID_OUT).debit(PAYABLE, B1, LISTING, 0, yuan(1))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldHoldWhatIsOwedAfterAnySequenceOfPostings(long seed) {
        Random random = new Random(seed);
        long[] owed = new long[8];
        for (int i = 0; i < 2_000; i++) {
            int party = 1 + random.nextInt(7);
            long amount = 1L + random.nextInt(1_000);
            if (random.nextInt(3) > 0 || owed[party] < amount) {
                post(move(SETTLEMENT, 0, PAYABLE, party, amount));
                owed[party] += amount;
            } else if (random.nextBoolean()) {
                post(move(PAYABLE, party, SETTLEMENT, 0, amount));
                owed[party] -= amount;
            } else {
                int other = 1 + random.nextInt(7);
                post(move(PAYABLE, party, PAYABLE, other, amount));
                owed[party] -= amount;
                owed[other] += amount;
            }
        }
        long sum = 0;
        for (int party = 1; party < owed.length; party++) {
            assertThat(balance(PAYABLE, party, 0, 0).minor()).as("seed " + seed).isEqualTo(owed[party]);
            sum += owed[party];
        }
        assertThat(balance(SETTLEMENT, 0, 0, 0).minor()).as("seed " + seed).isEqualTo(sum);
    }

    @Test
    void shouldSurviveASnapshot() {
        receive(5);
        post(ledger.posting(PostingReason.DEPOSIT_RELEASED)
                .debit(PAYABLE, B1, 0, 0, yuan(2))
                .credit(PAYABLE, SELLER, 0, 0, yuan(2)));
        Accounts readAccounts = new Accounts();
        Ledger read = new Ledger(readAccounts);
        tape.roundTrip(ledger::exchange, read::exchange);
        assertThat(readAccounts.balance(PAYABLE, B1, 0, 0, Currency.CNY)).isEqualTo(yuan(3));
        assertThat(readAccounts.size()).isEqualTo(3);
        List<Event> events = post(read.posting(PostingReason.PAID_OUT)
                .debit(PAYABLE, SELLER, 0, 0, yuan(2))
                .credit(SETTLEMENT, 0, 0, 0, yuan(2)));
        assertThat(events).first().extracting("postingId").isEqualTo(3L);
        assertThat(readAccounts.balance(SETTLEMENT, 0, 0, 0, Currency.CNY)).isEqualTo(yuan(3));
    }

    @Test
    void shouldReadOnlyBooksThatBalance() {
        tape.roundTrip(books(100, 100), new Accounts()::exchange);
        breaks(
                "an account at the bank does not hold what is owed of it, difference: -1",
                () -> tape.roundTrip(books(99, 100), new Accounts()::exchange));
        breaks("an account fell below zero: -1", () -> tape.roundTrip(books(-1, -1), new Accounts()::exchange));
    }

    /** The bytes of two accounts as a snapshot holds them. */
    private static Consumer<Snapshot> books(long settlementMinor, long payableMinor) {
        return snapshot -> {
            snapshot.number(2);
            account(snapshot, SETTLEMENT, 0, settlementMinor);
            account(snapshot, PAYABLE, B1, payableMinor);
        };
    }

    private static void account(Snapshot snapshot, AccountKind kind, long partyId, long balanceMinor) {
        snapshot.constant(kind);
        snapshot.number(partyId);
        snapshot.number(0L);
        snapshot.number(0L);
        snapshot.number(0L);
        snapshot.constant(Currency.CNY);
        snapshot.number(balanceMinor);
        snapshot.number(0L);
    }

    private Ledger.Posting move(AccountKind debit, long debited, AccountKind credit, long credited, long minor) {
        Money amount = Money.ofMinor(minor, Currency.CNY);
        return ledger.posting(PostingReason.UNEXPECTED_IN)
                .debit(debit, debited, 0, 0, amount)
                .credit(credit, credited, 0, 0, amount);
    }

    private List<Event> receive(long yuan) {
        return post(ledger.posting(PostingReason.UNEXPECTED_IN)
                .debit(SETTLEMENT, 0, 0, 0, yuan(yuan))
                .credit(PAYABLE, B1, 0, 0, yuan(yuan)));
    }

    private List<Event> post(Ledger.Posting posting) {
        return new ArrayList<>(tape.run(posting::post));
    }

    private Money balance(AccountKind kind, long partyId, long listingId, long dealId) {
        return accounts.balance(kind, partyId, listingId, dealId, Currency.CNY);
    }

    private static void breaks(String sentence, ThrowingCallable posting) {
        assertThatThrownBy(posting).isInstanceOf(InvariantBrokenException.class).hasMessage(sentence);
    }
}
