package org.tpx.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.rule.Examples;
import org.tpx.protocol.Command;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Document;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.AdmitMember;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.ApplySanction;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RightCommand.RegisterRight;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.Suspect;
import org.tpx.protocol.SuspensionGround;
import org.tpx.protocol.UnitCommand;

/**
 * The market as a scenario tells of it, over the real exchange: {@code at("2025-07-08 10:02:11.120").bids("B1", "CNY
 * 6,000,000.00").then("BidPlaced party=B1")}. People are called by codes: a party B1 is a client of the member M-B1, for
 * which A-B1 acts. Sentences are about the listing that was drafted last, unless {@link #on} names another.
 */
public final class Market extends UnitStage<Market> {

    private int proposals;
    private int bankReferences;
    private int profileVersion;
    private @Nullable LongFunction<Command> setTerms;
    private RuleProfileTerms rules = Rulebook.rules();

    /** A market that is open since the beginning of June 2025: officers, rules, SELLER and the right R1 of it. */
    public Market() {
        at("2025-06-02 09:00").by("NODE", Rulebook.founding());
        decided(Examples.calendar2025(1)).decided(Rulebook.fees(1)).rules();
        party("SELLER").right("R1", RightType.PATENT_INVENTION, "SELLER");
    }

    @Override
    Market self() {
        return this;
    }

    /** A proposal of the operator's, approved by a supervisor with the authority's number. */
    @Override
    public Market decided(Command proposal) {
        return by("OPERATOR-1", proposal).approved("SUPERVISOR-1", "APPROVAL-" + ++proposals);
    }

    /** Approves the proposal that was made last. */
    @Override
    public Market approved(String approver, String authorityApproval) {
        return by(approver, new ApproveProposal(last(Ref.PROPOSAL), authorityApproval));
    }

    /** Other rules for listings that are accepted from now on: the name of a term, its value, and so on. */
    public Market rules(Object... namesAndValues) {
        rules = With.with(rules, namesAndValues);
        return decided(Rulebook.profile(++profileVersion, rules));
    }

    /** A party with a member and an agent of its own, charged for both sides until 2028. */
    public Market party(String code) {
        by("CLERK-1", new RegisterParty(code, Written.digest("paper " + code), Written.digest(code)));
        member(code);
        return mandated(code, code, MandateScope.BOTH, "2025-01-01 00:00", "2028-01-01 00:00");
    }

    /** Several parties. */
    public Market parties(String... codes) {
        Arrays.stream(codes).forEach(this::party);
        return this;
    }

    private void member(String code) {
        by("CLERK-1", new ApplyMembership("M-" + code, MembershipClass.BROKER));
        by("SUPERVISOR-1", new AdmitMember(id(Ref.MEMBER, "M-" + code)));
        decided(new ProposePrincipal("ENROL-" + code, "A-" + code, Role.AGENT, id(Ref.MEMBER, "M-" + code)));
    }

    /** The member of the second party acts for the first one. */
    public Market mandated(String party, String memberOf, MandateScope scope, String from, String until) {
        return by(
                "CLERK-1",
                new GrantMandate(
                        id(Ref.PARTY, party),
                        id(Ref.MEMBER, "M-" + memberOf),
                        scope,
                        Written.nanos(from),
                        Written.nanos(until),
                        Written.digest("mandate")));
    }

    /** A supervisor suspends the member until then. */
    public Market suspendsMember(String member, String until) {
        return sanctions(member, Sanction.SUSPEND, Written.nanos(until));
    }

    public Market sanctions(String member, Sanction sanction, long untilNanos) {
        return by("SUPERVISOR-1", new ApplySanction(id(Ref.MEMBER, member), sanction, "CASE-1", "Art. 1", untilNanos));
    }

    /** A right with equal owners. */
    public Market right(String code, RightType type, String... owners) {
        List<Owner> shares = Arrays.stream(owners)
                .map(owner -> new Owner(id(Ref.PARTY, owner), 10_000 / owners.length))
                .toList();
        return by("CLERK-1", new RegisterRight(code, type, "EXAMPLE " + code, "An example", shares));
    }

