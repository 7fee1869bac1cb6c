package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx import titles}: chains of title, and what is said of gaps, liens, corrections, duplicates and malformed rows. */
class ImportTitlesCommandTest {
    private static final Path DEMO = Path.of("..", "config", "demo", "uspto_assignments.csv");
    private static final Path SHARED = Path.of("..", "..", "shared", "data", "uspto_assignments.csv");
    private static final String HEADER =
            "reel_frame,recorded_date,exec_date,conveyance,assignors,assignees,application_numbers,patent_numbers,last_update,"
                    + "purge,page_count\n";

    @TempDir
    Path directory;

    @Test
    void shouldBuildTheChainsOfTheDemonstrationAndAnswerForThem() {
        String journal = directory.resolve("journal").toString();
        Result result = Program.run("import", "titles", DEMO.toString(), "--journal", journal);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "049519/0955: INFOR RETAIL HOLDINGS, INC. conveys, but the owner on record is LOGICBLOX-PREDICTIX MIDCO, "
                                + "LLC; 8 rights: US10430409 ",
                        "049107/0392: held by CLMG CORP.; it burdened 41 rights and is open on 1 right: US11959371",
                        "061835/0778: 049107/0392 is not open on 1 right: US10078716",
                        "LOGICBLOX-PREDICTIX ACQUISITIONCO, INC.; LOGICBLOX-PREDICTIX ACQUISTIONCO, INC.",
                        "The journal replays equal: ")
                .containsPattern("of them refused +0\n");
        assertThat(Program.run("settle", "--journal", journal).out()).contains("Differences       none");
        assertThat(Program.run("title", "US8682883", "--journal", journal).out())
                .contains(
                        "LOGICBLOX-PREDICTIX-MIDCO-LLC 100 %, since turn ",
                        "REGISTERED US8682883: owners: PREDICTIX-LLC 100 %",
                        "TITLE USPTO 043053/0871, executed 2016-12-23, recorded 2017-07-20: owners: ");
        assertThat(Program.run("title", "US11959371", "--journal", journal).out())
                .contains(
                        "PLEDGE USPTO 049107/0392, executed 2019-05-07, recorded 2019-05-07 of CLMG-CORP, since turn ");
    }

    @Test
    void shouldFindAChainForEveryPatentOfTheSharedRecordations() {
        assumeThat(SHARED).as("the shared data").exists();
        Result result = Program.run("import", "titles", SHARED.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern("recordations +58\n")
                .containsPattern("rights with a chain of title +1,429\n")
                .containsPattern("gaps in the chain of title +3, 11 right by right\n")
                .containsPattern("corrections +2\n")
                .containsPattern("liens opened +11, 2,272 right by right\n")
                .containsPattern("liens passed to another holder +1, 765 right by right\n")
                .containsPattern("liens released +5, 223 right by right\n")
                .containsPattern("liens still open +7, 2,049 right by right\n")
                .contains(
                        "048811/0679: recorded on 2018-11-13, stands in line 33 after 048295/0770 of 2019-02-11; entered in its place",
                        "049342/0819: may be the deed of 048818/0520 once more",
                        "050965/0035: 048811/0679 from GOLDMAN SACHS BANK USA to MORGAN STANLEY SENIOR FUNDING, INC., on 765 rights",
                        "066552/0292: corrects 066284/0247, which the file does not have",
                        "The journal replays equal: ");
    }

    @Test
    void shouldCorrectADeedOfTheFileFromTheOwnersBeforeIt() throws IOException {
        String journal = directory.resolve("journal").toString();
        Result result = run("""
                000001-0001,2020-01-01,2019-12-01,ASSIGNMENT OF ASSIGNORS INTEREST,"DOE, JANE",ACME INC,1,111,,N,1
                000001-0002,2020-02-01,2020-01-02,CORRECTIVE ASSIGNMENT RECORDED ON REEL 000001 FRAME 0001,"DOE, JANE",ACNE LLC,1,111,,N,1
                000001-0002,2020-02-01,2020-01-02,CORRECTIVE ASSIGNMENT RECORDED ON REEL 000001 FRAME 0001,"DOE, JANE",ACNE LLC,1,111,,N,1
                000001-0001,2020-01-01,2019-12-01,ASSIGNMENT OF ASSIGNORS INTEREST,"DOE, JOHN",ACME INC,1,111,,N,1
                000001-0003,2020-03-01,2020-01-02,OTHER,ACNE LLC,FOO LLC,1,111,,N,1
                000001-0004,2020-03-02,2020-01-02,ASSIGNMENT,ACNE LLC,FOO LLC,1,111,,Y,1
                """, "--journal", journal);

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "000001/0002: corrects 000001/0001: CORRECTIVE ",
                        "000001/0002: line 4 repeats line 3; entered once",
                        "000001/0001: line 5 says something else than line 2; the first is entered",
                        "000001/0003: what it does is not understood: OTHER",
                        "000001/0004: line 7 is marked as purged")
                .containsPattern("gaps in the chain of title +0\n");
        Program.run("settle", "--journal", journal);
        assertThat(Program.run("title", "US111", "--journal", journal).out())
                .contains("ACNE-LLC 100 %", "CORRECTION USPTO 000001/0002", "corrects USPTO 000001/0001");
    }

    @Test
    void shouldEnterNothingWhereARowIsMalformedAndTellEachOfThem() throws IOException {
        Path journal = directory.resolve("journal");
        Result result = run("""
                000001-0001,2020-01-01,2019-12-01,ASSIGNMENT,"DOE, JANE",ACME INC,1,111,,N,1
                000001,2020-01-01,2019-12-01,ASSIGNMENT,"DOE, JANE",ACME INC,1,111,,N,1
                000001-0003,2020-13-01,2019-12-01,ASSIGNMENT,"DOE, JANE",ACME INC,1,111,,N,1
                000001-0004,2020-01-01,2019-12-01,ASSIGNMENT,"DOE, JANE",ACME, INC,1,111,,N,1
                """, "--journal", journal.toString());

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(
                        ":3: reel_frame: is no reel and frame like 018247-0405: ",
                        ":4: recorded_date: is no date like 2006-09-14: ",
                        ":5: row: has 12 columns, not 11: is a name with commas not quoted?",
                        "3 rows are malformed; nothing was entered");
        assertThat(journal).doesNotExist();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void shouldNameTheFieldOfAMalformedRow(String row, String complaint) throws IOException {
        Result result = run(row + "\n");
        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(":2: " + complaint);
    }

    static Stream<Arguments> shouldNameTheFieldOfAMalformedRow() {
        return Stream.of(
                Arguments.of("1-1,,2019-12-01,ASSIGNMENT,A CO,B CO,1,111,,N,1", "recorded_date: is empty"),
                Arguments.of("1-1,2020-01-01,yesterday,ASSIGNMENT,A CO,B CO,1,111,,N,1", "exec_date: is no date"),
                Arguments.of("1-1,2020-01-01,,,A CO,B CO,1,111,,N,1", "conveyance: is empty"),
                Arguments.of("1-1,2020-01-01,,ASSIGNMENT,|,B CO,1,111,,N,1", "assignors: is empty"),
                Arguments.of("1-1,2020-01-01,,ASSIGNMENT,A CO,--,1,111,,N,1", "assignees: has a name that is none"),
                Arguments.of(
                        "1-1,2020-01-01,,ASSIGNMENT,A CO,B CO,,,,N,1",
                        "patent_numbers: names no patent and no application"),
                Arguments.of(
                        "1-1,2020-01-01,,ASSIGNMENT,A CO,B CO,1,'; DROP,,N,1",
                        "patent_numbers: has a number that is none"),
                Arguments.of("1-1,2020-01-01,,ASSIGNMENT,A CO,B CO,1,111,,maybe,1", "purge: is Y or N"),
                Arguments.of("1-1,2020-01-01,,ASSIGNMENT,A CO,B CO,1,111", "purge: is missing"));
    }

    @Test
    void shouldSayWhatIsWrongWithTheFileOrTheJournal() throws IOException {
        assertThat(Program.run("import", "titles", "nowhere.csv").err()).contains("there is no such file");
        Path file = Files.writeString(directory.resolve("bids.csv"), "auction,bid\n1,2\n");
        assertThat(Program.run("import", "titles", file.toString()).err()).contains("header: the header has ");
        assertThat(Program.run("import", "titles", DEMO.toString(), "--journal", directory.toString())
                        .err())
                .contains("must be new or empty");
    }

    private Result run(String rows, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("recordations.csv"), HEADER + rows);
        return Program.run(Stream.concat(Stream.of("import", "titles", file.toString()), Stream.of(options))
                .toArray(String[]::new));
    }
}
