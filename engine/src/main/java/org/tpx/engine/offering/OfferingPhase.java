package org.tpx.engine.offering;

/** Where an offering stands; {@link Offering} draws how one follows from another. */
enum OfferingPhase {
    ANNOUNCED,
    OPEN,
    EXERCISE,
    ALLOTTING,
    RETURNING,
    OVER
}