    /** The command that drafts so. */
    public ListingCommand.DraftListing drafting(Draft draft) {
        return new ListingCommand.DraftListing(
                draft.code(),
                id(Ref.RIGHT, draft.right()),
                id(Ref.PARTY, draft.seller()),
                id(Ref.PROFILE, Rulebook.PROFILE),
                id(Ref.FEE_SCHEDULE, Rulebook.FEES),
                id(Ref.CALENDAR, Rulebook.CALENDAR),
                draft.terms());
    }

    public Market drafts(Draft draft) {
        by("A-" + draft.seller(), drafting(draft)).on(draft.code());
        return setTerms == null ? this : by("A-" + draft.seller(), setTerms.apply(listingId()));
    }

    /** With every draft from now on, the command that says what its mode of auction needs; it gets the listing. */
    public Market draftsWith(LongFunction<Command> command) {
        setTerms = command;
        return this;
    }

    public Market submits() {
        return by("A-SELLER", submission(DocumentKind.TITLE_CERTIFICATE, DocumentKind.NOTICE_DRAFT));
    }

    /** The command that hands these papers in. */
    public ListingCommand.SubmitApplication submission(DocumentKind... kinds) {
        List<Document> papers = Arrays.stream(kinds)
                .map(kind -> new Document(kind, Written.digest(kind.name())))
                .toList();
        return new ListingCommand.SubmitApplication(listingId(), Written.digest("due diligence"), papers);
    }

    public Market accepts() {
        return by("CLERK-1", new ListingCommand.AcceptApplication(listingId()));
    }

    public Market preDiscloses() {
        return by("CLERK-1", new ListingCommand.PublishPreDisclosure(listingId()));
    }

    public Market supplements() {
        return by("CLERK-1", new ListingCommand.SupplementNotice(listingId(), "a new licence", Hash256.ZERO));
    }

    public Market publishes() {
        return by("CLERK-1", new ListingCommand.PublishNotice(listingId()));
    }

    /** Drafted, submitted and accepted in the first days of June 2025. */
    public Market acceptedListing(Draft draft) {
        return at("2025-06-04 09:00").drafts(draft).submits().accepts().accepted();
    }

    /** The same, with a notice from 2025-06-09 09:00 on. */
    public Market disclosed(Draft draft) {
        return acceptedListing(draft).at("2025-06-09 09:00").publishes().accepted();
    }

    /** The default listing with these bidders, at the end of its disclosure on 2025-07-07 17:00. */
    public Market inAuction(String... bidders) {
        return inAuction(Draft.listing("L1"), bidders);
    }

    /** Another listing of 20 working days with these bidders, at the end of its disclosure on 2025-07-07 17:00. */
    public Market inAuction(Draft draft, String... bidders) {
        parties(bidders).disclosed(draft).at("2025-07-01 10:00");
        return admitted(Written.text(draft.terms().deposit()), bidders).at("2025-07-07 17:00");
    }

    /** The same with bidding open from 2025-07-08 10:00 to 11:00 and at least five minutes more. */
    public Market inBidding(Draft draft, String... bidders) {
        return inAuction(draft, bidders)
                .schedules("2025-07-08 10:00", "2025-07-08 11:00")
                .at("2025-07-08 10:00");
    }

    /** B1 wins the default listing at 6,050,000 before B2, on 2025-07-08 11:05; to be signed by 2025-07-15 17:00. */
    public Market awarded(Draft draft) {
        return inBidding(draft, "B1", "B2")
                .at("2025-07-08 10:10")
                .bids("B2", "CNY 6,000,000.00")
                .at("2025-07-08 10:20")
                .bids("B1", "CNY 6,050,000.00")
                .at("2025-07-08 11:05");
    }

    /** Signed and effective on 2025-07-11; B1 owes 4,443,600.00 by 2025-07-18 17:00. */
    public Market effective(Draft draft) {
        return awarded(draft).at("2025-07-11 10:00").signs().accepted().becomesEffective();
    }

    /** Paid on 2025-07-16. */
    public Market funded(Draft draft) {
        return effective(draft).at("2025-07-16 10:00").pays("B1", "CNY 4,443,600.00");
    }

