package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.tpx.engine.demand.DemandScenario;
import org.tpx.engine.offer.OfferScenario;
import org.tpx.engine.offering.OfferingScenario;
import org.tpx.engine.sale.PackageScenario;
import org.tpx.engine.sale.TenderScene;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Command;
import org.tpx.protocol.CompetitiveCommand.SetCompetitiveTerms;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand.ApproveBasis;
import org.tpx.protocol.NegotiationCommand.FileObjection;
import org.tpx.protocol.NegotiationCommand.PostNotice;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RelatedParty;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightType;
import org.tpx.protocol.RofrCommand.SetRofrTerms;
import org.tpx.protocol.RofrKind;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.RofrTerms;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand.SetAscendingTerms;
import org.tpx.protocol.SaleCommand.SetDutchTerms;
import org.tpx.protocol.SaleCommand.SetDynamicTerms;
import org.tpx.protocol.SaleCommand.SetRoundsTerms;
import org.tpx.protocol.SealedCommand.CommitLotSeed;
import org.tpx.protocol.SealedCommand.SetSealedTerms;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.TiePolicy;
import org.tpx.protocol.VenuePolicy;
import org.tpx.wire.MalformedMessageException;

/**
 * Whatever an edge lets through, the exchange answers it: thousands of arbitrary commands by everybody never stop the node,
 * keep the books, and repeat themselves. A failure names its seed.
 */
class AnythingGoesTest {

    private static final int SEEDS = 40;
    private static final int COMMANDS = 400;

    /** Who they are, in the order of their identities: the officers, then the agents of SELLER, B1 and B2, then experts. */
    private static final List<Role> PEOPLE = List.of(
            Role.OPERATOR,
            Role.SUPERVISOR,
            Role.SUPERVISOR,
            Role.CLERK,
            Role.CLERK,
            Role.AUDITOR,
            Role.AUTHORITY,
            Role.AGENT,
            Role.AGENT,
            Role.AGENT,
            Role.EXPERT,
            Role.EXPERT,
            Role.EXPERT,
            Role.EXPERT,
            Role.EXPERT);

    private static final List<Class<? extends Record>> TYPES = Samples.commands().stream()
            .filter(type -> !SystemCommand.class.isAssignableFrom(type))
            .toList();

