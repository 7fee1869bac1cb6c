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
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightCommand;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SuspensionGround;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.WorkingDay;
import org.tpx.settlement.MarketMemory.NextStep;
import org.tpx.settlement.MarketMemory.Sale;

/**
 * A market on a real journal that does at random what people might do: sensible things more often than not, wrong amounts, wrong
 * moments and second attempts among them. The same seed gives the same commands. Single-threaded.
 */
final class RandomMarket implements AutoCloseable {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long HOUR_NANOS = 3_600 * SECOND_NANOS;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final long START_NANOS = nanos(FIRST_DAY, 9);
    private static final int CALENDAR_DAYS = 2_000;
    private static final int LISTINGS = 40;
    private static final int BUYERS = 5;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final Hash256 PAPER = new Hash256(1, 2, 3, 4);

    private final Random random;
    private final MarketMemory memory = new MarketMemory();
    private final RandomOffers offers;
    private final StepHost host;
    private long nowNanos = START_NANOS;
    private long commands;
    private int bankReferences;
    private int codes;

    RandomMarket(Path journal, long seed) {
        random = new Random(seed);
        offers = new RandomOffers(random, memory, this::send);
        JournalSettings settings = JournalSettings.of(journal, "exchange.test/random")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES)
                .withMinFreeBytes(0);
        HostSettings everyTurn = HostSettings.of(settings, "test", Hash256.ZERO).withBatch(1, 0);
        host = StepHost.open(everyTurn, START_NANOS, TurnListener.of(memory));
        found();
    }

    /** Lets so many things happen, and then two quiet months pass. */
    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            pass();
            step();
        }
        nowNanos += 60 * DAY_NANOS;
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

    private void pass() {
        int chance = random.nextInt(100);
        long most = chance < 80 ? HOUR_NANOS / 3 : chance < 97 ? 6 * HOUR_NANOS : 2 * DAY_NANOS;
        nowNanos += (long) (random.nextDouble() * most);
    }

    private void step() {
        int chance = random.nextInt(100);
        List<Sale> sales = memory.sales();
        List<Sale> open = sales.stream().filter(sale -> !sale.isOver()).toList();
        if ((chance < 3 && sales.size() < LISTINGS) || sales.isEmpty()) {
            draft();
        } else if (chance < 4) {
            offers.takeUp();
        } else if (chance < 15) {
            payOut();
        } else if (chance < 25) {
            decide();
        } else {
            advance(one(chance < 28 || open.isEmpty() ? sales : open));
        }
    }

    private void advance(Sale sale) {
        if (sale.defaulterId != 0 && random.nextInt(4) == 0) {
            decideDefault(sale);
        } else if (random.nextInt(50) == 0) {
            disturb(sale);
        } else {
            goOn(sale);
        }
    }

    private void goOn(Sale sale) {
        long listing = sale.listingId;
        switch (sale.state) {
            case DRAFT, RETURNED -> agent(new ListingCommand.SubmitApplication(listing, PAPER, List.of()));
            case UNDER_REVIEW -> review(sale);
            case DISCLOSED, QUALIFYING -> beforeSale(sale);
            case SINGLE_QUOTE ->
                agent(new SaleCommand.SubmitSingleQuote(listing, party(sale), above(sale.price, 10_000)));
            case IN_AUCTION -> auction(sale);
            case AWARDED, CONTRACTED -> deal(sale);
            case DEFAULTED_AWARD -> answerOffer(sale);
            case UNSOLD -> relist(sale);
            default -> clerk(new ListingCommand.PublishNotice(listing));
        }
    }

    private void review(Sale sale) {
        if (random.nextInt(10) == 0) {
            clerk(new ListingCommand.RequestCorrection(sale.listingId, "papers"));
        } else {
            clerk(new ListingCommand.AcceptApplication(sale.listingId));
        }
    }

    private void beforeSale(Sale sale) {
        long listing = sale.listingId;
        switch (random.nextInt(8)) {
            case 0, 1 -> agent(new ListingCommand.RegisterIntent(listing, buyer(), random.nextBoolean()));
            case 2, 3 -> clerk(new ListingCommand.Qualify(listing, party(sale)));
            case 4 -> receive(sale, MoneyPurpose.DEPOSIT, buyer(), sale.deposit);
            case 5 -> disqualify(sale);
            default -> receive(sale, MoneyPurpose.DEPOSIT, party(sale), sale.deposit);
        }
    }

    private void disqualify(Sale sale) {
        if (random.nextInt(4) == 0) {
            clerk(new ListingCommand.Disqualify(sale.listingId, party(sale), "not suited"));
        }
    }

    private void auction(Sale sale) {
        if (random.nextInt(4) == 0) {
            long startNanos = nowNanos + HOUR_NANOS * (1 + random.nextInt(5));
            clerk(new SaleCommand.ScheduleAuction(sale.listingId, startNanos, startNanos + HOUR_NANOS));
            return;
        }
        Money least = sale.high.isNone() ? sale.price : sale.high.plus(cny(100_000));
        agent(new SaleCommand.PlaceBid(sale.listingId, party(sale), above(least, 100_000)));
    }

    private void deal(Sale sale) {
        long listing = sale.listingId;
        NextStep next = random.nextInt(5) == 0 ? one(List.of(NextStep.values())) : sale.next;
        switch (next) {
            case SIGN -> clerk(new DealCommand.SignContract(listing, PAPER));
            case MAKE_EFFECTIVE -> clerk(new DealCommand.MakeContractEffective(listing));
            case TAKE_PRICE ->
                receive(sale, MoneyPurpose.PRICE, sale.buyerId, sale.due.isNone() ? sale.price : sale.due);
            case CERTIFY -> clerk(new DealCommand.ProposeCertificate(code("CERT"), listing));
            case DELIVER -> deliver(sale);
        }
    }

    private void deliver(Sale sale) {
        switch (random.nextInt(4)) {
            case 0 -> clerk(new DealCommand.AcceptHandover(sale.listingId, PAPER));
            case 1 -> clerk(new DealCommand.FileTitle(sale.listingId, "receipt"));
            case 2 -> agent(new ListingCommand.DeclineWaiting(sale.listingId, party(sale)));
            default -> clerk(new DealCommand.RegisterTitle(sale.listingId, "entry", PAPER));
        }
    }

    private void decideDefault(Sale sale) {
        long listing = sale.listingId;
        switch (random.nextInt(3)) {
            case 0 -> agent(new ListingCommand.ReplyToDefault(listing, sale.defaulterId, PAPER));
            case 1 -> supervisor(new ListingCommand.UpholdDefault(listing, sale.defaulterId));
            default -> supervisor(new ListingCommand.DismissDefault(listing, sale.defaulterId, "reasons"));
        }
    }

    private void answerOffer(Sale sale) {
        if (random.nextBoolean()) {
            agent(new ListingCommand.AcceptRunnerUpOffer(sale.listingId, sale.runnerUpId));
        } else {
            agent(new ListingCommand.DeclineRunnerUpOffer(sale.listingId, sale.runnerUpId));
        }
    }

    private void disturb(Sale sale) {
        long listing = sale.listingId;
        switch (random.nextInt(5)) {
            case 0 -> supervisor(new ListingCommand.OrderSuspension(listing, SuspensionGround.OTHER, "doubts"));
            case 1 -> clerk(new ListingCommand.ProposeResumption(code("RESUME"), listing));
            case 2 -> supervisor(new ListingCommand.OrderTermination(listing, SuspensionGround.OTHER, "doubts"));
            case 3 -> agent(new ListingCommand.Withdraw(listing, "reasons"));
            default -> agent(new ListingCommand.CloseListing(listing));
        }
    }

    private void relist(Sale sale) {
        if (random.nextInt(6) == 0) {
            agent(new ListingCommand.CloseListing(sale.listingId));
            return;
        }
        Money price = random.nextBoolean() ? sale.price : cny(sale.price.minor() / 10 * 9);
        agent(new ListingCommand.RequestRelist(sale.listingId, price, Money.NONE, false, 0, PAPER));
    }

    private void receive(Sale sale, MoneyPurpose purpose, long partyId, Money full) {
        Money amount =
                switch (random.nextInt(6)) {
                    case 0 -> cny(Math.max(1, full.minor() / 3));
                    case 1 -> full.plus(cny(1L + random.nextInt(5_000)));
                    default -> full;
                };
        boolean again = random.nextInt(40) == 0;
        String reference = "BANK-" + (again ? bankReferences : ++bankReferences);
        clerk(new DealCommand.ReceiveMoney(reference, purpose, sale.listingId, partyId, amount, Hash256.ZERO));
    }

    private void payOut() {
        List<Long> instructed = memory.instructed();
        if (instructed.isEmpty() || random.nextInt(3) == 0) {
            List<PaymentRef> some = memory.due().stream()
                    .filter(payment -> random.nextInt(3) > 0)
                    .map(PaymentRef::new)
                    .toList();
            clerk(new DealCommand.ProposePayments(code("PAY"), some));
        } else if (random.nextInt(10) == 0) {
            clerk(new DealCommand.ReturnPayment(one(instructed), "account closed"));
        } else {
            clerk(new DealCommand.ConfirmPayment(one(instructed), "BANK-" + ++bankReferences));
        }
    }

    private void decide() {
        for (long proposal : memory.proposals()) {
            if (random.nextInt(15) == 0) {
                send("SUPERVISOR-2", new GovernanceCommand.RejectProposal(proposal, "not now"));
            } else {
                approve(proposal);
            }
        }
    }

    private void approve(long proposal) {
        send("SUPERVISOR-2", new GovernanceCommand.ApproveProposal(proposal, "APPROVED-1"));
    }

    private void draft() {
        String code = code("L");
        Owner seller = new Owner(memory.id("SELLER"), 10_000);
        clerk(new RightCommand.RegisterRight(
                "R-" + code, RightType.PATENT_INVENTION, "NO " + code, "right " + code, List.of(seller)));
        long price = 100_000_000L * (1 + random.nextInt(60)) + random.nextInt(1_000_000);
        agent(new ListingCommand.DraftListing(
                code,
                memory.id("R-" + code),
                memory.id("SELLER"),
                memory.id("PROFILE"),
                memory.id("FEES"),
                memory.id("CALENDAR"),
                terms(price)));
    }

    private ListingTerms terms(long price) {
        ReleasePolicy release = one(List.of(ReleasePolicy.values()));
        ForfeitPolicy forfeit = one(List.of(ForfeitPolicy.values()));
        return new ListingTerms(
                cny(price),
                Money.NONE,
                cny(price / 10 * 3),
                cny(100_000),
                AuctionMode.MULTI_ROUND_ASCENDING,
                0,
                0,
                random.nextInt(3),
                0,
                0,
                random.nextBoolean(),
                release,
                random.nextInt(10_001),
                forfeit,
                "");
    }

    private Money above(Money least, int step) {
        return least.plus(cny((long) random.nextInt(3) * step));
    }

    private long buyer() {
        return memory.id("B" + (1 + random.nextInt(BUYERS)));
    }

    private long party(Sale sale) {
        return sale.parties.isEmpty() ? buyer() : one(sale.parties);
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

    private void send(String principal, Command command) {
        host.step(nowNanos, memory.id(principal), ++commands, command);
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, Currency.CNY);
    }

    private static long nanos(LocalDate day, int hour) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, day.atTime(hour, 0).toInstant(OFFSET));
    }

    private void found() {
        List<Founder> founders = List.of(
                new Founder("CLERK", Role.CLERK),
                new Founder("SUPERVISOR-1", Role.SUPERVISOR),
                new Founder("SUPERVISOR-2", Role.SUPERVISOR),
                new Founder("OPERATOR", Role.OPERATOR));
        host.step(nowNanos, 0, 0, new SystemCommand.OpenExchange("random", founders));
        operator(new GovernanceCommand.ProposeCalendar(
                "P-1", "CALENDAR", 1, false, OFFSET.getTotalSeconds(), workingDays()));
        operator(new GovernanceCommand.ProposeRuleProfile("P-2", "PROFILE", 1, RandomRules.profile()));
        operator(new GovernanceCommand.ProposeFeeSchedule("P-3", "FEES", 1, cny(360_000), cny(200_000), tiers()));
        clerk(new MemberCommand.ApplyMembership("MEMBER", MembershipClass.BROKER));
        supervisor(new MemberCommand.AdmitMember(memory.id("MEMBER")));
        operator(new GovernanceCommand.ProposePrincipal("P-4", "AGENT", Role.AGENT, memory.id("MEMBER")));
        memory.proposals().forEach(this::approve);
        register("SELLER", MandateScope.SELL);
        for (int buyer = 1; buyer <= BUYERS; buyer++) {
            register("B" + buyer, MandateScope.BUY);
        }
        offers.propose(START_NANOS + CALENDAR_DAYS * DAY_NANOS);
        memory.proposals().forEach(this::approve);
        clerk(new RightCommand.RegisterRight(
                "R-OFFERED",
                RightType.SOFTWARE_COPYRIGHT,
                "NO 0",
                "offered",
                List.of(new Owner(memory.id("SELLER"), 10_000))));
        offers.publish(memory.id("R-OFFERED"));
    }

    private void operator(Command command) {
        send("OPERATOR", command);
    }

    private void register(String code, MandateScope scope) {
        long untilNanos = START_NANOS + CALENDAR_DAYS * DAY_NANOS;
        clerk(new MemberCommand.RegisterParty(code, PAPER, Hash256.ZERO));
        clerk(new MemberCommand.GrantMandate(
                memory.id(code), memory.id("MEMBER"), scope, START_NANOS, untilNanos, PAPER));
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

    /** Rates that leave something to round nearly always. */
    private static List<FeeTier> tiers() {
        return List.of(
                new FeeTier(cny(1_000_000_000L), 2_417, 32_003, 2_433),
                new FeeTier(cny(3_000_000_000L), 2_001, 24_007, 1_999),
                new FeeTier(Money.NONE, 703, 6_011, 709));
    }
}
