package org.tpx.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tpx.settlement.ledger.SettlementDatabase;
import picocli.CommandLine.Option;

/** Where the books of a journal are kept. */
final class BooksOption {
    private static final String FILE = "settlement.db";

    @Option(
            names = "--db",
            paramLabel = "LOCATION",
            description =
                    "Where the books are: postgresql://host/database?user=name, its password in the file that PGPASSFILE names, "
                            + "or the path of a SQLite file. Default: " + FILE + " in the journal's directory.")
    private @Nullable String location;

    /** Opens them, and makes their tables where there are none; the journal's directory must exist. */
    SettlementDatabase open(Path journal) {
        if (location == null) {
            return SettlementDatabase.open(journal.resolve(FILE));
        }
        try {
            return SettlementDatabase.open(location);
        } catch (IllegalArgumentException failure) {
            throw new InputException("--db: " + failure.getMessage());
        } catch (RuntimeException failure) {
            throw new InputException("--db: the database cannot be opened: " + innermost(failure));
        }
    }

    /** As {@link #open}, for whoever only reads: books that do not exist are a mistake. */
    SettlementDatabase openExisting(Path journal) {
        if (location == null && !Files.exists(journal.resolve(FILE))) {
            throw new InputException("--journal: no books are kept in " + journal + "; tpx settle makes them");
        }
        return open(journal);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