    @Test
    void shouldAnswerEveryCommandThatAnEdgeLetsThrough() {
        int accepted = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            accepted += play(seed);
        }
        assertThat(accepted).as("commands that did something").isGreaterThan(SEEDS * COMMANDS / 10);
    }

    private static int play(int seed) {
        Random random = new Random(seed);
        Arbitrary arbitrary = new Arbitrary(random);
        Market market = busyMarket();
        TestHost host = market.host();
        int before = host.turns().size();
        for (int i = 0; i < COMMANDS; i++) {
            Command command = arbitrary.command(TYPES.get(random.nextInt(TYPES.size())), host.nowNanos());
            if (passesTheEdge(command)) {
                answer(host, random, command, seed);
            }
        }
        List<Played> turns = host.turns().subList(before, host.turns().size());
        Books.of(host.turns());
        market.verify();
        return (int) turns.stream()
                .filter(turn -> !(turn.events().get(0) instanceof CommandRefused))
                .count();
    }

    private static void answer(TestHost host, Random random, Command command, int seed) {
        try {
            host.advance(host.nowNanos() + (long) (random.nextInt(20) == 0 ? 5e14 : 1e9 * random.nextInt(4_000)));
            host.submit(sender(random, command), 1_000_000 + host.turns().size(), command);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", turn " + host.turns().size() + ": " + command, e);
        }
    }

    // Mostly somebody whose role allows it, since the others learn nothing but that it does not.
    private static long sender(Random random, Command command) {
        Set<Role> roles = RolesTest.allowed(command.getClass());
        for (int attempt = 0; attempt < 10; attempt++) {
            int person = random.nextInt(PEOPLE.size());
            if (roles.contains(PEOPLE.get(person))) {
                return person + 1L;
            }
        }
        return 1L + random.nextInt(PEOPLE.size() + 3);
    }

    private static boolean passesTheEdge(Command command) {
        try {
            TestHost.CODEC.check((Record) command);
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    // Listings in many states, among the numbers that arbitrary commands name.
    private static Market busyMarket() {
        Market market = new Market();
        market.parties("B1", "B2");
        TenderScene tenders = new TenderScene(market);
        for (int number = 2; number <= 8; number++) {
            market.right("R" + number, RightType.values()[number], "SELLER");
        }
        market.opensSeries("U1", VenuePolicy.LICENSED_OR_FOREIGN, "sellerFeePpm", 300)
                .issues(90_000, "B1", "B2");
        market.opensSeries("U2", new VenuePolicy(true, true, 2, 3), "bandBps", 1_000, "lotUnits", 10L, "buyerFeePpm", 7)
                .issues(900, "B1", "SELLER");
        market.paysIn("B1", "CNY 9,000,000.00").paysIn("B2", "CNY 9,000,000.00");
        market.right("R11", RightType.KNOW_HOW, "SELLER").right("R12", RightType.KNOW_HOW, "SELLER");
        admitted(market, listing("L11").of("R11"), AuctionMode.WEIGHTED, TenderScene::termsOfTwo);
        admitted(
                market,
                listing("L12").of("R12"),
                AuctionMode.COMPETITIVE_NEGOTIATION,
                id -> new SetCompetitiveTerms(id, 3, 1, 3_600, 3_600, true));
        Money step = Written.money("CNY 100,000.00");
        admitted(
                market,
                listing("L7").of("R7"),
                AuctionMode.DUTCH,
                id -> new SetDutchTerms(id, step, 300, 30, true, 600, 300));
        admitted(
                market,
                listing("L8").of("R8"),
                AuctionMode.ROUNDS,
                id -> new SetRoundsTerms(id, 3, 180, 300, 180, 1_800));
        PackageScenario.atWork(market);
        market.right("R10", RightType.SOFTWARE_COPYRIGHT, "SELLER");
        admitted(
                market,
                listing("L10").of("R10"),
                AuctionMode.SEALED_ONE_TIME,
                id -> new SetSealedTerms(id, 1, PriceRule.SECOND_PRICE, TiePolicy.LOT, 600, 600));
        market.rules("proxyBiddingAllowed", true).right("R11", RightType.SOFTWARE_COPYRIGHT, "SELLER");
        admitted(
                market,
                listing("L11").of("R11"),
                AuctionMode.MULTI_ROUND_ASCENDING,
                id -> new SetAscendingTerms(id, true, true, List.of()));
        market.inAuction("B1", "B2").schedules("2025-07-08 10:00", "");
        tenders.runs("L11", "B1", "B2");
        market.on("L12").schedules("2025-07-08 09:57", "");
        PackageScenario.startsWork(market);
        market.on("L10").by("CLERK-1", new CommitLotSeed(market.listingId(), Written.digest("seed")));
        market.schedules("2025-07-08 09:57", "2025-07-08 10:30");
        market.on("L11").schedules("2025-07-08 09:56", "2025-07-08 10:30");
        market.on("L7").schedules("2025-07-08 09:58", "").on("L8").schedules("2025-07-08 09:59", "");
        market.at("2025-07-08 10:00").on("L1");
        OfferingScenario.atWork(market, "2025-07-08 10:00:01", "B1", "B2");
        market.bids("B1", "CNY 6,000,000.00");
        market.sells("B1", 500, "CNY 9.00")
                .onSeries("U1")
                .sells("B1", 500, "CNY 9.00")
                .buys("B2", 100, "CNY 8.00");
        market.drafts(listing("L2").of("R2")).drafts(listing("L3").of("R3")).submits();
        market.drafts(listing("L4").of("R4")).submits().accepts();
        market.drafts(listing("L5").of("R5").days(10).with("auctionMode", AuctionMode.DYNAMIC_QUOTATION));
        market.by("A-SELLER", new SetDynamicTerms(market.listingId(), 1))
                .submits()
                .accepts()
                .publishes()
                .intends("B1")
                .intends("B2");
        market.drafts(listing("L6").of("R6").days(10));
        holder(market, RofrMode.POST_AUCTION).submits().accepts().publishes().admitted("CNY 1,800,000.00", "B1");
        OfferScenario.atWork(market);
        DemandScenario.atWork(market);
        market.suspends();
        return negotiating(market);
    }

    private static Market negotiating(Market market) {
        market.right("R9", RightType.KNOW_HOW, "SELLER");
        DraftListing ids = market.drafting(listing("L9").of("R9"));
        NegotiationTerms terms = new NegotiationTerms(
                market.id(Ref.PARTY, "B1"),
                LegalBasis.UNIVERSITY_ACHIEVEMENT,
                Written.money("CNY 9,000.00"),
                "all of it");
        market.by(
                "A-SELLER",
                new ProposeNegotiation(
                        "L9",
                        ids.rightId(),
                        ids.transferorId(),
                        ids.profileId(),
                        ids.feeScheduleId(),
                        ids.calendarId(),
                        terms,
                        Money.NONE,
                        ReleasePolicy.BY_PROFILE));
        market.on("L9");
        holder(market, RofrMode.MATCH_ONCE)
                .by("CLERK-1", new ApproveBasis(market.listingId(), Written.digest("decision")));
        market.by(
                "CLERK-1",
                new PostNotice(market.listingId(), RelatedParty.UNRELATED, 0, "Li Wei", "in one sum", "here"));
        return market.by("CLERK-1", new FileObjection(market.listingId(), Written.digest("somebody"), "too cheap"));
    }

    // B2 has a right of first refusal in the listing that sentences are about.
    private static Market holder(Market market, RofrMode mode) {
        PreemptiveHolder holder = new PreemptiveHolder(market.id(Ref.PARTY, "B2"), RofrKind.SHAREHOLDER, 1, 1);
        RofrTerms terms = new RofrTerms(mode, 300, 30, DayKind.CALENDAR, false, List.of(holder));
        return market.by("A-SELLER", new SetRofrTerms(market.listingId(), terms))
                .accepted();
    }

    // Two bidders wait for the end of the disclosure in June.
    private static void admitted(Market market, Draft draft, AuctionMode mode, LongFunction<Command> terms) {
        market.at("2025-06-03 09:00").drafts(draft.days(10).with("auctionMode", mode));
        market.by("A-SELLER", terms.apply(market.listingId()));
        market.submits()
                .accepts()
                .publishes()
                .admitted("CNY 1,800,000.00", "B1", "B2")
                .accepted();
    }
}
