package org.tpx.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tpx.host.HostSettings;
import org.tpx.host.StepHost;
import org.tpx.host.TurnView;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ProposePayments;
import org.tpx.protocol.Event;
import org.tpx.protocol.Founder;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.GovernanceEvent.ProposalMade;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.Role;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.SystemEvent.CommandRepeated;
import org.tpx.protocol.UnitCommand.WithdrawMoney;
import org.tpx.protocol.WorkingDay;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/**
 * An exchange with books and a bank's folder, all on the caller's thread: parties {@code B1} to {@code B5} pay in for trading and take
 * their money out again. The bank is whoever puts files into the folder. Single-threaded.
 */
final class BankHouse implements AutoCloseable, FrontDoor {
    static final int PARTIES = 5;
    static final Duration RESEND = Duration.ofMinutes(30);

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final int CALENDAR_DAYS = 1_000;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final Hash256 PAPER = new Hash256(1, 2, 3, 4);
    private static final byte[] SALT = new byte[32];

    private static final long CLERK = 1;
    private static final long CLERK_2 = 2;
    private static final long SUPERVISOR = 3;
    private static final long OPERATOR = 5;
    private static final long BANK = 6;
    private static final long AGENT = 7;

    private final Path journal;
    private final SettlementDatabase database;
    private final Map<Long, List<Event>> outcomes = new HashMap<>();
    private final BankFolder folder;
    private final StepHost host;
    private final BankBooks bank;
    private SettlementProjection projection;
    private SettlementFollower follower;
    private BankOutbox outbox;
    private BankInbox inbox;
    private Instant clock = Instant.parse("2025-07-01T01:00:00Z");
    private long commands;
    private int crashAfter = Integer.MAX_VALUE;

