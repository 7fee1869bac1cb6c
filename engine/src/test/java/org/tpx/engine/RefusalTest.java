package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.engine.charge.ChargeRefusalTest;
import org.tpx.engine.custody.CustodyRefusalTest;
import org.tpx.engine.deal.PapersTest;
import org.tpx.engine.deal.PledgeTest;
import org.tpx.engine.deal.TechContractTest;
import org.tpx.engine.evaluation.EvaluationTest;
import org.tpx.engine.negotiation.NegotiationRefusalTest;
import org.tpx.engine.offer.OfferRefusalTest;
import org.tpx.engine.offering.OfferingRefusalTest;
import org.tpx.engine.right.RegisterRefusalTest;
import org.tpx.engine.rofr.RofrRefusalTest;
import org.tpx.engine.rule.Examples;
import org.tpx.engine.sale.SaleRefusalTest;
import org.tpx.engine.sale.TenderRefusalTest;
import org.tpx.engine.unit.OrderRefusalTest;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.IdentityCommand.ProposeAccessRules;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SystemCommand.SetAdmission;

/**
 * Every reason for which the exchange refuses a command, one test each, in the order of the enum: here, or in the tests of sales,
 * units, negotiations, offers, evaluations and shares.
 */
class RefusalTest extends Scenario {

    private static final String START = "CNY 6,000,000.00";

    /** What only sixteen million orders bring about. */
    private static final Set<RejectReason> OUT_OF_REACH = EnumSet.of(RejectReason.BOOK_FULL);

    /** The tests that show reasons, each in the order of the enum. */
    private static final List<Class<?>> AREAS = List.of(
            RefusalTest.class,
            BidRefusalTest.class,
            OrderRefusalTest.class,
            SaleRefusalTest.class,
            TenderRefusalTest.class,
            NegotiationRefusalTest.class,
            OfferRefusalTest.class,
            RofrRefusalTest.class,
            OfferingRefusalTest.class,
            CustodyRefusalTest.class,
            ChargeRefusalTest.class,
            PledgeTest.class,
            EvaluationTest.class,
            PapersTest.class,
            TechContractTest.class,
            RegisterRefusalTest.class);

    @Test
    @Gives(RejectReason.DUPLICATE_CLIENT_ID)
    void shouldRefuseAnotherCommandUnderAReferenceThatWasUsed() {
        market.inBidding(listing("L1"), "B1", "B2")
                .by("A-B1", 7, market.bid("B1", START))
                .accepted();
        market.by("A-B1", 7, market.bid("B1", "CNY 6,050,000.00")).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("CLERK-1", 8, market.bid("B1", START)).by("CLERK-1", 8, market.drafting(listing("L2")));
        market.refused(RejectReason.DUPLICATE_CLIENT_ID);
    }

    @Test
    @Gives(RejectReason.NODE_FULL)
    void shouldRefuseNewBusinessWhileTheNodeIsFull() {
        market.inBidding(listing("L1"), "B1", "B2").by("NODE", new SetAdmission(false));
        market.bids("B1", START).refused(RejectReason.NODE_FULL);
    }

    @Test
    @Gives(RejectReason.UNKNOWN_PRINCIPAL)
    void shouldRefuseAPersonWhomNobodyEnrolled() {
        by("NOBODY", market.drafting(listing("L1"))).refused(RejectReason.UNKNOWN_PRINCIPAL);
    }

    @Test
    @Gives(RejectReason.ROLE_NOT_ALLOWED)
    void shouldRefuseWhatIsNotForTheSendersRole() {
        by("SUPERVISOR-1", market.drafting(listing("L1"))).refused(RejectReason.ROLE_NOT_ALLOWED);
    }

    @Test
    @Gives(RejectReason.SAME_PERSON)
    void shouldRefuseTheApprovalOfWhoeverMadeTheProposal() {
        market.inBidding(listing("L1"), "B1", "B2")
                .halts(HaltScope.LISTING)
                .lifts(HaltScope.LISTING)
                .accepted();
        by("SUPERVISOR-1", Examples.calendar2025(2))
                .approved("SUPERVISOR-1", "2025/7")
                .refused(RejectReason.SAME_PERSON);
    }

