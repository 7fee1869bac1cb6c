package org.tpx.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** {@code tpx import auctions}: bids as maxima, and whether they reach the prices that were published. */
class ImportAuctionsCommandTest {
    private static final String SAMPLE = "src/test/resources/imports/synthetic-auctions.csv";
    private static final String TABLE = "src/test/resources/imports/synthetic-increments.json";
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final String COLUMNS = "auction=lot,time=days,bidder=who,bid=amount,start=open,price=final";
    private static final String HEADER = "lot,days,who,amount,open,final";
    private static final String[] OPTIONS = {
        "--has-header", "--columns", COLUMNS, "--increments", TABLE, "--time-unit", "d", "--currency", "USD"
    };

    @TempDir
    Path directory;

    @Test
    void shouldReachEveryPriceOfTheSample() throws IOException {
        Result imported = run(SAMPLE, OPTIONS);
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).startsWith("12 auctions, 115 bids of ");
        Result compared = compared(imported, SAMPLE, OPTIONS);
        assertThat(compared.out())
                .isEqualTo("12 of 12 auctions reach the published price; 0 of 115 bids were refused\n");
        assertThat(compared.code()).isZero();
    }

    @Test
    void shouldPrintTheSameTwice() {
        assertThat(run(SAMPLE, OPTIONS).out()).isEqualTo(run(SAMPLE, OPTIONS).out());
    }

    @Test
    void shouldTellWhyAPriceIsNotReachedAsFarAsTheBidsTell() throws IOException {
        String file = file(
                HEADER,
                "reserve,0.1,a,50,1,50",
                "reserve,0.2,b,20,1,50",
                "between,0.1,a,50,1,30",
                "between,0.2,b,20,1,30",
                "above,0.1,a,50,1,51",
                "above,0.2,b,20,1,51",
                "below,0.1,a,50,1,20",
                "below,0.2,b,20,1,20",
                "right,0.2,b,20,1,21",
                "right,0.1,a,50,1,21");
        Result compared = compared(run(file, OPTIONS), file, OPTIONS);
        assertThat(compared.code()).isEqualTo(4);
        assertThat(compared.out().lines())
                .containsExactly(
                        "1 of 5 auctions reach the published price; 0 of 10 bids were refused",
                        "  reserve: published USD 50.00, reached USD 21.00; published at the highest bid, though the second "
                                + "and a step make less: a hidden reserve",
                        "  between: published USD 30.00, reached USD 21.00; published above what the second bid and a step "
                                + "make: a hidden reserve below the highest bid",
                        "  above: published USD 51.00, reached USD 21.00; published above every bid of the file: a bid is "
                                + "missing",
                        "  below: published USD 20.00, reached USD 21.00; published below what the second bid and a step "
                                + "make: a bid was taken back, or came late");
    }

    @Test
    void shouldCountBidsThatTheExchangeRefuses() throws IOException {
        String file = file(HEADER, "1,0.1,a,10,1,3.20", "1,0.2,b,3,1,3.20", "1,0.3,c,3.1,1,3.20");
        Result compared = compared(run(file, OPTIONS), file, OPTIONS);
        assertThat(compared.out()).isEqualTo("1 of 1 auctions reach the published price; 1 of 3 bids were refused\n");
    }

    @Test
    void shouldTakeNamesThatMakeNoCodesAndRowsWithoutABidder() throws IOException {
        String file = file(
                HEADER,
                "lot 1/2,0,\u00e9milie,10,1,5.20",
                "lot 1/2,0.5,,5,1,5.20",
                "AUCTION-1,0,\u00e9milie,10,1,8",
                "AUCTION-1,0.5,,7,1,8",
                "alone,0.5,x,7,3,3");
        Result imported = run(file, OPTIONS);
        assertThat(imported.err()).startsWith("3 auctions, 5 bids of 4 bidders");
        Result compared = compared(imported, file, OPTIONS);
        assertThat(compared.out()).startsWith("2 of 3 auctions reach");
        assertThat(compared.out()).contains("lot 1/2: published USD 5.20, reached USD 6.00");
    }

    @Test
    void shouldKeepTheOrderOfTheFileWhereTimesAreEqual() throws IOException {
        String file = file(HEADER, "1,0.1,a,10,1,10", "1,0.2,b,20,1,11", "1,0.2,c,20,1,11", "1,0,d,1,1,1");
        assertThat(compared(run(file, OPTIONS), file, OPTIONS).out()).contains("reached USD 20.00");
    }

    @Test
    void shouldMoveTheOpeningWhereItIsTold() {
        String[] later = with(OPTIONS, "--start", "2025-08-01T12:00:00+08:00");
        assertThat(run(SAMPLE, later).out()).contains("\"start\":\"2025-08-01T12:00:00.000000000+08:00\"");
        assertThat(run(SAMPLE, OPTIONS).out()).contains("\"start\":\"2025-01-06T10:00:00.000000000+08:00\"");
    }

    @Test
    void shouldPrintNothingOfAFileWithAMalformedRow() throws IOException {
        String file = file(HEADER, "1,0.1,a,10,1,10", "1,0.2,b,ten,1,10");
        Result result = run(file, OPTIONS);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("tpx: " + file + ":3: bid: is no number: \"ten\"\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,0.1,a,10,1        | price: is missing",
                ",0.1,a,10,1,1       | auction: is empty",
                "1,-1,a,10,1,1       | time: is below 0",
                "1,0.1,a,0,1,1       | bid: must be above 0",
                "1,0.1,a,1.001,1,1   | bid: is no amount in USD",
                "1,0.1,a,10,x,1      | start: is no number",
                "1,0.1,a,10,1,1e39   | price: is no amount in USD",
            })
    void shouldNameTheColumnThatIsMalformed(String row, String sentence) throws IOException {
        assertUsage(":2: " + sentence, run(file(HEADER, row), OPTIONS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--columns    | auction=lot,time=days | --columns: must say where bidder is",
                "--columns    | lot=lot               | --columns: knows auction, time, bidder, bid, start, price, not \"lot\"",
                "--currency   | XXX                   | --currency: is no currency",
                "--time-unit  | ns                    | --time-unit",
                "--start      | 2025-01-05T23:59:59+08:00 | --start: must not lie before 2025-01-06T00:00:00",
                "--delimiter  | ,,                    | --delimiter: must be one character",
                "--increments | none.json             | none.json: there is no such file",
                "--preset     | NONE                  | NONE: there is no preset of this name",
            })
    void shouldNameTheOptionThatIsMalformed(String option, String value, String sentence) {
        assertUsage(sentence, run(SAMPLE, with(OPTIONS, option, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | bands: must be an array",
                "{'bands': []}                               | bands: has none",
                "{'bands': [[1, 2]]}                         | bands[0]: must be [from, to, step]",
                "{'bands': [[1, 2, 0]]}                      | bands[0]: must have a step above 0",
                "{'bands': [['1', 2, '0.001']]}              | bands[0]: holds no amount in USD",
                "{'bands': [[1, 2, 'x']]}                    | bands[0]: is no number",
                "{'bands': [[5, 6, 1], [5, 6, 1]]}           | bands[1]: must begin above the band before",
                "[1]                                         | line: must be an object",
            })
    void shouldNameWhatIsWrongWithATable(String json, String sentence) throws IOException {
        Path table = Files.writeString(directory.resolve("table.json"), json.replace('\'', '"'));
        assertUsage(sentence, run(SAMPLE, with(OPTIONS, "--increments", table.toString())));
    }

    @Test
    void shouldNeedPricesOnlyToCompare() {
        String[] without = with(OPTIONS, "--columns", COLUMNS.replace(",price=final", ""));
        assertThat(run(SAMPLE, without).code()).isZero();
        assertUsage("--columns: must say where price is", run(SAMPLE, with(without, "--compare", "journal")));
        assertThat(run(SAMPLE, without).out()).isEqualTo(run(SAMPLE, OPTIONS).out());
    }

    @Test
    void shouldReachThePublishedPricesOfRealAuctions() throws IOException {
        Path bids = DATA.resolve("ebay_palm_bids.csv");
        assumeTrue(Files.exists(bids), "no " + bids + " here: its bids may not ship");
        String[] options = {
            "--has-header",
            "--columns",
            "auction=auctionid,time=bidtime,bidder=bidder,bid=bid,start=openbid,price=price",
            "--increments",
            DATA.resolve("ebay_increments.json").toString(),
            "--currency",
            "USD"
        };
        Result compared = compared(run(bids.toString(), options), bids.toString(), options);
        List<String> lines = compared.out().lines().toList();
        assertThat(lines.get(0)).endsWith(" of 343 auctions reach the published price; 3 of 5,917 bids were refused");
        int reached = Integer.parseInt(lines.get(0).substring(0, 3));
        assertThat(reached).isGreaterThanOrEqualTo(329);
        assertThat(lines).hasSize(1 + 343 - reached);
    }

    private Result compared(Result imported, String file, String[] options) throws IOException {
        assertThat(imported.code()).as(imported.err()).isZero();
        Path commands = Files.writeString(directory.resolve("auctions.ndjson"), imported.out(), UTF_8);
        String journal = directory.resolve("journal").toString();
        Result played = Program.run(
                "run", commands.toString(), "--journal", journal, "--preset", "CN-2025", "--durability", "appended");
        assertThat(played.code()).as(played.err()).isZero();
        return run(file, with(options, "--compare", journal));
    }

    private static void assertUsage(String sentence, Result result) {
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(2);
        assertThat(result.err()).startsWith("tpx: ").contains(sentence);
        assertThat(result.out()).isEmpty();
    }

    private static Result run(String file, String[] options) {
        List<String> arguments = new ArrayList<>(List.of("import", "auctions", file));
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

    private String file(String... rows) throws IOException {
        return Files.write(directory.resolve("bids.csv"), List.of(rows)).toString();
    }
}
