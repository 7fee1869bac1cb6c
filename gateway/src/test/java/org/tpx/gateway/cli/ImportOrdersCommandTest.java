package org.tpx.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.gateway.cli.Program.Result;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.Money;
import org.tpx.protocol.UnitCommand.ProposeIssue;
import org.tpx.protocol.UnitCommand.ProposeSeries;
import org.tpx.protocol.VenuePolicy;

/** {@code tpx import orders}: commands out, or a sentence and an exit code. */
class ImportOrdersCommandTest {
    private static final String SAMPLE = "src/test/resources/imports/synthetic-messages.csv";
    private static final String[] LOBSTER = {
        "--columns", "time=0,action=1,id=2,size=3,price=4,side=5",
        "--actions", "add=1,reduce=2,delete=3,execute=4,hidden=5",
        "--sides", "buy=1,sell=-1",
        "--time-unit", "s",
        "--start", "2025-07-08T00:00:00+08:00",
        "--price-scale", "10000",
        "--series", "DEMO",
        "--currency", "USD"
    };

    @TempDir
    Path directory;

    @Test
    void shouldPrintCommandsThatTheProgramReadsInTheOrderOfTimeAndNumber() {
        Result result = run(SAMPLE);
        assertThat(result.code()).as(result.err()).isZero();
        List<CommandLine> lines = commands(result.out());
        assertThat(lines).hasSize(15 + 114);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i).atNanos())
                    .isGreaterThanOrEqualTo(lines.get(i - 1).atNanos());
        }
        assertThat(lines.subList(0, 15)).extracting(CommandLine::clientId).containsExactlyElementsOf(numbers(15));
        assertThat(lines.subList(15, lines.size()))
                .extracting(CommandLine::clientId)
                .containsExactlyElementsOf(numbers(114));
    }

    @Test
    void shouldTellWhatBecameOfTheRows() {
        assertThat(run(SAMPLE).err().lines())
                .containsExactly(
                        "120 rows, 114 orders and changes: add 57, reduce 11, delete 19, execute 27",
                        "skipped 2 executions of hidden orders",
                        "skipped 2 rows of unknown actions: \"6\", \"7\"",
                        "skipped 2 rows about unknown orders");
    }

    @Test
    void shouldSetUpAMarketThatIsJustLargeEnough() throws IOException {
        Result result = run(file(
                "34200,1,A,100,1186600,-1",
                "34201,1,B,50,1186500,1",
                "34202,4,A,30,1186600,-1",
                "90000,4,B,20,1186500,1"));
        List<CommandLine> lines = commands(result.out());
        assertThat(the(lines, ReceiveMoney.class).amount())
                .isEqualTo(Money.ofMinor(50 * 11865 + 30 * 11866, Currency.USD));
        assertThat(the(lines, ProposeIssue.class).allotments().get(0).units()).isEqualTo(120);
        ProposeSeries series = the(lines, ProposeSeries.class);
        assertThat(series.terms().totalUnits()).isEqualTo(120);
        assertThat(series.policy()).isEqualTo(VenuePolicy.LICENSED_OR_FOREIGN);
        ProposeCalendar calendar = the(lines, ProposeCalendar.class);
        assertThat(calendar.workingDays())
                .extracting(day -> text(day.openNanos()) + " to " + text(day.closeNanos()))
                .containsExactly(
                        "2025-07-08T00:00:00.000000000+08:00 to 2025-07-09T00:00:00.000000000+08:00",
                        "2025-07-09T00:00:00.000000000+08:00 to 2025-07-10T00:00:00.000000000+08:00");
        assertThat(text(lines.get(0).atNanos())).isEqualTo("2025-07-07T12:00:00.000000000+08:00");
    }

    @Test
    void shouldNameNobodyButItsStandIns() {
        List<CommandLine> lines = commands(run(SAMPLE).out());
        assertThat(lines)
                .filteredOn(line -> line.command() instanceof RegisterParty)
                .extracting(line -> ((RegisterParty) line.command()).code())
                .containsExactly("IMPORT-A", "IMPORT-B");
        assertThat(the(lines, ProposeSeries.class).terms().name())
                .isEqualTo("DEMO, imported: IMPORT-A stands in for all who buy, IMPORT-B for all who sell");
    }

    @Test
    void shouldIssueNoUnitsWhereNobodySellsAndTakeNoMoneyWhereNobodyBuys() throws IOException {
        assertThat(run(file("34200,1,A,100,1186600,1")).out())
                .contains("ReceiveMoney")
                .doesNotContain("ProposeIssue");
        assertThat(run(file("34200,1,A,100,1186600,-1")).out())
                .contains("ProposeIssue")
                .doesNotContain("ReceiveMoney");
    }

    @Test
    void shouldPrintTheSameTwice() {
        assertThat(run(SAMPLE).out()).isEqualTo(run(SAMPLE).out());
    }

    @Test
    void shouldPayInAsMuchAsAPaymentCanHoldAndTellWhereThatIsNotEnough() throws IOException {
        Result large = run(file("34200,1,A,549755813887,1000000,1", "34200,1,B,1,1000000,-1"));
        assertThat(commands(large.out()))
                .filteredOn(line -> line.command() instanceof ReceiveMoney)
                .hasSize(55);
        assertThat(large.err()).doesNotContain("CREDIT");
        Result tooLarge = run(file(
                "34200,1,A,549755813887,10000000000000000,1",
                "34200,1,B,549755813887,1000000,-1",
                "34200,1,C,1,1000000,-1"));
        assertThat(tooLarge.code()).isZero();
        assertThat(commands(tooLarge.out()))
                .filteredOn(line -> line.command() instanceof ReceiveMoney)
                .hasSize(100);
        assertThat(the(commands(tooLarge.out()), ProposeIssue.class)
                        .allotments()
                        .get(0)
                        .units())
                .isEqualTo(549_755_813_887L);
        assertThat(tooLarge.err()).contains("some will be refused with CREDIT");
    }

    @Test
    void shouldPrintNothingOfAFileWithAMalformedRow() throws IOException {
        Result result = run(file("34200,1,A,100,1186600,-1", "", "34201,1,B,100,NaN,-1", "34202,1,C,1,1,1"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("tpx: " + directory.resolve("orders.csv") + ":3: price: is no number: \"NaN\"\n");
    }

    @Test
    void shouldRefuseAFileThatAddsNoOrder() throws IOException {
        assertUsage("--actions: of 0 rows none adds an order", run(file()));
        assertUsage(
                "--actions: of 2 rows none adds an order; their actions are \"A,D\"",
                run(file("1,A,1,1,1,1", "2,D,1,1,1,1")));
    }

    @Test
    void shouldRefuseOrdersOlderThanThePreset() throws IOException {
        Path file = file("34200,1,A,100,1186600,-1");
        String[] old = with(LOBSTER, "--start", "2025-01-02T00:00:00+08:00");
        assertUsage("--move-to: the orders begin on or before the day after 2025-01-02T08:00:00", run(file, old));
        assertThat(run(file, with(LOBSTER, "--start", "2025-01-03T00:00:00+08:00"))
                        .code())
                .isZero();
        Result moved = run(file, with(old, "--move-to", "2025-07-08T09:30:00+08:00"));
        assertThat(moved.code()).isZero();
        assertThat(moved.out()).contains("\"at\":\"2025-07-08T09:30:00.000000000+08:00\"");
    }

    @Test
    void shouldHaveDaysForFourHundredDays() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 401; day++) {
            rows.add(day * 86_400L + ",1,A" + day + ",100,1186600,-1");
        }
        Result enough = run(file(rows.subList(0, 400).toArray(String[]::new)));
        assertThat(enough.code()).as(enough.err()).isZero();
        assertThat(the(commands(enough.out()), ProposeCalendar.class).workingDays())
                .hasSize(400);
        assertUsage(":401: time: is the 401st day", run(file(rows.toArray(String[]::new))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--series      | a b      | --series: must be 1 to 32 letters",
                "--currency    | BTC      | --currency",
                "--currency    | XXX      | --currency: is no currency",
                "--time-unit   | h        | --time-unit",
                "--start       | noon     | --start: is not a time",
                "--time-unit   | rfc3339  | --start: goes with numbers only",
                "--move-to     | noon     | --move-to: is not a time",
                "--price-scale | 0        | --price-scale: must be above 0",
                "--size-scale  | x        | --size-scale: is no number",
                "--tick        | 0.001    | --tick: must be a whole number of USD 0.01",
                "--delimiter   | ,,       | --delimiter: must be one character",
                "--preset      | NONE     | NONE: there is no preset of this name",
                "--columns     | time=0   | --columns: must say where action is",
                "--actions     | add=     | --actions: of 120 rows none adds",
                "--sides       | buy=1    | --sides: must say which value means sell",
            })
    void shouldNameTheOptionThatIsMalformed(String option, String value, String sentence) {
        assertUsage(sentence, run(Path.of(SAMPLE), with(LOBSTER, option, value)));
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        assertUsage("no.csv: there is no such file", run("no.csv"));
        assertUsage("must be a file, since it is read twice", run(directory.toString()));
        assertUsage("Missing required", Program.run("import", "orders", SAMPLE));
    }

    private static void assertUsage(String sentence, Result result) {
        assertThat(result.code()).as(sentence).isEqualTo(2);
        assertThat(result.err()).startsWith("tpx: ").contains(sentence);
        assertThat(result.out()).isEmpty();
    }

    private static Result run(String file) {
        return run(Path.of(file));
    }

    private static Result run(Path file) {
        return run(file, LOBSTER);
    }

    private static Result run(Path file, String[] options) {
        List<String> arguments = new ArrayList<>(List.of("import", "orders", file.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    /** The options with another value for one of them, or one more. */
    private static String[] with(String[] options, String option, String value) {
        List<String> changed = new ArrayList<>(List.of(options));
        int place = changed.indexOf(option);
        if (place >= 0) {
            changed.set(place + 1, value);
        } else {
            changed.addAll(List.of(option, value));
        }
        return changed.toArray(String[]::new);
    }

    private Path file(String... rows) throws IOException {
        return Files.write(directory.resolve("orders.csv"), List.of(rows));
    }

    private static List<CommandLine> commands(String out) {
        CommandReader reader = CommandReader.timed(new Directory());
        return out.lines()
                .map(line -> line.getBytes(UTF_8))
                .map(bytes -> reader.read(bytes, 0, bytes.length))
                .toList();
    }

    private static <C> C the(List<CommandLine> lines, Class<C> type) {
        List<C> found = lines.stream()
                .map(CommandLine::command)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Long> numbers(long last) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static String text(long nanos) {
        return InstantText.OF_THE_EXCHANGE.format(nanos);
    }
}
