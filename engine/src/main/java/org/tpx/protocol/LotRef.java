package org.tpx.protocol;

/** Names one lot of a catalogue by its listing. */
public record LotRef(
        @Field(value = "the lot's listing", ref = Ref.LISTING) long listingId) {}
