package org.tpx.protocol;

/** Why the exchange may spare somebody a service fee; a fee schedule says on which of these it does (section 5.2). */
public enum FeeWaiverGround {
    /** A programme of an authority pays for it, or asks for it. */
    PUBLIC_PROGRAMME,
    /** A university or a public research institute. */
    UNIVERSITY,
    SMALL_ENTERPRISE,
    HARDSHIP,
    /** The exchange makes good a fault of its own. */
    EXCHANGE_FAULT
}
