package org.tpx.settlement.ledger;

import static org.tpx.protocol.EntrySide.CREDIT;
import static org.tpx.protocol.EntrySide.DEBIT;
import static org.tpx.protocol.PaymentKind.DEPOSIT_REFUND;
import static org.tpx.protocol.PaymentKind.FEES;
import static org.tpx.protocol.PaymentKind.SELLER_PROCEEDS;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.math.BigDecimal;
import java.util.List;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealEvent.CertificateIssued;
import org.tpx.protocol.DealEvent.ContractEffective;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.DealEvent.DealCompleted;
import org.tpx.protocol.DealEvent.DepositConverted;
import org.tpx.protocol.DealEvent.FeeAccrued;
import org.tpx.protocol.DealEvent.PricePaid;
import org.tpx.protocol.DealEvent.ReleaseConditionMet;
import org.tpx.protocol.DealEvent.TitleFiled;
import org.tpx.protocol.DealEvent.TitleRegistered;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceEvent.CalendarVersionLoaded;
import org.tpx.protocol.GovernanceEvent.FeeScheduleLoaded;
import org.tpx.protocol.GovernanceEvent.RuleProfileLoaded;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent.Admitted;
import org.tpx.protocol.ListingEvent.ApplicationAccepted;
import org.tpx.protocol.ListingEvent.AwardDefaulted;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.DefaultFound;
import org.tpx.protocol.ListingEvent.DepositReceived;
import org.tpx.protocol.ListingEvent.IntentRegistered;
import org.tpx.protocol.ListingEvent.ListingCompleted;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingEvent.Lost;
import org.tpx.protocol.ListingEvent.NoticePublished;
import org.tpx.protocol.ListingEvent.Qualified;
import org.tpx.protocol.ListingEvent.Unsold;
import org.tpx.protocol.ListingEvent.Won;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MemberEvent.MembershipApplied;
import org.tpx.protocol.MemberEvent.PartyRegistered;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.ForfeitApplied;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.RightType;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.UnsoldReason;

/**
 * The worked examples E1, E2 and E11 of domain.md 9.9 as the engine tells them, event by event, written by hand: listing 1, seller 1,
 * buyers B1, B2 and B3 are the parties 2, 3 and 4, all times at +08:00.
 */
final class Examples {
    static final long LISTING = 1;
    static final long DEAL = 1;
    static final long SELLER = 1;
    static final long B1 = 2;
    static final long B2 = 3;
    static final long B3 = 4;

    private final Tape tape = new Tape();
    private long postings;
    private long payments;

    private Examples() {}

    static Money cny(String amount) {
        return Money.ofMinor(new BigDecimal(amount).movePointRight(2).longValueExact(), Currency.CNY);
    }

    /** E1: one bidder, a single quote of 5,050,000.00. */
    static Tape singleBidder() {
        Examples e = new Examples();
        e.founded(ForfeitPolicy.FULL);
        e.listed("5000000.00", "1500000.00", "2025-07-07T17:00:00");
        e.admitted("2025-07-02T11:00:00", B1, "BC-001", "1500000.00");
        e.tape.at(
                "2025-07-08T09:45:00",
                new Won(LISTING, B1),
                new Awarded(LISTING, B1, cny("5050000.00"), FeeMode.NEGOTIATED, nanos("2025-07-15T17:00:00")));
        e.signed(
                "2025-07-11", B1, "5050000.00", FeeMode.NEGOTIATED, "3562120.00", "1500000.00", "12120.00", "12120.00");
        e.paid("2025-07-16T10:00:00", B1, "3562120.00", "3550000.00", "12120.00", "12120.00", "5062120.00");
        e.certified("2025-07-18T10:30:00", B1, "5050000.00", "24240.00");
        e.released("2025-08-15T10:00:00", B1, "5037880.00", "2025-08-22T17:00:00");
        return e.tape;
    }

