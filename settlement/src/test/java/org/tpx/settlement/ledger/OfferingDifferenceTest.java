package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.MarginRule;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.OfferingEvent.ApplicationEntered;
import org.tpx.protocol.OfferingEvent.BookClosed;
import org.tpx.protocol.OfferingEvent.OfferingAllotted;
import org.tpx.protocol.OfferingEvent.OfferingAnnounced;
import org.tpx.protocol.OfferingEvent.OfferingFailed;
import org.tpx.protocol.OfferingEvent.OfferingOpened;
import org.tpx.protocol.OfferingEvent.PreemptionExercised;
import org.tpx.protocol.OfferingEvent.PreemptionRecorded;
import org.tpx.protocol.OfferingEvent.RightsPooled;
import org.tpx.protocol.OfferingEvent.SeriesWoundUp;
import org.tpx.protocol.OfferingEvent.SubscriptionReturned;
import org.tpx.protocol.OfferingEvent.UnitsAllotted;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.OfferingTerms;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PooledRight;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.VenuePolicy;

/**
 * An offering of 100 units at one price of at least 10.00, told by hand: BO applies for 80 at 12.00, CY, who held the only unit,
 * has the right to 50 and takes them up at 10.00, BO gets the other 50. Whatever the engine might tell otherwise, the books see.
 */
class OfferingDifferenceTest {
    private static final long SERIES = 1;
    private static final long OFFERING = 1;
    private static final long ISSUER = 1;
    private static final long BO = 2;
    private static final long CY = 3;
    private static final String END = "2026-03-10T17:00:00";

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();
    private long postings;
    private int databases;

    @Test
    void shouldAgreeWithAnOfferingThatAddsUp() {
        SettlementBooks books = new SettlementBooks(played(offering(), event -> event));
        assertThat(told).isEmpty();
        assertThat(books.offerings())
                .containsExactly(new OfferingSummary(
                        OFFERING, "O-1", "U1", "ALLOTTED", 100, 100, cny("1460.00"), cny("1000.00"), cny("460.00")));
        assertThat(books.subscriptions(OFFERING))
                .extracting(Subscription::preemptive, Subscription::allottedUnits, Subscription::refund)
                .containsExactly(tuple(false, 50L, cny("460.00")), tuple(true, 50L, cny("0.00")));
        assertThat(books.trialBalance().difference(Currency.CNY)).isEqualTo(cny("0.00"));
    }

    @Test
    void shouldSeeAnApplicationThatIsNotPaidAtItsLimit() {
        assertThat(differencesOf(event -> event instanceof ApplicationEntered
                        ? new ApplicationEntered(OFFERING, 1, BO, 1, 80, cny("12.01"), cny("960.00"))
                        : event))
                .containsExactly("amount of application 1 in offering 1");
    }

    @Test
    void shouldSeeALimitBelowTheFloor() {
        assertThat(differencesOf(event -> event instanceof OfferingAnnounced ? announced("12.01", 1) : event))
                .contains("limit of application 1 in offering 1");
    }

    @Test
    void shouldSeeMoreTakenUpByRightThanIsDue() {
        assertThat(differencesOf(event ->
                        event instanceof PreemptionRecorded ? new PreemptionRecorded(OFFERING, CY, 1, 49) : event))
                .containsExactly("units taken up by right of party 3 in offering 1");
    }

    @Test
    void shouldSeeARightThatNoUnitsStandBehind() {
        assertThat(differencesOf(event ->
                        event instanceof PreemptionRecorded ? new PreemptionRecorded(OFFERING, CY, 2, 101) : event))
                .containsExactly(
                        "units held by party 3 in offering 1", "units of all rights of pre-emption in offering 1");
    }

    @Test
    void shouldSeeABookThatWasNotAdded() {
        assertThat(differencesOf(
                        event -> event instanceof BookClosed ? new BookClosed(OFFERING, 2, 81, cny("11.00")) : event))
                .startsWith("applications in offering 1", "units applied for in offering 1", "price in offering 1");
    }

