package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.listing.Intent;
import org.tpx.engine.rule.Examples;
import org.tpx.engine.sale.TenderScene;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Command;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.CompetitiveCommand.MakeRoundOffer;
import org.tpx.protocol.CompetitiveCommand.SetCompetitiveTerms;
import org.tpx.protocol.CompetitiveEvent.RoundOfferOpened;
import org.tpx.protocol.Criterion;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.Event;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.GovernanceEvent.ProposalMade;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingCommand.Qualify;
import org.tpx.protocol.ListingCommand.RegisterIntent;
import org.tpx.protocol.ListingCommand.Withdraw;
import org.tpx.protocol.ListingEvent.Disqualified;
import org.tpx.protocol.ListingEvent.Lost;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RightCommand.RegisterRight;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand.AcceptPrice;
import org.tpx.protocol.SaleCommand.OrderHalt;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;
import org.tpx.protocol.SaleCommand.ScheduleAuction;
import org.tpx.protocol.SaleCommand.SetDutchTerms;
import org.tpx.protocol.SaleCommand.SetRoundsTerms;
import org.tpx.protocol.SaleCommand.SubmitInitialBid;
import org.tpx.protocol.SaleCommand.SubmitStageBid;
import org.tpx.protocol.SaleEvent.AuctionFailed;
import org.tpx.protocol.SaleEvent.AuctionHalted;
import org.tpx.protocol.SaleEvent.AuctionResumed;
import org.tpx.protocol.SaleEvent.InitialBidOpened;
import org.tpx.protocol.SaleEvent.PhaseStarted;
import org.tpx.protocol.SaleEvent.StageBidOpened;
import org.tpx.protocol.Score;
import org.tpx.protocol.SealedCommand.ReleaseShare;
import org.tpx.protocol.SealedCommand.SetSealedTerms;
import org.tpx.protocol.SealedCommand.SubmitSealedBid;
import org.tpx.protocol.SealedEvent.BidVoided;
import org.tpx.protocol.SystemCommand.Continue;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.SystemEvent.Continued;
import org.tpx.protocol.SystemEvent.DeadlineMoved;
import org.tpx.protocol.TenderCommand.AppointCommitteeMember;
import org.tpx.protocol.TenderCommand.OpenPrice;
import org.tpx.protocol.TenderCommand.RevealScores;
import org.tpx.protocol.TenderCommand.SealScores;
import org.tpx.protocol.TenderCommand.SetTenderTerms;
import org.tpx.protocol.TenderCommand.SubmitTender;
import org.tpx.protocol.TenderEvent.CandidatesPublished;
import org.tpx.protocol.TenderEvent.CompositeComputed;
import org.tpx.protocol.TenderEvent.TenderRejected;
import org.tpx.protocol.TiePolicy;

/**
 * Work that concerns thousands at once goes on from turn to turn, none of which writes more than the bound, and in the middle
 * of which a snapshot can be taken (design: bounded turns). That no turn exceeds the bound, {@link TestHost} checks itself.
 */
class BoundedTurnTest {

    private static final int INTENTS = 5_000;
    private static final int OPENED = 4_500;
    private static final int AUCTIONS = 3_000;
    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final String NUMBER = "LST-2025-0001";
    private static final Money PRICE = Written.money("CNY 6,000,000.00");
    private static final Money HIGHER = Written.money("CNY 6,000,000.01");
    private static final Money DEPOSIT = Written.money("CNY 1,800,000.00");

    private final Market market = new Market();
    private final TestHost host = market.host();
    private long clientId = 1_000_000;
    private long clerk;
    private long agent;
    private long seller;