    @Test
    @Gives(RejectReason.NOT_QUALIFIED)
    void shouldRefuseAnAgentWithoutTheQualificationThatTheRulesDemand() {
        market.inBidding(listing("L1"), "B1", "B2").decided(new ProposeAccessRules("ACCESS-1", true));
        by("A-B1", market.bid("B2", START)).refused(RejectReason.NOT_QUALIFIED);
    }

    @Test
    @Gives(RejectReason.NO_MANDATE)
    void shouldRefuseAnAgentWithoutAMandateOfTheParty() {
        market.inBidding(listing("L1"), "B1", "B2")
                .by("A-B1", market.bid("B2", START))
                .refused(RejectReason.NO_MANDATE);
        by("A-B1", market.drafting(listing("L2"))).refused(RejectReason.NO_MANDATE);
        market.mandated("SELLER", "SELLER", MandateScope.SELL, "2025-01-01 00:00", "2025-07-08 10:00")
                .withdraws();
        market.refused(RejectReason.NO_MANDATE);
    }

    @Test
    @Gives(RejectReason.MEMBER_NOT_ACTIVE)
    void shouldRefuseTheAgentOfAMemberThatIsGone() {
        market.inBidding(listing("L1"), "B1", "B2").sanctions("M-B1", Sanction.EXPEL, 0);
        market.bids("B1", START).refused(RejectReason.MEMBER_NOT_ACTIVE);
    }

    @Test
    @Gives(RejectReason.SUSPENDED_MEMBER)
    void shouldRefuseTheAgentOfASuspendedMember() {
        market.inBidding(listing("L1"), "B1", "B2").suspendsMember("M-B1", "2025-08-01 00:00");
        market.bids("B1", START).refused(RejectReason.SUSPENDED_MEMBER);
    }

    @Test
    @Gives(RejectReason.RESTRICTED_MEMBER)
    void shouldRefuseNewBusinessOfARestrictedMember() {
        market.party("B1")
                .disclosed(listing("L1"))
                .sanctions("M-B1", Sanction.RESTRICT, 0)
                .intends("B1");
        market.refused(RejectReason.RESTRICTED_MEMBER).sanctions("M-SELLER", Sanction.RESTRICT, 0);
        market.drafts(listing("L2")).refused(RejectReason.RESTRICTED_MEMBER);
        market.on("L1").relists(START).refused(RejectReason.RESTRICTED_MEMBER);
        market.submits().refused(RejectReason.RESTRICTED_MEMBER);
    }

    @Test
    @Gives(RejectReason.UNKNOWN_SUBJECT)
    void shouldRefuseWhatIsAboutNothing() {
        market.accepts().refused(RejectReason.UNKNOWN_SUBJECT).on("L9").schedules("2025-07-08 10:00", "");
        market.refused(RejectReason.UNKNOWN_SUBJECT).drafts(listing("L1").of("R9"));
        market.refused(RejectReason.UNKNOWN_SUBJECT).confirms(1).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", market.bid("SELLER", START)).refused(RejectReason.UNKNOWN_SUBJECT);
    }

    @Test
    @Gives(RejectReason.CODE_TAKEN)
    void shouldRefuseACodeThatNamesSomethingElse() {
        market.drafts(listing("L1")).drafts(listing("L1")).refused(RejectReason.CODE_TAKEN);
        market.right("R1", RightType.KNOW_HOW, "SELLER").refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", new ApplyMembership("M-SELLER", MembershipClass.BROKER)).refused(RejectReason.CODE_TAKEN);
        by("CLERK-1", new RegisterParty("SELLER", Hash256.ZERO, Hash256.ZERO)).refused(RejectReason.CODE_TAKEN);
        by("OPERATOR-1", Examples.calendar2025(2))
                .by("OPERATOR-1", Examples.calendar2025(2))
                .refused(RejectReason.CODE_TAKEN);
    }

