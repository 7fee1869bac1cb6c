package org.tpx.protocol;

/** The ladder of measures against a member (section 6.2). */
public enum Sanction {
    /** A written notice. */
    WARNING,
    /** A notice to all members. */
    CIRCULAR,
    /** No new business; open deals may be finished. */
    RESTRICT,
    /** No business for a term of at most six months. */
    SUSPEND,
    /** The membership ends. */
    EXPEL
}
