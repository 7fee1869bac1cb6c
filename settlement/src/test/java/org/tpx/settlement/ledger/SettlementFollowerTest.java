package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.settlement.ledger.Examples.cny;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.journal.JournalUnusableException;
import org.tpx.protocol.Currency;

/** The projection behind a real journal: caught up, followed, stopped and started again, and never on a foreign one. */
class SettlementFollowerTest {
    private static final long SALTS = 7;

    @TempDir
    private Path directory;

    private Path journal;
    private SettlementDatabase database;
    private SettlementBooks books;

    @BeforeEach
    void open() {
        journal = directory.resolve("journal");
        database = SettlementDatabase.open(directory.resolve("settlement.db"));
        books = new SettlementBooks(database);
    }

    private long follow() {
        try (SettlementProjection projection = new SettlementProjection(database);
                SettlementFollower follower = SettlementFollower.open(journal, projection)) {
            return follower.catchUp();
        }
    }

    @Test
    void shouldBookAJournalAtRest() {
        Tape tape = Examples.ascendingAuction();
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(tape.turns());
        }

        assertThat(follow()).isEqualTo(tape.size());

        assertThat(books.position().sequence()).isEqualTo(tape.size());
        assertThat(books.position().chain()).hasSize(64);
        assertThat(books.differences()).isEmpty();
        assertThat(books.cashFlow(Currency.CNY).received()).isEqualTo(cny("10204800.00"));
        assertThat(books.trialBalance().settlement(Currency.CNY)).isEqualTo(cny("0.00"));
    }

    @Test
    void shouldFollowAJournalWhileItIsWritten() {
        List<Tape.Turn> turns = Examples.singleBidder().turns();
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(turns.subList(0, 5));
            try (SettlementProjection projection = new SettlementProjection(database);
                    SettlementFollower follower = SettlementFollower.open(journal, projection)) {
                assertThat(follower.poll()).isEqualTo(5);
                assertThat(follower.poll()).isZero();
                written.append(turns.subList(5, turns.size()));
                assertThat(follower.poll()).isEqualTo(turns.size() - 5);
            }
        }
        assertThat(books.differences()).isEmpty();
        assertThat(books.deals()).extracting(DealSummary::state).containsExactly("COMPLETED");
    }

    @Test
    void shouldGoOnWhereItStoppedAndGiveTheSameRowsAsInOneGo() {
        List<Tape.Turn> turns = Examples.ascendingAuction().turns();
        for (int from = 0; from < turns.size(); from += 10) {
            try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
                written.append(turns.subList(from, Math.min(turns.size(), from + 10)));
            }
            follow();
        }
        Map<String, List<String>> piecewise = Dump.of(database);

        database.rebuild();
        follow();

        assertThat(Dump.of(database)).isEqualTo(piecewise);
        assertThat(books.differences()).isEmpty();
    }

    @Test
    void shouldRefuseAJournalThatTheBooksWereNotMadeFrom() {
        List<Tape.Turn> turns = Examples.singleBidder().turns();
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(turns);
        }
        follow();
        Map<String, List<String>> before = Dump.of(database);
        journal = directory.resolve("other");
        try (WrittenJournal written = new WrittenJournal(journal, SALTS + 1)) {
            written.append(turns);
        }

        assertThatThrownBy(this::follow)
                .isInstanceOf(ForeignJournalException.class)
                .hasMessageContaining("turn " + turns.size());
        assertThat(Dump.of(database)).isEqualTo(before);
    }

    @Test
    void shouldRefuseAJournalThatIsShorterThanTheBooks() {
        List<Tape.Turn> turns = Examples.singleBidder().turns();
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(turns);
        }
        follow();
        journal = directory.resolve("other");
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(turns.subList(0, turns.size() - 1));
        }

        assertThatThrownBy(this::follow).isInstanceOf(JournalUnusableException.class);
    }

    @Test
    void shouldRefuseADirectoryThatIsNoJournal() {
        assertThatThrownBy(this::follow).isInstanceOf(JournalUnusableException.class);
    }
}
