package org.tpx.protocol;

/** Who rescinded a contract. */
public enum RescissionGround {
    COURT,
    ARBITRATION,
    /** The two sides, by agreement. */
    AGREEMENT
}
