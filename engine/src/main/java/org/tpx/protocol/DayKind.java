package org.tpx.protocol;

/** Which days a period counts. */
public enum DayKind {
    /** Working days of the calendar; the period ends at a close of business. */
    WORKING,
    /** All days; the period ends at 24:00, on the next working day where the last one is none (Civil Code Art. 203). */
    CALENDAR
}
