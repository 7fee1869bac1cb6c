package org.tpx.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.bank.BankHouse.cny;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.BankCommand.BookBankItem;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.settlement.faults.FaultyBank;
import org.tpx.settlement.faults.FaultyBank.Movement;
import org.tpx.settlement.ledger.SettlementDatabase;

/**
 * Days with a bank that makes every mistake: whatever it moved is booked once or in a queue with a reason, nothing that it did not move is
 * booked, and the reconciliation is zero or names the whole difference. Crashes come between any two commands.
 *
 * <p>{@code -Dtpx.bank.runs=5000} makes it five thousand days; {@code -Dtpx.seed} repeats a run.
 */
class BankFaultsTest {
    private static final int DAYS_OF_A_HOUSE = 25;

    @TempDir
    private Path directory;

    private int booked;
    private int queued;
    private int crashes;

    @Test
    void shouldBookOnceOrQueueWithAReasonWhateverTheBankDoes() {
        int runs = Integer.getInteger("tpx.bank.runs", 100);
        long seed = Long.getLong("tpx.seed", System.nanoTime());
        for (int done = 0, house = 0; done < runs; done += DAYS_OF_A_HOUSE, house++) {
            play(directory.resolve("house-" + house), seed + house, Math.min(DAYS_OF_A_HOUSE, runs - done));
        }
        System.out.println(runs + " days with a faulty bank, seed " + seed + ": " + booked + " movements booked once, "
                + queued + " in queues, " + crashes + " crashes");
        assertThat(booked).isGreaterThan(runs);
    }

    private void play(Path place, long seed, int days) {
        place.toFile().mkdirs();
        Random random = new Random(seed);
        FaultyBank bank = new FaultyBank(seed);
        try (BankHouse house = new BankHouse(place, SettlementDatabase.open(place.resolve("settlement.db")))) {
            for (int day = 0; day < days; day++) {
                day(house, bank, random);
                check(house, bank, "seed " + seed + ", day " + day);
            }
            count(house, bank);
        }
    }

    private void day(BankHouse house, FaultyBank bank, Random random) {
        String from = time(house);
        payOut(house, random);
        house.settle();
        drop(house, bank.day(house.collect(), BankHouse.PARTIES), random);
        settle(house, random);
        decide(house, random);
        house.pass(Duration.ofHours(1));
        drop(house, List.of(bank.statement(from, plus(house, 1))), random);
        settle(house, random);
        house.pass(Duration.ofHours(2));
    }

    private static void payOut(BankHouse house, Random random) {
        for (int party = 1; party <= BankHouse.PARTIES; party++) {
            long available = house.tradingMinor(party);
            if (available > 0 && random.nextInt(3) == 0) {
                house.payOut("B" + party, cny(1 + random.nextInt((int) Math.min(available, Integer.MAX_VALUE - 1))));
            }
        }
        List<Long> returned = house.duePayments();
        if (!returned.isEmpty() && random.nextBoolean()) {
            house.instruct(returned);
        }
    }

    private static void drop(BankHouse house, List<String> files, Random random) {
        for (int i = 0; i < files.size(); i++) {
            house.drop(String.format("%03d-%08x.xml", i, random.nextInt()), files.get(i));
        }
    }

    private void settle(BankHouse house, Random random) {
        if (random.nextInt(3) == 0) {
            house.crashAfter(random.nextInt(8));
        }
        try {
            house.settle();
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("the node was killed");
            crashes++;
            house.reopen();
        }
        house.crashAfter(Integer.MAX_VALUE);
    }

    /** A clerk finds out whose some of the money is. */
    private static void decide(BankHouse house, Random random) {
        for (QueuedItem item : house.bank().queue(true)) {
            boolean receipt = item.direction() == MoneyDirection.IN && item.queue() == BankQueue.UNKNOWN;
            if (receipt && random.nextInt(3) == 0) {
                house.clerk(new BookBankItem(
                        item.itemId(), MoneyPurpose.TRADING, 0, 1 + random.nextInt(BankHouse.PARTIES)));
            }
        }
        house.settle();
    }

    private static void check(BankHouse house, FaultyBank bank, String where) {
        assertThat(BankFolder.files(house.folder().in())).as(where).isEmpty();
        assertThat(BankFolder.files(house.folder().work())).as(where).isEmpty();
        assertThat(house.books().differences()).as(where).isEmpty();
        Map<String, org.tpx.settlement.bank.Movement> books = house.bank().movements(Currency.CNY).stream()
                .collect(Collectors.toMap(org.tpx.settlement.bank.Movement::bankReference, Function.identity()));
        for (Movement moved : bank.account().values()) {
            org.tpx.settlement.bank.Movement found = books.get(moved.reference());
            boolean exact = found != null && found.amount().minor() == moved.fen();
            assertThat(exact || !house.bank().queued(moved.reference()).isEmpty())
                    .as("%s: %s is booked or queued", where, moved)
                    .isTrue();
        }
        assertThat(bank.account().keySet()).as(where).containsAll(books.keySet());
        reconcile(house, bank, where);
    }

    private static void reconcile(BankHouse house, FaultyBank bank, String where) {
        Reconciliation result = new Reconciler(house.bank())
                .reconcile(Currency.CNY, Reconciler.statements(house.folder()))
                .orElseThrow();
        assertThat(result.bank()).as(where).isEqualTo(cny(bank.balance()));
        assertThat(result.books()).as(where).isEqualTo(house.settlementAccount());
        assertThat(result.unexplained()).as(where + result.items()).isEqualTo(Money.zero(Currency.CNY));
        assertThat(result.items()).as(where).allSatisfy(item -> assertThat(item.what())
                .isNotBlank());
        if (result.items().isEmpty()) {
            assertThat(house.settlementAccount()).as(where).isEqualTo(cny(bank.balance()));
        }
    }

    private void count(BankHouse house, FaultyBank bank) {
        List<String> references = new ArrayList<>();
        house.bank().movements(Currency.CNY).forEach(movement -> references.add(movement.bankReference()));
        booked += references.size();
        queued += (int) bank.account().keySet().stream()
                .filter(reference -> !house.bank().queued(reference).isEmpty())
                .count();
        assertThat(house.bank().queue(false))
                .allSatisfy(item -> assertThat(item.reason()).isNotBlank());
    }

    private static String time(BankHouse house) {
        return house.clock().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String plus(BankHouse house, int hours) {
        return house.clock()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