    /** Certified on 2025-07-18; PAY-2 are the fees. */
    public Market certified(Draft draft) {
        return funded(draft).at("2025-07-18 10:00").certifies().accepted();
    }

    public Market withdraws() {
        return by("A-SELLER", new ListingCommand.Withdraw(listingId(), "the owner keeps it"));
    }

    /** Lists again at this price, all else as the rules say. */
    public Market relists(String price) {
        return by("A-SELLER", relisting(price));
    }

    public ListingCommand.RequestRelist relisting(String price) {
        return new ListingCommand.RequestRelist(listingId(), Written.money(price), Money.NONE, false, 0, Hash256.ZERO);
    }

    public Market closes() {
        return by("CLERK-1", new ListingCommand.CloseListing(listingId()));
    }

    public Market intends(String party) {
        return intends(party, false);
    }

    public Market intends(String party, boolean consentsToWait) {
        return by("A-" + party, new ListingCommand.RegisterIntent(listingId(), id(Ref.PARTY, party), consentsToWait));
    }

    public Market qualifies(String party) {
        return by("CLERK-1", new ListingCommand.Qualify(listingId(), id(Ref.PARTY, party)));
    }

    public Market disqualifies(String party) {
        return by("CLERK-1", new ListingCommand.Disqualify(listingId(), id(Ref.PARTY, party), "no licence"));
    }

    /** A deposit from the party's own account. */
    public Market deposits(String party, String amount) {
        return by("CLERK-2", receipt(MoneyPurpose.DEPOSIT, party, amount));
    }

    /** Money for buying units, from the party's own account. */
    public Market paysIn(String party, String amount) {
        return by("CLERK-2", receipt(MoneyPurpose.TRADING, party, amount));
    }

    /** The party asks for money back that no order blocks. */
    public Market takesOut(String party, String amount) {
        return by("A-" + party, new UnitCommand.WithdrawMoney(id(Ref.PARTY, party), Written.money(amount)));
    }

    /** Money of a party from its own account, under the next reference of the bank. */
    public ReceiveMoney receipt(MoneyPurpose purpose, String party, String amount) {
        return new ReceiveMoney(
                "BANK-" + ++bankReferences,
                purpose,
                purpose == MoneyPurpose.TRADING ? 0 : listingId(),
                id(Ref.PARTY, party),
                Written.money(amount),
                Written.digest(party));
    }

    /** Each registers, qualifies and pays the deposit, now. */
    public Market admitted(String deposit, String... parties) {
        for (String party : parties) {
            intends(party, true).qualifies(party).deposits(party, deposit).accepted();
        }
        return this;
    }

    public Market quotes(String party, String amount) {
        return by(
                "A-" + party,
                new SaleCommand.SubmitSingleQuote(listingId(), id(Ref.PARTY, party), Written.money(amount)));
    }

    public Market schedules(String start, String freeEnd) {
        return by(
                "CLERK-1",
                new SaleCommand.ScheduleAuction(
                        listingId(), Written.nanos(start), freeEnd.isEmpty() ? 0 : Written.nanos(freeEnd)));
    }

    public SaleCommand.PlaceBid bid(String party, String amount) {
        return new SaleCommand.PlaceBid(listingId(), id(Ref.PARTY, party), Written.money(amount));
    }

    public Market bids(String party, String amount) {
        return by("A-" + party, bid(party, amount));
    }

    public Market halts(HaltScope scope) {
        return by("SUPERVISOR-1", new SaleCommand.OrderHalt(scope, of(scope), "a doubt"));
    }

    /** Proposes to lift a halt, and another supervisor approves. */
    public Market lifts(HaltScope scope) {
        return by("SUPERVISOR-1", new SaleCommand.ProposeHaltLift("LIFT-" + ++proposals, scope, of(scope)))
                .approved("SUPERVISOR-2", "");
    }

    private long of(HaltScope scope) {
        return scope == HaltScope.MARKET ? 0 : listingId();
    }

