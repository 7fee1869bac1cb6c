package org.tpx.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DisclosureTier;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightCommand;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.WorkingDay;
import org.tpx.wire.PlaceBidFlyweight;

/**
 * A seeded market: first the commands that bring many listings to their auctions, then bids without end. One bid in twenty
 * is too low and refused, the others lead. Half of the auctions are in the free period, half in the limited one, where every
 * bid moves a timer. Same seed, same commands. Single-threaded; making a bid allocates nothing.
 */
public final class Workload {

    /** A command of the preparation with its time and sender. */
    public record Step(long timeNanos, long principalId, Command command) {}

    private static final RuleProfileTerms PROFILE = new RuleProfileTerms(
            Currency.CNY,
            PeriodCounting.EXCLUDE_START,
            5,
            10,
            0,
            5,
            5,
            3,
            0,
            5,
            3,
            3000,
            0,
            false,
            0,
            12,
            true,
            5,
            3600,
            300,
            false,
            false,
            false,
            0,
            300,
            false,
            5,
            true,
            3,
            10,
            5,
            5,
            5,
            5,
            3,
            3,
            5,
            true,
            true,
            31,
            10,
            5,
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
            ForfeitPolicy.FULL,
            List.of(new DisclosureTier(Money.NONE, 10)),
            List.of(),
            List.of(),
            List.of());

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    static final long FIRST_DAY = 20_248; // 2025-06-09, a Monday
    private static final long OPERATOR = 1;
    private static final long SUPERVISOR = 2;
    private static final long OTHER_SUPERVISOR = 3;
    private static final long CLERK = 4;
    private static final long SELLERS_AGENT = 5;
    private static final long FIRST_BUYERS_AGENT = 6;
    private static final long SELLER = 1;
    private static final int BUYERS_AGENTS = 4;
    private static final int MANY_SECONDS = 8_000_000;
    private static final int CROWDED = 1;
    private static final Hash256 PAPER = new Hash256(1, 2, 3, 4);

    private final SplittableRandom random;
    private final int listings;
    private final int bidders;
    private final int crowd;
    private final int firstLively;
    private final int lively;
    private final List<Step> steps = new ArrayList<>();
    private final long[] highs;
    private final int[] leaders;
    private long nowNanos = FIRST_DAY * DAY_NANOS + HOUR_NANOS;
    private long principalId;
    private long startNanos;

    /** A market with so many auctions and bidders in each. */
    public Workload(long seed, int listings, int bidders) {
        this(seed, listings, bidders, bidders, 0, listings);
    }

    private Workload(long seed, int listings, int bidders, int crowd, int firstLively, int lively) {
        this.random = new SplittableRandom(seed);
        this.listings = listings;
        this.bidders = bidders;
        this.crowd = crowd;
        this.firstLively = firstLively;
        this.lively = lively;
        highs = new long[listings];
        leaders = new int[listings];
        prepare();
    }

    /** The same with a crowd of bidders in the second auction, which is in its limited period and alone gets bids. */
    public static Workload crowded(long seed, int listings, int bidders, int crowd) {
        return new Workload(seed, listings, bidders, crowd, CROWDED, 1);
    }

    /** The preparation, in order; at its end the auctions are scheduled for {@link #startNanos()}. */
    public List<Step> steps() {
        return steps;
    }

    /** When all auctions start. */
    public long startNanos() {
        return startNanos;
    }

    /** When the auctions of the even listings have reached their limited period. */
    public long limitedNanos() {
        return startNanos + 2 * SECOND_NANOS;
    }

    /** Writes the next bid's message and returns its length; {@link #principalId()} then tells who sends it. */
    public int nextBid(MutableDirectBuffer buffer, int offset) {
        int listing = firstLively + random.nextInt(lively);
        int bidder = random.nextInt(bidders(listing) - 1);
        bidder = bidder >= leaders[listing] ? bidder + 1 : bidder;
        principalId = FIRST_BUYERS_AGENT + bidder % BUYERS_AGENTS;
        boolean tooLow = highs[listing] > 0 && random.nextInt(20) == 0;
        long amountMinor = tooLow ? highs[listing] : priceOf(highs[listing]);
        if (!tooLow) {
            highs[listing] = amountMinor;
            leaders[listing] = bidder;
        }
        return PlaceBidFlyweight.encode(buffer, offset, listing + 1L, SELLER + 1 + bidder, amountMinor, Currency.CNY);
    }

    /** Who sends the bid that was made last. */
    public long principalId() {
        return principalId;
    }

    private int bidders(int listing) {
        return listing == CROWDED ? crowd : bidders;
    }

    private long priceOf(long high) {
        return high == 0 ? 100_000 : high + 100L * (1 + random.nextInt(3));
    }

    private void prepare() {
        found();
        people();
        for (int listing = 1; listing <= listings; listing++) {
            list(listing);
        }
        // Ten working days later, after the close, every listing has its bidders.
        nowNanos += 14 * DAY_NANOS + 9 * HOUR_NANOS;
        startNanos = nowNanos + 2 * HOUR_NANOS;
        for (int listing = 1; listing <= listings; listing++) {
            long freeEndNanos = startNanos + (listing % 2 == 0 ? SECOND_NANOS : MANY_SECONDS * SECOND_NANOS);
            add(CLERK, new SaleCommand.ScheduleAuction(listing, startNanos, freeEndNanos));
        }
    }

