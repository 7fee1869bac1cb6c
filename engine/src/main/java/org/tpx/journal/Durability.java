package org.tpx.journal;

/** What a turn must have survived before anyone hears of it. */
public enum Durability {
    /** The turn is on the disk: it survives a power cut. */
    SYNCED,
    /** The turn is in the page cache: it survives a killed process, not a power cut. */
    APPENDED
}