    @Test
    @Gives(RejectReason.VARIETY_NOT_APPROVED)
    void shouldRefuseRulesThatWereNotApproved() {
        by("A-SELLER", With.with(market.drafting(listing("L1")), "profileId", 9L))
                .refused(RejectReason.VARIETY_NOT_APPROVED);
        by("A-SELLER", With.with(market.drafting(listing("L1")), "feeScheduleId", 9L))
                .refused(RejectReason.VARIETY_NOT_APPROVED);
        by("A-SELLER", With.with(market.drafting(listing("L1")), "calendarId", 9L))
                .refused(RejectReason.VARIETY_NOT_APPROVED);
        by("OPERATOR-1", Examples.calendar2025(2))
                .approved("SUPERVISOR-1", "")
                .refused(RejectReason.VARIETY_NOT_APPROVED);
    }

    @Test
    @Gives(RejectReason.NOT_OWNER)
    void shouldRefuseATransferorThatTheRegisterDoesNotName() {
        market.party("HEIR").drafts(listing("L1").from("HEIR"));
        by("A-HEIR", market.submission(DocumentKind.TITLE_CERTIFICATE, DocumentKind.NOTICE_DRAFT))
                .refused(RejectReason.NOT_OWNER);
        market.drafts(listing("L2")).submits().accepted();
        owners("HEIR");
        market.accepts().refused(RejectReason.NOT_OWNER).publishes().refused(RejectReason.NOT_OWNER);
    }

    @Test
    @Gives(RejectReason.CO_OWNER_CONSENT)
    void shouldRefuseWithoutTheConsentOfACoOwner() {
        market.party("HEIR").drafts(listing("L1"));
        owners("SELLER", "HEIR");
        market.submits().refused(RejectReason.CO_OWNER_CONSENT);
    }

    @Test
    @Gives(RejectReason.PLEDGEE_CONSENT)
    void shouldRefuseWithoutTheConsentOfAPledgee() {
        market.party("BANK").drafts(listing("L1"));
        long right = market.id(Ref.RIGHT, "R1");
        by("CLERK-1", new RecordEncumbrance(right, EncumbranceKind.PLEDGE, market.id(Ref.PARTY, "BANK"), "P-1"));
        market.submits().refused(RejectReason.PLEDGEE_CONSENT);
    }

    @Test
    @Gives(RejectReason.RIGHT_FROZEN)
    void shouldRefuseWhileTheRightIsFrozen() {
        market.drafts(listing("L1"));
        freeze();
        market.submits().refused(RejectReason.RIGHT_FROZEN);
    }

    @Test
    @Gives(RejectReason.RIGHT_ALREADY_LISTED)
    void shouldRefuseASecondListingOfTheSameRight() {
        market.drafts(listing("L1"))
                .submits()
                .drafts(listing("L2"))
                .submits()
                .refused(RejectReason.RIGHT_ALREADY_LISTED);
    }

    @Test
    @Gives(RejectReason.DUE_DILIGENCE_MISSING)
    void shouldRefuseAnApplicationWithoutDueDiligence() {
        market.drafts(listing("L1"));
        var papers = market.submission(DocumentKind.TITLE_CERTIFICATE, DocumentKind.NOTICE_DRAFT);
        by("A-SELLER", With.with(papers, "dueDiligence", Hash256.ZERO)).refused(RejectReason.DUE_DILIGENCE_MISSING);
    }

    @Test
    @Gives(RejectReason.DOCUMENT_MISSING)
    void shouldRefuseAnApplicationWithoutAllItsPapers() {
        market.drafts(listing("L1"))
                .by("A-SELLER", market.submission(DocumentKind.TITLE_CERTIFICATE, DocumentKind.OTHER));
        market.refused(RejectReason.DOCUMENT_MISSING);
    }

    @Test
    @Gives(RejectReason.FLOOR_BELOW_APPRAISAL)
    void shouldRefuseAFirstPriceBelowTheAppraisal() {
        market.rules("appraisalRequired", true)
                .drafts(listing("L1").appraisal("CNY 6,000,000.01"))
                .submits()
                .accepts();
        market.refused(RejectReason.FLOOR_BELOW_APPRAISAL).withdraws();
        market.drafts(listing("L2"))
                .submits()
                .accepts()
                .refused(RejectReason.FLOOR_BELOW_APPRAISAL)
                .withdraws();
        market.drafts(listing("L3").appraisal(START)).submits().accepts().accepted();
    }