    private void found() {
        add(
                0,
                new SystemCommand.OpenExchange(
                        "Benchmark",
                        List.of(
                                new Founder("OPERATOR", Role.OPERATOR),
                                new Founder("SUPERVISOR-1", Role.SUPERVISOR),
                                new Founder("SUPERVISOR-2", Role.SUPERVISOR),
                                new Founder("CLERK", Role.CLERK))));
        decide(1, new GovernanceCommand.ProposeCalendar("P1", "WORKDAYS", 1, true, 8 * 3600, workingDays()));
        decide(2, new GovernanceCommand.ProposeRuleProfile("P2", "BENCHMARK", 1, PROFILE));
        decide(
                3,
                new GovernanceCommand.ProposeFeeSchedule(
                        "P3",
                        "FEES",
                        1,
                        Money.zero(Currency.CNY),
                        Money.zero(Currency.CNY),
                        List.of(new FeeTier(Money.NONE, 2400, 32_000, 2400))));
    }

    private void people() {
        for (int member = 1; member <= 1 + BUYERS_AGENTS; member++) {
            add(CLERK, new MemberCommand.ApplyMembership("MEMBER-" + member, MembershipClass.BROKER));
            add(SUPERVISOR, new MemberCommand.AdmitMember(member));
            decide(
                    3 + member,
                    new GovernanceCommand.ProposePrincipal("A" + member, "AGENT-" + member, Role.AGENT, member));
        }
        party("SELLER", SELLER, 1);
        for (int bidder = 0; bidder < Math.max(bidders, crowd); bidder++) {
            party("BIDDER-" + bidder, SELLER + 1 + bidder, 2 + bidder % BUYERS_AGENTS);
        }
    }

    private void party(String code, long partyId, long memberId) {
        add(CLERK, new MemberCommand.RegisterParty(code, Hash256.ZERO, Hash256.ZERO));
        add(
                CLERK,
                new MemberCommand.GrantMandate(
                        partyId, memberId, MandateScope.BOTH, nowNanos, nowNanos + 4000 * DAY_NANOS, PAPER));
    }

    private void list(int listing) {
        add(
                CLERK,
                new RightCommand.RegisterRight(
                        "RIGHT-" + listing,
                        RightType.PATENT_INVENTION,
                        "NO " + listing,
                        "Benchmark right " + listing,
                        List.of(new Owner(SELLER, 10_000))));
        add(SELLERS_AGENT, new ListingCommand.DraftListing("LISTING-" + listing, listing, SELLER, 1, 1, 1, terms()));
        add(SELLERS_AGENT, new ListingCommand.SubmitApplication(listing, PAPER, List.of()));
        add(CLERK, new ListingCommand.AcceptApplication(listing));
        add(CLERK, new ListingCommand.PublishNotice(listing));
        for (int bidder = 0; bidder < bidders(listing - 1); bidder++) {
            long partyId = SELLER + 1 + bidder;
            add(
                    FIRST_BUYERS_AGENT + bidder % BUYERS_AGENTS,
                    new ListingCommand.RegisterIntent(listing, partyId, false));
            add(CLERK, new ListingCommand.Qualify(listing, partyId));
            add(
                    CLERK,
                    new DealCommand.ReceiveMoney(
                            "IN-" + listing + "-" + bidder,
                            MoneyPurpose.DEPOSIT,
                            listing,
                            partyId,
                            Money.ofMinor(30_000, Currency.CNY),
                            Hash256.ZERO));
        }
    }

    private void decide(long proposalId, Command proposal) {
        add(OPERATOR, proposal);
        long approver = proposalId % 2 == 0 ? SUPERVISOR : OTHER_SUPERVISOR;
        add(approver, new GovernanceCommand.ApproveProposal(proposalId, "BENCHMARK"));
    }

    private void add(long principal, Command command) {
        nowNanos += 1000;
        steps.add(new Step(nowNanos, principal, command));
    }

    private static ListingTerms terms() {
        return new ListingTerms(
                Money.ofMinor(100_000, Currency.CNY),
                Money.NONE,
                Money.ofMinor(30_000, Currency.CNY),
                Money.ofMinor(100, Currency.CNY),
                AuctionMode.MULTI_ROUND_ASCENDING,
                10,
                0,
                0,
                MANY_SECONDS,
                0,
                false,
                ReleasePolicy.BY_PROFILE,
                0,
                ForfeitPolicy.BY_PROFILE,
                "");
    }

    /** Mondays to Fridays of twenty weeks, from the first day on. */
    static List<WorkingDay> workingDays() {
        List<WorkingDay> days = new ArrayList<>();
        for (int day = 0; day < 140; day++) {
            if (day % 7 < 5) {
                long midnight = (FIRST_DAY + day) * DAY_NANOS - 8 * HOUR_NANOS;
                days.add(new WorkingDay(midnight + 9 * HOUR_NANOS, midnight + 17 * HOUR_NANOS));
            }
        }
        return days;
    }
}
