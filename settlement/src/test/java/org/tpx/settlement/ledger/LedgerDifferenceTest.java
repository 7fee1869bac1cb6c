package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealEvent.ApprovalRefused;
import org.tpx.protocol.DealEvent.CertificateIssued;
import org.tpx.protocol.DealEvent.ContractEffective;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.DealEvent.DepositConverted;
import org.tpx.protocol.DealEvent.FeeAccrued;
import org.tpx.protocol.DealEvent.PricePaid;
import org.tpx.protocol.DealEvent.ReleaseConditionMet;
import org.tpx.protocol.DealEvent.TitleFiled;
import org.tpx.protocol.DealEvent.TitleRegistered;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.GovernanceEvent.FeeScheduleLoaded;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.DepositReceived;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.ForfeitApplied;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyEvent.PaymentOverdue;
import org.tpx.protocol.NegotiationEvent.NegotiationOpened;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.SystemEvent.DeadlineMoved;
import org.tpx.protocol.TimerKind;

/** An engine that makes one mistake each time: the books must see every one of them, and still book what happened. */
class LedgerDifferenceTest {
    private static final Money FEN = cny("0.01");

    @TempDir
    private Path directory;

    private SettlementDatabase database;
    private final List<LedgerDifference> told = new ArrayList<>();

    @BeforeEach
    void open() {
        database = SettlementDatabase.open(directory.resolve("settlement.db"));
    }

