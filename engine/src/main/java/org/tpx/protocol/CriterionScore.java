package org.tpx.protocol;

/** The weighted score of one bidder by one criterion: the mean over the committee, of all full marks. */
public record CriterionScore(
        @Field("the criterion, 1 for the first of the notice") int criterion,
        @Field("its score, in parts per million of full marks") int scorePpm) {}
