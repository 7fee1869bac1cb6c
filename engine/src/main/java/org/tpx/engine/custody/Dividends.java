package org.tpx.engine.custody;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.engine.money.TradingAccount;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.BookClosePurpose;
import org.tpx.protocol.Currency;
import org.tpx.protocol.CustodyCommand.ProposeDividend;
import org.tpx.protocol.CustodyCommand.ProposeDividendRelease;
import org.tpx.protocol.CustodyEvent.DividendAllotted;
import org.tpx.protocol.CustodyEvent.DividendDeclared;
import org.tpx.protocol.CustodyEvent.DividendReleased;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;

/**
 * Dividends: declared on so many shares and paid in by two people, allotted to those who hold shares at the record date. The sum on all
 * shares is exact but for a part of a minor unit, and is divided by largest remainder. What is pledged or frozen then is held back,
 * where the dividend says so, until two people decide who gets it.
 */
public final class Dividends {

    private final Foundation foundation;
    private final ShareRegisters registers;
    private final Table<BookClose> closes;
    private final BookCloses bookCloses;
    private final int work;

    Dividends(Foundation foundation, ShareRegisters registers) {
        this.foundation = foundation;
        this.registers = registers;
        closes = new Table<>(BookClose::new);
        bookCloses = new BookCloses(foundation, registers, this, closes);
        work = foundation.backlog().register(this::payNext);
    }

    /** When registers are closed. */
    BookCloses bookCloses() {
        return bookCloses;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeDividend command) {
        RejectReason obstacle = obstacle(turn, command);
        registers.propose(turn, command.proposal(), ProposalKind.DIVIDEND, command, obstacle, command.registerId());
    }

    /** Causes ProposalMade. */
    public void proposeRelease(Turn turn, ProposeDividendRelease command) {
        RejectReason obstacle = obstacle(command);
        registers.propose(turn, command.proposal(), ProposalKind.DIVIDEND, command, obstacle, command.bookCloseId());
    }

