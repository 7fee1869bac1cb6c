package org.tpx.protocol;

/** One person named in the founding command. */
public record Founder(
        @Field(value = "the person's code", declares = Ref.PRINCIPAL, maxLength = 40) String code,
        @Field("what the person may do") Role role) {}
