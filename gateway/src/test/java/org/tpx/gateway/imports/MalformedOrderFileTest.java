package org.tpx.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.wire.MalformedMessageException;

/** Rows and mappings that cannot be used: each is refused by line and column, or by option, and with a reason. */
class MalformedOrderFileTest {
    private static final FormatOptions LOBSTER = FormatOptions.lobster();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "time   | ,1,B,100,1186600,-1                      | is empty",
                "time   | NaN,1,B,100,1186600,-1                   | is no number",
                "time   | Infinity,1,B,100,1186600,-1              | is no number",
                "time   | 0x10,1,B,100,1186600,-1                  | is no number",
                "time   | -11,1,B,100,1186600,-1                   | is below 0",
                "time   | 9223372036854775807,1,B,100,1186600,-1   | outside of 1970 to",
                "time   | 9e39,1,B,100,1186600,-1                  | outside of 1970 to",
                "time   | 9e999999999,1,B,100,1186600,-1           | at most 40 digits",
                "time   | 9.5,1,B,100,1186600,-1                   | goes back",
                "id     | 11,1,,100,1186600,-1                     | must have 1 to 100",
                "side   | 11,1,B,100,1186600,0                     | is neither buy nor sell",
                "side   | 11,1,B,100,1186600,                      | is neither buy nor sell",
                "side   | 11,1,B,100,1186600                       | is missing: the row has 5 columns",
                "price  | 11,1,B,100,NaN,-1                        | is no number",
                "price  | 11,1,B,100,-1,-1                         | is below 0",
                "price  | 11,1,B,100,0,-1                          | must be above 0",
                "price  | 11,1,B,100,1186650,-1                    | is no whole number of ticks of USD 0.01",
                "price  | 11,1,B,100,1000000000000000100,-1        | has more than 100000000000000 ticks",
                "price  | 11,1,B,100,1e-999999999,-1               | at most 40 digits",
                "size   | 11,1,B,0,1186600,-1                      | must be above 0",
                "size   | 11,1,B,0.5,1186600,-1                    | is no whole number of units",
                "size   | 11,1,B,-100,1186600,-1                   | is below 0",
                "size   | 11,1,B,549755813888,1186600,-1           | has more than 549755813887 units",
                "size   | 11,1,B,99999999999999999999999999999999999999999,1186600,-1 | at most 40 digits",
                "size   | 11,2,A,,1186600,-1                       | is empty",
                "size   | 11,4,A,1e2e3,1186600,-1                  | is no number",
                "size   | 11,4,A                                   | is missing",
                "id     | 11,3                                     | is missing",
                "action | 11                                       | is missing",
                "row    | 11,1,\"B\"x,100,1186600,-1               | is not CSV",
                "row    | 11,1,\"B,100,1186600,-1                  | is not CSV",
            })
    void shouldNameLineAndColumnOfAMalformedRow(String column, String row, String reason) {
        assertMalformed(3, column, reason, "10,1,A,100,1186600,-1", "", row);
    }

    @Test
    void shouldNameTheLineOnWhichARowBegins() {
        assertMalformed(4, "price", "is no number", "10,1,\"A", "still A\",100,1186600,-1", "", "11,1,B,1,x,1");
    }

    @Test
    void shouldRefuseAnIdThatIsNoId() {
        assertMalformed(1, "id", "must have 1 to 100", "10,1," + "x".repeat(101) + ",100,1186600,-1");
    }

    @Test
    void shouldRefuseARowWithoutEnd() {
        assertMalformed(2, "row", "is not CSV", "10,1,A,1,1186600,-1", "11,1,\"" + "x".repeat(100_000));
        assertMalformed(2, "row", "is not CSV", "10,1,A,1,1186600,-1", ",".repeat(100_000));
    }

    @Test
    void shouldTellNothingOfTheMalformedRow() throws IOException {
        Recorded recorded = new Recorded();
        Path file = file("10,1,A,100,1186600,-1", "11,1,B,100,1186600,x");
        assertThat(catchThrowable(() -> new OrderFile(file, LOBSTER.format()).read(recorded)))
                .isInstanceOf(MalformedLineException.class);
        assertThat(recorded.lines()).hasSize(1);
    }

    @Test
    void shouldRefuseAFileThatIsNotPacked() throws IOException {
        Path file = directory.resolve("orders.csv.gz");
        Files.writeString(file, "10,1,A,100,1186600,-1");
        Throwable complaint = catchThrowable(() -> new OrderFile(file, LOBSTER.format()).read(new Recorded()));
        assertThat(complaint).isInstanceOf(MalformedLineException.class).hasMessageContaining("cannot be unpacked");
    }

    @Test
    void shouldRefuseTimesThatDoNotFitWhenTheyAreMoved() throws IOException {
        Path file = file("0,1,A,100,1186600,-1", "9000000000000000000,1,B,100,1186600,-1");
        Throwable complaint = catchThrowable(() ->
                new OrderFile(file, LOBSTER.movedTo(1_000_000_000_000_000_000L).format()).read(new Recorded()));
        assertThat(complaint).hasMessage("2: time: lies outside of 1970 to 2260");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--columns | time=0,action=1                        | must say where id is",
                "--columns | time=0,action=1,id=2,size=3,price=4    | must say where side is",
                "--columns | time=0,action=1,id=2,size=3,price=4,sode=5 | knows time, action, id, side, price, size",
                "--columns | time=0,action=1,id=2,size=3,price=4,side   | must look like name=value",
                "--columns | time=0,time=1,action=1,id=2            | says twice where time is",
                "--columns | time=0,action=1,id=2,size=3,price=4,side=qty  | columns have names in a file --has-header only",
                "--columns | time=0,action=1,id=2,size=3,price=4,side=-1   | is no place counted from 0",
                "--columns | time=0,action=1,id=2,size=3,price=4,side=1000 | is no place counted from 0",
                "--actions | reduce=2                               | must say which value means add",
                "--actions | add=1,sub=2                            | knows add, reduce, replace, cancel, delete, execute, hidden",
                "--actions | add=1,delete=1                         | gives two meanings to \"1\"",
                "--actions | add                                    | must look like name=value",
                "--sides   | buy=1                                  | must say which value means sell",
                "--sides   | buy=1,sell=1                           | gives two meanings to \"1\"",
                "--sides   | long=1,short=2                         | knows buy, sell",
            })
    void shouldNameTheOptionThatIsMalformed(String option, String value, String reason) throws IOException {
        Path file = file("10,1,A,100,1186600,-1");
        FormatOptions options =
                switch (option) {
                    case "--columns" -> LOBSTER.withColumns(value);
                    case "--actions" -> LOBSTER.withActions(value);
                    default -> LOBSTER.withSides(value);
                };
        assertOption(option, reason, catchThrowable(() -> new OrderFile(file, options.format()).read(new Recorded())));
    }

    @Test
    void shouldNameTheHeaderThatLacksAColumn() throws IOException {
        Path file = file("a,b,c,d,e,f", "10,1,A,100,1186600,-1");
        FormatOptions options = LOBSTER.withHeader().withColumns("time=a,action=b,id=c,size=d,price=e,side=g");
        assertOption("--columns", "the header has \"a,b,c,d,e,f\"", catchThrowable(() -> new OrderFile(
                        file, options.format())
                .read(new Recorded())));
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.01", "0.001", "x", "1e999999999", "1000000000001"})
    void shouldRefuseATickThatTheCurrencyDoesNotHave(String tick) {
        assertOption(
                "--tick", "", catchThrowable(() -> LOBSTER.withPrices("1", tick).format()));
    }

    private static void assertOption(String option, String reason, Throwable complaint) {
        assertThat(complaint).isInstanceOf(MalformedMessageException.class);
        assertThat(((MalformedMessageException) complaint).field()).isEqualTo(option);
        assertThat(((MalformedMessageException) complaint).reason()).contains(reason);
    }

    private void assertMalformed(long line, String column, String reason, String... rows) {
        Throwable complaint = catchThrowable(() -> new OrderFile(file(rows), LOBSTER.format()).read(new Recorded()));
        assertThat(complaint).isInstanceOf(MalformedLineException.class);
        MalformedLineException malformed = (MalformedLineException) complaint;
        assertThat(malformed.line()).as(malformed.getMessage()).isEqualTo(line);
        assertThat(malformed.field()).as(malformed.getMessage()).isEqualTo(column);
        assertThat(malformed.reason()).contains(reason);
    }

    private Path file(String... rows) throws IOException {
        return Files.write(directory.resolve("orders.csv"), List.of(rows));
    }
}
