package org.tpx.protocol;

/** What a poster asks for. */
public enum DemandKind {
    /** A solution to a problem, for an award. */
    SOLUTION,
    /** Credit, secured by a pledge of a right. */
    FINANCE
}
