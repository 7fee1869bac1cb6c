package org.tpx.protocol;

/** One working day of a business calendar. */
public record WorkingDay(
        @Field("opening instant") long openNanos,
        @Field("close of business; periods in working days end here") long closeNanos) {}
