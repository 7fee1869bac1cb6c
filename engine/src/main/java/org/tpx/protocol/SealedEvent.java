package org.tpx.protocol;

/** What became of one-time sealed quotes. No amount is in any of these before two officers released their shares. */
public sealed interface SealedEvent extends Event {

    /** A draft says how sealed bids are taken, what the winner pays and how ties are broken. */
    @Message(id = 1240, doc = "A draft says how sealed bids are taken, what the winner pays and how ties are broken.")
    record SealedTermsSet(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("how often a bid may be replaced") int replacements,
            @Field("what the winner pays") PriceRule priceRule,
            @Field("who wins of equal best bids") TiePolicy tiePolicy,
            @Field(value = "how long those who tied may quote again; absent where they may not", optional = true) int requoteSeconds,
            @Field("how long the bids may be opened, and the seed of a lot awaited") int openingSeconds)
            implements SealedEvent {}

    /** The seed of a lot is committed. */
    @Message(id = 1241, doc = "The seed of a lot is committed.")
    record LotSeedCommitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("SHA-256 of the seed") Hash256 commitment)
            implements SealedEvent {}

    /** A bidder handed a sealed bid in; what it handed in before in this round no longer counts. */
    @Message(id = 1242, doc = "A bidder handed a sealed bid in; what it handed in before in this round no longer counts.")
    record SealedBidSubmitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("1 for the first quote, 2 for the one among those who tied") int round,
            @Field("how often it has replaced its bid in this round") int replacement,
            @Field("what the bid will be held to") Hash256 commitment,
            @Field(value = "amount and nonce, encrypted", maxLength = 4_000) String ciphertext)
            implements SealedEvent {}

    /** An officer released a share; with the second one the bids can be decrypted. */
    @Message(id = 1243, doc = "An officer released a share; with the second one the bids can be decrypted.")
    record ShareReleased(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the officer", ref = Ref.PRINCIPAL) long officerId,
            @Field("1 for the first quote, 2 for the one among those who tied") int round,
            @Field("how many shares are released, 1 or 2") int shares,
            @Field(value = "the share", maxLength = 4_000) String share)
            implements SealedEvent {}

    /** A sealed bid was opened and matches its commitment. */
    @Message(id = 1244, doc = "A sealed bid was opened and matches its commitment.")
    record BidOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("1 for the first quote, 2 for the one among those who tied") int round,
            @Field("the bid") Money amount,
            @Field(value = "its nonce", maxLength = 128) String nonce)
            implements SealedEvent {}

    /** A sealed bid does not count. */
    @Message(id = 1245, doc = "A sealed bid does not count.")
    record BidVoided(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("number in the bidder code, 1 for BC-001") int bidderNumber,
            @Field("1 for the first quote, 2 for the one among those who tied") int round,
            @Field("why: too low, too high, or not opened in time") RejectReason reason)
            implements SealedEvent {}

    /** No more bids are opened. */
    @Message(id = 1246, doc = "No more bids are opened.")
    record OpeningClosed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("1 for the first quote, 2 for the one among those who tied") int round,
            @Field("bids of this round that count") int valid)
            implements SealedEvent {}

    /** Several bids are the best. */
    @Message(id = 1247, doc = "Several bids are the best.")
    record BidsTied(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("how many") int bidders,
            @Field("what they bid") Money amount,
            @Field(value = "least that they may quote now, where they may quote again", optional = true) Money least)
            implements SealedEvent {}

    /** The seed of a lot is revealed and matches its commitment. */
    @Message(id = 1248, doc = "The seed of a lot is revealed and matches its commitment.")
    record LotSeedRevealed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the seed") String seed)
            implements SealedEvent {}

    /** The lot decided between equal bids. */
    @Message(id = 1249, doc = "The lot decided between equal bids.")
    record LotDrawn(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the round of lots, 1 for the first") int round,
            @Field("SHA-256 of the text that was drawn from") Hash256 digest,
            @Field("how many bidders were in the lot, in the order of their codes") int bidders,
            @Field("which of them it fell on, 0 for the first: the digest as a number, modulo how many") int index,
            @Field(value = "the bidder that it fell on", ref = Ref.PARTY) long winnerId)
            implements SealedEvent {}
}
