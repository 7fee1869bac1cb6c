package org.tpx.engine.custody;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.BookClosePurpose;
import org.tpx.protocol.CustodyEvent.BookCloseAnnounced;
import org.tpx.protocol.CustodyEvent.DividendDeclared;
import org.tpx.protocol.SystemCommand;

/** The time before a general meeting or the record date of a dividend in which a register does not change, and the dividend itself. */
final class BookClose implements Snapshot.Part {

    /** Where a closing stands: to come or running, then one of the two ends. */
    enum State {
        OPEN,
        RECORDED,
        CANCELLED
    }

    private Record announced = new SystemCommand.Continue();
    private Record dividend = new SystemCommand.Continue();
    private State state = State.OPEN;
    private long timerId;
    private final List<DividendPart> parts = new ArrayList<>();

    BookClose() {}

    BookClose(BookCloseAnnounced announced, long timerId) {
        this.announced = announced;
        this.timerId = timerId;
    }

    BookCloseAnnounced announced() {
        return (BookCloseAnnounced) announced;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isClosed(long timeNanos) {
        return isOpen()
                && announced().fromNanos() <= timeNanos
                && timeNanos < announced().recordNanos();
    }

    boolean isDividend() {
        return announced().purpose() == BookClosePurpose.DIVIDEND;
    }

    long timerId() {
        return timerId;
    }

    void end(State last) {
        Invariant.check(isOpen(), "a closing ends twice", announced().bookCloseId());
        state = last;
        timerId = 0;
    }

    DividendDeclared dividend() {
        return (DividendDeclared) dividend;
    }

    void declare(DividendDeclared declared) {
        dividend = declared;
    }

    /** What each holder gets, in the order of their identities; those who are paid in full are forgotten. */
    List<DividendPart> parts() {
        return parts;
    }

    /** What is held back of the dividend of a party, or null where there is nothing. */
    @Nullable
    DividendPart held(long partyId) {
        for (DividendPart part : parts) {
            if (part.partyId() == partyId && part.heldMinor() > 0) {
                return part;
            }
        }
        return null;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        announced = snapshot.message(announced);
        dividend = snapshot.message(dividend);
        state = snapshot.constant(state);
        timerId = snapshot.number(timerId);
        snapshot.parts(parts, DividendPart::new);
    }
}
