package org.tpx.settlement.ledger;

/**
 * Something that the books reckon otherwise than the journal says, or that the journal should say and does not.
 *
 * @param sequence the turn in which it was found
 * @param what what was looked at, as words
 * @param expected what the books reckon
 * @param found what the journal says
 */
public record LedgerDifference(long sequence, String what, String expected, String found) {

    /** As a sentence for a person: {@code turn 12: seller's fee of DEAL-3 is CNY 1.00, expected CNY 2.00}. */
    @Override
    public String toString() {
        return "turn " + sequence + ": " + what + " is " + found + ", expected " + expected;
    }
}
