package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.EntrySide.CREDIT;
import static org.tpx.protocol.EntrySide.DEBIT;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.ChargeEvent.CommissionAccrued;
import org.tpx.protocol.ChargeEvent.CommissionAgreed;
import org.tpx.protocol.ChargeEvent.CommissionDisclosed;
import org.tpx.protocol.ChargeEvent.DepositAccountShared;
import org.tpx.protocol.ChargeEvent.DuesAccrued;
import org.tpx.protocol.ChargeEvent.DuesOverdue;
import org.tpx.protocol.ChargeEvent.DuesPaid;
import org.tpx.protocol.ChargeEvent.DuesRefundGranted;
import org.tpx.protocol.ChargeEvent.DuesScheduleLoaded;
import org.tpx.protocol.ChargeEvent.FeeRefundGranted;
import org.tpx.protocol.ChargeEvent.MemberLinked;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealEvent.ContractEffective;
import org.tpx.protocol.DuesKind;
import org.tpx.protocol.DuesRate;
import org.tpx.protocol.Event;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent.NoticePublished;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberEvent.MembershipApplied;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

/** Dues, commissions, refunds and conversions: where the journal says something else than the books reckon, they tell it. */
class ChargeDifferenceTest {
    private static final long MEMBER = 1;
    private static final long BROKER = 9;

    @TempDir
    private Path directory;

    @Test
    void shouldAgreeWithDuesThatAreOwedAndPaid() {
        assertThat(differencesOf(dues(), event -> event)).isEmpty();
    }

    @Test
    void shouldSeeDuesThatAreNotTheRateOfTheClass() {
        assertThat(differencesOf(
                        dues(),
                        event -> event instanceof DuesAccrued
                                ? new DuesAccrued(
                                        1,
                                        MEMBER,
                                        1,
                                        1,
                                        DuesKind.SEAT_FEE,
                                        2025,
                                        cny("50000.01"),
                                        nanos("2025-06-17T17:00:00"))
                                : event))
                .containsExactly("SEAT_FEE 2025 of member 1", "what was paid of DUES-1", "amount of DUES-1");
    }

    @Test
    void shouldSeeDuesThatBecomeIncomeOfSomebodyWhoOwesNone() {
        assertThat(differencesOf(dues(), event -> event instanceof MemberLinked ? new MemberLinked(MEMBER, 8) : event))
                .startsWith("dues paid by what came", "what was paid of DUES-1");
    }

    @Test
    void shouldSeeDuesCalledOverdueThatArePaid() {
        Tape late = dues().at("2025-06-17T17:00:00", new DuesOverdue(1, MEMBER, cny("0.00")));
        assertThat(differencesOf(late, event -> event)).containsExactly("lateness of DUES-1");
    }

    @Test
    void shouldSeeMoreDuesGivenBackThanWerePaid() {
        Tape given = dues().at(
                        "2025-07-01T09:00:00", new DuesRefundGranted(1, MEMBER, BROKER, cny("50000.01"), "by mistake"));
        assertThat(differencesOf(given, event -> event)).containsExactly("refund of DUES-1");
    }

    @Test
    void shouldSeeMoreFeesGivenBackThanWerePaid() {
        Tape given = new Tape()
                .at("2025-07-01T09:00:00", new FeeRefundGranted(1, 1, Examples.B1, cny("0.01"), "by mistake"));
        assertThat(differencesOf(given, event -> event)).containsExactly("fees given back to party 2 of DEAL-1");
    }

    @Test
    void shouldSeeAConversionThatDoesNotFit() {
        Money paid = Money.ofMinor(10_000, Currency.USD);
        Tape converted = new Tape()
                .at(
                        "2025-07-01T09:00:00",
                        new MoneyReceived(
                                "B",
                                MoneyPurpose.TRADING,
                                0,
                                1,
                                cny("712.36"),
                                Hash256.ZERO,
                                paid,
                                71_234_567_800L,
                                Currency.USD),
                        posted(
                                1,
                                PostingReason.TRADING_IN,
                                leg(AccountKind.SETTLEMENT, 0, true, "712.36"),
                                leg(AccountKind.TRADING, 1, false, "712.36")));
        assertThat(differencesOf(converted, event -> event)).containsExactly("conversion of bank reference B");
    }

