package org.tpx.protocol;

/** What a winning bid pays for one of its lots. */
public record LotPrice(
        @Field(value = "the lot's listing", ref = Ref.LISTING) long listingId,
        @Field("its share of the bid") Money price) {}
