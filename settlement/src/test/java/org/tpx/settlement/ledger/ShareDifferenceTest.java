package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.EntrySide.CREDIT;
import static org.tpx.protocol.EntrySide.DEBIT;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.BookClosePurpose;
import org.tpx.protocol.CustodyEvent.BookCloseAnnounced;
import org.tpx.protocol.CustodyEvent.DividendAllotted;
import org.tpx.protocol.CustodyEvent.DividendDeclared;
import org.tpx.protocol.CustodyEvent.HolderConfirmed;
import org.tpx.protocol.CustodyEvent.HoldersRecorded;
import org.tpx.protocol.CustodyEvent.HoldingCertified;
import org.tpx.protocol.CustodyEvent.SharePledgeReleased;
import org.tpx.protocol.CustodyEvent.ShareRegisterOpened;
import org.tpx.protocol.CustodyEvent.SharesBlocked;
import org.tpx.protocol.CustodyEvent.SharesCancelled;
import org.tpx.protocol.CustodyEvent.SharesFrozen;
import org.tpx.protocol.CustodyEvent.SharesIssued;
import org.tpx.protocol.CustodyEvent.SharesLocked;
import org.tpx.protocol.CustodyEvent.SharesPledged;
import org.tpx.protocol.CustodyEvent.SharesTransferred;
import org.tpx.protocol.CustodyEvent.SharesUnblocked;
import org.tpx.protocol.CustodyEvent.SharesUnfrozen;
import org.tpx.protocol.Event;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ShareHolding;
import org.tpx.protocol.ShareTransferKind;
import org.tpx.settlement.register.ShareBooks;
import org.tpx.settlement.register.ShareHolder;
import org.tpx.settlement.register.ShareRegisterAt;
import org.tpx.settlement.register.ShareStatement;

/** A register of 100 shares of BO and CY, and 0.07 on three of them: the books add it up entry by entry and see what does not fit. */
class ShareDifferenceTest {
    private static final long R = 1;
    private static final long PAYER = 1;
    private static final long BO = 2;
    private static final long CY = 3;
    private static final long CLOSE = 1;
    private static final String FROM = "2026-03-15T00:00:00";
    private static final String RECORD = "2026-03-20T00:00:00";

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();

    @Test
    void shouldAgreeWithARegisterThatAddsUp() {
        assertThat(differencesOf(event -> event)).isEmpty();
    }

    @Test
    void shouldTellTheRegisterAsItStoodAfterAnyTurn() {
        assertThat(differencesOf(event -> event)).isEmpty();
        ShareBooks books = new ShareBooks(
                SettlementDatabase.open(directory.resolve("settlement.db")).jdbi());
        assertThat(books.registers()).containsExactly("S1");
        ShareRegisterAt opened = books.register(books.registerId("S1"), 1);
        assertThat(opened.holders()).extracting(ShareHolder::shares).containsExactly(60L, 40L);
        assertThat(opened.holders()).extracting(ShareHolder::confirmed).containsExactly(false, false);
        ShareRegisterAt moved = books.register(R, 3);
        assertThat(moved.holders()).extracting(ShareHolder::shares).containsExactly(50L, 50L);
        assertThat(moved.totalShares()).isEqualTo(100);
        assertThat(books.register(R, 4).holders().get(0)).satisfies(holder -> {
            assertThat(holder.pledged()).isEqualTo(20);
            assertThat(holder.frozen()).isEqualTo(10);
            assertThat(holder.locked()).isEqualTo(13);
        });
        ShareStatement statement = books.statement(R, BO, Long.MAX_VALUE);
        assertThat(statement.lines())
                .extracting(ShareStatement.Line::what)
                .startsWith("OPENED", "CONFIRMED", "GIFT", "PLEDGE PL-1", "FREEZE C-1", "LOCK");
        assertThat(statement.holder().shares()).isEqualTo(44);
    }

    @Test
    void shouldSeeHoldingsThatAreNotTheSharesOfTheRegister() {
        assertThat(differencesOf(event -> event instanceof ShareRegisterOpened
                        ? opened(new ShareHolding(BO, 61), new ShareHolding(CY, 40))
                        : event))
                .contains("register of shares 1, all holdings together");
        assertThat(differencesOf(event -> event instanceof SharesIssued
                        ? new SharesIssued(R, 103, List.of(new ShareHolding(CY, 2)))
                        : event))
                .contains("register of shares 1, all holdings together");
        assertThat(differencesOf(event -> event instanceof SharesCancelled ? new SharesCancelled(R, BO, 6, 95) : event))
                .contains("register of shares 1, shares in all after a cancellation");
    }