    @Test
    void shouldSeeMoneyThatIsNeitherPaidNorReturned() {
        assertThat(differencesOf(event -> event instanceof UnitsAllotted one && one.number() == 1
                        ? new UnitsAllotted(OFFERING, 1, BO, 50, cny("10.00"), cny("500.00"), cny("459.99"))
                        : event))
                .containsExactly("paid and returned of application 1 in offering 1", "returned in offering 1");
    }

    @Test
    void shouldSeeUnitsThatWereAllottedAndNotIssued() {
        assertThat(differencesOf(event -> event instanceof UnitsIssued one && one.units() == 50 && one.partyId() == BO
                        ? new UnitsIssued(SERIES, BO, 49)
                        : event))
                .containsExactly("units issued after an allotment");
        assertThat(told.get(0).expected()).contains("units=50");
    }

    @Test
    void shouldSeeMoreUnitsThanWereAskedForAtAnotherPrice() {
        assertThat(differencesOf(event -> event instanceof UnitsAllotted one && one.number() == 2
                        ? new UnitsAllotted(OFFERING, 2, CY, 51, cny("9.80"), cny("500.00"), cny("0.00"))
                        : event))
                .contains(
                        "price of application 2 in offering 1",
                        "units of application 2 in offering 1",
                        "amount of application 2 in offering 1");
    }

    @Test
    void shouldSeeAnOfferingThatEndsBelowItsMinimum() {
        assertThat(differencesOf(event -> event instanceof OfferingAnnounced ? announced("10.00", 101) : event))
                .containsExactly("units allotted in offering 1");
        assertThat(differencesOf(
                        event -> event instanceof OfferingAllotted ? new OfferingFailed(OFFERING, 100) : event))
                .contains("units taken up in offering 1");
    }

    @Test
    void shouldSeeARefundThatIsNotWhatWasPaidIn() {
        Tape failed = applied();
        failed.at(
                END,
                new BookClosed(OFFERING, 1, 80, cny("10.00")),
                new OfferingFailed(OFFERING, 0),
                new SubscriptionReturned(OFFERING, 1, BO, cny("959.00")));
        assertThat(differencesOf(failed, event -> event))
                .containsExactly("paid and returned of application 1 in offering 1");
    }

    @Test
    void shouldSeeARightInTwoPoolsAtOnce() {
        Tape pools = new Tape();
        RightsPooled pooled = new RightsPooled(SERIES, ISSUER, List.of(new PooledRight(7)));
        pools.at("2026-03-01T09:00:00", pooled).at("2026-03-01T10:00:00", new SeriesWoundUp(SERIES, "over"));
        pools.at("2026-03-01T11:00:00", pooled);
        assertThat(differencesOf(pools, event -> event)).isEmpty();
        pools.at("2026-03-01T12:00:00", pooled);
        told.clear();
        assertThat(differencesOf(pools, event -> event)).containsExactly("right 7");
    }

    private List<String> differencesOf(UnaryOperator<Event> mistake) {
        return differencesOf(offering(), mistake);
    }

    private List<String> differencesOf(Tape tape, UnaryOperator<Event> mistake) {
        told.clear();
        played(tape, mistake);
        return told.stream().map(LedgerDifference::what).toList();
    }

