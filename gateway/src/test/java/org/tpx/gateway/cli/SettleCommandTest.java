package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;
import org.tpx.settlement.ledger.SettlementDatabase;

/** {@code tpx settle} and {@code tpx statement} on the ascending auction of the worked examples (E2). */
class SettleCommandTest {
    private static final Path E2 = Path.of("src", "test", "resources", "scenarios", "E2.ndjson");

    @TempDir
    Path directory;

    private String journal = "";

    @BeforeEach
    void play() {
        journal = directory.resolve("journal").toString();
        assertThat(Program.run("run", E2.toString(), "--journal", journal, "--preset", "CN-2025")
                        .code())
                .isZero();
    }

    @Test
    void shouldTellHowTheBooksStand() {
        Result result = Program.run("settle", "--journal", journal);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("""
                Money in          CNY 10,204,800.00
                Money out         CNY 10,204,800.00
                In the account    CNY 0.00
                Trial balance     balances
                Differences       none
                """);
    }

    @Test
    void shouldGoOnWhereTheBooksEndUnlessTheyAreRebuilt() {
        String first = Program.run("settle", "--journal", journal, "--json").out();
        String again = Program.run("settle", "--journal", journal, "--json").out();
        String rebuilt = Program.run("settle", "--journal", journal, "--rebuild", "--json")
                .out();

        assertThat(again).startsWith("{\"turns\":0,");
        assertThat(rebuilt).isEqualTo(first);
        assertThat(first).contains("\"difference\":\"CNY 0.00\"", "\"differences\":[]");
    }

    @Test
    void shouldPrintTheStatementOfADeal() {
        Program.run("settle", "--journal", journal);
        assertThat(statement("--contributors", "1"))
                .contains("Net income               CNY 6,384,640.00", "says nothing about a share");
        assertThat(statement("--contributors", "1", "--json"))
                .contains("\"netIncome\":\"CNY 6384640.00\"", "\"shareBps\":0");
        Result result = Program.run("statement", "--journal", journal, "--deal", "1");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("DEAL-1, up to turn ")
                .contains("| PRICE{DEAL-1} ", "| FEE_HELD{DEAL-1} ", "6,384,640.00");
        assertThat(result.out().stripTrailing().lines().filter(line -> line.contains("PRICE{DEAL-1}")))
                .last()
                .asString()
                .contains(" CNY 0.00 |");
    }

    @Test
    void shouldTellTheTrialBalanceOfAnyTurnInstantAndDay() {
        Program.run("settle", "--journal", journal);
        String now = statement("--trial-balance");
        String deposits = statement("--trial-balance", "--at", "2025-07-08T11:00:00+08:00", "--json");
        String refunded = statement("--trial-balance", "--at", "2025-07-10", "--json");

        assertThat(now).startsWith("Trial balance, up to turn ").contains("| SETTLEMENT ", "| All accounts in CNY ");
        assertThat(now.lines().filter(line -> line.startsWith("| All accounts in CNY")))
                .singleElement()
                .asString()
                .containsPattern("\\| +([0-9,.]+) \\| +\\1 \\|       CNY 0.00 \\|");
        assertThat(deposits)
                .contains("{\"account\":\"SETTLEMENT\",\"debits\":\"CNY 5400000.00\",\"credits\":\"CNY 0.00\"")
                .contains("\"difference\":\"CNY 0.00\"");
        assertThat(refunded).contains("\"debits\":\"CNY 5400000.00\",\"credits\":\"CNY 3600000.00\"");
        assertThat(statement("--trial-balance", "--at", "1")).endsWith("Nothing was booked.\n");
    }

    @Test
    void shouldTellWhatWasOwedToWhomAndHowLateItWas() {
        Program.run("settle", "--journal", journal);

        assertThat(statement("--aging")).endsWith("Nothing is owed.\n");
        String owed = statement("--aging", "--at", "2025-07-10T08:30:00+08:00", "--json");
        assertThat(owed).contains("\"kind\":\"DEPOSIT_REFUND\"", "\"daysLate\":0", "\"age\":\"NOT_DUE\"");
        assertThat(statement("--aging", "--at", "2025-07-10T08:30:00+08:00"))
                .contains("Not due", "| B1    | L1      |        1 | 1,800,000.00 |");
    }

    private String statement(String... arguments) {
        List<String> all = new ArrayList<>(List.of("statement", "--journal", journal));
        all.addAll(List.of(arguments));
        Result result = Program.run(all.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @Test
    void shouldFindTheBooksTheSameWhenTheyAreMadeASecondTime() {
        Program.run("settle", "--journal", journal);
        Result result = Program.run("settle", "--journal", journal, "--verify");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("Tables  ").endsWith("Differences       none\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void shouldFindEveryRowThatSomebodyChanged() {
        Program.run("settle", "--journal", journal);
        SettlementDatabase.open(Path.of(journal, "settlement.db")).jdbi().useHandle(handle -> {
            handle.execute("UPDATE payment SET amount_minor = amount_minor + 1 WHERE payment_id = 2");
            handle.execute("DELETE FROM certificate");
            handle.execute("INSERT INTO party (party_id, code) VALUES (99, 'NOBODY')");
        });

        Result result = Program.run("settle", "--journal", journal, "--verify");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out())
                .contains("Differences       3\n")
                .contains("table payment, row [2]: {amount_minor=180000001 and 180000000}")
                .contains("table certificate: only the other has [1]")
                .contains("table party: only the one has [99]");
        assertThat(Program.run("settle", "--journal", journal, "--verify", "--json")
                        .out())
                .contains("\"different\":3");
        assertThat(Program.run("settle", "--journal", journal, "--verify", "--rebuild")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void shouldSayWhatIsNoPlaceInThePast() {
        Program.run("settle", "--journal", journal);
        for (String at : List.of("0", "-1", "yesterday", "2025-02-30", "2025-07-01T12:00:00")) {
            Result result = Program.run("statement", "--journal", journal, "--trial-balance", "--at", at);
            assertThat(result.code()).as(at).isEqualTo(2);
            assertThat(result.err()).as(at).startsWith("tpx: --at: ");
        }
    }

    @Test
    void shouldSayWhatIsNotThere() {
        assertThat(Program.run("statement", "--journal", journal, "--party", "B1")
                        .err())
                .contains("no books are kept in")
                .contains("tpx settle makes them");
        Program.run("settle", "--journal", journal);
        assertThat(Program.run("statement", "--journal", journal, "--party", "NOBODY")
                        .err())
                .isEqualToIgnoringNewLines("tpx: --party: is not in the books");
        assertThat(Program.run("settle", "--journal", directory.toString()).err())
                .contains("holds no journal");
        assertThat(Program.run("settle", "--journal", journal, "--db", "mysql://db/tpx")
                        .err())
                .contains("--db: is neither postgresql://host/database nor the path of a file");
        Result unreachable =
                Program.run("settle", "--journal", journal, "--db", "postgresql://127.0.0.1:1/tpx?user=tpx");
        assertThat(unreachable.code()).isEqualTo(2);
        assertThat(unreachable.err()).startsWith("tpx: --db: the database cannot be opened: ");
        assertThat(unreachable.err().strip().lines()).hasSize(1);
    }
}
