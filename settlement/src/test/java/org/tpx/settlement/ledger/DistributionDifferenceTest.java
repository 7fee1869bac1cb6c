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
import org.tpx.protocol.Event;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.OfferingEvent.DistributionDeclared;
import org.tpx.protocol.OfferingEvent.DistributionPaid;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.VenuePolicy;

/** A coupon of 3.00 on the 20 units of BO and the 10 of CY: the books reckon each part, and all together, from the register. */
class DistributionDifferenceTest {
    private static final long SERIES = 1;
    private static final long PAYER = 1;
    private static final long BO = 2;
    private static final long CY = 3;

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();

    @Test
    void shouldAgreeWithACouponThatAddsUp() {
        assertThat(differencesOf(event -> event)).isEmpty();
    }

    @Test
    void shouldSeeAPartForOtherUnitsThanTheHolderHas() {
        assertThat(differencesOf(event -> event instanceof UnitsIssued issued && issued.partyId() == BO
                        ? new UnitsIssued(SERIES, BO, 21)
                        : event))
                .containsExactly("distribution in series 1 to party 2, units");
    }

    @Test
    void shouldSeeAPartThatIsNotUnitsTimesTheAmountForOne() {
        assertThat(differencesOf(event -> event instanceof DistributionDeclared
                        ? new DistributionDeclared(SERIES, PAYER, cny("2.99"), 30, cny("90.00"), "coupon")
                        : event))
                .containsExactly(
                        "amount of the distribution in series 1",
                        "amount of the distribution in series 1 to party 2",
                        "amount of the distribution in series 1 to party 3");
    }

    @Test
    void shouldSeeMorePaidThanDeclared() {
        assertThat(differencesOf(event -> event instanceof DistributionDeclared
                        ? new DistributionDeclared(SERIES, PAYER, cny("3.00"), 29, cny("87.00"), "coupon")
                        : event))
                .containsExactly("distribution in series 1 to party 3");
    }

    @Test
    void shouldSeeACouponOfWhichAPartWasNotPaid() {
        Tape tape = coupon().without(DistributionPaid.class);
        tape.at(
                "2026-03-11T10:00:00",
                new DistributionDeclared(SERIES, PAYER, cny("1.00"), 30, cny("30.00"), "another"));
        assertThat(differencesOf(tape, event -> event))
                .containsExactly("distribution in series 1 not paid before the next");
    }

    @Test
    void shouldSeeAPartThatNobodyDeclared() {
        assertThat(differencesOf(coupon().without(DistributionDeclared.class), event -> event))
                .containsExactly("distribution in series 1 to party 2", "distribution in series 1 to party 3");
    }

    private List<String> differencesOf(UnaryOperator<Event> mistake) {
        return differencesOf(coupon(), mistake);
    }

    private List<String> differencesOf(Tape tape, UnaryOperator<Event> mistake) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.with(mistake).play(projection);
        }
        return told.stream().map(LedgerDifference::what).toList();
    }

    private static Tape coupon() {
        Tape tape = new Tape();
        tape.at(
                "2026-03-01T09:00:00",
                new SeriesOpened(SERIES, "U1", 1, UnitExamples.terms(), VenuePolicy.CN_PROPERTY_EXCHANGE));
        tape.at("2026-03-01T10:00:00", new UnitsIssued(SERIES, BO, 20), new UnitsIssued(SERIES, CY, 10));
        tape.at(
                "2026-03-09T10:00:00",
                new MoneyReceived("B-1", MoneyPurpose.TRADING, 0, PAYER, cny("90.00")),
                new MoneyPosted(
                        1,
                        PostingReason.TRADING_IN,
                        List.of(
                                new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, DEBIT, cny("90.00")),
                                new PostingLeg(AccountKind.TRADING, PAYER, 0, 0, CREDIT, cny("90.00")))));
        tape.at(
                "2026-03-10T10:00:00",
                new DistributionDeclared(SERIES, PAYER, cny("3.00"), 30, cny("90.00"), "coupon"),
                new DistributionPaid(SERIES, BO, 20, cny("60.00")),
                posted(2, BO, "60.00"),
                due(1, BO, "60.00"),
                new DistributionPaid(SERIES, CY, 10, cny("30.00")),
                posted(3, CY, "30.00"),
                due(2, CY, "30.00"));
        return tape;
    }

    private static MoneyPosted posted(long posting, long party, String amount) {
        return new MoneyPosted(
                posting,
                PostingReason.DISTRIBUTED,
                List.of(
                        new PostingLeg(AccountKind.TRADING, PAYER, 0, 0, DEBIT, cny(amount)),
                        new PostingLeg(AccountKind.PAYABLE, party, 0, 0, CREDIT, cny(amount))));
    }

    private static PaymentDue due(long payment, long party, String amount) {
        return new PaymentDue(payment, PaymentKind.DISTRIBUTION, party, 0, cny(amount), nanos("2026-03-11T17:00:00"));
    }
}
