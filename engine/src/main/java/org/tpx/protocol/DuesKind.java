package org.tpx.protocol;

/** What a member pays the exchange for being one (section 6.2). */
public enum DuesKind {
    /** Once, at admission. */
    SEAT_FEE,
    /** For each calendar year. */
    ANNUAL_DUES
}
