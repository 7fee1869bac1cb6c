package org.tpx.host;

/**
 * The first place where a replay came to another result than the journal holds.
 *
 * @param sequence the turn
 * @param ordinal the event's place in its turn, from 0
 * @param recorded the event as the journal has it, or "nothing" where it has no such event
 * @param executed the event as the replay made it, or "nothing"; or how the state machine stopped
 */
public record Difference(long sequence, int ordinal, String recorded, String executed) {

    /** As one sentence. */
    public String sentence() {
        return "Turn " + sequence + ", event " + ordinal + ": the journal has " + recorded + ", the replay made "
                + executed + ".";
    }
}
