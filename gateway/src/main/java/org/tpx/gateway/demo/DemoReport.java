package org.tpx.gateway.demo;

import java.util.List;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.settlement.ledger.CashFlow;

/**
 * What a market day came to.
 *
 * @param note what the reader should know first
 * @param rows one for each story, in the order of the market
 * @param cash money in and out of the settlement account
 * @param ledgerDifference the settlement account less all that is owed from it
 * @param differences what the books reckon otherwise than the engine
 * @param turns the turns of the journal
 * @param events the events in them
 * @param journalBytes the bytes of all records
 * @param stateHash the state that the last turn left
 * @param elapsedNanos how long the day took to play, from the first command to the last durable turn
 */
public record DemoReport(
        String note,
        List<Row> rows,
        CashFlow cash,
        Money ledgerDifference,
        List<String> differences,
        long turns,
        long events,
        long journalBytes,
        Hash256 stateHash,
        long elapsedNanos) {

    /**
     * One listing, one offering of units, the trading in a series of them, or one demand.
     *
     * @param listing its code
     * @param right what was offered, by its number at the registry, or in words
     * @param story what happened, in words
     * @param ended how it ended
     * @param buyer the transferee, or how many bought units or got a part of an award; empty where there was none
     * @param price the price, for units and awards what was paid in all; {@link Money#NONE} where there was none
     * @param fees what the exchange earned on it, {@link Money#NONE} where nothing
     */
    public record Row(
            String listing, String right, String story, String ended, String buyer, Money price, Money fees) {}

    /** Whether the books balance and agree with the engine. */
    public boolean isBalanced() {
        return ledgerDifference.isZero() && differences.isEmpty();
    }

    /** Turns in a second. */
    public long turnsPerSecond() {
        return elapsedNanos == 0 ? 0 : Math.round(turns * 1e9 / elapsedNanos);
    }
}
