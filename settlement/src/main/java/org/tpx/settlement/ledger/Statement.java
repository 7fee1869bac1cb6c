package org.tpx.settlement.ledger;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;

/**
 * Every leg booked on the accounts of a party, a listing or a deal up to a turn, in the order of the journal.
 *
 * @param subject whose accounts these are, by its code
 * @param sequence the last turn that is in it
 * @param lines one line a leg
 */
public record Statement(String subject, long sequence, List<Line> lines) {

    /**
     * One leg.
     *
     * @param sequence the turn
     * @param postingId the posting; 0 for a trade of units, which is its own posting
     * @param timeNanos when, UTC epoch nanoseconds
     * @param reason why: the name of a {@link org.tpx.protocol.PostingReason}, or {@code UNITS_TRADED}
     * @param account the account
     * @param side debit or credit
     * @param amount how much
     * @param balance what the account holds after it
     */
    public record Line(
            long sequence,
            long postingId,
            long timeNanos,
            String reason,
            AccountKey account,
            EntrySide side,
            Money amount,
            Money balance) {}

    /** What every account in it holds in the end, in the order of the accounts. */
    public SortedMap<AccountKey, Money> balances() {
        SortedMap<AccountKey, Money> balances = new TreeMap<>();
        lines.forEach(line -> balances.put(line.account(), line.balance()));
        return balances;
    }
}