    private SettlementDatabase played(Tape tape, UnaryOperator<Event> mistake) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement-" + ++databases + ".db"));
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.with(mistake).play(projection);
        }
        return database;
    }

    private Tape offering() {
        Tape tape = applied();
        tape.at("2026-03-09T17:00:00", new BookClosed(OFFERING, 1, 80, cny("10.00")));
        tape.at(
                "2026-03-09T18:00:00",
                received("B-2", CY, "500.00"),
                in(CY, "500.00"),
                new PreemptionExercised(OFFERING, 2, CY, 1, 50, cny("10.00"), cny("500.00")),
                subscribed(CY, "500.00"));
        tape.at(
                END,
                new UnitsAllotted(OFFERING, 1, BO, 50, cny("10.00"), cny("500.00"), cny("460.00")),
                new UnitsIssued(SERIES, BO, 50),
                posted(
                        PostingReason.SUBSCRIPTION_SETTLED,
                        leg(BO, DEBIT, "960.00"),
                        leg(ISSUER, CREDIT, "500.00"),
                        payable(BO, "460.00")),
                new PaymentDue(1, PaymentKind.SUBSCRIPTION_REFUND, BO, 0, cny("460.00"), nanos("2026-03-13T17:00:00")),
                new UnitsAllotted(OFFERING, 2, CY, 50, cny("10.00"), cny("500.00"), cny("0.00")),
                new UnitsIssued(SERIES, CY, 50),
                posted(PostingReason.SUBSCRIPTION_SETTLED, leg(CY, DEBIT, "500.00"), leg(ISSUER, CREDIT, "500.00")),
                new OfferingAllotted(OFFERING, 100, cny("1000.00"), cny("460.00")),
                posted(PostingReason.OFFERING_COMPLETED, leg(ISSUER, DEBIT, "1000.00"), payable(ISSUER, "1000.00")),
                new PaymentDue(
                        2, PaymentKind.OFFERING_PROCEEDS, ISSUER, 0, cny("1000.00"), nanos("2026-03-17T17:00:00")));
        return tape;
    }

    private Tape applied() {
        postings = 0;
        Tape tape = new Tape();
        tape.at(
                "2026-03-01T09:00:00",
                new SeriesOpened(SERIES, "U1", 1, seriesTerms(), VenuePolicy.CN_PROPERTY_EXCHANGE));
        tape.at("2026-03-01T10:00:00", new UnitsIssued(SERIES, CY, 1));
        tape.at("2026-03-01T11:00:00", announced("10.00", 1));
        tape.at("2026-03-02T09:00:00", new OfferingOpened(OFFERING), new PreemptionRecorded(OFFERING, CY, 1, 50));
        tape.at(
                "2026-03-02T10:00:00",
                received("B-1", BO, "960.00"),
                in(BO, "960.00"),
                new ApplicationEntered(OFFERING, 1, BO, 1, 80, cny("12.00"), cny("960.00")),
                subscribed(BO, "960.00"));
        return tape;
    }

    private static OfferingAnnounced announced(String floor, long minimum) {
        OfferingTerms terms = new OfferingTerms(
                OfferingPricing.UNIFORM,
                MarginRule.PRO_RATA,
                100,
                cny(floor),
                minimum,
                1,
                0,
                nanos("2026-03-02T09:00:00"),
                5,
                1);
        return new OfferingAnnounced(
                OFFERING, "O-1", SERIES, ISSUER, 1, 1, terms, nanos("2026-03-09T17:00:00"), nanos(END));
    }

    private static SeriesTerms seriesTerms() {
        return new SeriesTerms(
                "Units", Currency.CNY, 1_000, 1, cny("0.01"), Money.NONE, 0, TieBreak.XETRA, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static MoneyReceived received(String reference, long party, String amount) {
        return new MoneyReceived(reference, MoneyPurpose.TRADING, 0, party, cny(amount));
    }

    private MoneyPosted in(long party, String amount) {
        return posted(
                PostingReason.TRADING_IN,
                new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, DEBIT, cny(amount)),
                new PostingLeg(AccountKind.TRADING, party, 0, 0, CREDIT, cny(amount)));
    }

    private MoneyPosted subscribed(long party, String amount) {
        return posted(
                PostingReason.SUBSCRIBED,
                new PostingLeg(AccountKind.TRADING, party, 0, 0, DEBIT, cny(amount)),
                leg(party, CREDIT, amount));
    }

    private MoneyPosted posted(PostingReason reason, PostingLeg... legs) {
        return new MoneyPosted(++postings, reason, List.of(legs));
    }

    private static PostingLeg leg(long party, EntrySide side, String amount) {
        return new PostingLeg(AccountKind.SUBSCRIPTION, party, 0, 0, OFFERING, side, cny(amount));
    }

    private static PostingLeg payable(long party, String amount) {
        return new PostingLeg(AccountKind.PAYABLE, party, 0, 0, CREDIT, cny(amount));
    }
}
