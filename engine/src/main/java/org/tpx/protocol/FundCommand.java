package org.tpx.protocol;

/** What the income of rights and funds is shared by (sections 3 and 5). */
public sealed interface FundCommand extends Command {

    /** Records what a transfer cost its transferor in all, so that its net income is known; a later record takes its place. */
    @Message(id = 275, doc = "Records what a transfer cost its transferor in all, so that its net income is known; a later record takes its place.")
    record RecordTransferCosts(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the costs, the exchange's fee not among them") Money costs,
            @Field("digest of the account") Hash256 document)
            implements FundCommand {}
}