    private List<String> differencesOf(Tape tape) {
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.play(projection);
        }
        assertThat(new SettlementBooks(database).differences()).isEqualTo(told);
        return told.stream().map(LedgerDifference::what).toList();
    }

    private List<String> differencesOfSingleBidder(UnaryOperator<Event> mistake) {
        return differencesOf(Examples.singleBidder().with(mistake));
    }

    @Test
    void shouldSeeALiabilityBelowZeroAndAnAccountThatTheReasonDoesNotAllow() {
        List<String> differences = differencesOfSingleBidder(event -> event instanceof MoneyPosted posted
                        && posted.reason() == PostingReason.DEPOSIT_CONVERTED
                ? new MoneyPosted(
                        posted.postingId(),
                        posted.reason(),
                        List.of(
                                new PostingLeg(AccountKind.FORFEIT, 0, 1, 0, EntrySide.DEBIT, cny("1500000.00")),
                                posted.legs().get(1)))
                : event);

        assertThat(differences)
                .contains(
                        "balance of FORFEIT{listing 1} CNY",
                        "DEPOSIT_CONVERTED DEBIT",
                        "left on DEPOSIT{party 2, listing 1} CNY when its listing was completed");
    }

    @Test
    void shouldSeeALegOnAnAccountThatIsNotKeptByWhatItNames() {
        List<String> differences = differencesOfSingleBidder(
                event -> event instanceof MoneyPosted posted && posted.reason() == PostingReason.PRICE_RELEASED
                        ? new MoneyPosted(
                                posted.postingId(),
                                posted.reason(),
                                List.of(
                                        posted.legs().get(0),
                                        new PostingLeg(
                                                AccountKind.PAYABLE,
                                                Examples.SELLER,
                                                Examples.LISTING,
                                                0,
                                                EntrySide.CREDIT,
                                                cny("5037880.00"))))
                        : event);

        assertThat(differences).contains("leg");
    }

    @Test
    void shouldSeeAWrongFeeOfEitherSide() {
        assertThat(differencesOfSingleBidder(event -> event instanceof FeeAccrued fee && fee.side() == FeeSide.SELLER
                        ? new FeeAccrued(
                                fee.dealId(),
                                fee.listingId(),
                                fee.partyId(),
                                fee.side(),
                                fee.amount().minus(FEN))
                        : event))
                .containsExactly("seller's fee of DEAL-1");
        assertThat(told.get(0).expected()).isEqualTo("CNY 12120.00");
        assertThat(told.get(0).found()).isEqualTo("CNY 12119.99");
    }

    @Test
    void shouldSeeAFeeOfTheWrongPayerAndOneThatAccruesTwice() {
        assertThat(differencesOfSingleBidder(event -> event instanceof FeeAccrued fee
                        ? new FeeAccrued(fee.dealId(), fee.listingId(), Examples.B1, FeeSide.BUYER, fee.amount())
                        : event))
                .containsExactly("buyer's fee of DEAL-1");
        assertThat(told.get(0).found()).isEqualTo("accrued again");
    }

    @Test
    void shouldSeeFeesThatTheScheduleDoesNotGive() {
        assertThat(differencesOfSingleBidder(event -> event instanceof FeeScheduleLoaded loaded
                        ? new FeeScheduleLoaded(
                                loaded.feeScheduleId(),
                                loaded.code(),
                                loaded.version(),
                                loaded.minimumBidding(),
                                cny("20000.00"),
                                loaded.tiers())
                        : event))
                .contains("seller's fee of DEAL-1", "buyer's fee of DEAL-1", "price less the seller's fee of DEAL-1");
    }

    @Test
    void shouldSeeAScheduleThatNeverEntered() {
        assertThat(differencesOf(Examples.singleBidder().without(FeeScheduleLoaded.class)))
                .contains("fee schedule of listing 1", "seller's fee of DEAL-1");
    }

    @Test
    void shouldSeeADepositThatIsNotWhatIsHeldOrNotInFull() {
        assertThat(differencesOfSingleBidder(event -> event instanceof DepositReceived received
                        ? new DepositReceived(
                                received.listingId(),
                                received.partyId(),
                                received.amount().minus(FEN))
                        : event))
                .containsExactly("deposit of party 2 for listing 1 held", "deposit of party 2 for listing 1 in full");
    }

    @Test
    void shouldSeeAConversionOfLessThanTheDeposit() {
        assertThat(differencesOfSingleBidder(event -> event instanceof DepositConverted converted
                        ? new DepositConverted(
                                converted.dealId(),
                                converted.listingId(),
                                converted.partyId(),
                                converted.amount().minus(FEN))
                        : event))
                .containsExactly("converted deposit of DEAL-1");
    }

    @Test
    void shouldSeeADueThatIsNotPriceAndFeeLessDeposit() {
        assertThat(differencesOfSingleBidder(event -> event instanceof ContractEffective effective
                        ? new ContractEffective(
                                effective.dealId(),
                                effective.listingId(),
                                cny("3562120.01"),
                                effective.paymentDueNanos())
                        : event))
                .containsExactly("price and buyer's fee less deposit of DEAL-1");
    }

    @Test
    void shouldSeeAContractOfAnotherPriceThanTheAward() {
        assertThat(differencesOfSingleBidder(event -> event instanceof ContractSigned signed
                        ? new ContractSigned(
                                signed.dealId(),
                                signed.listingId(),
                                signed.transferorId(),
                                signed.transfereeId(),
                                cny("5040000.00"),
                                signed.feeMode(),
                                signed.contract())
                        : event))
                .contains("award behind DEAL-1", "price on the certificate of DEAL-1");
    }

    @Test
    void shouldTakeANegotiationForAnAward() {
        assertThat(differencesOfSingleBidder(event -> event instanceof Awarded awarded
                        ? new NegotiationOpened(awarded.listingId(), agreed(awarded, "5050000.00"))
                        : event))
                .isEmpty();
    }

    @Test
    void shouldSeeAContractOfAnotherPriceThanWasNegotiated() {
        assertThat(differencesOfSingleBidder(event -> event instanceof Awarded awarded
                        ? new NegotiationOpened(awarded.listingId(), agreed(awarded, "5049999.99"))
                        : event))
                .containsExactly("award behind DEAL-1");
    }

    @Test
    void shouldSeeAnApprovalThatIsRefusedAfterTheContractTookEffect() {
        assertThat(differencesOfSingleBidder(event -> event instanceof TitleFiled
                        ? new ApprovalRefused(Examples.DEAL, Examples.LISTING, "NO-17")
                        : event))
                .contains("state at ApprovalRefused of DEAL-1");
    }

    private static NegotiationTerms agreed(Awarded awarded, String price) {
        return new NegotiationTerms(awarded.transfereeId(), LegalBasis.FAILED_LISTING, cny(price), "all of it");
    }

    @Test
    void shouldSeeAPaidPriceThatIsNotPriceAndBuyersFee() {
        assertThat(differencesOfSingleBidder(event -> event instanceof PricePaid paid
                        ? new PricePaid(
                                paid.dealId(), paid.listingId(), paid.amount().minus(FEN), paid.certificateDueNanos())
                        : event))
                .containsExactly("price and buyer's fee of DEAL-1");
    }

    @Test
    void shouldSeeASellersFeeThatWasNotReserved() {
        assertThat(differencesOfSingleBidder(event ->
                        event instanceof MoneyPosted posted && posted.reason() == PostingReason.SELLER_FEE_RESERVED
                                ? new MoneyPosted(
                                        posted.postingId(),
                                        posted.reason(),
                                        thereAndBack(posted.legs().get(0)))
                                : event))
                .contains(
                        "price held, less the seller's fee of DEAL-1",
                        "fees held of both sides of DEAL-1",
                        "balance of FEE_HELD{deal 1} CNY",
                        "left on PRICE{deal 1} CNY once RELEASED");
    }

    private static List<PostingLeg> thereAndBack(PostingLeg leg) {
        EntrySide back = leg.side() == EntrySide.DEBIT ? EntrySide.CREDIT : EntrySide.DEBIT;
        return List.of(
                leg, new PostingLeg(leg.account(), leg.partyId(), leg.listingId(), leg.dealId(), back, leg.amount()));
    }

    @Test
    void shouldSeeNetProceedsThatAreNotThePriceLessTheFee() {
        assertThat(differencesOfSingleBidder(event -> event instanceof ReleaseConditionMet met
                        ? new ReleaseConditionMet(
                                met.dealId(), met.listingId(), met.amount().plus(FEN))
                        : event))
                .containsExactly("price less the seller's fee of DEAL-1");
    }

    @Test
    void shouldSeeAPaymentOfAnotherAmountThanThePostingBehindIt() {
        assertThat(differencesOfSingleBidder(
                        event -> event instanceof PaymentDue due && due.kind() == PaymentKind.SELLER_PROCEEDS
                                ? withAmount(due, due.amount().minus(FEN))
                                : event))
                .contains(
                        "payment due: SELLER_PROCEEDS to party 1",
                        "payments that wait on PAYABLE{party 1} CNY",
                        "SETTLEMENT in one turn, against the bank");
    }

    @Test
    void shouldSeeARefundThatIsNotTheWholeDeposit() {
        assertThat(differencesOf(Examples.ascendingAuction()
                        .with(event -> event instanceof PaymentDue due
                                        && due.kind() == PaymentKind.DEPOSIT_REFUND
                                        && due.partyId() == Examples.B1
                                ? withAmount(due, cny("1799999.99"))
                                : event)))
                .contains("payment due: DEPOSIT_REFUND to party 2");
    }

    @Test
    void shouldSeeAReleaseOfAPartOfADeposit() {
        assertThat(differencesOf(Examples.ascendingAuction()
                        .with(event ->
                                event instanceof MoneyPosted posted && posted.reason() == PostingReason.DEPOSIT_RELEASED
                                        ? halved(posted)
                                        : event)))
                .contains("left on DEPOSIT{party 2, listing 1} CNY after DEPOSIT_RELEASED");
    }

    private static MoneyPosted halved(MoneyPosted posted) {
        List<PostingLeg> legs = posted.legs().stream()
                .map(leg -> new PostingLeg(
                        leg.account(), leg.partyId(), leg.listingId(), leg.dealId(), leg.side(), cny("900000.00")))
                .toList();
        return new MoneyPosted(posted.postingId(), posted.reason(), legs);
    }

    private static PaymentDue withAmount(PaymentDue due, Money amount) {
        return new PaymentDue(due.paymentId(), due.kind(), due.partyId(), due.listingId(), amount, due.dueNanos());
    }

    @Test
    void shouldSeeACompletedDealWithoutACertificate() {
        assertThat(differencesOf(Examples.singleBidder().without(CertificateIssued.class)))
                .contains("certificates at DealCompleted of DEAL-1", "certificates of the completed listing 1");
    }

    @Test
    void shouldSeeASecondCertificateForADeal() {
        Tape tape = Examples.singleBidder()
                .at(
                        "2025-08-20T10:00:00",
                        new CertificateIssued(
                                2, 1, 1, "CERT-2025-000002", Examples.SELLER, Examples.B1, cny("5050000.00")));

        assertThat(differencesOf(tape))
                .contains("certificates before this one of DEAL-1", "state at CertificateIssued of DEAL-1");
    }

    @Test
    void shouldSeeADealThatIsCompletedWithoutDelivery() {
        assertThat(differencesOf(Examples.singleBidder().without(TitleRegistered.class)))
                .containsExactly("release before delivery of DEAL-1", "delivery of DEAL-1");
    }

    @Test
    void shouldSeeAForfeitThatIsSharedOutOtherwiseThanThePolicySays() {
        assertThat(differencesOf(Examples.defaultedInFull()
                        .with(event -> event instanceof ForfeitApplied applied
                                ? shared(applied, "220160.00", "1000000.00", "579840.00")
                                : event)))
                .contains(
                        "forfeited deposit of party 4 for listing 1, compensation",
                        "forfeited deposit of party 4 for listing 1, returned",
                        "payment due: COMPENSATION to party 1");
    }

    @Test
    void shouldSeeALossThatIsNotTheDifferenceOfTheTwoAwards() {
        assertThat(differencesOf(Examples.defaultedWithActualLoss()
                        .with(event -> event instanceof ForfeitApplied applied
                                ? shared(applied, "220160.00", "300000.01", "1279839.99")
                                : event)))
                .contains("forfeited deposit of party 4 for listing 1, compensation");
    }

    private static ForfeitApplied shared(ForfeitApplied applied, String fees, String compensation, String returned) {
        return new ForfeitApplied(
                applied.listingId(), applied.partyId(), applied.policy(), cny(fees), cny(compensation), cny(returned));
    }

    @Test
    void shouldSeeABankReferenceThatComesTwice() {
        assertThat(differencesOf(Examples.ascendingAuction()
                        .with(event -> event instanceof MoneyReceived received
                                ? new MoneyReceived(
                                        "SAME",
                                        received.purpose(),
                                        received.listingId(),
                                        received.partyId(),
                                        received.amount())
                                : event)))
                .containsOnly("bank reference SAME")
                .hasSize(3);
    }

    @Test
    void shouldSeeAPostingNumberThatIsMissing() {
        assertThat(differencesOfSingleBidder(event -> event instanceof MoneyPosted posted && posted.postingId() == 5
                        ? new MoneyPosted(6, posted.reason(), posted.legs())
                        : event))
                .containsExactly("number of the posting", "number of the posting");
    }

    @Test
    void shouldSeeAPaymentThatIsConfirmedWithoutAnInstruction() {
        assertThat(differencesOf(Examples.singleBidder().without(PaymentInstructed.class)))
                .containsExactly("state before PaymentConfirmed of PAY-1", "state before PaymentConfirmed of PAY-2");
    }

    @Test
    void shouldFlagARefundThatIsLateWhereTheEngineDoesNot() {
        Tape tape = Examples.ascendingAuction().without(PaymentConfirmed.class);

        assertThat(differencesOf(tape)).contains("lateness of PAY-1", "lateness of PAY-2");
        assertThat(new SettlementBooks(database).cashFlow(FEN.currency()).latePayments())
                .isEqualTo(2);
    }

    @Test
    void shouldTakeALatePaymentThatTheEngineFlagged() {
        Tape tape = defaultedAndLate("2025-07-25T17:00:00");

        assertThat(differencesOf(tape)).isEmpty();
        assertThat(new SettlementBooks(database).cashFlow(FEN.currency()).latePayments())
                .isEqualTo(1);
    }

    @Test
    void shouldSeeAPaymentThatIsFlaggedBeforeItIsLate() {
        assertThat(differencesOf(defaultedAndLate("2025-07-25T16:59:59.999"))).containsExactly("lateness of PAY-4");
    }

    @Test
    void shouldFollowAPaymentWhoseDeadlineMoves() {
        DeadlineMoved moved = new DeadlineMoved(
                9, TimerKind.REFUND, Examples.LISTING, Examples.SELLER, 4, nanos("2025-07-28T17:00:00"));
        Tape tape = Examples.defaultedInFull()
                .at("2025-07-23T10:00:00", moved)
                .at("2025-07-26T10:00:00")
                .at("2025-07-28T17:00:00", new PaymentOverdue(4));

        assertThat(differencesOf(tape)).isEmpty();
        database.rebuild();
        assertThat(differencesOf(Examples.defaultedInFull()
                        .at("2025-07-23T10:00:00", moved)
                        .at("2025-07-29T10:00:00")))
                .containsExactly("lateness of PAY-4");
    }

    private static Tape defaultedAndLate(String local) {
        return Examples.defaultedInFull().at(local, new PaymentOverdue(4));
    }

    @Test
    void shouldTellOfADifferenceInWordsAndByTurn() {
        differencesOfSingleBidder(event -> event instanceof PricePaid paid
                ? new PricePaid(paid.dealId(), paid.listingId(), paid.amount().minus(FEN), paid.certificateDueNanos())
                : event);

        assertThat(told)
                .hasToString("[turn 20: price and buyer's fee of DEAL-1 is CNY 5062119.99, expected CNY 5062120.00]");
    }
}
