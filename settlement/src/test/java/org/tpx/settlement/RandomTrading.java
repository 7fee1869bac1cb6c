package org.tpx.settlement;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tpx.host.HostSettings;
import org.tpx.host.StepHost;
import org.tpx.host.TurnListener;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.Side;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitAllotment;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.VenuePolicy;
import org.tpx.protocol.WorkingDay;

/**
 * Trading days of two series of units on a real journal, with whatever people might do: orders of every kind around one price, most
 * of them small, changed and cancelled; halts; money in and out. The same seed gives the same commands. Single-threaded.
 */
final class RandomTrading implements AutoCloseable {
    static final long SERIES = 1;
    static final long CALLS_ONLY = 2;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final long START_NANOS = nanos(FIRST_DAY, 1);
    private static final int CALENDAR_DAYS = 200;
    private static final int PARTIES = 6;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final Hash256 PAPER = new Hash256(1, 2, 3, 4);

    private final Random random;
    private final MarketMemory memory = new MarketMemory();
    private final StepHost host;
    private long nowNanos = START_NANOS;
    private long commands;
    private int bankReferences;
    private int codes;

    RandomTrading(Path journal, long seed) {
        random = new Random(seed);
        JournalSettings settings = JournalSettings.of(journal, "exchange.test/trading")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES)
                .withMinFreeBytes(0);
        HostSettings everyTurn = HostSettings.of(settings, "test", Hash256.ZERO).withBatch(1, 0);
        host = StepHost.open(everyTurn, START_NANOS, TurnListener.of(memory));
        found();
    }

    /** Lets so many things happen, and then two quiet days pass. */
    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            pass();
            step();
        }
        nowNanos += 2 * DAY_NANOS;
        host.advanceTo(nowNanos);
        host.sync();
    }

    /** The hash of the state that all of it led to. */
    Hash256 stateHash() {
        return host.stateHash();
    }

    @Override
    public void close() {
        host.close();
    }

    // Most of what happens does so within the hours of trading.
    private void pass() {
        long most = random.nextInt(60) == 0 ? 8 * 3_600 : 60;
        nowNanos += (long) (random.nextDouble() * most * SECOND_NANOS);
        long second = Math.floorMod(nowNanos / SECOND_NANOS + OFFSET.getTotalSeconds(), 86_400L);
        if (second > 15 * 3_600 + 1_800 && random.nextInt(4) > 0) {
            nowNanos += (86_400 - second + 9 * 3_600) * SECOND_NANOS;
        }
    }

    private void step() {
        switch (random.nextInt(40)) {
            case 0 -> receive();
            case 1 -> agent(new UnitCommand.WithdrawMoney(party(), cny(1 + random.nextInt(500_000))));
            case 2 -> payOut();
            case 3 -> decide();
            case 4 -> sometimes(8, this::halt);
            case 5 -> sometimes(3, this::resume);
            case 6 -> sometimes(5, this::issue);
            case 7 ->
                sometimes(
                        5, () -> clerk(new UnitCommand.DeclareBeneficiaries(series(), party(), 1 + random.nextInt(3))));
            case 8, 9, 10, 11, 12, 13 -> agent(new UnitCommand.CancelOrder(series(), 0, order()));
            case 14, 15 -> agent(new UnitCommand.ReduceOrder(series(), 0, order(), units()));
            case 16, 17, 18 -> agent(new UnitCommand.ReplaceOrder(series(), 0, order(), price(), units()));
            case 19 ->
                sometimes(
                        6, () -> agent(new UnitCommand.CancelOrders(series(), 0, random.nextBoolean() ? 0 : party())));
            default -> enter();
        }
    }

    private void enter() {
        OrderKind kind = random.nextInt(3) > 0 ? OrderKind.LIMIT : one(List.of(OrderKind.values()));
        TimeInForce time = random.nextInt(3) > 0 ? TimeInForce.DAY : one(List.of(TimeInForce.values()));
        long expires = time == TimeInForce.GOOD_TILL_DATE ? nowNanos + random.nextInt(4) * DAY_NANOS : 0;
        Money price = kind == OrderKind.MARKET_TO_LIMIT ? Money.NONE : price();
        agent(new UnitCommand.EnterOrder(
                series(),
                party(),
                one(List.of(Side.values())),
                kind,
                time,
                expires,
                price,
                units(),
                kind == OrderKind.IMMEDIATE_OR_CANCEL && random.nextBoolean() ? 10 : 0,
                one(List.of(SelfTrade.values()))));
    }

    private Money price() {
        return cny(5L * (240 + (long) (random.nextGaussian() * 6)));
    }

    private long units() {
        return 10L * (1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 9));
    }

    // Often a number that no order has any more.
    private long order() {
        return Math.max(1, commands - random.nextInt(40));
    }

    private long series() {
        return random.nextInt(3) > 0 ? SERIES : CALLS_ONLY;
    }

    private long party() {
        return memory.id("P" + (1 + random.nextInt(PARTIES)));
    }

    private void receive() {
        Hash256 account = random.nextInt(6) == 0 ? PAPER : Hash256.ZERO;
        clerk(new DealCommand.ReceiveMoney(
                "BANK-" + ++bankReferences,
                MoneyPurpose.TRADING,
                0,
                party(),
                cny(1 + random.nextInt(2_000_000)),
                account));
    }

    private void payOut() {
        List<Long> instructed = memory.instructed();
        if (instructed.isEmpty() || random.nextInt(3) == 0) {
            List<PaymentRef> due = memory.due().stream().map(PaymentRef::new).toList();
            clerk(new DealCommand.ProposePayments(code("PAY"), due));
        } else if (random.nextInt(10) == 0) {
            clerk(new DealCommand.ReturnPayment(one(instructed), "account closed"));
        } else {
            clerk(new DealCommand.ConfirmPayment(one(instructed), "OUT-" + ++bankReferences));
        }
    }

    private void decide() {
        memory.proposals().forEach(this::approve);
    }

    private void approve(long proposal) {
        send("SUPERVISOR-2", new GovernanceCommand.ApproveProposal(proposal, "APPROVED-1"));
    }

    private void halt() {
        if (random.nextInt(4) == 0) {
            supervisor(new SaleCommand.OrderHalt(HaltScope.MARKET, 0, "doubts"));
        } else {
            supervisor(new UnitCommand.HaltSeries(series(), "doubts"));
        }
    }

    private void resume() {
        supervisor(new SaleCommand.ProposeHaltLift(code("LIFT"), HaltScope.MARKET, 0));
        supervisor(new UnitCommand.ProposeSeriesResumption(code("RESUME"), series()));
        decide();
    }

    private void issue() {
        operator(new UnitCommand.ProposeIssue(
                code("ISSUE"), series(), List.of(new UnitAllotment(party(), units()), new UnitAllotment(party(), 10))));
    }

    private void sometimes(int oneIn, Runnable act) {
        if (random.nextInt(oneIn) == 0) {
            act.run();
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String code(String prefix) {
        return prefix + "-" + ++codes;
    }

    private void agent(Command command) {
        send("AGENT", command);
    }

    private void clerk(Command command) {
        send("CLERK", command);
    }

    private void supervisor(Command command) {
        send("SUPERVISOR-1", command);
    }

    private void operator(Command command) {
        send("OPERATOR", command);
    }

    private void send(String principal, Command command) {
        host.step(nowNanos, memory.id(principal), ++commands, command);
    }

    private void found() {
        List<Founder> founders = List.of(
                new Founder("CLERK", Role.CLERK),
                new Founder("SUPERVISOR-1", Role.SUPERVISOR),
                new Founder("SUPERVISOR-2", Role.SUPERVISOR),
                new Founder("OPERATOR", Role.OPERATOR));
        host.step(nowNanos, 0, 0, new SystemCommand.OpenExchange("trading", founders));
        operator(new GovernanceCommand.ProposeCalendar(
                "P-1", "CALENDAR", 1, false, OFFSET.getTotalSeconds(), workingDays()));
        clerk(new MemberCommand.ApplyMembership("MEMBER", MembershipClass.BROKER));
        supervisor(new MemberCommand.AdmitMember(memory.id("MEMBER")));
        operator(new GovernanceCommand.ProposePrincipal("P-2", "AGENT", Role.AGENT, memory.id("MEMBER")));
        decide();
        operator(new UnitCommand.ProposeSeries("P-3", "U1", 1, terms(), VenuePolicy.LICENSED_OR_FOREIGN));
        operator(new UnitCommand.ProposeSeries("P-4", "U2", 1, terms(), new VenuePolicy(false, true, 2, 7)));
        decide();
        List<UnitAllotment> allotments = new ArrayList<>();
        for (int party = 1; party <= PARTIES; party++) {
            allotments.add(new UnitAllotment(register("P" + party), 500));
        }
        operator(new UnitCommand.ProposeIssue("P-5", SERIES, allotments));
        operator(new UnitCommand.ProposeIssue("P-6", CALLS_ONLY, allotments));
        decide();
    }

    private long register(String code) {
        long untilNanos = START_NANOS + CALENDAR_DAYS * DAY_NANOS;
        clerk(new MemberCommand.RegisterParty(code, PAPER, new Hash256(9, 9, 9, codes)));
        long party = memory.id(code);
        clerk(new MemberCommand.GrantMandate(
                party, memory.id("MEMBER"), MandateScope.BOTH, START_NANOS, untilNanos, PAPER));
        clerk(new DealCommand.ReceiveMoney(
                "BANK-" + ++bankReferences, MoneyPurpose.TRADING, 0, party, cny(20_000_000), Hash256.ZERO));
        return party;
    }

    /** Rates that leave something to round nearly always. */
    private static SeriesTerms terms() {
        return new SeriesTerms(
                "units",
                Currency.CNY,
                4_000,
                10,
                cny(5),
                cny(1_200),
                1_000,
                TieBreak.SSE,
                9 * 3_600,
                9 * 3_600 + 900,
                9 * 3_600 + 1_800,
                14 * 3_600 + 3_420,
                15 * 3_600,
                300,
                1_517,
                333);
    }

    private static List<WorkingDay> workingDays() {
        List<WorkingDay> days = new ArrayList<>();
        for (int day = 0; day < CALENDAR_DAYS; day++) {
            LocalDate date = FIRST_DAY.plusDays(day);
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(new WorkingDay(nanos(date, 9), nanos(date, 17)));
            }
        }
        return days;
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, Currency.CNY);
    }

    private static long nanos(LocalDate day, int hour) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, day.atTime(hour, 0).toInstant(OFFSET));
    }
}
