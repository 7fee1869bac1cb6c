package org.tpx.protocol;

/** Where an auction stands (machine 9.3); a halt is kept beside it. */
public enum AuctionPhase {
    SCHEDULED,
    FREE,
    LIMITED,
    DETERMINED,
    FAILED,
    VOID
}
