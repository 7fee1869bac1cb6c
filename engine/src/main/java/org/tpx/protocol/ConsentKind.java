package org.tpx.protocol;

/** Whose consent a transfer may need. */
public enum ConsentKind {
    /** A co-owner of the right (Patent Law Art. 14). */
    CO_OWNER,
    /** The holder of a pledge over the right (Civil Code Art. 444). */
    PLEDGEE
}
