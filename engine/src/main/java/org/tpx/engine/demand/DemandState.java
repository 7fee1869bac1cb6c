package org.tpx.engine.demand;

/**
 * Where a demand stands.
 *
 * <pre>
 *  SUBMITTED --PublishDemand [award paid in, or guaranteed]--> OPEN
 *  OPEN      --T:demand (the end for answers)--> OPENING, or CLOSED where nobody answered
 *  OPENING   --T:demand, or the last answer is opened--> JUDGING, or CLOSED where none was opened
 *  JUDGING   --AwardDemand--> CLOSED, or AWARDED where the award is still to be paid in
 *            --AcceptTermSheet--> AGREED                     --T:demand: nobody is chosen--> CLOSED
 *  AWARDED   --FundDemand--> CLOSED                          --T:demand: the guarantee is called--> AWARDED
 *  AGREED    --RegisterPledge--> PLEDGED
 *  SUBMITTED, OPEN, OPENING, JUDGING --CancelDemand--> CANCELLED
 * </pre>
 *
 * What was paid in and not awarded goes back to the poster when the demand is CLOSED or CANCELLED.
 */
enum DemandState {
    SUBMITTED,
    OPEN,
    OPENING,
    JUDGING,
    AWARDED,
    AGREED,
    CLOSED,
    PLEDGED,
    CANCELLED;

    boolean isBefore(DemandState other) {
        return compareTo(other) < 0;
    }

    /** Whether it is decided, one way or the other. */
    boolean isDecided() {
        return compareTo(AWARDED) >= 0;
    }
}
