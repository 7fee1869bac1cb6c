package org.tpx.protocol;

/** What the last evaluation in a dimension found. */
public record DimensionScore(
        @Field("the dimension") EvaluationDimension dimension,
        @Field(value = "points", max = 100) int score) {}
