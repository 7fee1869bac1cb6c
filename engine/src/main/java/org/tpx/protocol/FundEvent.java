package org.tpx.protocol;

/** What the income of rights and funds is shared by. */
public sealed interface FundEvent extends Event {

    /** What a transfer cost its transferor is on record; a later record takes its place. */
    @Message(id = 1400, doc = "What a transfer cost its transferor is on record; a later record takes its place.")
    record TransferCostsRecorded(
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the costs, the exchange's fee not among them") Money costs)
            implements FundEvent {}
}
