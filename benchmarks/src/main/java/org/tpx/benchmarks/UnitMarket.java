package org.tpx.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Role;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitAllotment;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.VenuePolicy;

/**
 * The commands that bring one series of units to continuous trading: a few hundred parties with units and money, each in the
 * care of one of several agents, and fees for both sides of a trade. Always the same.
 */
final class UnitMarket {

    static final long SERIES = 1;
    static final int PARTIES = 256;
    static final int AGENTS = 8;
    static final long LOT_UNITS = 10;
    static final long TICK_MINOR = 5;
    static final Currency CURRENCY = Currency.CNY;

    private static final long OPERATOR = 1;
    private static final long SUPERVISOR = 2;
    private static final long OTHER_SUPERVISOR = 3;
    private static final long CLERK = 4;
    private static final long CALENDAR = 1;
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long TOTAL_UNITS = 500_000_000_000L;
    private static final long CASH_MINOR = Money.MAX_MINOR / 10;
    private static final int BUYER_FEE_PPM = 1_200;
    private static final int SELLER_FEE_PPM = 800;

    private final List<Workload.Step> steps = new ArrayList<>();
    private long nowNanos = Workload.FIRST_DAY * DAY_NANOS + TimeUnit.HOURS.toNanos(1);
    private long proposals;

    UnitMarket() {
        found();
        for (int agent = 0; agent < AGENTS; agent++) {
            member(agent);
        }
        for (long party = 1; party <= PARTIES; party++) {
            party(party);
        }
        decide(new UnitCommand.ProposeSeries("SERIES", "UNITS", CALENDAR, terms(), VenuePolicy.LICENSED_OR_FOREIGN));
        List<UnitAllotment> allotments = LongStream.rangeClosed(1, PARTIES)
                .mapToObj(party -> new UnitAllotment(party, TOTAL_UNITS / PARTIES / LOT_UNITS * LOT_UNITS))
                .toList();
        decide(new UnitCommand.ProposeIssue("ISSUE", SERIES, allotments));
    }

    /** The preparation, in order. */
    List<Workload.Step> steps() {
        return steps;
    }

    /** When it is through. */
    long preparedNanos() {
        return nowNanos;
    }

    /** A second after continuous trading has begun; it goes on for more than five hours. */
    long openNanos() {
        return (Workload.FIRST_DAY + 1) * DAY_NANOS + TimeUnit.MINUTES.toNanos(90) + TimeUnit.SECONDS.toNanos(1);
    }

    /** Who acts for a party. */
    static long agentOf(long partyId) {
        return CLERK + memberOf(partyId);
    }

    private static long memberOf(long partyId) {
        return 1 + partyId % AGENTS;
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
        decide(new GovernanceCommand.ProposeCalendar(
                "CALENDAR", "WORKDAYS", 1, true, 8 * 3600, Workload.workingDays()));
    }

    private void member(int agent) {
        add(CLERK, new MemberCommand.ApplyMembership("MEMBER-" + agent, MembershipClass.BROKER));
        add(SUPERVISOR, new MemberCommand.AdmitMember(agent + 1L));
        decide(new GovernanceCommand.ProposePrincipal("A-" + agent, "AGENT-" + agent, Role.AGENT, agent + 1L));
    }

    private void party(long partyId) {
        add(CLERK, new MemberCommand.RegisterParty("PARTY-" + partyId, Hash256.ZERO, Hash256.ZERO));
        add(
                CLERK,
                new MemberCommand.GrantMandate(
                        partyId,
                        memberOf(partyId),
                        MandateScope.BOTH,
                        nowNanos,
                        nowNanos + 4000 * DAY_NANOS,
                        new Hash256(1, 2, 3, 4)));
        add(
                CLERK,
                new DealCommand.ReceiveMoney(
                        "IN-" + partyId,
                        MoneyPurpose.TRADING,
                        0,
                        partyId,
                        Money.ofMinor(CASH_MINOR, CURRENCY),
                        Hash256.ZERO));
    }

    private void decide(Command proposal) {
        add(OPERATOR, proposal);
        proposals++;
        long approver = proposals % 2 == 0 ? SUPERVISOR : OTHER_SUPERVISOR;
        add(approver, new GovernanceCommand.ApproveProposal(proposals, "BENCHMARK"));
    }

    private void add(long principal, Command command) {
        nowNanos += 1000;
        steps.add(new Workload.Step(nowNanos, principal, command));
    }

    private static SeriesTerms terms() {
        return new SeriesTerms(
                "Units of a patent pool",
                CURRENCY,
                TOTAL_UNITS,
                LOT_UNITS,
                Money.ofMinor(TICK_MINOR, CURRENCY),
                Money.NONE,
                0,
                TieBreak.SSE,
                9 * 3_600,
                9 * 3_600 + 15 * 60,
                9 * 3_600 + 30 * 60,
                14 * 3_600 + 57 * 60,
                15 * 3_600,
                300,
                BUYER_FEE_PPM,
                SELLER_FEE_PPM);
    }
}
