package org.tpx.engine.listing;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.IntentState;

/** One intended transferee of a listing (machine 9.2). */
public final class Intent implements Snapshot.Part {

    private long partyId;
    private long memberId;
    private boolean consentsToWait;
    private IntentState state = IntentState.REGISTERED;
    private int bidderNumber;
    private long depositTimerId;
    private boolean bidInFreePeriod;
    private boolean answersOnly;

    Intent() {}

    Intent(long partyId, long memberId, boolean consentsToWait) {
        this.partyId = partyId;
        this.memberId = memberId;
        this.consentsToWait = consentsToWait;
    }

    /** The party. */
    public long partyId() {
        return partyId;
    }

    /** The agent's member that registered it. */
    public long memberId() {
        return memberId;
    }

    /** Whether it agreed to wait as runner-up. */
    public boolean consentsToWait() {
        return consentsToWait;
    }

    /** Where it stands. */
    public IntentState state() {
        return state;
    }

    /** The number in its bidder code, 1 for the first that was admitted; 0 before. */
    public int bidderNumber() {
        return bidderNumber;
    }

    /** Bidder codes as the exchange writes them: BC-001 for the first. */
    public static String bidderCode(int number) {
        return Applications.numbered("BC-", number, 3);
    }

    /** Whether it bid in the free period. */
    public boolean hasBidInFreePeriod() {
        return bidInFreePeriod;
    }

    /** Remembers that it bid in the free period. */
    public void bidInFreePeriod() {
        bidInFreePeriod = true;
    }

    /** Whether it may bid or quote. */
    public boolean bids() {
        return state == IntentState.ADMITTED && !answersOnly;
    }

    /** Whether it holds a right of first refusal and answers the price that the others find, instead of bidding. */
    public boolean answersOnly() {
        return answersOnly;
    }

    void answersOnly(boolean answers) {
        answersOnly = answers;
    }

    /** The deposit became part of the price. */
    public void settle() {
        state = IntentState.SETTLED;
    }

    /** The contract fell through, and with it the conversion of the deposit. */
    public void unsettle() {
        state = IntentState.WINNER;
    }

    long depositTimerId() {
        return depositTimerId;
    }

    /** Whether it counts among the registrations at the end of the disclosure. */
    boolean stands() {
        return isUndecided() || state == IntentState.ADMITTED;
    }

    /** Whether the exchange, or the deposit, still has to decide on it. */
    boolean isUndecided() {
        return state == IntentState.REGISTERED || state == IntentState.AWAIT_DEPOSIT;
    }

    void become(IntentState next) {
        state = next;
    }

    void awaitDeposit(long timerId) {
        state = IntentState.AWAIT_DEPOSIT;
        depositTimerId = timerId;
    }

    void admit(int number) {
        state = IntentState.ADMITTED;
        bidderNumber = number;
        depositTimerId = 0;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        memberId = snapshot.number(memberId);
        consentsToWait = snapshot.flag(consentsToWait);
        state = snapshot.constant(state);
        bidderNumber = snapshot.number(bidderNumber);
        depositTimerId = snapshot.number(depositTimerId);
        bidInFreePeriod = snapshot.flag(bidInFreePeriod);
        answersOnly = snapshot.flag(answersOnly);
    }
}