    @Test
    void shouldSeeAnAccountCalledSharedThatPaidForOneParty() {
        Tape shared = new Tape().at("2025-07-01T09:00:00", new DepositAccountShared(1, 1, 2, new Hash256(1, 2, 3, 4)));
        assertThat(differencesOf(shared, event -> event))
                .containsExactly("parties of listing 1 paid for by one account");
    }

    @Test
    void shouldAgreeWithACommissionThatTheMandateSaysAndTheNoticeDiscloses() {
        assertThat(commissioned(event -> event)).isEmpty();
    }

    @Test
    void shouldSeeACommissionThatTheMandateDoesNotSay() {
        assertThat(commissioned(event -> event instanceof CommissionAgreed
                        ? new CommissionAgreed(
                                Examples.SELLER, 1, MandateScope.SELL, FeeSide.SELLER, 14_999, Money.NONE)
                        : event))
                .containsExactly("commission disclosed for listing 1");
    }

    @Test
    void shouldSeeMoreThanTheCommissionOfTheNotice() {
        assertThat(commissioned(event -> event instanceof CommissionAccrued
                        ? new CommissionAccrued(1, 1, 1, BROKER, Examples.SELLER, FeeSide.SELLER, cny("75750.01"))
                        : event))
                .containsExactly("commission of member 1 of DEAL-1");
    }

    /** Example E1 up to its contract, with 1.5 % of the price for the seller's broker. */
    private List<String> commissioned(UnaryOperator<Event> mistake) {
        Tape tape = new Tape();
        for (Tape.Turn turn : Examples.singleBidder().turns()) {
            List<Event> events = new ArrayList<>();
            turn.events().forEach(event -> agree(event, events));
            tape.add(turn.timeNanos(), events);
            if (events.stream().anyMatch(CommissionAccrued.class::isInstance)) {
                break;
            }
        }
        return differencesOf(tape, mistake);
    }

    private static void agree(Event event, List<Event> events) {
        events.add(event);
        if (event instanceof NoticePublished) {
            events.add(events.size() - 1, new MemberLinked(1, BROKER));
            events.add(
                    events.size() - 1,
                    new CommissionAgreed(Examples.SELLER, 1, MandateScope.SELL, FeeSide.SELLER, 15_000, Money.NONE));
            events.add(new CommissionDisclosed(1, 1, FeeSide.SELLER, 15_000, Money.NONE));
        } else if (event instanceof ContractEffective) {
            events.add(new CommissionAccrued(1, 1, 1, BROKER, Examples.SELLER, FeeSide.SELLER, cny("75750.00")));
        }
    }

    private static Tape dues() {
        Money seat = cny("50000.00");
        return new Tape()
                .at("2025-06-03T09:00:00", new MembershipApplied(MEMBER, "M-1", MembershipClass.BROKER))
                .at(
                        "2025-06-03T09:01:00",
                        new DuesScheduleLoaded(
                                1,
                                "DUES-CS",
                                1,
                                1,
                                3,
                                10,
                                List.of(new DuesRate(MembershipClass.BROKER, seat, Money.NONE))))
                .at(
                        "2025-06-03T10:00:00",
                        new DuesAccrued(1, MEMBER, 1, 1, DuesKind.SEAT_FEE, 2025, seat, nanos("2025-06-17T17:00:00")))
                .at("2025-06-04T10:00:00", new MemberLinked(MEMBER, BROKER))
                .at(
                        "2025-06-05T10:00:00",
                        new MoneyReceived("BANK-1", MoneyPurpose.DUES, 0, BROKER, seat),
                        posted(
                                1,
                                PostingReason.DUES_IN,
                                leg(AccountKind.OPERATING, 0, true, "50000.00"),
                                leg(AccountKind.DUES_INCOME, 0, false, "50000.00")),
                        new DuesPaid(1, MEMBER, seat));
    }

    private static MoneyPosted posted(long number, PostingReason reason, PostingLeg... legs) {
        return new MoneyPosted(number, reason, List.of(legs));
    }

    private static PostingLeg leg(AccountKind account, long party, boolean debit, String amount) {
        return new PostingLeg(account, party, 0, 0, debit ? DEBIT : CREDIT, cny(amount));
    }

    private List<String> differencesOf(Tape tape, UnaryOperator<Event> mistake) {
        List<String> told = new ArrayList<>();
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection =
                new SettlementProjection(database, difference -> told.add(difference.what()))) {
            tape.with(mistake).play(projection);
        }
        return told;
    }
}
