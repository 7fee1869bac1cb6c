package org.tpx.protocol;

/** One leg of a posting. Which of party, listing, deal and offering name the account depends on its kind. */
public record PostingLeg(
        @Field("kind of account") AccountKind account,
        @Field(value = "the party", optional = true, ref = Ref.PARTY) long partyId,
        @Field(value = "the listing", optional = true, ref = Ref.LISTING) long listingId,
        @Field(value = "the deal", optional = true, ref = Ref.DEAL) long dealId,
        @Field(value = "the offering", optional = true, ref = Ref.OFFERING) long offeringId,
        @Field("debit or credit") EntrySide side,
        @Field(value = "always positive", min = 1) Money amount) {

    /** A leg of an account that belongs to no offering. */
    public PostingLeg(AccountKind account, long partyId, long listingId, long dealId, EntrySide side, Money amount) {
        this(account, partyId, listingId, dealId, 0, side, amount);
    }
}
