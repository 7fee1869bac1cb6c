package org.tpx.settlement.ledger;

/** Told of everything that the books expected otherwise than the journal says. */
@FunctionalInterface
public interface DifferenceListener {

    /**
     * A check failed. What the journal says was booked all the same, so that the books show what happened.
     *
     * @param what what was looked at, as words: {@code seller's fee of DEAL-3}
     * @param expected what the books reckon
     * @param found what the journal says
     */
    void onDifference(String what, String expected, String found);
}
