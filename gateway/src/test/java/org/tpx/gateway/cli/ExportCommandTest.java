package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx export} of the ascending auction (E2), read back. */
class ExportCommandTest {
    private static final Path E2 = Path.of("src", "test", "resources", "scenarios", "E2.ndjson");
    private static final Path DUCKDB = Path.of(
            System.getProperty("user.home"), ".m2/repository/org/duckdb/duckdb_jdbc/2.0.0.1/duckdb_jdbc-2.0.0.1.jar");

    @TempDir
    Path directory;

    private String journal = "";

    @BeforeEach
    void settle() {
        journal = directory.resolve("journal").toString();
        Program.run("run", E2.toString(), "--journal", journal, "--preset", "CN-2025");
        assertThat(Program.run("settle", "--journal", journal).code()).isZero();
    }

    private Path export(String... arguments) {
        Path to = directory.resolve("exported");
        List<String> all = new ArrayList<>(List.of("export", "--journal", journal, "--to", to.toString()));
        all.addAll(List.of(arguments));
        Result result = Program.run(all.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return to;
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static BigDecimal sum(List<NamedCsvRecord> records, String field) {
        return records.stream()
                .map(record -> new BigDecimal(record.getField(field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void shouldWriteFourTablesThatReadBack() throws IOException {
        Path exported = export();

        try (Stream<Path> files = Files.list(exported)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("postings.csv", "balances.csv", "payments.csv", "deals.csv");
        }
        List<NamedCsvRecord> balances = read(exported.resolve("balances.csv"));
        assertThat(sum(balances, "debits")).isEqualTo(sum(balances, "credits")).isPositive();
        assertThat(sum(balances, "balance")).isZero();
        assertThat(read(exported.resolve("payments.csv")))
                .extracting(payment -> payment.getField("kind") + " " + payment.getField("party") + " "
                        + payment.getField("currency") + " " + payment.getField("amount") + " "
                        + payment.getField("state"))
                .containsExactly(
                        "DEPOSIT_REFUND B1 CNY 1800000.00 CONFIRMED",
                        "DEPOSIT_REFUND B2 CNY 1800000.00 CONFIRMED",
                        "FEES  CNY 220160.00 CONFIRMED",
                        "SELLER_PROCEEDS SELLER CNY 6384640.00 CONFIRMED");
        NamedCsvRecord deal = read(exported.resolve("deals.csv")).get(0);
        assertThat(deal.getField("price")).isEqualTo("6400000.00");
        assertThat(deal.getField("state")).isEqualTo("COMPLETED");
        assertThat(deal.getField("released")).startsWith("2025-08-15T10:00:00.000000000+08:00");
    }

    @Test
    void shouldWriteThePostingsUpToATurn() throws IOException {
        List<NamedCsvRecord> all = read(export("--table", "postings").resolve("postings.csv"));
        assertThat(sum(
                        all.stream()
                                .filter(leg -> leg.getField("side").equals("DEBIT"))
                                .toList(),
                        "amount"))
                .isEqualTo(sum(
                        all.stream()
                                .filter(leg -> leg.getField("side").equals("CREDIT"))
                                .toList(),
                        "amount"));

        List<NamedCsvRecord> some = read(export("--table", "postings", "--at", "2025-07-08T11:00:00+08:00")
                .resolve("postings.csv"));

        assertThat(some).hasSizeLessThan(all.size());
        assertThat(some.stream().map(NamedCsvRecord::getFields))
                .containsExactlyElementsOf(all.subList(0, some.size()).stream()
                        .map(NamedCsvRecord::getFields)
                        .toList());
        assertThat(some).extracting(leg -> leg.getField("reason")).containsOnly("DEPOSIT_IN");
        assertThat(read(export("--table", "deals", "--at", "2025-07-08T11:00:00+08:00")
                        .resolve("deals.csv")))
                .hasSize(1);
    }

    @Test
    void shouldWriteParquetThatReadsBack() throws Exception {
        assertThat(Files.exists(DUCKDB) || System.getenv("CI") == null)
                .as("DuckDB's driver is in the local repository where CI is set")
                .isTrue();
        assumeTrue(Files.exists(DUCKDB), "DuckDB's driver is not in the local repository, so no Parquet was tested");

        Path exported = export("--format", "parquet");

        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {DUCKDB.toUri().toURL()});
                Connection duckdb = Objects.requireNonNull(((Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                                .getConstructor()
                                .newInstance())
                        .connect("jdbc:duckdb:", new Properties()));
                Statement statement = duckdb.createStatement()) {
            String postings = "'" + exported.resolve("postings.parquet") + "'";
            try (ResultSet row = statement.executeQuery("SELECT COUNT(*), SUM(CASE WHEN side = 'DEBIT' THEN amount ELSE"
                    + " -amount END), MIN(typeof(booked)), MIN(typeof(amount)) FROM " + postings)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1))
                        .isEqualTo(read(export("--table", "postings").resolve("postings.csv"))
                                .size());
                assertThat(row.getBigDecimal(2)).isZero();
                assertThat(row.getString(3) + " " + row.getString(4)).isEqualTo("TIMESTAMP_NS DECIMAL(38,2)");
            }
            try (ResultSet row = statement.executeQuery("SELECT released, price, overdue FROM '"
                    + exported.resolve("deals.parquet") + "', (SELECT MIN(overdue)" + " AS overdue FROM '"
                    + exported.resolve("payments.parquet") + "')")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).startsWith("2025-08-15 02:00:00");
                assertThat(row.getBigDecimal(2)).isEqualByComparingTo("6400000.00");
                assertThat(row.getString(3)).as("never overdue").isNull();
            }
        }
    }

    @Test
    void shouldSayWhatParquetNeeds() throws IOException {
        Path none = directory.resolve("none.jar");
        Result missing = Program.run(
                "export", "--journal", journal, "--to", "x", "--format", "parquet", "--duckdb", none.toString());
        Files.writeString(none, "no jar");
        Result wrong = Program.run(
                "export", "--journal", journal, "--to", "x", "--format", "parquet", "--duckdb", none.toString());

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("mvn dependency:get -Dartifact=org.duckdb:duckdb_jdbc:2.0.0.1");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("is no driver of DuckDB that runs here");
    }
}
