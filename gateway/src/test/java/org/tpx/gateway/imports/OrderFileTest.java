package org.tpx.gateway.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.gateway.json.InstantText;

/** What every action asks of the exchange, and how columns, values, times, prices and sizes are mapped. */
class OrderFileTest {
    private static final FormatOptions LOBSTER = FormatOptions.lobster();

    @TempDir
    Path directory;

    private Tally tally = new Tally();

    @Test
    void shouldEnterEveryAddedOrderUnderItsOwnNumber() throws IOException {
        assertThat(read(LOBSTER, "10,1,206833312,100,1186600,-1", "11,1,206833313,50,1186500,1"))
                .containsExactly("10 #1 SELL LIMIT 100@11866", "11 #2 BUY LIMIT 50@11865");
        assertThat(tally.done(OrderAction.ADD)).isEqualTo(2);
        assertThat(tally.rows()).isEqualTo(2);
        assertThat(tally.commands()).isEqualTo(2);
    }

    @Test
    void shouldReduceAndDeleteByTheNumberThatTheOrderGot() throws IOException {
        assertThat(read(
                        LOBSTER,
                        "10,1,A,100,1186600,-1",
                        "10,1,B,100,1186500,1",
                        "12,2,B,30,1186500,1",
                        "13,3,A,100,1186600,-1",
                        "14,3,B,70,1186500,1"))
                .containsExactly(
                        "10 #1 SELL LIMIT 100@11866",
                        "10 #2 BUY LIMIT 100@11865",
                        "12 #3 reduce #2 by 30",
                        "13 #4 cancel #1",
                        "14 #5 cancel #2");
    }

    @Test
    void shouldMeetAnExecutedOrderWithOneOfTheOtherSide() throws IOException {
        assertThat(read(
                        LOBSTER,
                        "10,1,A,100,1186600,-1",
                        "11,4,A,40,1186600,-1",
                        "12,1,B,10,1186500,1",
                        "13,4,B,10,1186500,1"))
                .containsExactly(
                        "10 #1 SELL LIMIT 100@11866",
                        "11 #2 BUY IMMEDIATE_OR_CANCEL 40@11866",
                        "12 #3 BUY LIMIT 10@11865",
                        "13 #4 SELL IMMEDIATE_OR_CANCEL 10@11865");
    }

    @Test
    void shouldSendTheCounterpartyAtTheLimitOfTheOrderWhateverThePriceOfTheRow() throws IOException {
        assertThat(read(LOBSTER, "10,1,A,100,1186600,-1", "11,4,A,40,1186650,-1"))
                .endsWith("11 #2 BUY IMMEDIATE_OR_CANCEL 40@11866");
    }

    @Test
    void shouldReplacePriceAndSize() throws IOException {
        FormatOptions options = LOBSTER.withActions("add=1,replace=2,cancel=3");
        assertThat(read(options, "10,1,A,100,1186600,-1", "11,2,A,150,1186700,-1", "12,3,A,,,"))
                .containsExactly("10 #1 SELL LIMIT 100@11866", "11 #2 replace #1 by 150@11867", "12 #3 cancel #1");
    }

    @Test
    void shouldCancelWhatAReductionLeavesNothingOf() throws IOException {
        assertThat(read(LOBSTER, "10,1,A,100,1186600,-1", "11,2,A,100,1186600,-1", "12,2,A,1,1186600,-1"))
                .containsExactly("10 #1 SELL LIMIT 100@11866", "11 #2 cancel #1");
        assertThat(tally.skipped(Skip.UNKNOWN_ORDER)).isEqualTo(1);
        assertThat(tally.cut()).isZero();
    }

    @Test
    void shouldTakeNoMoreThanIsLeftOfAnOrder() throws IOException {
        assertThat(read(
                        LOBSTER,
                        "10,1,A,100,1186600,-1",
                        "11,4,A,130,1186600,-1",
                        "12,1,B,100,1186600,-1",
                        "13,2,B,130,1186600,-1"))
                .containsExactly(
                        "10 #1 SELL LIMIT 100@11866",
                        "11 #2 BUY IMMEDIATE_OR_CANCEL 100@11866",
                        "12 #3 SELL LIMIT 100@11866",
                        "13 #4 cancel #3");
        assertThat(tally.cut()).isEqualTo(2);
    }

