package org.tpx.protocol;

/** How the lots of a catalogue come under the hammer. */
public enum CatalogueManner {
    /** All auctions start at once. */
    TOGETHER,
    /** The auction of a lot starts when that of the one before is over, and a pause. */
    IN_TURN,
    /** One sale with bids on single lots and on packages of them, determined together. */
    PACKAGE
}
