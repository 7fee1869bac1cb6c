package org.tpx.settlement.ledger;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database of the settlement projection, its tables brought up to date when it is opened: a PostgreSQL database, or one SQLite file
 * that needs no installation. Statements and tables are the same in both, row by row. One process writes, through one {@link
 * SettlementProjection}; any number of readers look at the same time. Threads may share it.
 *
 * <p>Both are synced lazily: a power cut may cost the last transactions, never a half of one, and the projection books them again from
 * the journal, since its position is part of the same transactions.
 */
public final class SettlementDatabase {
    private static final String MIGRATIONS = "classpath:db/settlement";
    /** What the two databases say in words of their own. */
    private static final String OF_SQLITE = "classpath:db/only/sqlite";

    private static final String OF_POSTGRESQL = "classpath:db/only/postgresql";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    /** The server parses a statement at its first use and never again. */
    private static final int PREPARE_AT_ONCE = 1;

    private final DataSource source;
    private final Jdbi jdbi;

    private SettlementDatabase(DataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
        jdbi.setStatementBuilderFactory(connection -> new ReusedStatements());
        migrations().load().migrate();
    }

    /** Opens the database in a file, which is created where it is missing; its directory must exist. */
    public static SettlementDatabase open(Path file) {
        return new SettlementDatabase(sqlite(file));
    }

    /**
     * Opens what somebody named: {@code postgresql://host:port/database} with the driver's parameters behind a question mark, or the path of
     * a SQLite file. Name and password may stand in the driver's usual places (the {@code user} parameter, PGPASSFILE); a password never
     * belongs into the location, which ends in logs.
     *
     * @throws IllegalArgumentException for a location of another kind, or one with a password in it
     */
    public static SettlementDatabase open(String location) {
        if (location.startsWith("postgresql:") || location.startsWith("postgres:")) {
            return open("jdbc:postgresql:" + location.substring(location.indexOf(':') + 1));
        }
        if (location.startsWith(POSTGRESQL)) {
            return new SettlementDatabase(postgresql(location));
        }
        if (location.matches("[a-zA-Z]{2,}:.*")) {
            throw new IllegalArgumentException("is neither postgresql://host/database nor the path of a file");
        }
        try {
            return open(Path.of(location));
        } catch (InvalidPathException failure) {
            throw new IllegalArgumentException("is no path: " + failure.getReason(), failure);
        }
    }

    private static DataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + file);
        return sqlite;
    }

    private static DataSource postgresql(String url) {
        if (url.toLowerCase(Locale.ROOT).contains("password=") || url.matches("jdbc:postgresql://[^/?]*:[^/?]*@.*")) {
            throw new IllegalArgumentException("contains a password; put it into the file that PGPASSFILE names");
        }
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setUrl(url);
        postgresql.setPrepareThreshold(PREPARE_AT_ONCE);
        postgresql.setApplicationName("tpx settlement");
        postgresql.setOptions("-c synchronous_commit=off");
        return postgresql;
    }

    /**
     * Drops every table and makes them anew, empty and before the first turn, so that the journal can be booked again. No projection
     * may be open on the database.
     */
    public void rebuild() {
        Flyway flyway = migrations().cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(source)
                .locations(MIGRATIONS, source instanceof SQLiteDataSource ? OF_SQLITE : OF_POSTGRESQL)
                .loggers("slf4j");
    }

    /** For queries and for the projections of the settlement module. */
    public Jdbi jdbi() {
        return jdbi;
    }
}
