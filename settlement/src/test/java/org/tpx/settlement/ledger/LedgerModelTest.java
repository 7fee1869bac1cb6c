package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Currency;
import org.tpx.protocol.PostingLeg;

/**
 * The ledger against a naive one: random postings, linked ones, holds, posts, voids and time-outs, some of them wrong on purpose or
 * beyond the range, written and read back now and then. What is refused, what is told, and every balance must be the same.
 *
 * <p>{@code -Dledger.commands=10000000} makes it ten million commands, {@code -Dtpx.seed=N} repeats a run; the seed is printed.
 */
class LedgerModelTest {
    private static final long COMMANDS = Long.getLong("ledger.commands", 200_000);
    private static final long SEED = Long.getLong("tpx.seed", System.nanoTime());
    private static final long COMMANDS_PER_LOOK = 10_000;
    /** Seconds between two commands, so that some of the holds time out. */
    private static final long STEP_NANOS = 1_000_000_000L;

    private final RandomLedgerCommands random = new RandomLedgerCommands(SEED);
    private final NaiveLedger naive = new NaiveLedger();
    private final Map<AccountKey, AccountBalance> rows = new TreeMap<>();
    private final Map<Long, Hold> open = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private Ledger ledger = reopened();
    private long nowNanos;

    @Test
    void shouldAgreeWithTheNaiveLedger() {
        for (long command = 0; command < COMMANDS; command++) {
            nowNanos += STEP_NANOS;
            String done = step();
            counts.merge(done, 1L, Long::sum);
            if (!told.isEmpty()) {
                counts.merge(told.get(0).replaceAll("[ {].*", "") + " told", 1L, Long::sum);
            }
            same(command, done, told, naive.told());
            told.clear();
            if (random.endsTurn()) {
                long at = command;
                ledger.endTurn(account -> same(at, "end of turn", text(account), naiveText(account.key())));
                ledger.requireEqualSides();
            }
            if (random.writes()) {
                ledger.endTurn(account -> {});
                ledger.write(account -> rows.put(account.key(), account));
                ledger = random.reopens() ? reopened() : forgotten();
            }
            if (command % COMMANDS_PER_LOOK == 0 || command == COMMANDS - 1) {
                look(command);
            }
        }
        System.out.println("ledger model: " + COMMANDS + " commands, seed " + SEED + ", 0 differences: " + counts);
        assertThat(counts.keySet())
                .as("everything happened, else the comparison says little; seed %d", SEED)
                .contains(
                        "posting",
                        "posting refused",
                        "linked",
                        "linked refused",
                        "hold",
                        "hold refused",
                        "balance told")
                .contains("post held", "void", "time-out", "prolong", "keep", "hold told");
    }

    private Ledger forgotten() {
        ledger.forget();
        return ledger;
    }

    /** A ledger as after a start: totals and holds are told, accounts are read. */
    private Ledger reopened() {
        Ledger fresh = new Ledger(
                key -> rows.getOrDefault(key, AccountBalance.empty(key)), (what, expected, found) -> told.add(what));
        for (Currency currency : RandomLedgerCommands.CURRENCIES) {
            fresh.resume(
                    currency,
                    naive.side(currency.name(), true).longValueExact(),
                    naive.side(currency.name(), false).longValueExact());
        }
        open.values().forEach(fresh::resume);
        return fresh;
    }

    private String step() {
        return switch (random.next()) {
            case POSTING -> post("posting", List.of(random.posting()));
            case LINKED -> post("linked", random.linked());
            case HOLD -> hold(random.hold(nowNanos));
            case POST_HELD -> postHeld(random.holdId(open.keySet()));
            case VOID -> voidHold(random.holdId(open.keySet()));
            case PROLONG -> prolong(random.holdId(open.keySet()), random.instant(nowNanos));
            case KEEP -> keep(random.holdId(open.keySet()));
            case TIME_OUT -> timeOut();
        };
    }