    @Test
    void shouldRefundFiveThousandBiddersOfAWithdrawnListing() {
        crowd(INTENTS);
        market.disclosed(listing("L1"));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            admit(market.listingId(), party(bidder));
        }
        int before = host.turns().size();
        host.submitOnly(seller, ++clientId, new Withdraw(market.listingId(), ""));
        resumeInTheMiddle();
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(3).allSatisfy(turn -> assertThat(turn.events())
                .hasSizeLessThanOrEqualTo(EventWriter.MAX_EVENTS));
        assertThat(work.subList(1, work.size()))
                .allSatisfy(turn -> assertThat(turn.command()).isInstanceOf(Continue.class));
        assertThat(work.subList(1, work.size()))
                .allSatisfy(turn -> assertThat(turn.events().get(0)).isEqualTo(new Continued(1)));
        assertThat(count(work, Lost.class)).isEqualTo(INTENTS);
        Books books = Books.of(host.turns());
        assertThat(books.sum(AccountKind.DEPOSIT)).isZero();
        assertThat(books.sum(AccountKind.PAYABLE)).isEqualTo(INTENTS * DEPOSIT.minor());
    }

    @Test
    void shouldVoidFiveThousandSealedBidsThatNobodyOpened() {
        crowd(INTENTS);
        market.draftsWith(id -> new SetSealedTerms(id, 0, PriceRule.FIRST_PRICE, TiePolicy.EARLIEST, 0, 1_800))
                .disclosed(listing("L1").with("auctionMode", AuctionMode.SEALED_ONE_TIME));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            admit(market.listingId(), party(bidder));
        }
        market.at("2025-07-07 17:00").schedules("2025-07-08 10:00", "2025-07-08 11:00");
        host.advance(Written.nanos("2025-07-08 10:00"));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            send(agent, new SubmitSealedBid(market.listingId(), party(bidder), Commitment.of("bid"), "unread"));
        }
        host.advance(Written.nanos("2025-07-08 11:29:59"));
        int before = host.turns().size();
        host.advance(Written.nanos("2025-07-08 11:30"));
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(3);
        assertThat(count(work, BidVoided.class)).isEqualTo(INTENTS);
        assertThat(count(work, AuctionFailed.class)).isEqualTo(1);
        assertThat(count(work, Lost.class)).isEqualTo(INTENTS);
        assertThat(Books.of(host.turns()).sum(AccountKind.DEPOSIT)).isZero();
    }

    @Test
    void shouldOpenThousandsOfBidsInTheSealedStageOfAFallingPrice() {
        inAuction(
                AuctionMode.DUTCH,
                id -> new SetDutchTerms(id, Written.money("CNY 100,000.00"), 300, 30, true, 600, 300));
        send(agent, new AcceptPrice(market.listingId(), party(0), PRICE));
        for (int bidder = 1; bidder < INTENTS; bidder++) {
            send(agent, new SubmitStageBid(market.listingId(), party(bidder), HIGHER));
        }
        List<Played> work = endPhase("2025-07-08 10:10");
        assertThat(count(work, StageBidOpened.class)).isEqualTo(INTENTS - 1);
        assertThat(lastEvent(work)).hasToString(phase(AuctionPhase.BEST_BID, 0, "2025-07-08 10:15"));
    }

    @Test
    void shouldOpenThousandsOfInitialBids() {
        inAuction(AuctionMode.ROUNDS, id -> new SetRoundsTerms(id, 2, 180, 300, 180, 1_800));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            send(agent, new SubmitInitialBid(market.listingId(), party(bidder), PRICE));
        }
        List<Played> work = endPhase("2025-07-08 10:30");
        assertThat(count(work, InitialBidOpened.class)).isEqualTo(INTENTS);
        assertThat(lastEvent(work)).hasToString(phase(AuctionPhase.ROUND_PAUSE, 1, "2025-07-08 10:35"));
    }

    @Test
    void shouldOpenThousandsOfSealedOffersOfARound() {
        inAuction(AuctionMode.COMPETITIVE_NEGOTIATION, id -> new SetCompetitiveTerms(id, 3, 2, 3_600, 1_800, true));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            send(agent, new MakeRoundOffer(market.listingId(), party(bidder), PRICE));
        }
        List<Played> work = endPhase("2025-07-08 11:00");
        assertThat(count(work, RoundOfferOpened.class)).isEqualTo(INTENTS);
        assertThat(lastEvent(work)).hasToString(phase(AuctionPhase.ROUND, 2, "2025-07-08 12:00"));
    }

    @Test
    void shouldRankThousandsOfPlansAndRejectThoseWhosePriceNobodyOpened() {
        SetTenderTerms terms = TenderScene.terms(0);
        List<Criterion> plan = List.of(new Criterion(40, "plan"));
        inAuction(AuctionMode.WEIGHTED, id -> With.with(terms, "listingId", id, "criteria", plan));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            Hash256 sealed = Commitment.ofBid(NONCE, Intent.bidderCode(bidder + 1), NUMBER, PRICE.minor());
            send(agent, new SubmitTender(market.listingId(), party(bidder), sealed, Written.digest("plan"), "unread"));
        }
        scoreAlike();
        for (int bidder = 0; bidder < OPENED; bidder++) {
            send(clerk, new OpenPrice(market.listingId(), party(bidder), PRICE, NONCE));
        }
        List<Played> work = endPhase("2025-07-08 14:00");
        assertThat(count(work, TenderRejected.class)).isEqualTo(INTENTS - OPENED);
        assertThat(work.stream()
                        .flatMap(turn -> turn.events().stream())
                        .filter(CompositeComputed.class::isInstance)
                        .map(event -> ((CompositeComputed) event).rank())
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, OPENED).boxed().toList());
        assertThat(lastEvent(work)).isInstanceOf(CandidatesPublished.class);
    }

    @Test
    void shouldDisqualifyThousandsOfUndecidedIntents() {
        crowd(INTENTS);
        market.disclosed(listing("L1")).at("2025-07-04 10:00");
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            send(agent, new RegisterIntent(market.listingId(), party(bidder), false));
            send(clerk, receipt(market.listingId(), party(bidder)));
        }
        host.advance(Written.nanos("2025-07-14 16:59:59"));
        int before = host.turns().size();
        host.advance(Written.nanos("2025-07-14 17:00"));
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(3);
        assertThat(count(work, Disqualified.class)).isEqualTo(INTENTS);
        assertThat(Books.of(host.turns()).sum(AccountKind.DEPOSIT)).isZero();
        Played last = work.get(work.size() - 1);
        assertThat(last.events().get(last.events().size() - 1)).hasToString("Unsold[listingId=1, reason=NO_ADMITTED]");
    }

    @Test
    void shouldMoveHaltAndResumeThreeThousandAuctions() {
        crowd(2);
        host.advance(Written.nanos("2025-07-01 09:00"));
        for (int auction = 1; auction <= AUCTIONS; auction++) {
            disclose(auction);
        }
        moveEveryDeadline();
        openEveryAuction();
        haltAndLiftTheMarket();
        comeBackFromAnOutage();
    }

    private void moveEveryDeadline() {
        market.by("OPERATOR-1", Examples.calendar(2, Examples.without(Examples.workingDays2025(), "07-07")));
        int before = host.turns().size();
        host.submitOnly(supervisor(1), ++clientId, new ApproveProposal(market.last(Ref.PROPOSAL), "2025/7"));
        resumeInTheMiddle();
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(1);
        assertThat(count(work, DeadlineMoved.class)).isEqualTo(AUCTIONS);
    }

    private void openEveryAuction() {
        host.advance(Written.nanos("2025-07-16 17:00"));
        long startNanos = Written.nanos("2025-07-17 10:00");
        for (int auction = 1; auction <= AUCTIONS; auction++) {
            send(clerk, new ScheduleAuction(auction, startNanos, startNanos + 3_600_000_000_000L));
        }
        host.advance(startNanos);
    }

    private void haltAndLiftTheMarket() {
        send(supervisor(1), new OrderHalt(HaltScope.MARKET, 0, ""));
        host.advance(Written.nanos("2025-07-17 10:30"));
        Played made = send(supervisor(1), new ProposeHaltLift("LIFT", HaltScope.MARKET, 0));
        long proposal = ((ProposalMade) made.events().get(0)).proposalId();
        int before = host.turns().size();
        host.submitOnly(supervisor(2), ++clientId, new ApproveProposal(proposal, ""));
        resumeInTheMiddle();
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(1);
        assertThat(count(work, AuctionResumed.class)).isEqualTo(AUCTIONS);
        assertThat(host.nextDeadlineNanos()).isEqualTo(Written.nanos("2025-07-17 11:30"));
    }

    private void comeBackFromAnOutage() {
        int before = host.turns().size();
        host.advance(Written.nanos("2025-07-17 10:40"));
        host.restartOnly(Written.nanos("2025-07-17 10:40"));
        resumeInTheMiddle();
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(1);
        assertThat(count(work, AuctionHalted.class)).isEqualTo(AUCTIONS);
    }

    // Everybody is admitted to an auction of this mode, which begins at 10:00.
    private void inAuction(AuctionMode mode, LongFunction<Command> terms) {
        crowd(INTENTS);
        market.draftsWith(terms).disclosed(listing("L1").with("auctionMode", mode));
        for (int bidder = 0; bidder < INTENTS; bidder++) {
            admit(market.listingId(), party(bidder));
        }
        market.at("2025-07-07 17:00").schedules("2025-07-08 10:00", "");
        host.advance(Written.nanos("2025-07-08 10:00"));
    }

    // The phase ends then: what that turn and those that go on do.
    private List<Played> endPhase(String time) {
        int before = host.turns().size();
        host.tickOnly(Written.nanos(time));
        resumeInTheMiddle();
        List<Played> work = host.turns().subList(before, host.turns().size());
        assertThat(work).hasSizeGreaterThan(2);
        return work;
    }

    // Five experts give everybody the same points, and two officers let prices be opened.
    private void scoreAlike() {
        List<Score> scores = IntStream.rangeClosed(1, INTENTS)
                .mapToObj(number -> new Score(number, 1, 50))
                .toList();
        String sheet =
                scores.stream().map(score -> score.bidderNumber() + "/1:50").collect(Collectors.joining(","));
        List<Long> experts = new ArrayList<>();
        for (int seat = 1; seat <= 5; seat++) {
            market.decided(new ProposePrincipal("ENROL-" + seat, "EX-" + seat, Role.EXPERT, 0));
            experts.add(market.id(Ref.PRINCIPAL, "EX-" + seat));
            Hash256 declaration = Written.digest("no interest");
            send(clerk, new AppointCommitteeMember(market.listingId(), experts.get(seat - 1), declaration));
        }
        host.advance(Written.nanos("2025-07-08 12:00"));
        for (int seat = 1; seat <= 5; seat++) {
            String text = "nonce=" + NONCE + "|seat=" + seat + "|listing=" + NUMBER + "|scores=" + sheet;
            send(experts.get(seat - 1), new SealScores(market.listingId(), Commitment.of(text)));
        }
        experts.forEach(expert -> send(expert, new RevealScores(market.listingId(), NONCE, scores)));
        send(clerk, new ReleaseShare(market.listingId(), "share"));
        send(supervisor(1), new ReleaseShare(market.listingId(), "share"));
    }

    private static Event lastEvent(List<Played> work) {
        List<Event> events = work.get(work.size() - 1).events();
        return events.get(events.size() - 1);
    }

    private String phase(AuctionPhase phase, int number, String deadline) {
        return new PhaseStarted(market.listingId(), phase, number, Written.nanos(deadline)).toString();
    }

    // In the middle of the work the state goes through a snapshot, which must go on with the same events.
    private void resumeInTheMiddle() {
        assertThat(host.hasBacklog()).as("work that is left").isTrue();
        byte[] middle = host.snapshot();
        TestHost resumed = TestHost.resumed(middle, host.lastTurnNanos());
        assertThat(resumed.snapshot()).isEqualTo(middle);
        while (host.goOnOnce()) {
            assertThat(resumed.goOnOnce()).isTrue();
            Played own = host.turns().get(host.turns().size() - 1);
            Played other = resumed.turns().get(resumed.turns().size() - 1);
            assertThat(other.events()).isEqualTo(own.events());
        }
        assertThat(resumed.goOnOnce()).isFalse();
        assertThat(resumed.nextDeadlineNanos()).isEqualTo(host.nextDeadlineNanos());
    }

    private void crowd(int size) {
        market.party("FIRST");
        clerk = market.id(Ref.PRINCIPAL, "CLERK-1");
        agent = market.id(Ref.PRINCIPAL, "A-FIRST");
        seller = market.id(Ref.PRINCIPAL, "A-SELLER");
        long member = market.id(Ref.MEMBER, "M-FIRST");
        for (int bidder = 0; bidder < size; bidder++) {
            send(clerk, new RegisterParty("CROWD-" + bidder, Hash256.ZERO, Hash256.ZERO));
            send(clerk, new GrantMandate(party(bidder), member, MandateScope.BUY, 0, Long.MAX_VALUE, Hash256.ZERO));
        }
    }

    private long party(int bidder) {
        return market.id(Ref.PARTY, "FIRST") + 1 + bidder;
    }

    private long supervisor(int number) {
        return market.id(Ref.PRINCIPAL, "SUPERVISOR-" + number);
    }

    private void disclose(long auction) {
        String code = "AUCTION-" + auction;
        Owner owner = new Owner(market.id(Ref.PARTY, "SELLER"), 10_000);
        send(clerk, new RegisterRight(code, RightType.KNOW_HOW, code, code, List.of(owner)));
        ListingCommand.DraftListing draft = market.drafting(listing(code).days(10));
        send(seller, With.with(draft, "rightId", auction + 1));
        send(
                seller,
                With.with(
                        market.submission(DocumentKind.TITLE_CERTIFICATE, DocumentKind.NOTICE_DRAFT),
                        "listingId",
                        auction));
        send(clerk, new ListingCommand.AcceptApplication(auction));
        send(clerk, new ListingCommand.PublishNotice(auction));
        admit(auction, party(0));
        admit(auction, party(1));
    }

    private void admit(long listing, long party) {
        send(agent, new RegisterIntent(listing, party, false));
        send(clerk, new Qualify(listing, party));
        send(clerk, receipt(listing, party));
    }

    private ReceiveMoney receipt(long listing, long party) {
        return new ReceiveMoney("REF-" + ++clientId, MoneyPurpose.DEPOSIT, listing, party, DEPOSIT, Hash256.ZERO);
    }

    private Played send(long sender, Command command) {
        Played turn = host.submit(sender, ++clientId, command);
        assertThat(turn.events().get(0)).isNotInstanceOf(CommandRefused.class);
        return turn;
    }

    private static long count(List<Played> turns, Class<? extends Event> type) {
        return turns.stream()
                .flatMap(turn -> turn.events().stream())
                .filter(type::isInstance)
                .count();
    }
}
