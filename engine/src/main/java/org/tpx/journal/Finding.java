package org.tpx.journal;

import java.nio.file.Path;

/**
 * One thing that a scan of a journal found.
 *
 * @param severity what it means for the journal
 * @param file the file that it is in
 * @param position the byte in that file, -1 when it concerns the file as a whole
 * @param sequence the turn that it concerns, 0 when none
 * @param sentence what it is, for people
 */
public record Finding(Severity severity, Path file, long position, long sequence, String sentence) {

    /** What a finding means for the journal. */
    public enum Severity {
        /** Worth telling; nothing is wrong with the turns. */
        NOTE,
        /** The end was not completely written; nothing that was ever acknowledged is in it, and it can be cut. */
        TORN_TAIL,
        /** Turns that were durable are missing or changed; the journal must not be continued. */
        DAMAGE
    }

    /** The finding as one line: what, then where. */
    @Override
    public String toString() {
        String place = position < 0 ? "" : " at byte " + position;
        String turn = sequence == 0 ? "" : ", turn " + sequence;
        return severity + ": " + sentence + " (" + file.getFileName() + place + turn + ")";
    }
}
