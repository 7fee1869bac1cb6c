package org.tpx.settlement.register;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.BookClosePurpose;
import org.tpx.protocol.CustodyEvent.BookCloseAnnounced;
import org.tpx.protocol.CustodyEvent.BookCloseCancelled;
import org.tpx.protocol.CustodyEvent.HoldersRecorded;

/** When registers of shares are closed, and who held shares when it counted. */
public final class ShareCloses {
    private final Handle handle;
    private final ShareFindings findings;
    private final ShareHoldings holdings;
    private final ShareDividends dividends;

    ShareCloses(Handle handle, ShareFindings findings, ShareHoldings holdings, ShareDividends dividends) {
        this.handle = handle;
        this.findings = findings;
        this.holdings = holdings;
        this.dividends = dividends;
    }

    /** A register will be closed; no part of that time may lie behind. */
    public void announced(EntryPlace place, BookCloseAnnounced event) {
        findings.require(
                event.fromNanos() >= place.timeNanos() && event.recordNanos() >= event.fromNanos(),
                "closing " + event.bookCloseId(),
                "announced before it begins",
                "announced at " + place.timeNanos() + " for " + event.fromNanos());
        handle.execute(
                "INSERT INTO share_book_close (book_close_id, register_id, purpose, from_nanos, record_nanos, state,"
                        + " recorded_sequence) VALUES (?, ?, ?, ?, ?, 'OPEN', 0) ON CONFLICT DO NOTHING",
                event.bookCloseId(),
                event.registerId(),
                event.purpose(),
                event.fromNanos(),
                event.recordNanos());
    }

    /** A closing was cancelled. */
    public void cancelled(EntryPlace place, BookCloseCancelled event) {
        end(event.bookCloseId(), "CANCELLED", place.sequence());
        dividends.cancelled(event.bookCloseId());
    }

    /** The holders count now. */
    public void recorded(EntryPlace place, HoldersRecorded event) {
        String what = "closing " + event.bookCloseId() + ", ";
        findings.check(what + "holders", holdings.holders(event.registerId()), event.holders());
        findings.check(what + "shares in all", holdings.sum(event.registerId()), event.totalShares());
        findings.check(what + "instant", recordNanos(event.bookCloseId()), place.timeNanos());
        end(event.bookCloseId(), "RECORDED", place.sequence());
        if (event.purpose() == BookClosePurpose.DIVIDEND) {
            dividends.reckon(event.bookCloseId());
        }
    }

    /** Something changed a holder: no closing of the register may run. */
    void checkOpen(EntryPlace place, long registerId) {
        long running = handle.select(
                        "SELECT COUNT(*) FROM share_book_close WHERE register_id = ? AND state = 'OPEN'"
                                + " AND from_nanos <= ? AND record_nanos > ?",
                        registerId,
                        place.timeNanos(),
                        place.timeNanos())
                .mapTo(Long.class)
                .one();
        findings.check("register of shares " + registerId + ", closings that run at a change", 0, running);
    }

    private long recordNanos(long bookCloseId) {
        return handle.select("SELECT record_nanos FROM share_book_close WHERE book_close_id = ?", bookCloseId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private void end(long bookCloseId, String state, long sequence) {
        handle.execute(
                "UPDATE share_book_close SET state = ?, recorded_sequence = ? WHERE book_close_id = ?",
                state,
                sequence,
                bookCloseId);
    }
}