    @Test
    void shouldSeeSharesThatNobodyCouldPartWith() {
        assertThat(differencesOf(event -> event instanceof SharesTransferred
                        ? new SharesTransferred(R, BO, CY, 61, ShareTransferKind.GIFT, 0)
                        : event))
                .contains("party 2 in register of shares 1, moved");
        assertThat(differencesOf(
                        event -> event instanceof SharesCancelled ? new SharesCancelled(R, BO, 45, 57) : event))
                .contains("party 2 in register of shares 1, shares");
        assertThat(differencesOf(
                        event -> event instanceof SharesPledged ? new SharesPledged(R, BO, PAYER, 51, "PL-1") : event))
                .contains("party 2 in register of shares 1, shares");
        assertThat(differencesOf(event -> event instanceof SharesBlocked ? new SharesBlocked(R, CY, 7, 53) : event))
                .contains("party 3 in register of shares 1, blocked");
    }

    @Test
    void shouldSeeWhatWeighsOnOtherSharesThanWereTold() {
        assertThat(differencesOf(
                        event -> event instanceof SharesLocked ? new SharesLocked(R, BO, 2_500, 12, 1) : event))
                .contains("party 2 in register of shares 1, locked");
        assertThat(differencesOf(event ->
                        event instanceof SharePledgeReleased ? new SharePledgeReleased(R, BO, 20, 1, "PL-1") : event))
                .contains("pledge PL-1, shares still pledged");
        assertThat(differencesOf(
                        event -> event instanceof SharesUnfrozen ? new SharesUnfrozen(R, BO, 9, "C-1") : event))
                .contains("freeze C-1, shares still frozen");
        assertThat(differencesOf(event -> event instanceof SharesUnblocked ? new SharesUnblocked(R, CY, 7, 4) : event))
                .contains("party 3 in register of shares 1, left of the block for listing 7");
        assertThat(differencesOf(event -> event instanceof HoldingCertified
                        ? new HoldingCertified(R, CY, "HOLD-1", 51, 102, 0, 0, 0, 5, true)
                        : event))
                .contains("certificate HOLD-1, shares");
    }

    @Test
    void shouldSeeAChangeWhileTheRegisterIsClosed() {
        Tape tape = custody();
        tape.at("2026-03-16T10:00:00", new SharesTransferred(R, CY, BO, 1, ShareTransferKind.GIFT, 0));
        assertThat(differencesOf(tape, event -> event))
                .containsExactly("register of shares 1, closings that run at a change");
    }

    @Test
    void shouldSeeADividendThatIsNotDividedByLargestRemainder() {
        Tape tape = dividend();
        assertThat(differencesOf(tape, event -> event)).isEmpty();
        assertThat(differencesOf(
                        dividend(),
                        event -> event instanceof DividendDeclared
                                ? new DividendDeclared(CLOSE, R, PAYER, cny("0.07"), 3, 96, cny("2.25"), 5, true, false)
                                : event))
                .contains("dividend 1, on all shares");
        assertThat(differencesOf(
                        dividend(),
                        event -> event instanceof DividendAllotted part && part.partyId() == BO
                                ? new DividendAllotted(CLOSE, R, BO, 44, 20, cny("1.02"), cny("0.47"))
                                : event))
                .contains("dividend 1 of party 2, part");
        assertThat(differencesOf(
                        dividend(),
                        event -> event instanceof DividendAllotted part && part.partyId() == BO
                                ? new DividendAllotted(CLOSE, R, BO, 44, 20, cny("1.03"), cny("0.46"))
                                : event))
                .containsExactly("dividend 1 of party 2, held back");
        assertThat(differencesOf(
                        dividend(),
                        event -> event instanceof HoldersRecorded
                                ? new HoldersRecorded(CLOSE, R, BookClosePurpose.DIVIDEND, 3, 96)
                                : event))
                .containsExactly("closing 1, holders");
        assertThat(differencesOf(dividend().without(DividendAllotted.class), event -> event))
                .allMatch(what -> what.contains("dividends that are open or held back"));
    }

    private List<String> differencesOf(UnaryOperator<Event> mistake) {
        return differencesOf(custody(), mistake);
    }