    private String post(String name, List<List<PostingLeg>> postings) {
        boolean booked = !refused(() -> {
            if (name.equals("linked")) {
                ledger.postLinked(postings);
            } else {
                ledger.post(postings.get(0));
            }
        });
        same(name, booked, naive.post(postings));
        return booked ? name : name + " refused";
    }

    private String hold(Hold hold) {
        boolean held = !refused(() -> ledger.hold(hold));
        String account = hold.account().toString();
        same("hold", held, naive.hold(hold.id(), account, hold.minor(), hold.untilNanos()));
        if (held) {
            open.putIfAbsent(hold.id(), hold);
        }
        return held ? "hold" : "hold refused";
    }

    private static boolean refused(Runnable command) {
        try {
            command.run();
            return false;
        } catch (BrokenBooksException refusal) {
            return true;
        }
    }

    /** The second phase as the projection knows it: the hold ends, and a posting takes its money out in the same turn. */
    private String postHeld(long id) {
        Hold hold = open.remove(id);
        ledger.postHeld(id);
        naive.end(id);
        if (hold != null) {
            post("posting", List.of(random.payment(hold)));
        }
        return "post held";
    }

    private String voidHold(long id) {
        open.remove(id);
        ledger.voidHold(id);
        naive.end(id);
        return "void";
    }

    private String prolong(long id, long untilNanos) {
        ledger.prolong(id, untilNanos);
        naive.prolong(id, untilNanos);
        open.computeIfPresent(id, (known, hold) -> hold.untilNanos() == Hold.FOREVER ? hold : hold.until(untilNanos));
        return "prolong";
    }

    private String keep(long id) {
        ledger.keep(id);
        naive.prolong(id, Hold.FOREVER);
        open.computeIfPresent(id, (known, hold) -> hold.until(Hold.FOREVER));
        return "keep";
    }

    /** Of those that timed out, the odd ones are voided and the even ones kept. */
    private String timeOut() {
        List<Long> late = new ArrayList<>();
        ledger.timeOut(nowNanos, hold -> {
            late.add(hold.id());
            if (hold.id() % 2 == 1) {
                ledger.voidHold(hold.id());
                open.remove(hold.id());
            } else {
                open.put(hold.id(), hold.until(Hold.FOREVER));
            }
        });
        same("time-out", late, naive.timeOut(nowNanos, id -> id % 2 == 1));
        return late.isEmpty() ? "nothing timed out" : "time-out";
    }

    private void look(long command) {
        ledger.endTurn(account -> {});
        ledger.write(account -> rows.put(account.key(), account));
        Map<String, String> found = new TreeMap<>();
        rows.values().forEach(row -> found.put(row.key().toString(), text(row)));
        Map<String, String> expected = new TreeMap<>();
        naive.accounts().forEach(name -> expected.put(name, name + " " + naive.balance(name) + " " + naive.held(name)));
        assertThat(found)
                .as("accounts after command %d, seed %d", command, SEED)
                .isEqualTo(expected);
        assertThat(open.keySet())
                .as("holds after command %d, seed %d", command, SEED)
                .containsExactlyElementsOf(naive.open());
        assertThat(ledger.openHolds()).isEqualTo(open.size());
        for (Currency currency : RandomLedgerCommands.CURRENCIES) {
            same(
                    command,
                    "assets",
                    ledger.assetsMinor(currency),
                    naive.side(currency.name(), true).longValueExact());
            same(
                    command,
                    "liabilities",
                    ledger.liabilitiesMinor(currency),
                    naive.side(currency.name(), false).longValueExact());
        }
    }

    private static String text(AccountBalance account) {
        return account.key() + " " + account.balanceMinor() + " " + account.heldMinor();
    }

    private String naiveText(AccountKey key) {
        String name = key.toString();
        return name + " " + naive.balance(name) + " " + naive.held(name);
    }

    private static void same(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            assertThat(found).as("%s, seed %d", what, SEED).isEqualTo(expected);
        }
    }

    private static void same(long command, String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            assertThat(found)
                    .as("%s of command %d, seed %d", what, command, SEED)
                    .isEqualTo(expected);
        }
    }
}
