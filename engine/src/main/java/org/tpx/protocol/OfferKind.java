package org.tpx.protocol;

/** What an offer gives to everyone who takes it up (sections 4.1 and 4.3). */
public enum OfferKind {
    /** A patent's open licence: to anyone, at the marked price, with no exclusive licence beside it (Patent Law Art. 50, 51). */
    OPEN_LICENCE,
    /** Another ordinary licence at a marked price, capped or not, open to all or under a plate. */
    ORDINARY_LICENCE
}
