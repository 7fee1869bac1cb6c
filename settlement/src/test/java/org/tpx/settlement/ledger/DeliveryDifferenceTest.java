package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.EntrySide.CREDIT;
import static org.tpx.protocol.EntrySide.DEBIT;
import static org.tpx.settlement.ledger.Examples.B1;
import static org.tpx.settlement.ledger.Examples.DEAL;
import static org.tpx.settlement.ledger.Examples.LISTING;
import static org.tpx.settlement.ledger.Examples.SELLER;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealEvent.CertificateIssued;
import org.tpx.protocol.DealEvent.ReleaseConditionMet;
import org.tpx.protocol.DealEvent.TitleRegistered;
import org.tpx.protocol.DeliveryEvent.CertificateRevoked;
import org.tpx.protocol.DeliveryEvent.PartReleased;
import org.tpx.protocol.DeliveryEvent.PaymentCancelled;
import org.tpx.protocol.DeliveryEvent.PledgeClaimDue;
import org.tpx.protocol.DeliveryEvent.PledgeClaimRecorded;
import org.tpx.protocol.DeliveryEvent.PledgeReleased;
import org.tpx.protocol.DeliveryEvent.ReleasesFrozen;
import org.tpx.protocol.DeliveryEvent.RescissionOrdered;
import org.tpx.protocol.DeliveryEvent.RestitutionClaimed;
import org.tpx.protocol.DeliveryEvent.RestitutionReceived;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RescissionGround;
import org.tpx.protocol.RightEvent.EncumbranceRecorded;
import org.tpx.protocol.RightEvent.EncumbranceReleased;

/** The books reckon what leaves a price, and what an unwound deal owes, from the terms of E1 alone; each mistake is seen. */
class DeliveryDifferenceTest {

    private static final long BANK = 9;
    private static final String PLEDGE = "P-1";

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();

    @Test
    void shouldAgreeWithAPledgeeThatIsPaidFirst() {
        assertThat(differences(pledged(), event -> event)).isEmpty();
    }

    @Test
    void shouldSeeAPledgeeThatGetsAnotherAmount() {
        assertThat(differences(pledged(), event -> event instanceof PledgeClaimDue ? due("1800000.01") : event))
                .contains("claim under pledge P-1 on DEAL-1", "price less the seller's fee of DEAL-1");
    }

    @Test
    void shouldSeeAPledgeReleasedThatNobodyPaid() {
        assertThat(differences(pledged().without(PaymentConfirmed.class), event -> event))
                .contains("pledge P-1 released for DEAL-1");
    }

    @Test
    void shouldSeeATitleThatPassesWhileAPledgeStands() {
        assertThat(differences(pledged().without(EncumbranceReleased.class), event -> event))
                .contains("pledges that stand at TitleRegistered of DEAL-1");
    }

    @Test
    void shouldSeeAReleaseOfMoneyInDispute() {
        UnaryOperator<Event> frozen =
                event -> event instanceof PledgeReleased ? new ReleasesFrozen(DEAL, LISTING, "a dispute") : event;
        assertThat(differences(pledged(), frozen)).containsExactly("money at ReleaseConditionMet of DEAL-1");
    }

    @Test
    void shouldAgreeWithAReleaseInParts() {
        assertThat(differences(split("1679125.40", "3358754.60"), event -> event))
                .isEmpty();
    }

    @Test
    void shouldSeeAPartThatIsRoundedUp() {
        assertThat(differences(split("1679125.41", "3358754.59"), event -> event))
                .contains("part of the price that is released of DEAL-1", "part of the price that waits of DEAL-1");
    }

    @Test
    void shouldSeeAPartWhereThePolicyKnowsNone() {
        assertThat(differences(parts(Examples.singleBidder(), "1679125.40", "3358754.60"), event -> event))
                .contains("release policy at PartReleased of DEAL-1");
    }

    @Test
    void shouldAgreeWithADealThatIsUnwound() {
        assertThat(differences(revoked("12120.00"), event -> event)).isEmpty();
        assertThat(new SettlementBooks(SettlementDatabase.open(directory.resolve("settlement.db")))
                        .deals()
                        .get(0)
                        .state())
                .isEqualTo("REVOKED");
    }

    @Test
    void shouldSeeMoneyThatIsMadeUp() {
        assertThat(differences(revoked("12120.01"), event -> event))
                .containsExactly(
                        "refunded to and claimed by party 2 of DEAL-1",
                        "claimed of the transferor of DEAL-1",
                        "refunded and claimed of DEAL-1");
    }

    @Test
    void shouldSeeFeesThatGoBackWithoutADecision() {
        UnaryOperator<Event> exchange = event -> event instanceof RestitutionClaimed claimed
                ? new RestitutionClaimed(claimed.claimId(), DEAL, LISTING, 0, B1, claimed.amount())
                : event;
        assertThat(differences(revoked("12120.00"), exchange)).containsExactly("claimed of the transferor of DEAL-1");
    }