    @Test
    @Gives(RejectReason.DEPOSIT_CAP)
    void shouldRefuseADepositOutsideItsBounds() {
        market.rules("depositFloorBps", 500)
                .drafts(listing("L1").deposit("CNY 1,800,000.01"))
                .submits();
        market.refused(RejectReason.DEPOSIT_CAP)
                .drafts(listing("L2").deposit("CNY 299,999.99"))
                .submits();
        market.refused(RejectReason.DEPOSIT_CAP)
                .drafts(listing("L3").deposit("CNY 300,000.00"))
                .submits()
                .accepted();
    }

    @Test
    @Gives(RejectReason.PERIOD_TOO_SHORT)
    void shouldRefuseAPeriodBelowTheLeast() {
        market.drafts(listing("L1").days(9)).submits().refused(RejectReason.PERIOD_TOO_SHORT);
        market.drafts(listing("L2").with("extensionDays", 4)).submits().refused(RejectReason.PERIOD_TOO_SHORT);
        market.disclosed(listing("L3")).at("2025-07-07 17:00");
        by("A-SELLER", With.with(market.relisting(START), "disclosureDays", 4)).refused(RejectReason.PERIOD_TOO_SHORT);
    }

    @Test
    @Gives(RejectReason.REAPPRAISAL_REQUIRED)
    void shouldRefuseARelistingAfterTheListingsLife() {
        market.disclosed(listing("L1"))
                .at("2026-06-10 00:00")
                .relists(START)
                .refused(RejectReason.REAPPRAISAL_REQUIRED);
    }

    @Test
    @Gives(RejectReason.APPROVAL_REQUIRED)
    void shouldRefuseALowPriceWithoutAnApproval() {
        market.disclosed(listing("L1").appraisal(START)).at("2025-07-07 17:00").relists("CNY 5,399,999.99");
        market.refused(RejectReason.APPROVAL_REQUIRED)
                .relists("CNY 5,400,000.00")
                .accepted();
    }

    @Test
    @Gives(RejectReason.FEES_UNPAID)
    void shouldRefuseACertificateBeforeAllIsPaid() {
        market.effective(listing("L1"));
        by("CLERK-1", new ProposeCertificate("C-1", market.listingId())).refused(RejectReason.FEES_UNPAID);
    }

    @Test
    @Gives(RejectReason.ALREADY_ISSUED)
    void shouldRefuseASecondCertificate() {
        market.certified(listing("L1"));
        by("CLERK-1", new ProposeCertificate("C-1", market.listingId())).refused(RejectReason.ALREADY_ISSUED);
        market.registersTitle().sends(3).confirms(3).confirms(2).accepted();
        by("CLERK-1", new ProposeCertificate("C-2", market.listingId())).refused(RejectReason.ALREADY_ISSUED);
    }

    @Test
    @Gives(RejectReason.ALREADY_REGISTERED)
    void shouldRefuseASecondIntentOfAParty() {
        market.party("B1")
                .disclosed(listing("L1"))
                .intends("B1")
                .intends("B1")
                .refused(RejectReason.ALREADY_REGISTERED);
    }

    @Test
    @Gives(RejectReason.DUPLICATE_BANK_REFERENCE)
    void shouldRefuseABankReferenceThatWasBooked() {
        market.party("B1").disclosed(listing("L1")).deposits("B1", "CNY 1.00");
        var again = With.with(market.receipt(MoneyPurpose.PRICE, "B1", "CNY 2.00"), "bankReference", "BANK-1");
        by("CLERK-1", again).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
    }

