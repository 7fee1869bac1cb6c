package org.tpx.protocol;

/** The kind of a membership. */
public enum MembershipClass {
    /** Acts for clients. */
    BROKER,
    /** Appraisers, lawyers, auditors. */
    PROFESSIONAL_SERVICE,
    /** Trades for itself. */
    TRADER
}
