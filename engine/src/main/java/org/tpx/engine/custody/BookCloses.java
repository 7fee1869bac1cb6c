package org.tpx.engine.custody;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.protocol.BookClosePurpose;
import org.tpx.protocol.CustodyCommand.AnnounceMeeting;
import org.tpx.protocol.CustodyCommand.CancelBookClose;
import org.tpx.protocol.CustodyEvent.BookCloseAnnounced;
import org.tpx.protocol.CustodyEvent.BookCloseCancelled;
import org.tpx.protocol.CustodyEvent.HoldersRecorded;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/**
 * When registers are closed: so many calendar days before a general meeting or the record date of a dividend nobody's holding changes
 * (Company Law Art. 159), and at that instant the holders count. The days before must all be to come when it is announced, so that
 * no change lies in them already.
 */
public final class BookCloses {

    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Foundation foundation;
    private final ShareRegisters registers;
    private final Dividends dividends;
    private final Table<BookClose> closes;

    BookCloses(Foundation foundation, ShareRegisters registers, Dividends dividends, Table<BookClose> closes) {
        this.foundation = foundation;
        this.registers = registers;
        this.dividends = dividends;
        this.closes = closes;
    }

    /** Causes BookCloseAnnounced. */
    public void announceMeeting(Turn turn, AnnounceMeeting command) {
        RejectReason reason = foundation.members().access().role(turn, ShareRegisters.CLERK);
        ShareRegister register = registers.find(command.registerId());
        if (reason == null) {
            reason = refusalOfMeeting(turn, command, register);
        }
        if (reason != null || register == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.registerId());
            return;
        }
        announce(turn, register, BookClosePurpose.GENERAL_MEETING, command.meetingNanos());
    }

    /** Causes BookCloseCancelled, and MoneyPosted where a dividend was paid in. */
    public void cancel(Turn turn, CancelBookClose command) {
        RejectReason reason = foundation.members().access().role(turn, SUPERVISOR);
        BookClose close = closes.find(command.bookCloseId());
        if (reason == null && close == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && close != null && !close.isOpen()) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || close == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.bookCloseId());
            return;
        }
        foundation.timers().cancel(close.timerId());
        end(close, BookClose.State.CANCELLED);
        turn.emit(
                new BookCloseCancelled(command.bookCloseId(), close.announced().registerId(), command.reason()));
        if (close.isDividend()) {
            dividends.giveBack(turn, close);
        }
    }

    /** T:shareRecord: causes HoldersRecorded, and for a dividend DividendAllotted and what follows for each holder. */
    public void onTimer(Turn turn, long bookCloseId) {
        BookClose close = closes.get(bookCloseId);
        ShareRegister register = registers.get(close.announced().registerId());
        end(close, BookClose.State.RECORDED);
        int holders = (int) register.holdings().stream()
                .filter(holding -> holding.shares() > 0)
                .count();
        turn.emit(new HoldersRecorded(
                bookCloseId, register.id(), close.announced().purpose(), holders, register.totalShares()));
        if (close.isDividend()) {
            dividends.allot(register, close);
        }
    }

    /** Causes BookCloseAnnounced. */
    BookClose announce(Turn turn, ShareRegister register, BookClosePurpose purpose, long recordNanos) {
        long id = closes.nextId();
        BookCloseAnnounced announced = new BookCloseAnnounced(
                id, register.id(), purpose, fromNanos(register, purpose, recordNanos), recordNanos);
        long timerId = foundation.timers().set(TimerKind.SHARE_RECORD, 0, id, recordNanos);
        register.openCloses().add(closes.add(new BookClose(announced, timerId)));
        turn.emit(announced);
        return closes.get(id);
    }

    /** Whether the days before this instant have begun already. */
    boolean isTooShort(Turn turn, ShareRegister register, BookClosePurpose purpose, long recordNanos) {
        return recordNanos <= turn.timeNanos() || fromNanos(register, purpose, recordNanos) < turn.timeNanos();
    }

    private long fromNanos(ShareRegister register, BookClosePurpose purpose, long recordNanos) {
        int days = purpose == BookClosePurpose.DIVIDEND
                ? registers.profile(register).dividendCloseDays()
                : registers.profile(register).meetingCloseDays();
        return foundation.calendars().get(register.calendarId()).startOfDayBefore(recordNanos, days);
    }

    private @Nullable RejectReason refusalOfMeeting(
            Turn turn, AnnounceMeeting command, @Nullable ShareRegister register) {
        if (register == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOver(turn.timeNanos())) {
            return RejectReason.CUSTODY_OVER;
        }
        if (command.document().isAbsent()) {
            return RejectReason.DOCUMENT_MISSING;
        }
        boolean tooShort = isTooShort(turn, register, BookClosePurpose.GENERAL_MEETING, command.meetingNanos());
        return tooShort ? RejectReason.PERIOD_TOO_SHORT : null;
    }

    private void end(BookClose close, BookClose.State last) {
        close.end(last);
        registers.get(close.announced().registerId()).openCloses().remove(close);
    }

    /** Writes or reads all closings; the registers are read before. */
    void exchange(Snapshot snapshot) {
        closes.exchange(snapshot);
        if (snapshot.isReading()) {
            for (BookClose close : closes) {
                if (close.isOpen()) {
                    registers.get(close.announced().registerId()).openCloses().add(close);
                }
            }
        }
    }
}