    @Test
    @Gives(RejectReason.NOT_ALLOWED)
    void shouldRefuseWhatDoesNotFitThePresentState() {
        market.drafts(listing("L1"))
                .publishes()
                .refused(RejectReason.NOT_ALLOWED)
                .closes()
                .refused(RejectReason.NOT_ALLOWED);
        market.parties("B1").disclosed(listing("L2")).intends("SELLER").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    @Gives(RejectReason.HALTED)
    void shouldRefuseBidsAndQuotesInAHalt() {
        market.inBidding(listing("L1"), "B1", "B2")
                .halts(HaltScope.MARKET)
                .bids("B1", START)
                .refused(RejectReason.HALTED);
        market.quotes("B1", START).refused(RejectReason.HALTED);
    }

    @Test
    @Gives(RejectReason.AUCTION_NOT_OPEN)
    void shouldRefuseBidsBeforeTheStart() {
        market.inAuction("B1", "B2").bids("B1", START).refused(RejectReason.AUCTION_NOT_OPEN);
        market.schedules("2025-07-08 10:00", "").bids("B1", START).refused(RejectReason.AUCTION_NOT_OPEN);
    }

    @Test
    @Gives(RejectReason.LATE)
    void shouldRefuseWhatComesAtTheDeadlineOrLater() {
        market.inBidding(listing("L1"), "B1", "B2")
                .at("2025-07-08 11:05")
                .bids("B1", START)
                .refused(RejectReason.LATE);
        market.intends("SELLER")
                .refused(RejectReason.NOT_ALLOWED)
                .party("B3")
                .intends("B3")
                .refused(RejectReason.LATE);
    }

    @Test
    @Gives(RejectReason.NOT_ADMITTED)
    void shouldRefuseWhoIsNotAdmitted() {
        market.party("B3")
                .inBidding(listing("L1"), "B1", "B2")
                .bids("B3", START)
                .refused(RejectReason.NOT_ADMITTED);
    }

    @Test
    @Gives(RejectReason.NO_FREE_PERIOD_BID)
    void shouldRefuseWhoDidNotBidInTheFreePeriod() {
        market.rules("requireFreePeriodBid", true).inBidding(listing("L1"), "B1", "B2");
        at("2025-07-08 11:00").bids("B1", START).refused(RejectReason.NO_FREE_PERIOD_BID);
    }

    @Test
    @Gives(RejectReason.CURRENCY)
    void shouldRefuseAnotherCurrency() {
        market.inBidding(listing("L1"), "B1", "B2")
                .bids("B1", "USD 6,000,000.00")
                .refused(RejectReason.CURRENCY);
        market.deposits("B1", "EUR 1.00").refused(RejectReason.CURRENCY);
        market.drafts(listing("L2").price("USD 6,000,000.00")).refused(RejectReason.CURRENCY);
        market.drafts(listing("L3").deposit("USD 1.00")).refused(RejectReason.CURRENCY);
        market.drafts(listing("L4").appraisal("USD 1.00")).refused(RejectReason.CURRENCY);
        market.drafts(listing("L5").with("increment", Written.money("JPY 1"))).refused(RejectReason.CURRENCY);
        at("2025-07-08 11:05").on("L1").relists("USD 6,000,000.00").refused(RejectReason.CURRENCY);
        by("A-SELLER", With.with(market.relisting("USD 6,000,000.00"), "conditionsChanged", true))
                .refused(RejectReason.CURRENCY);
        by("A-SELLER", With.with(market.relisting(START), "deposit", Written.money("USD 1.00")))
                .refused(RejectReason.CURRENCY);
    }

    @Test
    void shouldShowEveryReasonOnceAndInTheirOrder() {
        List<List<RejectReason>> shown = AREAS.stream().map(Shown::by).toList();
        assertThat(shown).allSatisfy(ofArea -> assertThat(ofArea).isSorted());
        assertThat(shown.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(OUT_OF_REACH)));
    }

    private void owners(String... parties) {
        List<Owner> shares = Arrays.stream(parties)
                .map(party -> new Owner(market.id(Ref.PARTY, party), 10_000 / parties.length))
                .toList();
        by("CLERK-1", new RecordTitle(market.id(Ref.RIGHT, "R1"), "deed", Hash256.ZERO, shares))
                .accepted();
    }

    private void freeze() {
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "C-1"))
                .accepted();
    }
}
