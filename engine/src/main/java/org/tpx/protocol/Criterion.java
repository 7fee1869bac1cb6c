package org.tpx.protocol;

/** One criterion besides the price, scored by the committee with up to 100 points. */
public record Criterion(
        @Field(value = "its weight; all weights sum to 100", min = 1, max = 99) int weight,
        @Field(value = "what is scored, in words", maxLength = 200) String name) {}
