package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tpx.settlement.ledger.Examples.cny;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

/** What no books can hold ends the booking, and nothing of its batch is there. */
class BrokenBooksTest {
    private static final Money FEN = cny("0.01");

    @TempDir
    private Path directory;

    private SettlementDatabase database;

    @BeforeEach
    void open() {
        database = SettlementDatabase.open(directory.resolve("settlement.db"));
    }

    private void book(Tape tape) {
        try (SettlementProjection projection = new SettlementProjection(database)) {
            tape.play(projection);
        }
    }

    @Test
    void shouldBookNothingOfABatchWithAPostingThatDoesNotBalance() {
        Tape tape = Examples.singleBidder()
                .with(event -> event instanceof MoneyPosted posted && posted.reason() == PostingReason.DEPOSIT_IN
                        ? withFirstLeg(posted, posted.legs().get(0).amount().plus(FEN))
                        : event);

        assertThatThrownBy(() -> book(tape))
                .isInstanceOf(BrokenBooksException.class)
                .hasMessageContaining("The books stop before the batch of turn 16, of which nothing is booked")
                .hasMessageContaining("the debits of a posting are not its credits");
        SettlementBooks books = new SettlementBooks(database);
        assertThat(books.position()).isEqualTo(Position.START);
        assertThat(books.trialBalance().lines()).isEmpty();
    }

    @Test
    void shouldKeepTheBatchesBeforeTheOneThatBreaksTheBooks() {
        Tape tape = Examples.singleBidder()
                .with(event -> event instanceof MoneyPosted posted && posted.reason() == PostingReason.PRICE_RELEASED
                        ? withFirstLeg(posted, posted.legs().get(0).amount().plus(FEN))
                        : event);
        try (SettlementProjection projection = new SettlementProjection(database)) {
            tape.play(projection, 1, 17);
            projection.commit();

            assertThatThrownBy(() -> tape.play(projection, 18, tape.size())).isInstanceOf(BrokenBooksException.class);

            assertThat(projection.position().sequence()).isEqualTo(17);
        }
        assertThat(new SettlementBooks(database).position().sequence()).isEqualTo(17);
    }

    @Test
    void shouldRefuseAnAmountThatIsNoneOrBeyondTheRange() {
        for (long minor : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            Tape tape = Examples.singleBidder()
                    .with(event -> event instanceof MoneyPosted posted && posted.reason() == PostingReason.PRICE_IN
                            ? withAmounts(posted, Money.ofMinor(minor, FEN.currency()))
                            : event);

            assertThatThrownBy(() -> book(tape)).as("%d", minor).isInstanceOf(BrokenBooksException.class);
        }
    }

    private static MoneyPosted withAmounts(MoneyPosted posted, Money amount) {
        List<PostingLeg> legs = List.of(
                new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, EntrySide.DEBIT, amount),
                new PostingLeg(AccountKind.PRICE, 0, 0, Examples.DEAL, EntrySide.CREDIT, amount));
        return new MoneyPosted(posted.postingId(), posted.reason(), legs);
    }

    private static MoneyPosted withFirstLeg(MoneyPosted posted, Money amount) {
        PostingLeg leg = posted.legs().get(0);
        List<PostingLeg> legs = new ArrayList<>(posted.legs());
        legs.set(0, new PostingLeg(leg.account(), leg.partyId(), leg.listingId(), leg.dealId(), leg.side(), amount));
        return new MoneyPosted(posted.postingId(), posted.reason(), legs);
    }
}