    /** Proposes to void the sale with these suspects, and another supervisor approves. */
    public Market voids(String... suspects) {
        return by("SUPERVISOR-1", voiding(suspects)).approved("SUPERVISOR-2", "");
    }

    /** The command that proposes so. */
    public SaleCommand.ProposeVoid voiding(String... suspects) {
        List<Suspect> named = Arrays.stream(suspects)
                .map(code -> new Suspect(id(Ref.PARTY, code)))
                .toList();
        return new SaleCommand.ProposeVoid("VOID-" + ++proposals, listingId(), named, "collusion");
    }

    public Market suspends() {
        return by(
                "CLERK-1", new ListingCommand.OrderSuspension(listingId(), SuspensionGround.TITLE_DISPUTED, "a claim"));
    }

    /** Proposes to resume, and a supervisor approves. */
    public Market resumes() {
        return by("CLERK-1", new ListingCommand.ProposeResumption("RESUME-" + ++proposals, listingId()))
                .approved("SUPERVISOR-1", "");
    }

    public Market terminates() {
        return by(
                "SUPERVISOR-1",
                new ListingCommand.OrderTermination(listingId(), SuspensionGround.TITLE_DISPUTED, "a judgment"));
    }

    public Market acceptsOffer(String party) {
        return by("A-" + party, new ListingCommand.AcceptRunnerUpOffer(listingId(), id(Ref.PARTY, party)));
    }

    public Market declinesOffer(String party) {
        return by("A-" + party, new ListingCommand.DeclineRunnerUpOffer(listingId(), id(Ref.PARTY, party)));
    }

    public Market declinesWaiting(String party) {
        return by("A-" + party, new ListingCommand.DeclineWaiting(listingId(), id(Ref.PARTY, party)));
    }

    public Market replies(String party) {
        return by(
                "A-" + party,
                new ListingCommand.ReplyToDefault(listingId(), id(Ref.PARTY, party), Written.digest("reply")));
    }

    public Market upholds(String party) {
        return by("SUPERVISOR-1", new ListingCommand.UpholdDefault(listingId(), id(Ref.PARTY, party)));
    }

    public Market dismisses(String party) {
        return by(
                "SUPERVISOR-1", new ListingCommand.DismissDefault(listingId(), id(Ref.PARTY, party), "force majeure"));
    }

    public Market signs() {
        return by("CLERK-1", new DealCommand.SignContract(listingId(), Written.digest("contract")));
    }

    public Market becomesEffective() {
        return by("CLERK-1", new DealCommand.MakeContractEffective(listingId()));
    }

    /** Money towards the price. */
    public Market pays(String party, String amount) {
        return by("CLERK-2", receipt(MoneyPurpose.PRICE, party, amount));
    }

    /** Proposes the certificate, and another clerk approves. */
    public Market certifies() {
        return by("CLERK-1", new DealCommand.ProposeCertificate("CERTIFY-" + ++proposals, listingId()))
                .approved("CLERK-2", "");
    }

    public Market publishesResult() {
        return by("CLERK-1", new DealCommand.PublishResult(listingId()));
    }

    public Market filesTitle() {
        return by("CLERK-1", new DealCommand.FileTitle(listingId(), "RECEIPT-1"));
    }

    public Market registersTitle() {
        return by("CLERK-1", new DealCommand.RegisterTitle(listingId(), "ENTRY-1", Written.digest("entry")));
    }

    public Market handsOver() {
        return by("CLERK-1", new DealCommand.AcceptHandover(listingId(), Written.digest("protocol")));
    }

    /** Proposes these payments out, and another clerk approves. */
    public Market sends(long... payments) {
        List<PaymentRef> refs =
                LongStream.of(payments).mapToObj(PaymentRef::new).toList();
        return by("CLERK-1", new DealCommand.ProposePayments("PAY-OUT-" + ++proposals, refs))
                .approved("CLERK-2", "");
    }

    public Market confirms(long payment) {
        return by("CLERK-1", new DealCommand.ConfirmPayment(payment, "BANK-" + ++bankReferences));
    }

    public Market returns(long payment) {
        return by("CLERK-1", new DealCommand.ReturnPayment(payment, "account closed"));
    }
}
