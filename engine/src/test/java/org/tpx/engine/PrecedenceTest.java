package org.tpx.engine;

import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Command;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.DealCommand.ConfirmPayment;
import org.tpx.protocol.DealCommand.ProposeCertificate;
import org.tpx.protocol.DealCommand.ProposePayments;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.DealCommand.SignContract;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.AcceptApplication;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.ListingCommand.ProposeResumption;
import org.tpx.protocol.ListingCommand.PublishNotice;
import org.tpx.protocol.ListingCommand.RegisterIntent;
import org.tpx.protocol.ListingCommand.RequestRelist;
import org.tpx.protocol.ListingCommand.SubmitApplication;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordConsent;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightType;
import org.tpx.protocol.SaleCommand.AcceptPrice;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;
import org.tpx.protocol.SaleCommand.SetDutchTerms;
import org.tpx.protocol.SaleCommand.SubmitSingleQuote;
import org.tpx.protocol.SaleCommand.SubmitStageBid;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SystemCommand.SetAdmission;

/**
 * Of several reasons the first in the order of {@link RejectReason} is given. Each test begins with a command that is wrong in
 * every way and puts one thing right after the other: at each step all the reasons further down still apply.
 */
class PrecedenceTest extends Scenario {

    private static final String START = "CNY 6,000,000.00";

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstABid() {
        market.rules("requireFreePeriodBid", true).parties("B3").inAuction("B1", "B2");
        market.schedules("2025-07-08 10:00", "2025-07-08 11:00").halts(HaltScope.LISTING);
        market.suspendsMember("M-B3", "2025-09-01 00:00").by("NODE", new SetAdmission(false));
        market.by("A-B3", 7, market.bid("B1", "USD 1.00")).refused(RejectReason.NODE_FULL);
        market.by("A-B3", 7, market.bid("B2", "USD 1.00")).refused(RejectReason.DUPLICATE_CLIENT_ID);
        market.by("NOBODY", market.bid("B1", "USD 1.00")).refused(RejectReason.NODE_FULL);
        market.by("NODE", new SetAdmission(true));
        market.by("NOBODY", market.bid("B1", "USD 1.00")).refused(RejectReason.UNKNOWN_PRINCIPAL);
        market.by("CLERK-1", market.bid("B1", "USD 1.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        market.by("A-B3", market.bid("B1", "USD 1.00")).refused(RejectReason.NO_MANDATE);
        market.by("A-B3", unlisted(market.bid("B1", "USD 1.00"))).refused(RejectReason.NO_MANDATE);
        market.by("A-B3", unlisted(market.bid("B3", "USD 1.00"))).refused(RejectReason.SUSPENDED_MEMBER);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-B3"), "amends"));
        market.by("A-B3", unlisted(market.bid("B3", "USD 1.00"))).refused(RejectReason.UNKNOWN_SUBJECT);
        market.bids("B3", "USD 1.00").refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING).bids("B3", "USD 1.00").refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00").bids("B1", START).accepted();
        at("2025-07-08 11:00").bids("B3", "USD 1.00").refused(RejectReason.NOT_ADMITTED);
        market.bids("B2", "USD 1.00").refused(RejectReason.NO_FREE_PERIOD_BID);
        market.bids("B1", "USD 1.00").refused(RejectReason.CURRENCY);
        market.bids("B1", "CNY 1.00").refused(RejectReason.BELOW_START);
        market.bids("B1", START).refused(RejectReason.NOT_ABOVE_HIGH);
        market.bids("B1", "CNY 999,999,999.99").refused(RejectReason.BAD_INCREMENT);
        market.bids("B1", "CNY 999,950,000.00").refused(RejectReason.SELF_OUTBID);
        at("2025-07-08 11:05").bids("B3", "USD 1.00").refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstABidInAHybridDutchAuction() {
        market.draftsWith(id -> new SetDutchTerms(id, Written.money("CNY 100,000.00"), 300, 30, true, 600, 300));
        market.parties("B3").inAuction(listing("L1").with("auctionMode", AuctionMode.DUTCH), "B1", "B2");
        market.schedules("2025-07-08 10:00", "").halts(HaltScope.LISTING);
        by("CLERK-1", stageBid("B1", "USD 1.00")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B3", stageBid("B1", "USD 1.00")).refused(RejectReason.NO_MANDATE);
        by("A-B3", With.with(stageBid("B3", "USD 1.00"), "listingId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-B3", stageBid("B3", "USD 1.00")).refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING);
        by("A-B3", stageBid("B3", "USD 1.00")).refused(RejectReason.AUCTION_NOT_OPEN);
        at("2025-07-08 10:00");
        by("A-B3", stageBid("B3", "USD 1.00")).refused(RejectReason.AUCTION_NOT_OPEN);
        by("A-B1", new AcceptPrice(market.listingId(), market.id(Ref.PARTY, "B1"), Written.money(START)));
        by("A-B2", stageBid("B2", "CNY 6,500,000.00")).accepted();
        by("A-B3", stageBid("B3", "USD 1.00")).refused(RejectReason.NOT_ADMITTED);
        by("A-B2", stageBid("B2", "USD 1.00")).refused(RejectReason.ALREADY_QUOTED);
        by("A-B1", stageBid("B1", "USD 1.00")).refused(RejectReason.CURRENCY);
        by("A-B1", stageBid("B1", "CNY 1.00")).refused(RejectReason.NOT_ABOVE_HIGH);
        by("A-B1", stageBid("B1", "CNY 999,999,999.99")).refused(RejectReason.SELF_OUTBID);
        at("2025-07-08 10:10");
        by("A-B3", stageBid("B3", "USD 1.00")).refused(RejectReason.LATE);
    }

    private SubmitStageBid stageBid(String party, String amount) {
        return new SubmitStageBid(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount));
    }

    @Test
    void shouldNameAHaltBeforeTheHoursOfBidding() {
        market.inAuction("B1", "B2").halts(HaltScope.MARKET).bids("B1", START).refused(RejectReason.HALTED);
        market.right("R2", RightType.KNOW_HOW, "SELLER").drafts(listing("L2").of("R2"));
        market.bids("B1", START).refused(RejectReason.HALTED);
        market.on("L1").withdraws().accepted().bids("B1", START).refused(RejectReason.HALTED);
        market.lifts(HaltScope.MARKET).bids("B1", START).refused(RejectReason.LATE);
        market.on("L2").bids("B1", START).refused(RejectReason.AUCTION_NOT_OPEN);
    }

    private static PlaceBid unlisted(PlaceBid bid) {
        return With.with(bid, "listingId", 99L);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstADraft() {
        market.party("B1").drafts(listing("L1")).sanctions("M-SELLER", Sanction.RESTRICT, 0);
        DraftListing draft =
                With.with(market.drafting(listing("L1").price("USD 1.00")), "rightId", 99L, "profileId", 99L);
        by("NOBODY", draft).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", draft).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", draft).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", draft).refused(RejectReason.RESTRICTED_MEMBER);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-SELLER"), "amends"));
        by("A-SELLER", draft).refused(RejectReason.UNKNOWN_SUBJECT);
        draft = With.with(draft, "rightId", market.id(Ref.RIGHT, "R1"));
        by("A-SELLER", draft).refused(RejectReason.CODE_TAKEN);
        draft = With.with(draft, "code", "L2");
        by("A-SELLER", draft).refused(RejectReason.VARIETY_NOT_APPROVED);
        draft = With.with(draft, "profileId", market.id(Ref.PROFILE, Rulebook.PROFILE));
        DraftListing unknown =
                With.with(draft, "terms", With.with(draft.terms(), "auctionMode", AuctionMode.MARKED_PRICE));
        by("A-SELLER", unknown).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", draft).refused(RejectReason.CURRENCY);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnApplication() {
        market.parties("B1", "HEIR", "BANK").drafts(listing("L0")).submits();
        market.drafts(listing("L1").deposit("CNY 5,000,000.00").days(1).extensions(99));
        market.sanctions("M-SELLER", Sanction.RESTRICT, 0);
        owners("HEIR");
        encumber(EncumbranceKind.PLEDGE, "BANK", "P-1");
        encumber(EncumbranceKind.PRESERVATION, "BANK", "C-1");
        SubmitApplication papers = With.with(market.submission(), "dueDiligence", Hash256.ZERO);
        by("CLERK-1", papers).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", papers).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", papers).refused(RejectReason.RESTRICTED_MEMBER);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-SELLER"), "amends"));
        by("A-SELLER", papers).refused(RejectReason.NOT_OWNER);
        owners("SELLER", "HEIR");
        by("A-SELLER", papers).refused(RejectReason.CO_OWNER_CONSENT);
        owners("SELLER");
        by("A-SELLER", papers).refused(RejectReason.PLEDGEE_CONSENT);
        by("CLERK-1", new RecordConsent(right(), market.id(Ref.PARTY, "BANK"), ConsentKind.PLEDGEE, Hash256.ZERO));
        by("A-SELLER", papers).refused(RejectReason.RIGHT_FROZEN);
        by("CLERK-1", new ReleaseEncumbrance(right(), "C-1"));
        by("A-SELLER", papers).refused(RejectReason.RIGHT_ALREADY_LISTED);
        market.on("L0").withdraws().accepted().on("L1");
        by("A-SELLER", papers).refused(RejectReason.DUE_DILIGENCE_MISSING);
        by("A-SELLER", market.submission(DocumentKind.OTHER)).refused(RejectReason.DOCUMENT_MISSING);
        Draft dutch = listing("L9").with("auctionMode", AuctionMode.DUTCH).deposit("CNY 5,000,000.00");
        market.drafts(dutch).submits().refused(RejectReason.TERMS_MISSING);
        market.on("L1").submits().refused(RejectReason.DEPOSIT_CAP);
        market.drafts(listing("L2").days(1).extensions(99)).submits().refused(RejectReason.PERIOD_TOO_SHORT);
        market.drafts(listing("L3").extensions(99)).submits().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnAcceptanceAndANotice() {
        market.rules("appraisalRequired", true).party("HEIR").drafts(listing("L1"));
        encumber(EncumbranceKind.PRESERVATION, "HEIR", "C-1");
        owners("HEIR");
        by("A-SELLER", new AcceptApplication(99)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-SELLER", new PublishNotice(99)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", new AcceptApplication(99)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", new PublishNotice(99)).refused(RejectReason.UNKNOWN_SUBJECT);
        market.accepts().refused(RejectReason.NOT_OWNER).publishes().refused(RejectReason.NOT_OWNER);
        owners("SELLER");
        market.accepts().refused(RejectReason.RIGHT_FROZEN).publishes().refused(RejectReason.RIGHT_FROZEN);
        by("CLERK-1", new ReleaseEncumbrance(right(), "C-1"));
        market.accepts().refused(RejectReason.FLOOR_BELOW_APPRAISAL).publishes().refused(RejectReason.NOT_ALLOWED);
        market.drafts(listing("L2").appraisal(START)).accepts().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnIntent() {
        market.parties("B1", "B2").disclosed(listing("L1")).intends("B1").sanctions("M-B2", Sanction.RESTRICT, 0);
        RegisterIntent unknown = new RegisterIntent(99, market.id(Ref.PARTY, "B1"), false);
        by("CLERK-1", unknown).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", unknown).refused(RejectReason.NO_MANDATE);
        by("A-B2", With.with(unknown, "partyId", market.id(Ref.PARTY, "B2"))).refused(RejectReason.RESTRICTED_MEMBER);
        by("A-B1", unknown).refused(RejectReason.UNKNOWN_SUBJECT);
        market.suspends().intends("B1").refused(RejectReason.ALREADY_REGISTERED);
        market.intends("SELLER").refused(RejectReason.NOT_ALLOWED);
        market.resumes();
        at("2025-07-08 10:00").intends("B1").refused(RejectReason.ALREADY_REGISTERED);
        market.intends("SELLER").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheStateOfAListingBeforeAnEarlierDefault() {
        market.inAuction("B1")
                .at("2025-07-14 17:00")
                .including("DefaultFound party=B1")
                .relists(START)
                .accepted();
        market.intends("B1").refused(RejectReason.NOT_ALLOWED).publishes().accepted();
        market.suspends().intends("B1").refused(RejectReason.HALTED);
        market.resumes().intends("B1").refused(RejectReason.NOT_ADMITTED);
        at("2025-08-14 17:00").intends("B1").refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstARelisting() {
        market.party("B1")
                .disclosed(listing("L1").appraisal(START))
                .at("2026-06-10 00:00")
                .including("ListingClosed");
        market.sanctions("M-SELLER", Sanction.RESTRICT, 0);
        RequestRelist relist = With.with(
                market.relisting("CNY 5,000,000.00"),
                "deposit",
                Written.money("CNY 1,500,000.01"),
                "disclosureDays",
                4);
        by("A-B1", relist).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", With.with(relist, "listingId", 99L)).refused(RejectReason.RESTRICTED_MEMBER);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-SELLER"), "amends"));
        by("A-SELLER", With.with(relist, "listingId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", relist).refused(RejectReason.DEPOSIT_CAP);
        relist = With.with(relist, "deposit", Written.money("CNY 1.00"));
        by("A-SELLER", relist).refused(RejectReason.PERIOD_TOO_SHORT);
        relist = With.with(relist, "disclosureDays", 5);
        by("A-SELLER", relist).refused(RejectReason.REAPPRAISAL_REQUIRED);
        by("A-SELLER", With.with(relist, "deposit", Written.money("USD 1.00")))
                .refused(RejectReason.REAPPRAISAL_REQUIRED);
        market.drafts(listing("L2").appraisal(START));
        relist = With.with(relist, "listingId", market.listingId());
        by("A-SELLER", relist).refused(RejectReason.APPROVAL_REQUIRED);
        relist = With.with(relist, "approval", Written.digest("yes"));
        by("A-SELLER", relist).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(relist, "deposit", Written.money("USD 1.00"))).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAQuote() {
        market.parties("B2", "HEIR").inAuction("B1").halts(HaltScope.LISTING);
        owners("HEIR");
        SubmitSingleQuote quote = new SubmitSingleQuote(99, market.id(Ref.PARTY, "B1"), Written.money("USD 1.00"));
        by("CLERK-1", quote).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", quote).refused(RejectReason.NO_MANDATE);
        by("A-B1", quote).refused(RejectReason.UNKNOWN_SUBJECT);
        market.quotes("B2", "USD 1.00").refused(RejectReason.NOT_OWNER);
        owners("SELLER");
        market.quotes("B2", "USD 1.00").refused(RejectReason.HALTED);
        market.lifts(HaltScope.LISTING).quotes("B2", "USD 1.00").refused(RejectReason.NOT_ADMITTED);
        market.quotes("B1", "USD 1.00").refused(RejectReason.CURRENCY);
        market.quotes("B1", "CNY 1.00").refused(RejectReason.BELOW_START);
        at("2025-07-14 17:00").quotes("B2", "USD 1.00").refused(RejectReason.LATE);
        market.relists(START).quotes("B2", "USD 1.00").refused(RejectReason.AUCTION_NOT_OPEN);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstMoney() {
        market.party("B1").disclosed(listing("L1")).deposits("B1", "CNY 1.00");
        ReceiveMoney again = With.with(market.receipt(MoneyPurpose.PRICE, "B1", "USD 2.00"), "bankReference", "BANK-1");
        by("A-B1", With.with(again, "listingId", 99L)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", With.with(again, "listingId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", With.with(again, "partyId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", again).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
        by("CLERK-1", With.with(again, "bankReference", "BANK-9")).refused(RejectReason.CURRENCY);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAConfirmation() {
        market.awarded(listing("L1"));
        by("A-B1", new ConfirmPayment(99, "BANK-1")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", new ConfirmPayment(99, "BANK-1")).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", new ConfirmPayment(1, "BANK-1")).refused(RejectReason.DUPLICATE_BANK_REFERENCE);
        by("CLERK-1", new ConfirmPayment(1, "BANK-9")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnApproval() {
        by("SUPERVISOR-1", Examples.calendar2025(2));
        ApproveProposal approval = new ApproveProposal(market.last(Ref.PROPOSAL), "");
        by("NOBODY", approval).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", approval).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-SELLER", With.with(approval, "proposalId", 99L)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", With.with(approval, "proposalId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("SUPERVISOR-1", approval).refused(RejectReason.SAME_PERSON);
        by("SUPERVISOR-2", approval).refused(RejectReason.VARIETY_NOT_APPROVED);
        market.approved("SUPERVISOR-2", "2025/7").accepted();
        by("SUPERVISOR-1", approval).refused(RejectReason.SAME_PERSON);
        by("SUPERVISOR-2", approval).refused(RejectReason.VARIETY_NOT_APPROVED);
        market.approved("SUPERVISOR-2", "2025/7").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstProposals() {
        market.effective(listing("L1"));
        by("SUPERVISOR-1", Examples.calendar2025(2));
        String taken = "CALENDAR-2";
        long id = market.listingId();
        List<PaymentRef> unknown = List.of(new PaymentRef(99));
        List<PaymentRef> twice = List.of(new PaymentRef(1), new PaymentRef(1));
        refuses(
                "A-B1",
                RejectReason.ROLE_NOT_ALLOWED,
                new ProposePayments(taken, unknown),
                new ProposeCertificate(taken, 99),
                new ProposeHaltLift(taken, HaltScope.LISTING, 99),
                new ProposeResumption(taken, 99));
        refuses(
                "CLERK-1",
                RejectReason.UNKNOWN_SUBJECT,
                new ProposePayments(taken, unknown),
                new ProposeCertificate(taken, 99),
                new ProposeResumption(taken, 99));
        refuses("SUPERVISOR-1", RejectReason.UNKNOWN_SUBJECT, new ProposeHaltLift(taken, HaltScope.LISTING, 99));
        refuses(
                "CLERK-1",
                RejectReason.CODE_TAKEN,
                new ProposePayments(taken, twice),
                new ProposeCertificate(taken, id),
                new ProposeResumption(taken, id));
        refuses("SUPERVISOR-1", RejectReason.CODE_TAKEN, new ProposeHaltLift(taken, HaltScope.LISTING, id));
        refuses(
                "CLERK-1",
                RejectReason.NOT_ALLOWED,
                new ProposePayments("NEW-1", twice),
                new ProposeResumption("NEW-2", id));
        refuses("SUPERVISOR-1", RejectReason.NOT_ALLOWED, new ProposeHaltLift("NEW-3", HaltScope.LISTING, id));
        refuses("CLERK-1", RejectReason.FEES_UNPAID, new ProposeCertificate("NEW-4", id));
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstTheHoursOfAnAuction() {
        market.parties("B1").disclosed(listing("L1"));
        market.schedules("2025-06-08 10:00", "").refused(RejectReason.NOT_ALLOWED);
        at("2025-07-01 10:00")
                .party("B2")
                .admitted("CNY 1,800,000.00", "B1", "B2")
                .at("2025-07-07 17:00");
        market.schedules("2025-06-08 10:00", "2025-06-08 09:00").refused(RejectReason.NOT_ALLOWED);
        market.schedules("2025-06-08 10:00", "").refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAContract() {
        market.party("HEIR").awarded(listing("L1"));
        by("A-B1", new SignContract(99, Hash256.ZERO)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", new SignContract(99, Hash256.ZERO)).refused(RejectReason.UNKNOWN_SUBJECT);
        owners("HEIR");
        market.signs().refused(RejectReason.NOT_OWNER);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstTakingAnAwardOver() {
        market.parties("B3", "HEIR")
                .awarded(listing("L1").runnerUpWaiting())
                .acceptsOffer("B3")
                .refused(RejectReason.NOT_ALLOWED);
        at("2025-07-15 17:00").acceptsOffer("B3").refused(RejectReason.NOT_ADMITTED);
        owners("HEIR");
        market.acceptsOffer("B2").refused(RejectReason.NOT_OWNER);
        market.mandated("B2", "B2", MandateScope.BUY, "2025-01-01 00:00", "2025-07-01 00:00");
        market.acceptsOffer("B2").refused(RejectReason.NO_MANDATE);
    }

    private void refuses(String sender, RejectReason reason, Command... commands) {
        for (Command command : commands) {
            by(sender, command).refused(reason);
        }
    }

    private long right() {
        return market.id(Ref.RIGHT, "R1");
    }

    private void owners(String... parties) {
        List<Owner> shares = Arrays.stream(parties)
                .map(party -> new Owner(market.id(Ref.PARTY, party), 10_000 / parties.length))
                .toList();
        by("CLERK-1", new RecordTitle(right(), "deed", Hash256.ZERO, shares)).accepted();
    }

    private void encumber(EncumbranceKind kind, String holder, String reference) {
        by("CLERK-1", new RecordEncumbrance(right(), kind, market.id(Ref.PARTY, holder), reference))
                .accepted();
    }
}
