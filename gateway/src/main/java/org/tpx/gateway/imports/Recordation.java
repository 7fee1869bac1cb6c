package org.tpx.gateway.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of recordations.
 *
 * @param line where it stands
 * @param reelFrame its name, as 018247/0405
 * @param recorded when it was recorded
 * @param executed when the deed was executed, or null where the row does not say
 * @param words what it is, as recorded
 * @param conveyance what that means
 * @param assignors who conveys, as recorded
 * @param assignees to whom, as recorded
 * @param rights the codes of the rights concerned: patents, and applications where the row names no patent
 * @param purged whether the record was purged
 */
record Recordation(
        long line,
        String reelFrame,
        LocalDate recorded,
        @Nullable LocalDate executed,
        String words,
        Conveyance conveyance,
        List<String> assignors,
        List<String> assignees,
        List<String> rights,
        boolean purged) {

    /** The deed as the register names it. */
    String instrument() {
        return "USPTO " + reelFrame;
    }

    /** Whether the other row says the same of the same recordation. */
    boolean repeats(Recordation other) {
        return recorded.equals(other.recorded)
                && words.equals(other.words)
                && assignors.equals(other.assignors)
                && assignees.equals(other.assignees)
                && rights.equals(other.rights);
    }
}
