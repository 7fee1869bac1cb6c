package org.tpx.protocol;

/** Whether the starting day counts (Civil Code Art. 201). */
public enum PeriodCounting {
    /** The day after is the first. */
    EXCLUDE_START,
    /** The starting day is the first. */
    INCLUDE_START
}