    private List<String> differencesOf(Tape tape, UnaryOperator<Event> mistake) {
        told.clear();
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        database.rebuild();
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.with(mistake).play(projection);
        }
        return told.stream().map(LedgerDifference::what).toList();
    }

    private static ShareRegisterOpened opened(ShareHolding... holders) {
        return new ShareRegisterOpened(
                R, "S1", PAYER, 1, 1, 1, "ordinary shares", nanos("2031-01-01T00:00:00"), 100, List.of(holders));
    }

    private static Tape custody() {
        Tape tape = new Tape();
        tape.at("2026-03-01T09:00:00", opened(new ShareHolding(BO, 60), new ShareHolding(CY, 40)));
        tape.at("2026-03-01T10:00:00", new HolderConfirmed(R, BO), new HolderConfirmed(R, CY));
        tape.at("2026-03-02T10:00:00", new SharesTransferred(R, BO, CY, 10, ShareTransferKind.GIFT, 0));
        tape.at(
                "2026-03-03T10:00:00",
                new SharesPledged(R, BO, PAYER, 20, "PL-1"),
                new SharesFrozen(R, BO, 10, "a court", "C-1"),
                new SharesLocked(R, BO, 2_500, 13, nanos("2026-06-01T00:00:00")));
        tape.at("2026-03-04T10:00:00", new SharesIssued(R, 102, List.of(new ShareHolding(CY, 2))));
        tape.at("2026-03-04T11:00:00", new SharesBlocked(R, CY, 7, 5));
        tape.at(
                "2026-03-04T12:00:00",
                new HoldingCertified(R, CY, "HOLD-1", 52, 102, 0, 0, 0, 5, true),
                new HoldingCertified(R, BO, "HOLD-2", 50, 102, 20, 10, 13, 0, true));
        tape.at("2026-03-05T10:00:00", new SharesUnblocked(R, CY, 7, 5), new SharesUnfrozen(R, BO, 10, "C-1"));
        tape.at("2026-03-06T10:00:00", new SharesCancelled(R, BO, 6, 96));
        tape.at(
                "2026-03-06T11:00:00",
                new SharePledgeReleased(R, BO, 20, 0, "PL-1"),
                new SharesPledged(R, BO, PAYER, 20, "PL-2"));
        tape.at(
                "2026-03-07T10:00:00",
                new BookCloseAnnounced(CLOSE, R, BookClosePurpose.DIVIDEND, nanos(FROM), nanos(RECORD)));
        return tape;
    }

    // 96 shares: 0.07 * 32 = 2.24; BO 44/96 = 1.0266.., CY 52/96 = 1.2133.., the last fen is BO's; 20 of its 44 are
    // pledged.
    private static Tape dividend() {
        Tape tape = custody();
        tape.at(
                "2026-03-08T10:00:00",
                new MoneyReceived("B-1", MoneyPurpose.TRADING, 0, PAYER, cny("2.24")),
                new MoneyPosted(
                        1,
                        PostingReason.TRADING_IN,
                        List.of(
                                new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, DEBIT, cny("2.24")),
                                new PostingLeg(AccountKind.TRADING, PAYER, 0, 0, CREDIT, cny("2.24")))),
                new DividendDeclared(CLOSE, R, PAYER, cny("0.07"), 3, 96, cny("2.24"), 5, true, false),
                new MoneyPosted(
                        2,
                        PostingReason.DIVIDEND_FUNDED,
                        List.of(
                                new PostingLeg(AccountKind.TRADING, PAYER, 0, 0, DEBIT, cny("2.24")),
                                new PostingLeg(AccountKind.DIVIDEND, PAYER, 0, 0, CREDIT, cny("2.24")))));
        tape.at(
                RECORD,
                new HoldersRecorded(CLOSE, R, BookClosePurpose.DIVIDEND, 2, 96),
                new DividendAllotted(CLOSE, R, BO, 44, 20, cny("1.03"), cny("0.47")),
                new MoneyPosted(
                        3,
                        PostingReason.DIVIDEND_ALLOTTED,
                        List.of(
                                new PostingLeg(AccountKind.DIVIDEND, PAYER, 0, 0, DEBIT, cny("1.03")),
                                new PostingLeg(AccountKind.PAYABLE, BO, 0, 0, CREDIT, cny("0.56")),
                                new PostingLeg(AccountKind.DIVIDEND, BO, 0, 0, CREDIT, cny("0.47")))),
                due(1, BO, "0.56"),
                new DividendAllotted(CLOSE, R, CY, 52, 0, cny("1.21"), cny("0.00")),
                new MoneyPosted(
                        4,
                        PostingReason.DIVIDEND_ALLOTTED,
                        List.of(
                                new PostingLeg(AccountKind.DIVIDEND, PAYER, 0, 0, DEBIT, cny("1.21")),
                                new PostingLeg(AccountKind.PAYABLE, CY, 0, 0, CREDIT, cny("1.21")))),
                due(2, CY, "1.21"));
        return tape;
    }

    private static PaymentDue due(long payment, long party, String amount) {
        return new PaymentDue(payment, PaymentKind.DIVIDEND, party, 0, cny(amount), nanos("2026-03-27T17:00:00"));
    }
}
