package org.tpx.host;

import java.util.Optional;
import org.tpx.protocol.Hash256;

/**
 * What a replay found.
 *
 * @param firstSequence the first turn carried out
 * @param lastSequence the last turn whose outcome was as recorded; the one before the first when there was none
 * @param events events compared
 * @param lastTimeNanos the time of the last turn, UTC epoch nanoseconds; 0 before the first turn
 * @param chain the chain of the last turn, the head of the journal's history
 * @param stateHash SHA-256 over the state that the last turn left; absent where an outcome differed
 * @param elapsedNanos how long it took
 * @param difference where the outcome differed first; empty when all was as recorded
 */
public record ReplayResult(
        long firstSequence,
        long lastSequence,
        long events,
        long lastTimeNanos,
        Hash256 chain,
        Hash256 stateHash,
        long elapsedNanos,
        Optional<Difference> difference) {

    /** Turns carried out with the recorded outcome. */
    public long turns() {
        return lastSequence - firstSequence + 1;
    }

    /** How many of them in a second. */
    public long turnsPerSecond() {
        return elapsedNanos == 0 ? 0 : Math.round(turns() * 1e9 / elapsedNanos);
    }

    /** Whether every outcome was as recorded. */
    public boolean isEqual() {
        return difference.isEmpty();
    }
}
