package org.tpx.journal;

/**
 * What is wrong with the bytes of a turn record. {@link #NONE} is the only good value; the others are in the order in which
 * they are looked for.
 */
public enum Fault {
    /** The record is sound as far as it was looked at. */
    NONE("is sound"),
    /** Fewer bytes than the shortest record has. */
    TOO_SHORT("is shorter than any turn record"),
    /** The first four bytes are not "TPX1". */
    NOT_A_TURN("does not begin with TPX1"),
    /** The format version is higher than this release knows. */
    NEWER_FORMAT("has a newer format than this release reads"),
    /** The format version is one that no release wrote. */
    UNKNOWN_FORMAT("has a format that no release wrote"),
    /** The body's length does not fit the bytes at hand. */
    BODY_LENGTH("has a length that does not fit its place"),
    /** The command's length is negative, too large or does not fit the body. */
    COMMAND_LENGTH("has a command length that does not fit its body"),
    /** The number of events is negative or too large. */
    EVENT_COUNT("has an impossible number of events"),
    /** An event's length is negative or does not fit the body. */
    EVENT_LENGTH("has an event length that does not fit its body"),
    /** The events do not end where the body ends. */
    EVENTS_END("has events that do not end where its body ends"),
    /** A byte that the format fixes to zero is not zero. */
    PADDING("has a non-zero byte where the format has padding"),
    /** The CRC32C does not match body and chain. */
    CRC("does not match its CRC32C"),
    /** The recorded root does not match the command and events. */
    EVENTS_ROOT("has a root that does not match its command and events"),
    /** The recorded chain does not follow from the chain before and this record's leaf. */
    CHAIN("does not continue the hash chain"),
    /** The sequence is not the one after the record before. */
    SEQUENCE("is out of sequence"),
    /** The time is before the time of the record before. */
    TIME("is earlier than the turn before it"),
    /** The epoch is lower than that of the record before. */
    EPOCH("has a lower epoch than the turn before it");

    private final String phrase;

    Fault(String phrase) {
        this.phrase = phrase;
    }

    /** The fault as the end of a sentence whose subject is the record. */
    public String phrase() {
        return phrase;
    }
}
