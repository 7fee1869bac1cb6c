package org.tpx.protocol;

/** Whose consent a transfer or a licence may need. */
public enum ConsentKind {
    /** A co-owner of the right, to its transfer (Patent Law Art. 14). */
    CO_OWNER,
    /** The holder of a pledge over the right, to its transfer (Civil Code Art. 444). */
    PLEDGEE,
    /** A co-owner of the right, to an open licence: all owners declare it together. */
    LICENCE_CO_OWNER,
    /** The holder of a pledge over the right, to licences (Civil Code Art. 444). */
    LICENCE_PLEDGEE,
    /** A co-owner of the right, to its pledge. */
    PLEDGE_CO_OWNER
}
