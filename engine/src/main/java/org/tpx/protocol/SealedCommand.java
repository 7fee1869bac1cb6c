package org.tpx.protocol;

/**
 * The one-time sealed quote (machine 9.3): bids are committed and encrypted, two officers release what opens them, the opening
 * happens outside of the exchange and comes back bid by bid, and each must match its commitment ({@link Commitment}).
 */
public sealed interface SealedCommand extends Command {

    /** Says in a draft how sealed bids are taken, what the winner pays and how ties are broken. */
    @Message(id = 170, doc = "Says in a draft how sealed bids are taken, what the winner pays and how ties are broken.")
    record SetSealedTerms(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "how often a bid may be replaced", max = 100) int replacements,
            @Field("what the winner pays") PriceRule priceRule,
            @Field("who wins of equal best bids") TiePolicy tiePolicy,
            @Field(value = "how long those who tied may quote again; absent where they may not", optional = true, max = 864_000) int requoteSeconds,
            @Field(value = "how long the bids may be opened, and the seed of a lot awaited", min = 1, max = 864_000) int openingSeconds)
            implements SealedCommand {}

    /** Commits the seed of the lot that may break a tie, before the hours of the auction are fixed. */
    @Message(id = 171, doc = "Commits the seed of the lot that may break a tie, before the hours of the auction are fixed.")
    record CommitLotSeed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("SHA-256 of the seed") Hash256 commitment)
            implements SealedCommand {}

    /** Hands a sealed bid in, replaces it, or quotes again among those who tied. */
    @Message(id = 172, doc = "Hands a sealed bid in, replaces it, or quotes again among those who tied.")
    record SubmitSealedBid(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("SHA-256 of nonce=...|bidder=BC-001|listing=LST-2025-0001|fen=231000000") Hash256 commitment,
            @Field(value = "amount and nonce, encrypted to the keys of both officers; the exchange does not read it", maxLength = 4_000) String ciphertext)
            implements SealedCommand {}

    /** Releases an officer's share of what decrypts the bids, once no more are taken; two officers must. */
    @Message(id = 173, doc = "Releases an officer's share of what decrypts the bids, once no more are taken; two officers must.")
    record ReleaseShare(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the share", maxLength = 4_000) String share)
            implements SealedCommand {}

    /** Tells what a sealed bid says; it must match its commitment. */
    @Message(id = 174, doc = "Tells what a sealed bid says; it must match its commitment.")
    record OpenBid(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the bid", min = 1) Money amount,
            @Field(value = "its nonce: at least 32 lower-case hexadecimal digits", maxLength = 128) String nonce)
            implements SealedCommand {}

    /** Ends the opening before its time; every bid must have been opened. */
    @Message(id = 175, doc = "Ends the opening before its time; every bid must have been opened.")
    record CloseOpening(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements SealedCommand {}

    /** Reveals the seed of the lot when a tie is left to it; it must match its commitment. */
    @Message(id = 176, doc = "Reveals the seed of the lot when a tie is left to it; it must match its commitment.")
    record RevealLotSeed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the seed") String seed)
            implements SealedCommand {}
}