    /** E2: three bidders, B3 wins at 6,400,000.00; the deposits of B1 and B2 go back. */
    static Tape ascendingAuction() {
        Examples e = new Examples();
        e.auctioned(ForfeitPolicy.FULL);
        e.signed("2025-07-10", B3, "6400000.00", FeeMode.BIDDING, "4804800.00", "1800000.00", "15360.00", "204800.00");
        e.confirmed("2025-07-10T11:00:00", AccountKind.PAYABLE, B1, 1, "1800000.00");
        e.confirmed("2025-07-10T11:05:00", AccountKind.PAYABLE, B2, 2, "1800000.00");
        e.paid("2025-07-15T10:00:00", B3, "4804800.00", "4600000.00", "204800.00", "15360.00", "6604800.00");
        e.certified("2025-07-17T10:30:00", B3, "6400000.00", "220160.00");
        e.released("2025-08-15T10:00:00", B3, "6384640.00", "2025-08-22T17:00:00");
        return e.tape;
    }

    /** E11: B3 does not sign; its deposit is forfeited at once ({@code FULL}). */
    static Tape defaultedInFull() {
        Examples e = new Examples();
        e.auctioned(ForfeitPolicy.FULL);
        e.defaulted();
        e.tape.at(
                "2025-07-22T17:00:00",
                e.forfeited("1800000.00"),
                new ForfeitApplied(
                        LISTING, B3, ForfeitPolicy.FULL, cny("220160.00"), cny("1579840.00"), Money.zero(Currency.CNY)),
                e.posted(
                        PostingReason.FORFEIT_APPLIED,
                        forfeitLeg("1800000.00"),
                        leg(AccountKind.FEE_EARNED, 0, CREDIT, "220160.00"),
                        leg(AccountKind.PAYABLE, SELLER, CREDIT, "1579840.00")),
                e.due(FEES, 0, "220160.00", "2025-07-22T17:00:00"),
                e.due(PaymentKind.COMPENSATION, SELLER, "1579840.00", "2025-07-25T17:00:00"));
        return e.tape;
    }

    /** E11: the same under {@code ACTUAL_LOSS}, with a second award of 6,100,000.00 before the loss is known. */
    static Tape defaultedWithActualLoss() {
        Examples e = new Examples();
        e.auctioned(ForfeitPolicy.ACTUAL_LOSS);
        e.defaulted();
        e.tape.at("2025-07-22T17:00:00", e.forfeited("1800000.00"));
        e.tape.at(
                "2025-08-20T11:05:00",
                new Awarded(LISTING, B1, cny("6100000.00"), FeeMode.BIDDING, nanos("2025-08-27T17:00:00")),
                new ForfeitApplied(
                        LISTING, B3, ForfeitPolicy.ACTUAL_LOSS, cny("220160.00"), cny("300000.00"), cny("1279840.00")),
                e.posted(
                        PostingReason.FORFEIT_APPLIED,
                        forfeitLeg("1800000.00"),
                        leg(AccountKind.FEE_EARNED, 0, CREDIT, "220160.00"),
                        leg(AccountKind.PAYABLE, SELLER, CREDIT, "300000.00"),
                        leg(AccountKind.PAYABLE, B3, CREDIT, "1279840.00")),
                e.due(FEES, 0, "220160.00", "2025-08-20T11:05:00"),
                e.due(PaymentKind.COMPENSATION, SELLER, "300000.00", "2025-08-25T17:00:00"),
                e.due(PaymentKind.FORFEIT_BALANCE, B3, "1279840.00", "2025-08-25T17:00:00"));
        return e.tape;
    }

