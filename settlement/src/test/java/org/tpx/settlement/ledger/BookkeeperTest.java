package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.PostingReason;

/** The thread that keeps a node's books, and what happens when two want to. */
class BookkeeperTest {
    private static final long SALTS = 7;

    @TempDir
    private Path directory;

    private Path journal;
    private SettlementDatabase database;
    private final List<Tape.Turn> turns = Examples.singleBidder().turns();

    @BeforeEach
    void open() {
        journal = directory.resolve("journal");
        database = SettlementDatabase.open(directory.resolve("settlement.db"));
    }

    @Test
    void shouldHaveBookedEverythingWhenItIsClosed() {
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            Bookkeeper bookkeeper = Bookkeeper.start(journal, database);
            written.append(turns);
            bookkeeper.close();

            assertThat(bookkeeper.status()).isEqualTo(new Bookkeeper.Status(turns.size(), 0, ""));
        }
        assertThat(new SettlementBooks(database).position().sequence()).isEqualTo(turns.size());
    }

    @Test
    void shouldStopAndSayWhyWhenTheBooksWereMadeFromAnotherJournal() {
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(turns);
        }
        Bookkeeper.start(journal, database).close();
        journal = directory.resolve("other");
        try (WrittenJournal written = new WrittenJournal(journal, SALTS + 1)) {
            written.append(turns);
        }

        Bookkeeper bookkeeper = Bookkeeper.start(journal, database);
        bookkeeper.close();

        assertThat(bookkeeper.status().problem()).contains("turn " + turns.size());
        assertThat(bookkeeper.status().sequence()).isEqualTo(turns.size());
    }

    @Test
    void shouldStopAndSayWhyWhenAPostingDoesNotBalance() {
        List<Tape.Turn> broken = Examples.singleBidder()
                .with(event -> event instanceof MoneyPosted posted && posted.reason() == PostingReason.PRICE_RELEASED
                        ? new MoneyPosted(
                                posted.postingId(),
                                posted.reason(),
                                posted.legs().subList(0, 1))
                        : event)
                .turns();
        try (WrittenJournal written = new WrittenJournal(journal, SALTS)) {
            written.append(broken);
        }

        Bookkeeper bookkeeper = Bookkeeper.start(journal, database);
        bookkeeper.close();

        assertThat(bookkeeper.status().problem())
                .contains("The books stop before the batch of turn", "the debits of a posting are not its credits");
        assertThat(bookkeeper.status().sequence()).isZero();
        assertThat(new SettlementBooks(database).position()).isEqualTo(Position.START);
    }

    @Test
    void shouldLetOnlyOneOfTwoProjectionsBook() {
        Tape.Turn turn = turns.get(0);
        try (SettlementProjection first = new SettlementProjection(database);
                SettlementProjection second = new SettlementProjection(database)) {
            first.onTurn(1, turn.timeNanos(), turn.events());
            first.commit();
            second.onTurn(1, turn.timeNanos(), turn.events());

            assertThatThrownBy(second::commit).hasMessage("another process books into this database");

            assertThat(second.position().sequence()).isEqualTo(1);
        }
        assertThat(new SettlementBooks(database).position().sequence()).isEqualTo(1);
    }
}
