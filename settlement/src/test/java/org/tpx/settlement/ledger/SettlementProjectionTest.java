package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealEvent.PricePaid;
import org.tpx.protocol.EvaluationEvent.NoticeEvaluated;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.settlement.document.CertificateData;
import org.tpx.settlement.document.Certificates;

/** The worked examples through the projection: amounts to the cent, nothing left over, and the same rows whenever it is done again. */
class SettlementProjectionTest {

    @TempDir
    private Path directory;

    private SettlementDatabase database;
    private SettlementBooks books;

    @BeforeEach
    void open() {
        database = SettlementDatabase.open(directory.resolve("settlement.db"));
        books = new SettlementBooks(database);
    }

    private void play(Tape tape) {
        try (SettlementProjection projection = new SettlementProjection(database)) {
            tape.play(projection);
        }
    }

    @Test
    void shouldBookTheSingleBidderToTheCentAndLeaveNothingInTheSettlementAccount() {
        play(Examples.singleBidder());

        assertThat(books.differences()).isEmpty();
        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny("5062120.00"));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny("24240.00"));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny("5037880.00"));
        assertThat(flow.remaining()).isEqualTo(cny("0.00"));
        assertThat(flow.open()).isEqualTo(cny("0.00"));
        TrialBalance balance = books.trialBalance();
        assertThat(balance.settlement(Currency.CNY)).isEqualTo(cny("0.00"));
        assertThat(balance.difference(Currency.CNY)).isEqualTo(cny("0.00"));
        assertThat(balance.ofSettlement().lines())
                .allSatisfy(line -> assertThat(line.balance()).isEqualTo(cny("0.00")));
        assertThat(balance.operating(Currency.CNY)).isEqualTo(cny("24240.00"));
        assertThat(balance.ofSettlement().difference(Currency.CNY)).isEqualTo(cny("0.00"));
        assertThat(balance.ofOperating().difference(Currency.CNY)).isEqualTo(cny("0.00"));
    }

    @Test
    void shouldTellTheMoneyOfTheSingleBiddersDeal() {
        play(Examples.singleBidder());

        DealSummary deal = books.deals().get(0);
        assertThat(deal.price()).isEqualTo(cny("5050000.00"));
        assertThat(deal.sellerFee()).isEqualTo(cny("12120.00"));
        assertThat(deal.buyerFee()).isEqualTo(cny("12120.00"));
        assertThat(deal.net()).isEqualTo(cny("5037880.00"));
        assertThat(deal.income()).isEqualTo(cny("24240.00"));
        assertThat(deal.deposit()).isEqualTo(cny("1500000.00"));
        assertThat(deal.state()).isEqualTo("COMPLETED");
        assertThat(deal.certificateNumber()).isEqualTo("CERT-2025-000001");
    }

    @Test
    void shouldGiveTheCertificateEverythingThatItStates() {
        play(Examples.singleBidder());

        CertificateData certificate =
                new Certificates(database).find("CERT-2025-000001").orElseThrow();
        assertThat(certificate.listingNumber()).isEqualTo("LST-2025-0001");
        assertThat(certificate.signingNanos()).isEqualTo(nanos("2025-07-11T10:00:00"));
        assertThat(certificate.listingStartNanos()).isEqualTo(nanos("2025-06-09T09:00:00"));
        assertThat(certificate.listingEndNanos()).isEqualTo(nanos("2025-07-07T17:00:00"));
        assertThat(certificate.transferor()).isEqualTo("SELLER");
        assertThat(certificate.transferorAgent()).isEqualTo("M-S");
        assertThat(certificate.transferees())
                .containsExactly(new CertificateData.Transferee("B1", "M-1", cny("5050000.00")));
        assertThat(certificate.appraisal()).isEqualTo(cny("5000000.00"));
        assertThat(certificate.price()).isEqualTo(cny("5050000.00"));
        assertThat(certificate.rightRegistration()).isEqualTo("EXAMPLE R1");
        assertThat(certificate.utcOffsetSeconds()).isEqualTo(8 * 3600);
        assertThat(new Certificates(database).all()).containsExactly(certificate);
    }

    @Test
    void shouldNameTheAppraisalOnRecordThatTheNoticeCarried() {
        Tape tape = Examples.singleBidder();
        tape.at("2026-06-01T09:00:00", new NoticeEvaluated(1, 1, 7, cny("4900000.00"), 6, List.of()));
        tape.at("2026-06-01T10:00:00", new NoticeEvaluated(1, 1, 0, Money.NONE, 7, List.of()));
        play(tape);

        assertThat(new Certificates(database).all().get(0).appraisal()).isEqualTo(cny("4900000.00"));
    }

    @Test
    void shouldBookTheAscendingAuctionToTheCentAndRefundTheLosersInFull() {
        play(Examples.ascendingAuction());

        assertThat(books.differences()).isEmpty();
        CashFlow flow = books.cashFlow(Currency.CNY);
        assertThat(flow.received()).isEqualTo(cny("10204800.00"));
        assertThat(flow.paid(PaymentKind.DEPOSIT_REFUND)).isEqualTo(cny("3600000.00"));
        assertThat(flow.paid(PaymentKind.FEES)).isEqualTo(cny("220160.00"));
        assertThat(flow.paid(PaymentKind.SELLER_PROCEEDS)).isEqualTo(cny("6384640.00"));
        assertThat(flow.remaining()).isEqualTo(cny("0.00"));
        assertThat(flow.latePayments()).isZero();
        assertThat(books.trialBalance().settlement(Currency.CNY)).isEqualTo(cny("0.00"));
        assertThat(books.trialBalance().difference(Currency.CNY)).isEqualTo(cny("0.00"));
    }

    @Test
    void shouldTellWhatBecameOfEveryDeposit() {
        play(Examples.ascendingAuction());

        ListingSummary listing = books.listings().get(0);
        assertThat(listing.deposits())
                .extracting(
                        ListingSummary.Deposit::party,
                        ListingSummary.Deposit::refunded,
                        ListingSummary.Deposit::converted)
                .containsExactly(
                        tuple("B1", cny("1800000.00"), cny("0.00")),
                        tuple("B2", cny("1800000.00"), cny("0.00")),
                        tuple("B3", cny("0.00"), cny("1800000.00")));
        assertThat(listing.deposits())
                .allSatisfy(deposit -> assertThat(deposit.held()).isEqualTo(cny("0.00")));
        assertThat(listing.results())
                .extracting(ListingSummary.Result::outcome)
                .containsExactly(ListingOutcome.AWARDED, ListingOutcome.COMPLETED);
        assertThat(listing.results().get(0).bidderCode()).isEqualTo("BC-003");
        assertThat(listing.results().get(0).price()).isEqualTo(cny("6400000.00"));
    }

    @Test
    void shouldShareOutAForfeitedDepositInFull() {
        play(Examples.defaultedInFull());

        assertThat(books.differences()).isEmpty();
        assertThat(books.trialBalance().settlement(Currency.CNY)).isEqualTo(cny("1800000.00"));
        assertThat(books.cashFlow(Currency.CNY).open()).isEqualTo(cny("1800000.00"));
        assertThat(books.listings().get(0).deposits().get(2).forfeited()).isEqualTo(cny("1800000.00"));
    }

    @Test
    void shouldShareOutAForfeitedDepositByTheLossOfTheSecondAward() {
        play(Examples.defaultedWithActualLoss());

        assertThat(books.differences()).isEmpty();
        assertThat(books.cashFlow(Currency.CNY).open()).isEqualTo(cny("1800000.00"));
    }

    @Test
    void shouldStateAPartysAccountsWithTheirRunningBalance() {
        play(Examples.ascendingAuction());

        Statement statement = books.statementOfParty(Examples.B1, Long.MAX_VALUE);
        assertThat(statement.subject()).isEqualTo("B1");
        assertThat(statement.lines())
                .extracting(
                        line -> line.reason() + " " + line.account().kind() + " " + line.side() + " " + line.balance())
                .containsExactly(
                        "DEPOSIT_IN DEPOSIT CREDIT CNY 1800000.00",
                        "DEPOSIT_RELEASED DEPOSIT DEBIT CNY 0.00",
                        "DEPOSIT_RELEASED PAYABLE CREDIT CNY 1800000.00",
                        "PAID_OUT PAYABLE DEBIT CNY 0.00");
    }

    @Test
    void shouldStateListingAndDealAsOfATurn() {
        Tape tape = Examples.singleBidder();
        play(tape);

        assertThat(books.statementOfDeal(Examples.DEAL, Long.MAX_VALUE).lines()).hasSize(7);
        assertThat(books.statementOfListing(Examples.LISTING, Long.MAX_VALUE).lines())
                .hasSize(9);
        long beforeTheMoney = 15;
        assertThat(books.statementOfListing(Examples.LISTING, beforeTheMoney).lines())
                .isEmpty();
        assertThat(books.trialBalance(beforeTheMoney + 1).settlement(Currency.CNY))
                .isEqualTo(cny("1500000.00"));
    }

    @Test
    void shouldGiveIdenticalRowsWhenItIsDroppedAndReplayed() {
        play(Examples.ascendingAuction());
        Map<String, List<String>> first = Dump.of(database);

        database.rebuild();
        assertThat(books.position()).isEqualTo(Position.START);
        play(Examples.ascendingAuction());

        assertThat(Dump.of(database)).isEqualTo(first);
        assertThat(first.get("posting_leg")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldGiveTheSameRowsHoweverTheTurnsAreCutIntoBatchesAndProcesses(long seed) {
        Tape tape = Examples.ascendingAuction();
        play(tape);
        Map<String, List<String>> atOnce = Dump.of(database);
        database.rebuild();

        Random random = new Random(seed);
        for (int booked = 0; booked < tape.size(); ) {
            int until = Math.min(tape.size(), booked + 1 + random.nextInt(5));
            int from = 1 + random.nextInt(booked + 1);
            try (SettlementProjection projection = new SettlementProjection(database)) {
                tape.play(projection, from, until);
                if (random.nextInt(4) > 0) {
                    projection.commit();
                    booked = until;
                }
            }
        }

        assertThat(Dump.of(database)).as("seed %d", seed).isEqualTo(atOnce);
    }

    @Test
    void shouldSkipTurnsThatAreBookedAlready() {
        Tape tape = Examples.singleBidder();
        play(tape);
        Map<String, List<String>> once = Dump.of(database);

        play(tape);

        assertThat(Dump.of(database)).isEqualTo(once);
    }

    @Test
    void shouldRefuseAGapAndUndoTheOpenBatch() {
        Tape tape = Examples.singleBidder();
        try (SettlementProjection projection = new SettlementProjection(database)) {
            tape.play(projection, 1, 3);
            projection.commit("c3");
            tape.play(projection, 4, 5);

            assertThatThrownBy(() -> projection.onTurn(7, 7, List.of()))
                    .isInstanceOf(SequenceGapException.class)
                    .hasMessage("expected turn 6 of the journal, but got turn 7");

            assertThat(projection.position().sequence()).isEqualTo(3);
            assertThat(books.position()).isEqualTo(new Position(3, nanos("2025-06-03T08:02:00"), "c3"));
            tape.play(projection, 4, tape.size());
            projection.commit();
        }
        assertThat(books.differences()).isEmpty();
        assertThat(books.position().sequence()).isEqualTo(tape.size());
    }

    @Test
    void shouldKeepNothingOfABatchThatWasNotCommitted() {
        Tape tape = Examples.singleBidder();
        try (SettlementProjection projection = new SettlementProjection(database)) {
            tape.play(projection, 1, tape.size());
        }

        assertThat(books.position()).isEqualTo(Position.START);
        assertThat(books.trialBalance().lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posting", "posting_leg", "ledger_difference"})
    void shouldLetNobodyChangeOrDeleteWhatIsBooked(String table) {
        play(Examples.singleBidder()
                .with(event -> event instanceof PricePaid paid
                        ? new PricePaid(paid.dealId(), paid.listingId(), cny("1.00"), paid.certificateDueNanos())
                        : event));
        Map<String, List<String>> before = Dump.of(database);
        assertThat(before.get(table)).isNotEmpty();

        assertThatThrownBy(() -> execute("UPDATE " + table + " SET sequence = 1"))
                .hasStackTraceContaining("a row of " + table + " is never changed");
        assertThatThrownBy(() -> execute("DELETE FROM " + table))
                .hasStackTraceContaining("a row of " + table + " is never deleted");

        assertThat(Dump.of(database)).isEqualTo(before);
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }
}
