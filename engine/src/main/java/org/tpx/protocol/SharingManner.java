package org.tpx.protocol;

/** How several holders of equal rank who all take the price share what is sold. */
public enum SharingManner {
    /** As they agreed. */
    AGREEMENT,
    /** In proportion to what they hold. */
    PRO_RATA
}
