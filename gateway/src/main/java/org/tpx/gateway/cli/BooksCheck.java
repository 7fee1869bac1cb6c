package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tpx.settlement.ledger.BookComparison;
import org.tpx.settlement.ledger.ForeignJournalException;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import org.tpx.settlement.ledger.SettlementFollower;
import org.tpx.settlement.ledger.SettlementProjection;

/** Books a journal a second time, up to the turn that the books reach, into a file that is thrown away, and compares every row. */
final class BooksCheck {
    private final Path journal;
    private final SettlementDatabase books;

    BooksCheck(Path journal, SettlementDatabase books) {
        this.journal = journal;
        this.books = books;
    }

    /** Compares; throws {@link InputException} where the journal ends before the books or is another one. */
    BookComparison run() throws IOException {
        Path scratch = Files.createTempDirectory("tpx-books");
        try {
            SettlementDatabase again = SettlementDatabase.open(scratch.resolve("settlement.db"));
            book(again, new SettlementBooks(books).position().sequence());
            return BookComparison.of(books, again);
        } finally {
            delete(scratch);
        }
    }

    private void book(SettlementDatabase again, long sequence) {
        try (SettlementProjection projection = new SettlementProjection(again);
                SettlementFollower follower = SettlementFollower.open(journal, projection)) {
            if (!follower.catchUp(sequence)) {
                throw new InputException("--journal: ends before turn " + sequence + ", which the books reach");
            }
        } catch (ForeignJournalException failure) {
            throw new InputException("--db: " + failure.getMessage());
        }
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }

    /** As people read it. */
    static String text(BookComparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append("Tables            ")
                .append(comparison.tables().size())
                .append('\n')
                .append("Rows              ")
                .append(Figures.grouped(comparison.rows()))
                .append('\n')
                .append("Differences       ")
                .append(comparison.isEqual() ? "none" : Figures.grouped(comparison.different()));
        comparison.differences().forEach(sentence -> text.append("\n  ").append(sentence));
        return text.toString();
    }

    /** As programs read it. */
    static String json(BookComparison comparison) {
        return new JsonText()
                .put("tables", comparison.tables())
                .put("rows", comparison.rows())
                .put("different", comparison.different())
                .put("differences", comparison.differences())
                .toString();
    }
}