    private void founded(ForfeitPolicy policy) {
        tape.at("2025-06-03T08:00:00", new CalendarVersionLoaded(1, "CN-2025", 1, false, 8 * 3600, List.of()));
        tape.at("2025-06-03T08:01:00", new RuleProfileLoaded(1, "CN_SOE_ASSET", 1, profile(policy)));
        tape.at("2025-06-03T08:02:00", feeSchedule());
        tape.at("2025-06-03T09:00:00", new MembershipApplied(1, "M-S", MembershipClass.BROKER));
        tape.at("2025-06-03T09:01:00", new MembershipApplied(2, "M-1", MembershipClass.BROKER));
        tape.at("2025-06-03T09:02:00", new PartyRegistered(SELLER, "SELLER", Hash256.ZERO, Hash256.ZERO));
        tape.at("2025-06-03T09:03:00", new PartyRegistered(B1, "B1", Hash256.ZERO, Hash256.ZERO));
        tape.at("2025-06-03T09:04:00", new PartyRegistered(B2, "B2", Hash256.ZERO, Hash256.ZERO));
        tape.at("2025-06-03T09:05:00", new PartyRegistered(B3, "B3", Hash256.ZERO, Hash256.ZERO));
        tape.at(
                "2025-06-03T10:00:00",
                new RightRegistered(
                        1,
                        "R1",
                        RightType.PATENT_INVENTION,
                        "EXAMPLE R1",
                        "Example patent",
                        List.of(new Owner(SELLER, 10_000))));
    }

    static FeeScheduleLoaded feeSchedule() {
        return new FeeScheduleLoaded(
                1,
                "FEE-CS-2022",
                1,
                cny("3600.00"),
                cny("2000.00"),
                List.of(
                        new FeeTier(cny("30000000.00"), 2_400, 32_000, 2_400),
                        new FeeTier(cny("60000000.00"), 2_000, 24_000, 2_000),
                        new FeeTier(cny("100000000.00"), 1_500, 14_000, 1_500),
                        new FeeTier(cny("500000000.00"), 700, 6_000, 700),
                        new FeeTier(Money.NONE, 300, 3_000, 300)));
    }

