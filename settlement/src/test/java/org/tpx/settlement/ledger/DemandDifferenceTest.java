package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DemandEvent.DemandClosed;
import org.tpx.protocol.DemandEvent.DemandFunded;
import org.tpx.protocol.DemandEvent.DemandPublished;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.DemandEvent.SolutionAwarded;
import org.tpx.protocol.DemandKind;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

/** An award is reckoned a second time: each amount that the engine could tell wrongly is found. */
class DemandDifferenceTest {
    private static final long POSTER = 1;
    private static final long SOLVER = 2;

    @TempDir
    private Path directory;

    @Test
    void shouldFindNothingWhereEveryAmountIsRight() {
        assertThat(differences(event -> event)).isEmpty();
    }

    @Test
    void shouldFindWhatWasPaidInForAnotherFee() {
        assertThat(differences(event ->
                        event instanceof DemandFunded ? new DemandFunded(1, POSTER, cny("3007200.01")) : event))
                .anyMatch(difference -> difference.what().equals("money paid in of demand 1"));
    }

    @Test
    void shouldFindASolversFeeThatTheScheduleDoesNotGive() {
        assertThat(differences(event -> event instanceof SolutionAwarded
                        ? new SolutionAwarded(1, SOLVER, cny("1800000.01"), cny("4320.01"), cny("1795680.00"))
                        : event))
                .anyMatch(difference -> difference.what().equals("solver's fee of demand 1"))
                .anyMatch(difference -> difference.what().equals("payment of an award"));
    }

    @Test
    void shouldFindARestThatIsNotWhatIsLeft() {
        assertThat(differences(event -> event instanceof DemandClosed
                        ? new DemandClosed(1, cny("1800000.01"), cny("4320.01"), cny("1202879.98"))
                        : event))
                .anyMatch(difference -> difference.what().equals("poster's fee of demand 1"))
                .anyMatch(difference -> difference.what().equals("rest of demand 1"));
    }

    @Test
    void shouldFindAPaymentThatTheAwardDoesNotOwe() {
        assertThat(differences(event -> event instanceof PaymentDue due && due.kind() == PaymentKind.AWARD
                        ? new PaymentDue(1, PaymentKind.AWARD, SOLVER, 0, cny("1795680.02"), due.dueNanos())
                        : event))
                .anyMatch(difference -> difference.what().startsWith("payment due: AWARD"));
    }

    private List<LedgerDifference> differences(UnaryOperator<Event> change) {
        List<LedgerDifference> found = new ArrayList<>();
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database, found::add)) {
            award().with(change).play(projection);
        }
        return found;
    }

    private static Tape award() {
        DemandTerms terms = new DemandTerms(
                DemandKind.SOLUTION,
                cny("3000000.00"),
                0,
                Hash256.ZERO,
                nanos("2025-07-01T17:00:00"),
                5,
                10,
                0,
                0,
                "BATTERY",
                "A need",
                "as published",
                "",
                "");
        Tape tape = new Tape();
        tape.at("2025-01-02T08:00:00", Examples.feeSchedule());
        tape.at("2025-06-04T09:00:00", new DemandSubmitted(1, "D-1", 1, POSTER, 0, 1, 1, 1, terms));
        tape.at(
                "2025-06-05T09:00:00",
                new MoneyReceived("BANK-1", MoneyPurpose.TRADING, 0, POSTER, cny("3007200.00")),
                posted(
                        1,
                        PostingReason.TRADING_IN,
                        debit(AccountKind.SETTLEMENT, 0, "3007200.00"),
                        credit(AccountKind.TRADING, POSTER, "3007200.00")));
        tape.at(
                "2025-06-05T10:00:00",
                new DemandFunded(1, POSTER, cny("3007200.00")),
                posted(
                        2,
                        PostingReason.AWARD_FUNDED,
                        debit(AccountKind.TRADING, POSTER, "3007200.00"),
                        credit(AccountKind.AWARD, POSTER, "3007200.00")));
        tape.at("2025-06-06T09:00:00", new DemandPublished(1, 1, 1, nanos("2025-07-01T17:00:00")));
        tape.at(
                "2025-07-15T10:00:00",
                new SolutionAwarded(1, SOLVER, cny("1800000.01"), cny("4320.00"), cny("1795680.01")),
                posted(
                        3,
                        PostingReason.AWARD_PAID,
                        debit(AccountKind.AWARD, POSTER, "1800000.01"),
                        credit(AccountKind.PAYABLE, SOLVER, "1795680.01"),
                        credit(AccountKind.FEE_EARNED, 0, "4320.00")),
                due(1, PaymentKind.AWARD, SOLVER, "1795680.01"),
                new DemandClosed(1, cny("1800000.01"), cny("4320.00"), cny("1202879.99")),
                posted(
                        4,
                        PostingReason.AWARD_CLOSED,
                        debit(AccountKind.AWARD, POSTER, "1207199.99"),
                        credit(AccountKind.PAYABLE, POSTER, "1202879.99"),
                        credit(AccountKind.FEE_EARNED, 0, "4320.00")),
                due(2, PaymentKind.AWARD_REFUND, POSTER, "1202879.99"),
                due(3, PaymentKind.FEES, 0, "8640.00"));
        return tape;
    }

    private static MoneyPosted posted(long id, PostingReason reason, PostingLeg... legs) {
        return new MoneyPosted(id, reason, List.of(legs));
    }

    private static PaymentDue due(long id, PaymentKind kind, long party, String amount) {
        return new PaymentDue(id, kind, party, 0, cny(amount), nanos("2025-07-22T17:00:00"));
    }

    private static PostingLeg debit(AccountKind account, long party, String amount) {
        return new PostingLeg(account, party, 0, 0, 0, EntrySide.DEBIT, cny(amount));
    }

    private static PostingLeg credit(AccountKind account, long party, String amount) {
        return new PostingLeg(account, party, 0, 0, 0, EntrySide.CREDIT, cny(amount));
    }
}
