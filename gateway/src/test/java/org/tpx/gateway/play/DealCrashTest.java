package org.tpx.gateway.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.settlement.audit.JournalAudit;
import org.tpx.settlement.document.CertificateData;
import org.tpx.settlement.document.Certificates;
import org.tpx.settlement.ledger.BookComparison;
import org.tpx.settlement.ledger.DealSummary;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;

/**
 * Deals beside each other, each of them the single bidder's (E1), in a process that is killed in every deal at another step: when the
 * deposit blocks, is converted, cash comes, the certificate is issued, fees leave, title is delivered, the price is sent and confirmed;
 * once the command is journaled or once it is booked. The bank loses, repeats and delays what it says, and its statement at the end
 * of the day says all of the day again.
 *
 * <p>{@code -Dtpx.deals=1000} makes it a thousand deals and kills; {@code -Dtpx.seed} repeats a run, the seed is printed.
 */
class DealCrashTest {
    private static final int DEALS = Integer.getInteger("tpx.deals", 16);
    private static final long SEED = Long.getLong("tpx.seed", System.nanoTime());
    private static final Path E1 = Path.of("src", "test", "resources", "scenarios", "E1.ndjson");
    private static final Pattern CLIENT_ID = Pattern.compile("\"clientId\": (\\d+)");
    /** Of each deal the first payment is that of the fees, and those of all deals come before the prices. */
    private static final Pattern PAYMENT = Pattern.compile("\"PAY-(\\d)\"");

    private static final int KILLED = 128 + 9;

    /** Lines of E1 that are the same for all deals, at its beginning. */
    private static final int SHARED = 8;

    private static final List<Integer> STEPS = List.of(19, 23, 25, 27, 28, 30, 32, 33);
    private static final List<Integer> BANK = List.of(19, 25, 28, 33);

    @TempDir
    Path directory;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> script = new ArrayList<>();
    private final Map<String, Integer> faults = new HashMap<>();

    @Test
    void shouldLeaveNoDealHalfFinalAndNoSecondCertificate() throws Exception {
        write();
        int kills = runToTheEnd();

        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        SettlementBooks books = new SettlementBooks(database);
        assertThat(kills).as("kills, seed %d", SEED).isEqualTo(DEALS);
        assertThat(books.differences()).as("seed %d", SEED).isEmpty();
        assertThat(books.deals())
                .hasSize(DEALS)
                .extracting(DealSummary::state)
                .as("seed %d", SEED)
                .containsOnly("COMPLETED");
        assertThat(new Certificates(database).all())
                .extracting(CertificateData::listingNumber)
                .as("one certificate a listing, seed %d", SEED)
                .hasSize(DEALS)
                .doesNotHaveDuplicates();
        Money zero = Money.zero(Currency.CNY);
        assertThat(books.trialBalance().settlement(Currency.CNY))
                .as("seed %d", SEED)
                .isEqualTo(zero);
        assertThat(books.cashFlow(Currency.CNY).open()).as("seed %d", SEED).isEqualTo(zero);
        assertThat(books.cashFlow(Currency.CNY).received())
                .as("seed %d", SEED)
                .isEqualTo(Money.ofMinor(DEALS * 506_212_000L, Currency.CNY));
        assertSameWhenMadeAgain(database);
        System.out.println(DEALS + " deals, " + kills + " kills, bank " + faults + ", seed " + SEED
                + ": 0 half-final, 0 second certificates, 0.00 left");
    }

    private void assertSameWhenMadeAgain(SettlementDatabase database) {
        Path journal = directory.resolve("journal");
        SettlementDatabase again = SettlementDatabase.open(directory.resolve("again.db"));
        SettledScenarioTest.book(journal, again);
        assertThat(BookComparison.of(database, again).differences())
                .as("seed %d", SEED)
                .isEmpty();
        assertThat(JournalAudit.replay(journal, sequence -> {}).difference())
                .as("seed %d", SEED)
                .isEmpty();
    }

    private int runToTheEnd() throws IOException, InterruptedException {
        int kills = 0;
        for (int code = start(); code != 0; code = start()) {
            assertThat(code)
                    .as("exit code, seed %d:\n%s", SEED, Files.readString(directory.resolve("log"), UTF_8))
                    .isEqualTo(KILLED);
            kills++;
        }
        return kills;
    }

    private int start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag ->
                        flag.startsWith("--") || flag.startsWith("-XX:+Ignore") || flag.startsWith("-Dchronicle"))
                .forEach(command::add);
        command.addAll(
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dtpx.home=" + System.getProperty("tpx.home", "")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(DealProcess.class.getName(), directory.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start()
                .waitFor();
    }

    private void write() throws IOException {
        List<String> lines = Files.readAllLines(E1);
        for (int number = 0; number < SHARED; number++) {
            script.add("-\t" + lines.get(number));
        }
        for (int number = SHARED; number < lines.size(); number++) {
            if (BANK.contains(number)) {
                bankDay(number, lines.get(number));
            } else {
                for (int deal = 1; deal <= DEALS; deal++) {
                    script.add(kill(number, deal) + "\t" + of(deal, 0, lines.get(number)));
                }
            }
        }
        Files.write(directory.resolve("script"), script);
    }

    /** What the bank says on a day about every deal, as it comes in, and the statement in the evening. */
    private void bankDay(int number, String line) {
        List<String> late = new ArrayList<>();
        List<String> statement = new ArrayList<>();
        for (int deal = 1; deal <= DEALS; deal++) {
            String kill = kill(number, deal);
            String said = of(deal, 0, line);
            String inTheEvening = of(deal, 400, line).replaceFirst("T\\d\\d:\\d\\d:00", "T17:30:00");
            boolean lost = draw("lost", 5);
            statement.add((lost ? kill : "-") + "\t" + inTheEvening);
            if (lost) {
                continue;
            }
            (draw("late", 5) ? late : script).add(kill + "\t" + said);
            if (draw("duplicated", 4)) {
                (random.nextBoolean() ? late : script).add("-\t" + of(deal, 200, line));
            }
        }
        script.addAll(late);
        script.addAll(statement);
    }

    private boolean draw(String fault, int of) {
        boolean happens = random.nextInt(of) == 0;
        faults.merge(fault, happens ? 1 : 0, Integer::sum);
        return happens;
    }

    /** Every deal is killed at one step, once it is journaled or once it is booked. */
    private static String kill(int number, int deal) {
        boolean here = STEPS.get(deal % STEPS.size()) == number;
        return here ? deal / STEPS.size() % 2 == 0 ? "journaled" : "booked" : "-";
    }

    /** The line of another deal; a client id beyond those of E1 is another saying of the same. */
    private static String of(int deal, int saying, String line) {
        String copied = line;
        for (String code :
                List.of("L1", "R1", "SELLER", "B1", "CERTIFY-L1", "PAY-OUT-1", "E1-RECEIPT-1", "E1-ENTRY-1")) {
            copied = copied.replace("\"" + code + "\"", "\"" + code + "-" + deal + "\"");
        }
        String numbered = CLIENT_ID
                .matcher(copied)
                .replaceAll(id -> "\"clientId\": " + (deal * 1_000L + saying + Long.parseLong(id.group(1))));
        return PAYMENT.matcher(numbered.replaceAll("\"(EXAMPLE R1|E1-BANK-\\d)\"", "\"$1-" + deal + "\""))
                .replaceAll(payment -> "\"PAY-" + (payment.group(1).equals("1") ? deal : DEALS + deal) + "\"");
    }
}
