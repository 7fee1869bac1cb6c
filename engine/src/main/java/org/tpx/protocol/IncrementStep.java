package org.tpx.protocol;

/** One step of an increment table: from this standing price on, the next bid must be higher by so much. */
public record IncrementStep(
        @Field("the standing price from which it holds") Money from,
        @Field(value = "by how much the next bid must exceed that price", min = 1) Money step) {}
