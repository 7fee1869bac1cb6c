package org.tpx.gateway.export;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Collectors;
import org.tpx.settlement.report.Column;
import org.tpx.settlement.report.Report;
import org.tpx.settlement.report.Reports;

/**
 * Reports as Parquet files, written by DuckDB in this process: whole numbers as BIGINT, amounts as DECIMAL(38, 2), instants as
 * TIMESTAMP_NS in UTC and NULL where there is none. The driver is 78 MB and no part of the program: whoever wants Parquet names its jar.
 * A report goes through a CSV file that DuckDB reads in one statement, which takes it seconds for a million rows.
 */
public final class ParquetFile implements AutoCloseable {
    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    private final URLClassLoader loader;
    private final Connection duckdb;

    private ParquetFile(URLClassLoader loader, Connection duckdb) {
        this.loader = loader;
        this.duckdb = duckdb;
    }

    /** The driver could not be used; the message says why. */
    public static final class DriverException extends Exception {
        private static final long serialVersionUID = 1;

        private DriverException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Starts DuckDB from the jar of its driver. */
    public static ParquetFile withDriver(Path jar) throws DriverException {
        try {
            URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
            return new ParquetFile(loader, connect(loader));
        } catch (IOException | SQLException | ReflectiveOperationException | LinkageError failure) {
            throw new DriverException("is no driver of DuckDB that runs here: " + failure, failure);
        }
    }

    private static Connection connect(URLClassLoader loader) throws SQLException, ReflectiveOperationException {
        Driver driver = (Driver) loader.loadClass(DRIVER).getConstructor().newInstance();
        Connection connection = driver.connect("jdbc:duckdb:", new Properties());
        if (connection == null) {
            throw new SQLException("the driver knows no database in memory");
        }
        return connection;
    }

    /** Writes a report as of the end of a turn and returns the number of its rows. */
    public long write(Path file, Reports reports, Report report, long sequence) throws IOException {
        Path csv = file.resolveSibling(file.getFileName() + ".csv");
        try {
            long rows = CsvFile.write(csv, reports, report, sequence, nanos -> Long.toString(nanos));
            try (Statement statement = duckdb.createStatement()) {
                statement.execute(copy(csv, file, report));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IOException("DuckDB did not write " + file + ": " + failure.getMessage(), failure);
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private static String copy(Path csv, Path file, Report report) {
        String selected = report.columns().stream().map(ParquetFile::selected).collect(Collectors.joining(", "));
        String types = report.columns().stream()
                .map(column -> quoted(column.name()) + ": " + quoted(type(column)))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + selected + " FROM read_csv(" + quoted(csv.toString())
                + ", header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '\\N', columns = {" + types
                + "})) TO " + quoted(file.toString()) + " (FORMAT parquet)";
    }

    private static String selected(Column column) {
        return column.type() == Column.Type.INSTANT
                ? "CASE WHEN " + column.name() + " <> 0 THEN make_timestamp_ns(" + column.name() + ") END AS "
                        + column.name()
                : column.name();
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case NUMBER, INSTANT -> "BIGINT";
            case AMOUNT -> "DECIMAL(38,2)";
            case TEXT -> "VARCHAR";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        try {
            duckdb.close();
        } catch (SQLException failure) {
            throw new IOException("DuckDB did not end: " + failure.getMessage(), failure);
        } finally {
            loader.close();
        }
    }
}