    BankHouse(Path directory, SettlementDatabase database) {
        this.database = database;
        journal = directory.resolve("journal");
        JournalSettings settings = JournalSettings.of(journal, "exchange.test/bank")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, BLOCK_BYTES)
                .withMinFreeBytes(0);
        host = StepHost.open(
                HostSettings.of(settings, "test", Hash256.ZERO).withBatch(1_000, Long.MAX_VALUE), now(), this::onTurn);
        folder = new BankFolder(directory.resolve("bank"));
        bank = new BankBooks(database);
        found();
        open();
    }

    /** Opens books, outbox and inbox anew, as a start after a crash does. */
    void open() {
        projection = new SettlementProjection(database);
        follower = SettlementFollower.open(journal, projection);
        outbox = new BankOutbox(bank, folder, PartyAccounts.demo(), () -> clock, RESEND);
        inbox = new BankInbox(bank, new SettlementBooks(database), folder, PartyAccounts.demo(), SALT, outbox, this);
        settle();
    }

    /** Lets go of what a dead process held, and opens anew. */
    void reopen() {
        follower.close();
        projection.close();
        open();
    }

    /** What a party has for trading, by the books, in fen. */
    long tradingMinor(long partyId) {
        return books().trialBalance().lines().stream()
                .filter(line -> line.account().kind() == AccountKind.TRADING
                        && line.account().partyId() == partyId)
                .mapToLong(line -> line.balance().minor())
                .sum();
    }

    /** Payments that are due and not with the bank. */
    List<Long> duePayments() {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT payment_id FROM payment WHERE state = 'DUE' ORDER BY payment_id")
                .mapTo(Long.class)
                .list());
    }

    BankFolder folder() {
        return folder;
    }

    BankBooks bank() {
        return bank;
    }

    SettlementBooks books() {
        return new SettlementBooks(database);
    }

    BankOutbox outbox() {
        return outbox;
    }

    Instant clock() {
        return clock;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        clock = clock.plus(time);
        host.advanceTo(now());
    }

    /** The node dies before it carries out the command behind so many more of the bank's. */
    void crashAfter(int sendings) {
        crashAfter = sendings;
    }

    /** A party takes money out, and two people send it; returns the payment. */
    long payOut(String party, Money amount) {
        long due = 0;
        List<Event> events = send(AGENT, new WithdrawMoney(partyId(party), amount));
        for (Event event : events) {
            due = event instanceof PaymentDue payment ? payment.paymentId() : due;
        }
        assertThat(due).as("%s takes out %s: %s", party, amount, events).isPositive();
        instruct(List.of(due));
        return due;
    }

    /** Two people send payments. */
    void instruct(List<Long> payments) {
        ProposePayments proposal = new ProposePayments(
                "OUT-" + commands, payments.stream().map(PaymentRef::new).toList());
        decide(CLERK, proposal, CLERK_2);
    }

    /** A clerk's command; its first event. */
    Event clerk(Command command) {
        return send(CLERK_2, command).get(0);
    }

    /** Books what is durable, sends, takes in all that lies in the folder, and books that. */
    void settle() {
        try {
            book();
            outbox.send();
            while (inbox.takeNext()) {
                book();
            }
            book();
            outbox.send();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Only takes in one file. */
    void takeNext() throws InterruptedException {
        book();
        inbox.takeNext();
    }

    private void book() {
        host.sync();
        follower.catchUp();
    }

    /** The bank puts a file into the folder. */
    void drop(String name, String text) {
        BankFolder.write(folder.in().resolve(name), text);
    }

    /** What lies in {@code out/}, and takes it away. */
    List<String> collect() {
        List<String> texts = new ArrayList<>();
        try {
            for (Path file : BankFolder.files(folder.out())) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return texts;
    }

    /** What lies on the settlement account by the books. */
    Money settlementAccount() {
        return books().trialBalance().settlement(Currency.CNY);
    }

    static long partyId(String code) {
        return Long.parseLong(code.substring(1));
    }

    static Money cny(long minor) {
        return Money.ofMinor(minor, Currency.CNY);
    }

    @Override
    public List<Answer> carryOut(List<Sending> sendings) {
        List<Answer> answers = new ArrayList<>();
        for (Sending sending : sendings) {
            if (crashAfter-- == 0) {
                crashAfter = Integer.MAX_VALUE;
                throw new IllegalStateException("the node was killed");
            }
            answers.add(answer(send(BANK, sending.clientId(), sending.command())));
        }
        return answers;
    }

    private Answer answer(List<Event> events) {
        if (events.get(0) instanceof CommandRepeated repeated) {
            Event original = outcome(repeated.originalSequence()).get(0);
            return new Answer(true, original instanceof CommandRefused refused ? refused.reason() : null);
        }
        return new Answer(false, events.get(0) instanceof CommandRefused refused ? refused.reason() : null);
    }

    private List<Event> outcome(long sequence) {
        return outcomes.getOrDefault(sequence, List.of());
    }

    private void onTurn(TurnView turn) {
        outcomes.put(turn.sequence(), turn.events());
    }

    private List<Event> send(long principal, Command command) {
        return send(principal, ++commands, command);
    }

    private List<Event> send(long principal, long clientId, Command command) {
        clock = clock.plusMillis(1);
        long sequence = host.step(now(), principal, clientId, command);
        host.sync();
        return outcome(sequence);
    }

    private void decide(long proposer, Command proposal, long approver) {
        for (Event event : send(proposer, proposal)) {
            if (event instanceof ProposalMade made) {
                send(approver, new GovernanceCommand.ApproveProposal(made.proposalId(), "APPROVED-1"));
                return;
            }
        }
        throw new AssertionError(proposal + " was refused");
    }

    private long now() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock);
    }

    private void found() {
        List<Founder> founders = List.of(
                new Founder("CLERK-1", Role.CLERK),
                new Founder("CLERK-2", Role.CLERK),
                new Founder("SUPERVISOR-1", Role.SUPERVISOR),
                new Founder("SUPERVISOR-2", Role.SUPERVISOR),
                new Founder("OPERATOR-1", Role.OPERATOR),
                new Founder("BANK-1", Role.CLERK));
        host.step(now(), 0, 0, new SystemCommand.OpenExchange("bank", founders));
        decide(
                OPERATOR,
                new GovernanceCommand.ProposeCalendar(
                        "P-1", "CALENDAR", 1, false, OFFSET.getTotalSeconds(), workingDays()),
                SUPERVISOR);
        send(CLERK, new MemberCommand.ApplyMembership("MEMBER", MembershipClass.BROKER));
        send(SUPERVISOR, new MemberCommand.AdmitMember(1));
        decide(OPERATOR, new GovernanceCommand.ProposePrincipal("P-2", "AGENT", Role.AGENT, 1), SUPERVISOR);
        for (int party = 1; party <= PARTIES; party++) {
            Hash256 account = new Hash256(9, 9, 9, party);
            send(CLERK, new MemberCommand.RegisterParty("B" + party, PAPER, account));
            send(
                    CLERK,
                    new MemberCommand.GrantMandate(
                            party, 1, MandateScope.BOTH, now(), now() + CALENDAR_DAYS * DAY_NANOS, PAPER));
        }
    }

    private static List<WorkingDay> workingDays() {
        List<WorkingDay> days = new ArrayList<>();
        for (int day = 0; day < CALENDAR_DAYS; day++) {
            LocalDate date = FIRST_DAY.plusDays(day);
            days.add(new WorkingDay(nanos(date, 9), nanos(date, 17)));
        }
        return days;
    }

    private static long nanos(LocalDate day, int hour) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, day.atTime(hour, 0).toInstant(OFFSET));
    }

    @Override
    public void close() {
        follower.close();
        projection.close();
        host.close();
    }
}
