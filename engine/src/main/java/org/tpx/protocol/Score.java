package org.tpx.protocol;

/** The points that one seat of a committee gives one bidder by one criterion. */
public record Score(
        @Field(value = "number in the bidder code, 1 for BC-001", min = 1) int bidderNumber,
        @Field(value = "the criterion, 1 for the first of the notice", min = 1) int criterion,
        @Field(value = "the points, of 100", max = 100) int points) {}
