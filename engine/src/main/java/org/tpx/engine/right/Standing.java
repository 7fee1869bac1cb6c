package org.tpx.engine.right;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.RegisterCommand.RecordRightStatus;
import org.tpx.protocol.RightStanding;

/** Where a right stands, as far as it was recorded; 0 for an instant that was not. */
final class Standing implements Snapshot.Part {
    private boolean recorded;
    private RightStanding standing = RightStanding.PENDING;
    private long termEndsNanos;
    private long feesPaidUntilNanos;
    private boolean invalidityPending;
    private boolean sameDayInvention;

    void record(RecordRightStatus status) {
        recorded = true;
        standing = status.standing();
        termEndsNanos = status.termEndsNanos();
        feesPaidUntilNanos = status.feesPaidUntilNanos();
        invalidityPending = status.invalidityPending();
        sameDayInvention = status.sameDayInvention();
    }

    /** Whether it is on record that the right ended or was declared invalid. */
    boolean isOver() {
        return standing == RightStanding.ENDED || standing == RightStanding.INVALIDATED;
    }

    /** The same, or its term is over by then. */
    boolean isOverAt(long nanos) {
        return isOver() || endsBefore(nanos + 1);
    }

    boolean isGranted() {
        return recorded && standing != RightStanding.PENDING;
    }

    boolean areFeesPaidAt(long nanos) {
        return feesPaidUntilNanos > nanos;
    }

    /** Whether its term, where one is known, ends before that instant. */
    boolean endsBefore(long nanos) {
        return termEndsNanos != 0 && termEndsNanos < nanos;
    }

    boolean isInvalidityPending() {
        return invalidityPending;
    }

    boolean isSameDayInvention() {
        return sameDayInvention;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        recorded = snapshot.flag(recorded);
        standing = snapshot.constant(standing);
        termEndsNanos = snapshot.number(termEndsNanos);
        feesPaidUntilNanos = snapshot.number(feesPaidUntilNanos);
        invalidityPending = snapshot.flag(invalidityPending);
        sameDayInvention = snapshot.flag(sameDayInvention);
    }
}