    /** Why this dividend cannot be declared now, or null. */
    @Nullable
    RejectReason obstacle(Turn turn, ProposeDividend command) {
        ShareRegister register = registers.find(command.registerId());
        if (register == null || !registers.isParty(command.payerId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (bookCloses.isTooShort(turn, register, BookClosePurpose.DIVIDEND, command.recordNanos())) {
            return RejectReason.PERIOD_TOO_SHORT;
        }
        BigInteger total = total(register, command);
        boolean sound = total.signum() > 0 && total.bitLength() < Long.SIZE && total.longValue() <= Money.MAX_MINOR;
        if (register.hasOpenDividend() || !sound) {
            return RejectReason.NOT_ALLOWED;
        }
        if (command.amount().currency() != registers.profile(register).currency()) {
            return RejectReason.CURRENCY;
        }
        TradingAccount account = foundation
                .accounts()
                .trading()
                .find(command.payerId(), command.amount().currency());
        boolean covered = account != null && total.longValue() <= account.availableMinor();
        return covered ? null : RejectReason.CREDIT;
    }

    /** Why nothing held back can be paid out so now, or null: to the holder itself only once nothing weighs on its shares. */
    @Nullable
    RejectReason obstacle(ProposeDividendRelease command) {
        BookClose close = closes.find(command.bookCloseId());
        boolean known = registers.isParty(command.partyId()) && registers.isParty(command.payeeId());
        if (close == null || !close.isDividend() || !known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (close.held(command.partyId()) == null) {
            return RejectReason.NOT_ALLOWED;
        }
        return command.payeeId() == command.partyId() ? weighing(close, command.partyId()) : null;
    }

    private @Nullable RejectReason weighing(BookClose close, long partyId) {
        ShareWeights weights = registers.get(close.announced().registerId()).weights();
        if (close.dividend().holdsPledged() && weights.pledged(partyId) > 0) {
            return RejectReason.SHARES_PLEDGED;
        }
        return close.dividend().holdsFrozen() && weights.frozen(partyId) > 0 ? RejectReason.SHARES_FROZEN : null;
    }

    /** Two people decided so: causes BookCloseAnnounced, DividendDeclared, and MoneyPosted: the money waits for its record date. */
    void declare(Turn turn, ProposeDividend command) {
        ShareRegister register = registers.get(command.registerId());
        BookClose close = bookCloses.announce(turn, register, BookClosePurpose.DIVIDEND, command.recordNanos());
        Money total = Money.ofMinor(
                total(register, command).longValueExact(), command.amount().currency());
        DividendDeclared declared = new DividendDeclared(
                close.announced().bookCloseId(),
                register.id(),
                command.payerId(),
                command.amount(),
                command.perShares(),
                register.totalShares(),
                total,
                command.paymentDays(),
                command.holdsPledged(),
                command.holdsFrozen());
        close.declare(declared);
        turn.emit(declared);
        foundation
                .ledger()
                .posting(PostingReason.DIVIDEND_FUNDED)
                .debit(AccountKind.TRADING, command.payerId(), 0, 0, total)
                .credit(AccountKind.DIVIDEND, command.payerId(), 0, 0, total)
                .post(turn);
    }

    /** Two people decided so: causes DividendReleased, MoneyPosted and PaymentDue. */
    void release(Turn turn, ProposeDividendRelease command) {
        BookClose close = closes.get(command.bookCloseId());
        DividendPart part = close.held(command.partyId());
        if (part == null) {
            return;
        }
        Money held = money(close, part.heldMinor());
        part.release();
        close.parts().remove(part);
        turn.emit(new DividendReleased(command.bookCloseId(), command.partyId(), command.payeeId(), held));
        foundation
                .ledger()
                .posting(PostingReason.DIVIDEND_RELEASED)
                .debit(AccountKind.DIVIDEND, command.partyId(), 0, 0, held)
                .credit(AccountKind.PAYABLE, command.payeeId(), 0, 0, held)
                .post(turn);
        due(turn, close, command.payeeId(), held);
    }

    /** A dividend was cancelled: its money is the payer's for trading again. */
    void giveBack(Turn turn, BookClose close) {
        DividendDeclared declared = close.dividend();
        foundation
                .ledger()
                .posting(PostingReason.DIVIDEND_CANCELLED)
                .debit(AccountKind.DIVIDEND, declared.payerId(), 0, 0, declared.total())
                .credit(AccountKind.TRADING, declared.payerId(), 0, 0, declared.total())
                .post(turn);
    }

    /** The record date has come: what each holder gets is reckoned at once, and told and booked holder by holder. */
    void allot(ShareRegister register, BookClose close) {
        List<Holding> holders = register.holdings().stream()
                .filter(holding -> holding.shares() > 0)
                .toList();
        long[] weights = holders.stream().mapToLong(Holding::shares).toArray();
        long[] amounts = LargestRemainder.divide(close.dividend().total().minor(), weights);
        for (int i = 0; i < amounts.length; i++) {
            close.parts().add(part(register, close.dividend(), holders.get(i), amounts[i]));
        }
        foundation.backlog().add(work, close.announced().bookCloseId());
    }

    private static DividendPart part(
            ShareRegister register, DividendDeclared declared, Holding holding, long amountMinor) {
        long pledged = declared.holdsPledged() ? register.weights().pledged(holding.partyId()) : 0;
        long frozen = declared.holdsFrozen() ? register.weights().frozen(holding.partyId()) : 0;
        long heldShares = Math.min(holding.shares(), pledged + frozen);
        return new DividendPart(
                holding.partyId(),
                holding.shares(),
                heldShares,
                amountMinor,
                portion(amountMinor, heldShares, holding.shares()));
    }

    // What is held back is security for others, so a part of a minor unit counts as one.
    private static long portion(long amountMinor, long shares, long ofShares) {
        return BigInteger.valueOf(amountMinor)
                .multiply(BigInteger.valueOf(shares))
                .add(BigInteger.valueOf(ofShares - 1))
                .divide(BigInteger.valueOf(ofShares))
                .longValueExact();
    }

    private long payNext(Turn turn, long bookCloseId, long cursor) {
        BookClose close = closes.get(bookCloseId);
        if (cursor >= close.parts().size()) {
            close.parts().removeIf(part -> part.heldMinor() == 0);
            return Backlog.DONE;
        }
        pay(turn, close, close.parts().get((int) cursor));
        return cursor + 1;
    }

    private void pay(Turn turn, BookClose close, DividendPart part) {
        DividendDeclared declared = close.dividend();
        Money amount = money(close, part.amountMinor());
        Money held = money(close, part.heldMinor());
        turn.emit(new DividendAllotted(
                declared.bookCloseId(),
                declared.registerId(),
                part.partyId(),
                part.shares(),
                part.heldShares(),
                amount,
                held));
        foundation
                .ledger()
                .posting(PostingReason.DIVIDEND_ALLOTTED)
                .debit(AccountKind.DIVIDEND, declared.payerId(), 0, 0, amount)
                .credit(AccountKind.PAYABLE, part.partyId(), 0, 0, amount.minus(held))
                .credit(AccountKind.DIVIDEND, part.partyId(), 0, 0, held)
                .post(turn);
        due(turn, close, part.partyId(), amount.minus(held));
    }

    // Like all money of trading it belongs to no listing, so a later calendar counts it on the first one.
    private void due(Turn turn, BookClose close, long partyId, Money amount) {
        if (amount.isZero()) {
            return;
        }
        int days = close.dividend().paymentDays();
        long calendarId = registers.get(close.announced().registerId()).calendarId();
        long dueNanos = foundation
                .calendars()
                .get(calendarId)
                .closeOfWorkingDay(turn.timeNanos(), days, PeriodCounting.EXCLUDE_START);
        foundation.payments().dueInDays(turn, PaymentKind.DIVIDEND, partyId, 0, amount, dueNanos, days);
    }

    private static BigInteger total(ShareRegister register, ProposeDividend command) {
        return BigInteger.valueOf(register.totalShares())
                .multiply(BigInteger.valueOf(command.amount().minor()))
                .divide(BigInteger.valueOf(command.perShares()));
    }

    private static Money money(BookClose close, long minor) {
        Currency currency = close.dividend().total().currency();
        return Money.ofMinor(minor, currency);
    }
}
