package org.tpx.protocol;

/** What becomes of an open licence above the price guide. */
public enum GuideForce {
    /** It may stand; the record says that it exceeds the guide. */
    WARN,
    /** It is refused. */
    REFUSE
}
