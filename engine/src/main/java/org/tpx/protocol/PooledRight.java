package org.tpx.protocol;

/** Names one right of a pool. */
public record PooledRight(
        @Field(value = "the right", ref = Ref.RIGHT) long rightId) {}
