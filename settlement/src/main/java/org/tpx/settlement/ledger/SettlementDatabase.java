package org.tpx.settlement.ledger;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database of the settlement projection: one SQLite file, its tables brought up to date when it is opened. One process writes,
 * through one {@link SettlementProjection}; any number of readers look at the same time. Threads may share it.
 *
 * <p>The file is synced lazily: a power cut may cost the last transactions, never a half of one, and the projection books them again
 * from the journal, since its position is part of the same transactions.
 */
public final class SettlementDatabase {
    private static final String MIGRATIONS = "classpath:db/settlement";
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final DataSource source;
    private final Jdbi jdbi;

    private SettlementDatabase(DataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
    }

    /** Opens the database in a file, which is created where it is missing; its directory must exist. */
    public static SettlementDatabase open(Path file) {
        SettlementDatabase database = new SettlementDatabase(sqlite(file));
        database.migrations().load().migrate();
        return database;
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
        return Flyway.configure().dataSource(source).locations(MIGRATIONS).loggers("slf4j");
    }

    /** For queries and for the projections of the settlement module. */
    public Jdbi jdbi() {
        return jdbi;
    }
}
