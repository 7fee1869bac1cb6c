package org.tpx.protocol;

/** Which price the applicants of an offering pay. */
public enum OfferingPricing {
    /** The one price that the offering names. */
    FIXED,
    /** One price for all: the limit at which the last unit offered finds an applicant; the floor where there are fewer. */
    UNIFORM,
    /** Each its own limit. */
    AS_BID
}