    private static RuleProfileTerms profile(ForfeitPolicy policy) {
        return new RuleProfileTerms(
                Currency.CNY,
                PeriodCounting.EXCLUDE_START,
                5,
                5,
                0,
                10,
                5,
                2,
                0,
                5,
                3,
                3_000,
                0,
                true,
                9_000,
                12,
                true,
                5,
                3_600,
                300,
                false,
                false,
                false,
                10,
                300,
                true,
                5,
                true,
                3,
                20,
                5,
                5,
                5,
                5,
                3,
                3,
                5,
                true,
                false,
                30,
                20,
                10,
                10,
                30,
                30,
                20,
                5,
                3,
                30,
                Money.NONE,
                0,
                0,
                GuideForce.WARN,
                false,
                false,
                0,
                ReleasePolicy.ON_TITLE_REGISTERED,
                0,
                0,
                policy,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void listed(String price, String deposit, String disclosureEnd) {
        ListingTerms terms = new ListingTerms(
                cny(price),
                cny(price),
                cny(deposit),
                cny("50000.00"),
                AuctionMode.MULTI_ROUND_ASCENDING,
                20,
                0,
                0,
                0,
                0,
                false,
                ReleasePolicy.BY_PROFILE,
                0,
                ForfeitPolicy.BY_PROFILE,
                "");
        tape.at("2025-06-04T09:00:00", new ListingDrafted(LISTING, "L1", 1, 1, SELLER, 1, 1, 1, terms));
        tape.at("2025-06-06T10:00:00", new ApplicationAccepted(LISTING, "LST-2025-0001", 1, 1));
        tape.at("2025-06-09T09:00:00", new NoticePublished(LISTING, 1, cny(price), cny(deposit), nanos(disclosureEnd)));
    }

    private void admitted(String local, long party, String bidderCode, String deposit) {
        tape.at(local, new IntentRegistered(LISTING, party, 2, false));
        tape.at(local, new Qualified(LISTING, party, cny(deposit), nanos("2025-07-03T17:00:00")));
        tape.at(
                local,
                new MoneyReceived("BANK-D-" + party, MoneyPurpose.DEPOSIT, LISTING, party, cny(deposit)),
                posted(
                        PostingReason.DEPOSIT_IN,
                        leg(AccountKind.SETTLEMENT, 0, DEBIT, deposit),
                        depositLeg(party, CREDIT, deposit)),
                new DepositReceived(LISTING, party, cny(deposit)),
                new Admitted(LISTING, party, bidderCode));
    }

    private void auctioned(ForfeitPolicy policy) {
        founded(policy);
        listed("6000000.00", "1800000.00", "2025-07-07T17:00:00");
        admitted("2025-07-01T10:00:00", B1, "BC-001", "1800000.00");
        admitted("2025-07-01T11:00:00", B2, "BC-002", "1800000.00");
        admitted("2025-07-01T12:00:00", B3, "BC-003", "1800000.00");
        tape.at(
                "2025-07-08T11:12:59.900",
                new Won(LISTING, B3),
                new Lost(LISTING, B1),
                posted(
                        PostingReason.DEPOSIT_RELEASED,
                        depositLeg(B1, DEBIT, "1800000.00"),
                        leg(AccountKind.PAYABLE, B1, CREDIT, "1800000.00")),
                due(DEPOSIT_REFUND, B1, "1800000.00", "2025-07-11T17:00:00"),
                new Lost(LISTING, B2),
                posted(
                        PostingReason.DEPOSIT_RELEASED,
                        depositLeg(B2, DEBIT, "1800000.00"),
                        leg(AccountKind.PAYABLE, B2, CREDIT, "1800000.00")),
                due(DEPOSIT_REFUND, B2, "1800000.00", "2025-07-11T17:00:00"),
                new Awarded(LISTING, B3, cny("6400000.00"), FeeMode.BIDDING, nanos("2025-07-15T17:00:00")));
        tape.at("2025-07-09T10:00:00", new PaymentInstructed(1), new PaymentInstructed(2));
    }

    private void signed(
            String day,
            long buyer,
            String price,
            FeeMode mode,
            String due,
            String deposit,
            String sellerFee,
            String buyerFee) {
        tape.at(day + "T10:00:00", new ContractSigned(DEAL, LISTING, SELLER, buyer, cny(price), mode, Hash256.ZERO));
        tape.at(
                day + "T10:05:00",
                new ContractEffective(DEAL, LISTING, cny(due), nanos("2025-07-18T17:00:00")),
                new DepositConverted(DEAL, LISTING, buyer, cny(deposit)),
                posted(
                        PostingReason.DEPOSIT_CONVERTED,
                        depositLeg(buyer, DEBIT, deposit),
                        dealLeg(AccountKind.PRICE, CREDIT, deposit)),
                new FeeAccrued(DEAL, LISTING, SELLER, FeeSide.SELLER, cny(sellerFee)),
                new FeeAccrued(DEAL, LISTING, buyer, FeeSide.BUYER, cny(buyerFee)));
    }

    private void paid(
            String local, long buyer, String amount, String price, String buyerFee, String sellerFee, String total) {
        tape.at(
                local,
                new MoneyReceived("BANK-P", MoneyPurpose.PRICE, LISTING, buyer, cny(amount)),
                posted(
                        PostingReason.PRICE_IN,
                        leg(AccountKind.SETTLEMENT, 0, DEBIT, amount),
                        dealLeg(AccountKind.PRICE, CREDIT, price),
                        dealLeg(AccountKind.FEE_HELD, CREDIT, buyerFee)),
                posted(
                        PostingReason.SELLER_FEE_RESERVED,
                        dealLeg(AccountKind.PRICE, DEBIT, sellerFee),
                        dealLeg(AccountKind.FEE_HELD, CREDIT, sellerFee)),
                new PricePaid(DEAL, LISTING, cny(total), nanos("2025-07-21T17:00:00")));
    }

    private void certified(String local, long buyer, String price, String fees) {
        tape.at(
                local,
                new CertificateIssued(1, DEAL, LISTING, "CERT-2025-000001", SELLER, buyer, cny(price)),
                posted(
                        PostingReason.FEES_EARNED,
                        dealLeg(AccountKind.FEE_HELD, DEBIT, fees),
                        leg(AccountKind.FEE_EARNED, 0, CREDIT, fees)),
                due(FEES, 0, fees, local),
                new PaymentInstructed(payments));
        confirmed("2025-07-21T09:00:00", AccountKind.FEE_EARNED, 0, payments, fees);
    }

    private void released(String local, long buyer, String net, String due) {
        tape.at("2025-07-22T09:00:00", new TitleFiled(DEAL, LISTING, "RECEIPT-1"));
        tape.at(
                local,
                new TitleRegistered(DEAL, LISTING, 1, buyer),
                new ReleaseConditionMet(DEAL, LISTING, cny(net)),
                posted(
                        PostingReason.PRICE_RELEASED,
                        dealLeg(AccountKind.PRICE, DEBIT, net),
                        leg(AccountKind.PAYABLE, SELLER, CREDIT, net)),
                due(SELLER_PROCEEDS, SELLER, net, due));
        tape.at("2025-08-18T09:30:00", new PaymentInstructed(payments));
        confirmed(
                "2025-08-19T10:00:00",
                AccountKind.PAYABLE,
                SELLER,
                payments,
                net,
                new DealCompleted(DEAL, LISTING),
                new ListingCompleted(LISTING));
    }

    private void confirmed(
            String local, AccountKind account, long party, long payment, String amount, Event... afterwards) {
        Event[] events = new Event[2 + afterwards.length];
        events[0] = new PaymentConfirmed(payment, "BANK-OUT-" + payment);
        events[1] = posted(
                PostingReason.PAID_OUT,
                leg(account, party, DEBIT, amount),
                leg(AccountKind.SETTLEMENT, 0, CREDIT, amount));
        System.arraycopy(afterwards, 0, events, 2, afterwards.length);
        tape.at(local, events);
    }

    private void defaulted() {
        confirmed("2025-07-10T11:00:00", AccountKind.PAYABLE, B1, 1, "1800000.00");
        confirmed("2025-07-10T11:05:00", AccountKind.PAYABLE, B2, 2, "1800000.00");
        tape.at(
                "2025-07-15T17:00:00",
                new AwardDefaulted(LISTING, B3, DefaultTrigger.NOT_SIGNED),
                new DefaultFound(LISTING, B3, DefaultTrigger.NOT_SIGNED, nanos("2025-07-22T17:00:00")),
                new Unsold(LISTING, UnsoldReason.AWARD_DEFAULTED));
    }

    private MoneyPosted forfeited(String amount) {
        return posted(
                PostingReason.DEPOSIT_FORFEITED,
                depositLeg(B3, DEBIT, amount),
                new PostingLeg(AccountKind.FORFEIT, 0, LISTING, 0, CREDIT, cny(amount)));
    }

    private static PostingLeg forfeitLeg(String amount) {
        return new PostingLeg(AccountKind.FORFEIT, 0, LISTING, 0, DEBIT, cny(amount));
    }

    private MoneyPosted posted(PostingReason reason, PostingLeg... legs) {
        postings++;
        return new MoneyPosted(postings, reason, List.of(legs));
    }

    private PaymentDue due(PaymentKind kind, long party, String amount, String local) {
        payments++;
        return new PaymentDue(payments, kind, party, LISTING, cny(amount), nanos(local));
    }

    private static PostingLeg leg(AccountKind account, long party, EntrySide side, String amount) {
        return new PostingLeg(account, party, 0, 0, side, cny(amount));
    }

    private static PostingLeg depositLeg(long party, EntrySide side, String amount) {
        return new PostingLeg(AccountKind.DEPOSIT, party, LISTING, 0, side, cny(amount));
    }

    private static PostingLeg dealLeg(AccountKind account, EntrySide side, String amount) {
        return new PostingLeg(account, 0, 0, DEAL, side, cny(amount));
    }
}
