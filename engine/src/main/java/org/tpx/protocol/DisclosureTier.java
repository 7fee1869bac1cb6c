package org.tpx.protocol;

/** How long a notice must stand, by listing price. */
public record DisclosureTier(
        @Field(value = "applies to listing prices below this; absent for the last tier", optional = true) Money below,
        @Field(value = "smallest number of working days", max = 400) int minimumDays) {}
