package org.tpx.gateway.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tpx.gateway.play.ScenarioTest.Scenario;
import org.tpx.settlement.ledger.BookComparison;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;

/** The worked examples in PostgreSQL: the same rows as in SQLite, and the same again when they are dropped and booked anew. */
class BothDatabasesTest {

    @TempDir
    static Path cluster;

    private static @Nullable PostgresServer server;

    @TempDir
    Path directory;

    /** Where PostgreSQL is not installed these tests are left out and say so; the continuous integration installs it. */
    @BeforeAll
    static void startPostgres() throws IOException {
        Optional<Path> programs = PostgresServer.programs();
        assertThat(programs.isPresent() || System.getenv("CI") == null)
                .as("PostgreSQL is installed where CI is set")
                .isTrue();
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed, so nothing was tested on it");
        cluster.toFile().setExecutable(true, false);
        server = PostgresServer.start(programs.get(), cluster);
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    static Stream<Scenario> scenarios() throws IOException {
        return ScenarioTest.scenarios();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void shouldBookTheSameRowsInBoth(Scenario scenario) throws IOException {
        Path journal = directory.resolve("journal");
        SettledScenarioTest.play(scenario, journal);
        SettlementDatabase sqlite = SettlementDatabase.open(directory.resolve("settlement.db"));
        SettlementDatabase postgres = postgres();

        SettledScenarioTest.book(journal, sqlite);
        SettledScenarioTest.book(journal, postgres);

        assertThat(new SettlementBooks(postgres).differences()).isEmpty();
        assertThat(rows(postgres)).isEqualTo(rows(sqlite));
        BookComparison comparison = BookComparison.of(postgres, sqlite);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.rows())
                .isEqualTo(rows(sqlite).values().stream().mapToLong(List::size).sum());
    }

    @Test
    void shouldBookTheSameRowsAgainAfterTheyWereDropped() throws IOException {
        Path journal = directory.resolve("journal");
        SettledScenarioTest.play(SettledScenarioTest.scenario("E2"), journal);
        SettlementDatabase postgres = postgres();
        SettledScenarioTest.book(journal, postgres);
        Map<String, List<String>> first = rows(postgres);

        postgres.rebuild();
        assertThat(rows(postgres).get("posting")).isEmpty();
        SettledScenarioTest.book(journal, postgres);

        assertThat(rows(postgres)).isEqualTo(first);
        assertThat(first.get("posting")).isNotEmpty();
    }

    @Test
    void shouldFindWhatSomebodyChanged() throws IOException {
        Path journal = directory.resolve("journal");
        SettledScenarioTest.play(SettledScenarioTest.scenario("E2"), journal);
        SettlementDatabase sqlite = SettlementDatabase.open(directory.resolve("settlement.db"));
        SettlementDatabase postgres = postgres();
        SettledScenarioTest.book(journal, sqlite);
        SettledScenarioTest.book(journal, postgres);
        postgres.jdbi()
                .useHandle(handle -> handle.execute("UPDATE account SET balance_minor = 1 WHERE kind = 'SETTLEMENT'"));

        BookComparison comparison = BookComparison.of(postgres, sqlite);

        assertThat(comparison.differences()).singleElement().asString().contains("{balance_minor=1 and 0}");
        assertThat(comparison.different()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"posting", "posting_leg"})
    void shouldLetNobodyChangeWhatIsBooked(String table) throws IOException {
        Path journal = directory.resolve("journal");
        SettledScenarioTest.play(SettledScenarioTest.scenario("E2"), journal);
        SettlementDatabase postgres = postgres();
        SettledScenarioTest.book(journal, postgres);
        Map<String, List<String>> before = rows(postgres);

        for (String sql :
                List.of("UPDATE " + table + " SET sequence = 1", "DELETE FROM " + table, "TRUNCATE " + table)) {
            assertThatThrownBy(() -> postgres.jdbi().useHandle(handle -> handle.execute(sql)))
                    .as(sql)
                    .hasStackTraceContaining("a row of " + table + " is never");
        }

        assertThat(rows(postgres)).isEqualTo(before);
    }

    @Test
    void shouldTakeNoPasswordInALocation() {
        for (String location :
                List.of("postgresql://db/tpx?user=tpx&password=secret", "postgresql://tpx:secret@db/tpx")) {
            assertThatThrownBy(() -> SettlementDatabase.open(location))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("PGPASSFILE")
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> SettlementDatabase.open("jdbc:mysql://db/tpx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://host/database");
    }

    private static SettlementDatabase postgres() {
        SettlementDatabase database =
                SettlementDatabase.open(Objects.requireNonNull(server).url());
        database.rebuild();
        return database;
    }

    private static Map<String, List<String>> rows(SettlementDatabase database) {
        try (Handle handle = database.jdbi().open()) {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : tables(handle)) {
                rows.put(table, rows(handle, table));
            }
            return rows;
        }
    }

    private static List<String> tables(Handle handle) {
        try {
            DatabaseMetaData meta = handle.getConnection().getMetaData();
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    meta.getTables(null, handle.getConnection().getSchema(), "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
            tables.removeIf(table -> table.startsWith("flyway") || table.startsWith("sqlite"));
            return tables;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> rows(Handle handle, String table) {
        return handle
                .select("SELECT * FROM " + table)
                .map((row, context) -> {
                    List<String> cells = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        cells.add(row.getMetaData().getColumnName(column) + "=" + row.getString(column));
                    }
                    return String.join(" ", cells);
                })
                .stream()
                .sorted()
                .toList();
    }
}
