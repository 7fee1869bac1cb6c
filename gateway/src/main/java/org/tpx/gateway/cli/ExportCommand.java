package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.export.CsvFile;
import org.tpx.gateway.export.ParquetFile;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.report.Report;
import org.tpx.settlement.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx export}: files of what the books hold. */
@Command(
        name = "export",
        description = {
            "Writes postings, balances, payments and deals from the books into files, one a table.",
            "",
            "CSV needs nothing. Parquet is written by DuckDB, whose driver (78 MB) is no part of this program: "
                    + "mvn dependency:get -Dartifact=" + ExportCommand.DRIVER
                    + " fetches it into the local repository of Maven, where it is found; --duckdb names it elsewhere."
        },
        footer = {
            "  $$ tpx export --journal /var/lib/tpx --to exported",
            "  $$ tpx export --journal /var/lib/tpx --to exported --format parquet --table postings --at 2025-07-31"
        })
final class ExportCommand implements Callable<Integer> {
    static final String DRIVER = "org.duckdb:duckdb_jdbc:2.0.0.1";

    private static final Path IN_REPOSITORY =
            Path.of(".m2", "repository", "org", "duckdb", "duckdb_jdbc", "2.0.0.1", "duckdb_jdbc-2.0.0.1.jar");

    enum Format {
        CSV,
        PARQUET
    }

    /** Writes one report and returns the number of its rows. */
    private interface Writer {
        long write(Path file, Reports reports, Report report, long sequence) throws IOException;
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(names = "--journal", paramLabel = "DIR", description = "The journal's directory. Default: this one.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption location = new BooksOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Where the files go; files of the same names are replaced.")
    private Path directory = Path.of("");

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}. Default: csv.")
    private Format format = Format.CSV;

    @Option(
            names = "--table",
            split = ",",
            paramLabel = "TABLE",
            description = "${COMPLETION-CANDIDATES}; several with commas. Default: all.")
    private Set<Report> tables = EnumSet.allOf(Report.class);

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description =
                    "Postings, balances and payments up to this turn, this instant or the end of this day, the payments with "
                            + "the state that they have now; deals are always as they are now. Default: now.")
    private @Nullable String at;

    @Option(names = "--duckdb", paramLabel = "JAR", description = "The jar of DuckDB's driver, for Parquet.")
    private @Nullable Path driver;

    @Override
    public Integer call() throws IOException {
        SettlementDatabase database = location.openExisting(journal);
        SettlementBooks books = new SettlementBooks(database);
        At when = at == null ? At.end(books) : At.parse("--at", at, books);
        if (format == Format.CSV) {
            export(database, when, CsvFile::write);
            return ExitCode.DONE;
        }
        try (ParquetFile parquet = ParquetFile.withDriver(driver())) {
            export(database, when, parquet::write);
            return ExitCode.DONE;
        } catch (ParquetFile.DriverException failure) {
            throw new InputException("--duckdb: " + driver() + " " + failure.getMessage());
        }
    }

    private Path driver() {
        Path jar = driver == null ? Path.of(System.getProperty("user.home")).resolve(IN_REPOSITORY) : driver;
        if (!Files.isRegularFile(jar)) {
            throw new InputException("--duckdb: " + jar + " is not there; mvn dependency:get -Dartifact=" + DRIVER
                    + " fetches the driver that writes Parquet");
        }
        return jar;
    }

    private void export(SettlementDatabase database, At when, Writer writer) throws IOException {
        Files.createDirectories(directory);
        Reports reports = new Reports(database);
        for (Report report : List.copyOf(EnumSet.copyOf(tables))) {
            String name = (report.name() + "." + format).toLowerCase(Locale.ROOT);
            Path unfinished = directory.resolve(name + ".part");
            try {
                long rows = writer.write(unfinished, reports, report, when.sequence());
                Path file = Files.move(unfinished, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                tpx.terminal().print(file + "  " + Figures.grouped(rows) + " rows");
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
