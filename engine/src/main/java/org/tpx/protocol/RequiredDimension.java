package org.tpx.protocol;

/** Names a dimension in which a right must have been evaluated. */
public record RequiredDimension(
        @Field("the dimension") EvaluationDimension dimension) {}
