package org.tpx.settlement.audit;

import org.tpx.journal.ScanReport;

/**
 * What a look at every byte of a journal found.
 *
 * @param report the findings and where the journal ends
 * @param elapsedNanos how long it took
 */
public record Verification(ScanReport report, long elapsedNanos) {

    /** The number of turns that are whole and chained. */
    public long turns() {
        return report.head().sequence();
    }

    /** How many of them were verified in a second. */
    public long turnsPerSecond() {
        return elapsedNanos == 0 ? 0 : Math.round(turns() * 1e9 / elapsedNanos);
    }

    /** Whether nothing durable is missing or changed. */
    public boolean isSound() {
        return report.isSound();
    }
}
