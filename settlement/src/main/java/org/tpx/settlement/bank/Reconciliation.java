package org.tpx.settlement.bank;

import java.util.List;
import org.tpx.protocol.Money;

/**
 * What the bank says lies on the settlement account against what the books say, at the end of a statement.
 *
 * @param statementId the statement
 * @param endNanos when it ends, UTC epoch nanoseconds
 * @param bank the closing balance
 * @param books the settlement account by the books at that instant
 * @param items every reason for which the two differ, each with its part; together they are the whole difference
 * @param waiting payments that were sent and that no statement shows; they explain nothing, since neither side has booked them
 */
public record Reconciliation(
        String statementId, long endNanos, Money bank, Money books, List<Item> items, List<BankTransfer> waiting) {

    /**
     * One named difference.
     *
     * @param what what it is, in a sentence
     * @param bankReference the bank's reference, or empty
     * @param amount by how much more the bank has for it than the books
     */
    public record Item(String what, String bankReference, Money amount) {}

    /** How much more the bank has than the books. */
    public Money difference() {
        return bank.minus(books);
    }

    /** What no item explains; zero unless the books contradict themselves. */
    public Money unexplained() {
        Money rest = difference();
        for (Item item : items) {
            rest = rest.minus(item.amount());
        }
        return rest;
    }

    /** Whether bank and books agree, item by item. */
    public boolean isZero() {
        return items.isEmpty() && difference().isZero();
    }
}