    @Test
    void shouldPassOverWhatTheBookCannotKnowAndCountIt() throws IOException {
        assertThat(read(
                        LOBSTER,
                        "10,1,A,100,1186600,-1",
                        "11,5,0,100,1186550,1",
                        "12,7,0,0,-1,-1",
                        "13,4,BEFORE,10,1186600,-1",
                        "14,1,A,100,1186600,-1",
                        ",,,,,"))
                .hasSize(1);
        assertThat(tally.skipped(Skip.HIDDEN)).isEqualTo(1);
        assertThat(tally.skipped(Skip.UNKNOWN_ACTION)).isEqualTo(2);
        assertThat(tally.unknownActions()).containsExactly("7", "");
        assertThat(tally.skipped(Skip.UNKNOWN_ORDER)).isEqualTo(1);
        assertThat(tally.skipped(Skip.ID_IN_USE)).isEqualTo(1);
        assertThat(tally.rows()).isEqualTo(6);
    }

    @Test
    void shouldLetAnIdComeAgainWhenItsOrderIsGone() throws IOException {
        assertThat(read(
                        LOBSTER,
                        "10,1,A,100,1186600,-1",
                        "11,4,A,100,1186600,-1",
                        "12,1,A,7,1186500,1",
                        "13,3,A,7,1186500,1"))
                .endsWith("12 #3 BUY LIMIT 7@11865", "13 #4 cancel #3");
    }

    @Test
    void shouldFindColumnsByTheirNamesInTheHeader() throws IOException {
        FormatOptions options = LOBSTER.withHeader()
                .withColumns("time=Timestamp,action=Event Type,id=3,size=Qty,price=Price,side=Side")
                .withPrices("1", "0.01");
        assertThat(read(
                        options,
                        "Side, Price ,Event Type,Order,Qty,Timestamp,Venue",
                        "1,118.66,1,A,100,10,X",
                        "-1,118.67,1,B,100,11,X"))
                .containsExactly("10 #1 BUY LIMIT 100@11866", "11 #2 SELL LIMIT 100@11867");
    }

    @Test
    void shouldTakeAnyDelimiterQuotesAndLineEndsAndAByteOrderMark() throws IOException {
        Path file = directory.resolve("orders.csv");
        Files.writeString(file, "\uFEFF10;1;\"A;1\";100;1186600;-1\r\n\r\n   \r\n 11 ;3;\"A;1\"");
        assertThat(read(LOBSTER.withDelimiter(';'), file))
                .containsExactly("10 #1 SELL LIMIT 100@11866", "11 #2 cancel #1");
    }

    @ParameterizedTest
    @CsvSource({"1,1000", "1000,1000000", "1000000,1000000000", "1000000000,1000000000000"})
    void shouldCountTimeInEveryUnit(long unitNanos, long thousandUnitsNanos) throws IOException {
        assertThat(read(LOBSTER.withTimes(FileTimes.counted(unitNanos, 7)), "1000,1,A,100,1186600,-1"))
                .containsExactly((thousandUnitsNanos + 7) + " #1 SELL LIMIT 100@11866");
    }

    @Test
    void shouldCountDecimalSecondsFromMidnight() throws IOException {
        long midnight = InstantText.parse("2025-07-08T00:00:00+08:00", "midnight");
        List<String> lines = read(
                LOBSTER.withTimes(FileTimes.counted(1_000_000_000, midnight)),
                "34200.017459617,1,A,100,1186600,-1",
                "34200.0174596179,1,B,100,1186600,-1",
                "3.4201e4,1,C,100,1186600,-1");
        assertThat(lines.get(0)).startsWith(instant("2025-07-08T09:30:00.017459617+08:00") + " ");
        assertThat(lines.get(1)).startsWith(instant("2025-07-08T09:30:00.017459617+08:00") + " ");
        assertThat(lines.get(2)).startsWith(instant("2025-07-08T09:30:01+08:00") + " ");
    }