    @Test
    void shouldSeeACertificateThatIsRevokedTwice() {
        Tape tape = revoked("12120.00");
        tape.at("2025-09-01T10:00:00", new CertificateRevoked(1, DEAL, LISTING, false, "again"));
        assertThat(differences(tape, event -> event)).contains("CERT-1");
    }

    @Test
    void shouldSeeAClaimThatIsMetByMoreThanItIs() {
        Tape tape = revoked("12120.00");
        tape.at("2025-09-01T10:00:00", new RestitutionReceived(1, cny("12120.01"), cny("0.00")));
        assertThat(differences(tape, event -> event)).contains("left of CLAIM-1");
    }

    @Test
    void shouldAgreeWithARescissionThatGivesAllBack() {
        assertThat(differences(rescinded("5062120.00"), event -> event)).isEmpty();
    }

    @Test
    void shouldSeeARescissionThatRefundsLessThanWasHeld() {
        assertThat(differences(rescinded("5062119.99"), event -> event))
                .contains("refunded of what was held of DEAL-1", "left on FEE_HELD{deal 1} CNY once RESCINDED");
    }

    private List<String> differences(Tape tape, UnaryOperator<Event> mistake) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.with(mistake).play(projection);
        }
        return told.stream().map(LedgerDifference::what).toList();
    }

    private static Tape pledged() {
        Tape tape = Examples.singleBidder().until(CertificateIssued.class);
        tape.at(
                "2025-07-17T10:00:00",
                new EncumbranceRecorded(1, EncumbranceKind.PLEDGE, BANK, PLEDGE),
                new PledgeClaimRecorded(DEAL, LISTING, BANK, cny("1800000.00"), PLEDGE));
        List<Event> certified = certified();
        certified.add(due("1800000.00"));
        certified.add(moved(6, PostingReason.PLEDGE_PAID, price("1800000.00"), payable(BANK, "1800000.00")));
        certified.add(paymentDue(2, PaymentKind.PLEDGE_CLAIM, BANK, "1800000.00"));
        tape.at("2025-07-18T10:30:00", certified.toArray(new Event[0]));
        paidOut(tape, "2025-07-21T10:00:00", 2, BANK, 7, "1800000.00");
        tape.at(
                "2025-07-22T10:00:00",
                new PledgeReleased(DEAL, LISTING, 1, BANK, PLEDGE),
                new EncumbranceReleased(1, PLEDGE));
        return tape.at(
                "2025-08-15T10:00:00",
                new TitleRegistered(DEAL, LISTING, 1, B1),
                new ReleaseConditionMet(DEAL, LISTING, cny("3237880.00")),
                moved(8, PostingReason.PRICE_RELEASED, price("3237880.00"), payable(SELLER, "3237880.00")),
                paymentDue(3, PaymentKind.SELLER_PROCEEDS, SELLER, "3237880.00"));
    }

    private static Tape split(String part, String rest) {
        return parts(
                Examples.singleBidder()
                        .with(event -> event instanceof ListingDrafted drafted ? withSplit(drafted) : event),
                part,
                rest);
    }

    private static Tape parts(Tape all, String part, String rest) {
        Tape tape = all.until(CertificateIssued.class);
        List<Event> certified = certified();
        certified.add(new PartReleased(DEAL, LISTING, cny(part), cny(rest)));
        certified.add(moved(6, PostingReason.PRICE_RELEASED, price(part), payable(SELLER, part)));
        certified.add(paymentDue(2, PaymentKind.SELLER_PROCEEDS, SELLER, part));
        tape.at("2025-07-18T10:30:00", certified.toArray(new Event[0]));
        paidOut(tape, "2025-07-21T10:00:00", 2, SELLER, 7, part);
        return tape.at(
                "2025-08-15T10:00:00",
                new TitleRegistered(DEAL, LISTING, 1, B1),
                new ReleaseConditionMet(DEAL, LISTING, cny(rest)),
                moved(8, PostingReason.PRICE_RELEASED, price(rest), payable(SELLER, rest)),
                paymentDue(3, PaymentKind.SELLER_PROCEEDS, SELLER, rest));
    }

    private static ListingDrafted withSplit(ListingDrafted drafted) {
        ListingTerms terms = drafted.terms();
        return new ListingDrafted(
                drafted.listingId(),
                drafted.code(),
                drafted.memberId(),
                drafted.rightId(),
                drafted.transferorId(),
                drafted.profileId(),
                drafted.feeScheduleId(),
                drafted.calendarId(),
                new ListingTerms(
                        terms.listingPrice(),
                        terms.appraisal(),
                        terms.deposit(),
                        terms.increment(),
                        terms.auctionMode(),
                        terms.disclosureDays(),
                        terms.extensionDays(),
                        terms.maxExtensions(),
                        terms.freePeriodSeconds(),
                        terms.limitedPeriodSeconds(),
                        terms.runnerUpWaiting(),
                        ReleasePolicy.SPLIT,
                        3_333,
                        terms.forfeitPolicy(),
                        terms.conditions()));
    }

    /** E1 up to its release, then the certificate is revoked while the payment was not sent. */
    private static Tape revoked(String claim) {
        Tape tape = Examples.singleBidder().until(CertificateIssued.class);
        tape.at("2025-07-18T10:30:00", certified().toArray(new Event[0]));
        tape.at(
                "2025-08-15T10:00:00",
                new TitleRegistered(DEAL, LISTING, 1, B1),
                new ReleaseConditionMet(DEAL, LISTING, cny("5037880.00")),
                moved(6, PostingReason.PRICE_RELEASED, price("5037880.00"), payable(SELLER, "5037880.00")),
                paymentDue(2, PaymentKind.SELLER_PROCEEDS, SELLER, "5037880.00"));
        return tape.at(
                "2025-08-18T09:30:00",
                new CertificateRevoked(1, DEAL, LISTING, false, "forged"),
                new PaymentCancelled(2),
                moved(
                        7,
                        PostingReason.PAYMENT_RECALLED,
                        leg(AccountKind.PAYABLE, SELLER, 0, DEBIT, "5037880.00"),
                        leg(AccountKind.PRICE, 0, DEAL, CREDIT, "5037880.00")),
                moved(8, PostingReason.UNWOUND, price("5037880.00"), payable(B1, "5037880.00")),
                paymentDue(3, PaymentKind.RESTITUTION, B1, "5037880.00"),
                new RestitutionClaimed(1, DEAL, LISTING, SELLER, B1, cny(claim)));
    }

    private static Tape rescinded(String refund) {
        Money fees = cny(refund).minus(cny("5037880.00"));
        return Examples.singleBidder()
                .until(CertificateIssued.class)
                .at(
                        "2025-07-17T10:00:00",
                        new RescissionOrdered(DEAL, LISTING, RescissionGround.COURT, true, "No. 1"),
                        moved(
                                5,
                                PostingReason.UNWOUND,
                                price("5037880.00"),
                                new PostingLeg(AccountKind.FEE_HELD, 0, 0, DEAL, DEBIT, fees),
                                payable(B1, refund)),
                        paymentDue(1, PaymentKind.RESTITUTION, B1, refund));
    }

    private static List<Event> certified() {
        return new ArrayList<>(List.of(
                new CertificateIssued(1, DEAL, LISTING, "CERT-2025-000001", SELLER, B1, cny("5050000.00")),
                moved(
                        5,
                        PostingReason.FEES_EARNED,
                        leg(AccountKind.FEE_HELD, 0, DEAL, DEBIT, "24240.00"),
                        leg(AccountKind.FEE_EARNED, 0, 0, CREDIT, "24240.00")),
                new PaymentDue(1, PaymentKind.FEES, 0, LISTING, cny("24240.00"), nanos("2025-07-18T10:30:00")),
                new PaymentInstructed(1)));
    }

    private static void paidOut(Tape tape, String time, long payment, long party, long posting, String amount) {
        tape.at(
                time,
                new PaymentInstructed(payment),
                new PaymentConfirmed(payment, "BANK-OUT-" + payment),
                moved(
                        posting,
                        PostingReason.PAID_OUT,
                        leg(AccountKind.PAYABLE, party, 0, DEBIT, amount),
                        leg(AccountKind.SETTLEMENT, 0, 0, CREDIT, amount)));
    }

    private static PledgeClaimDue due(String amount) {
        return new PledgeClaimDue(DEAL, LISTING, BANK, cny(amount), cny("0.00"), PLEDGE);
    }

    private static PaymentDue paymentDue(long payment, PaymentKind kind, long party, String amount) {
        return new PaymentDue(payment, kind, party, LISTING, cny(amount), nanos("2025-12-31T17:00:00"));
    }

    private static MoneyPosted moved(long posting, PostingReason reason, PostingLeg... legs) {
        return new MoneyPosted(posting, reason, List.of(legs));
    }

    private static PostingLeg price(String amount) {
        return leg(AccountKind.PRICE, 0, DEAL, DEBIT, amount);
    }

    private static PostingLeg payable(long party, String amount) {
        return leg(AccountKind.PAYABLE, party, 0, CREDIT, amount);
    }

    private static PostingLeg leg(AccountKind kind, long party, long deal, EntrySide side, String amount) {
        return new PostingLeg(kind, party, 0, deal, side, cny(amount));
    }
}