    @Test
    void shouldReadTimesAsText() throws IOException {
        List<String> lines = read(
                LOBSTER.withTimes(FileTimes.asText()),
                "2025-07-08T01:30:00.5Z,1,A,100,1186600,-1",
                "2025-07-08 09:30:00.500000001+08:00,1,B,100,1186600,-1");
        assertThat(lines.get(0)).startsWith(instant("2025-07-08T09:30:00.5+08:00") + " ");
        assertThat(lines.get(1)).startsWith(instant("2025-07-08T09:30:00.500000001+08:00") + " ");
    }

    @Test
    void shouldMoveAllRowsWithTheFirst() throws IOException {
        assertThat(read(
                        LOBSTER.movedTo(5_000),
                        "9,9,0,0,0,0",
                        "10,1,A,100,1186600,-1",
                        "10,1,B,100,1186600,-1",
                        "25,3,A,100,1186600,-1"))
                .containsExactly("5000 #1 SELL LIMIT 100@11866", "5000 #2 SELL LIMIT 100@11866", "5015 #3 cancel #1");
    }

    @Test
    void shouldScalePricesAndSizes() throws IOException {
        FormatOptions options = LOBSTER.withPrices("1", "0.05").withSizes("0.001");
        assertThat(read(options, "10,1,A,1.234,118.65,-1", "11,1,B,1E+1,1.1865e+2,1"))
                .containsExactly("10 #1 SELL LIMIT 1234@11865", "11 #2 BUY LIMIT 10000@11865");
    }

    @Test
    void shouldScaleUpWhatIsFinerThanTheCurrency() throws IOException {
        assertThat(read(LOBSTER.withPrices("0.0001", "1"), "10,1,A,1,0.0187,-1"))
                .containsExactly("10 #1 SELL LIMIT 1@18700");
    }

    @Test
    void shouldLetSeveralValuesMeanTheSame() throws IOException {
        FormatOptions options = LOBSTER.withActions("add=A,add=F,cancel=D,execute=E,execute=C")
                .withSides("buy=B,buy=bid,sell=S,sell=ask");
        assertThat(read(options, "1,A,1,5,1186600,bid", "2,F,2,5,1186700,S", "3,E,1,2,,", "4,C,1,2,,", "5,D,2,,,"))
                .containsExactly(
                        "1 #1 BUY LIMIT 5@11866",
                        "2 #2 SELL LIMIT 5@11867",
                        "3 #3 SELL IMMEDIATE_OR_CANCEL 2@11866",
                        "4 #4 SELL IMMEDIATE_OR_CANCEL 2@11866",
                        "5 #5 cancel #2");
    }

    @Test
    void shouldLookAtTheColumnsThatAnActionNeedsAndAtNoOther() throws IOException {
        assertThat(read(LOBSTER, "10,1,A,100,1186600,-1", "x,9", "x,5,,x", "11,2,A,1", "12,3,A,x,x,x"))
                .hasSize(3);
    }

    @Test
    void shouldUnpackGzip() throws IOException {
        Path file = directory.resolve("orders.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("10,1,A,100,1186600,-1\n".getBytes(UTF_8));
        }
        assertThat(read(LOBSTER, file)).containsExactly("10 #1 SELL LIMIT 100@11866");
    }

    private static long instant(String text) {
        return InstantText.parse(text, "test");
    }

    private List<String> read(FormatOptions options, String... rows) throws IOException {
        Path file = directory.resolve("orders.csv");
        Files.write(file, List.of(rows));
        return read(options, file);
    }

    private List<String> read(FormatOptions options, Path file) throws IOException {
        Recorded recorded = new Recorded();
        tally = new OrderFile(file, options.format()).read(recorded);
        return recorded.lines();
    }
}
