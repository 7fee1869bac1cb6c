package org.tpx.protocol;

import java.util.List;

/** Catalogues, which gather many lots in one sale event, and package sales with bids on several lots at once (machine 9.3). */
public sealed interface PackageCommand extends Command {

    /** Opens a catalogue, empty as yet. */
    @Message(id = 180, doc = "Opens a catalogue, empty as yet.")
    record OpenCatalogue(
            @Field(value = "code of the catalogue", declares = Ref.CATALOGUE, maxLength = 40) String code,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("how its lots come under the hammer") CatalogueManner manner,
            @Field("the announced start of the sale") long startNanos,
            @Field(value = "in turn: from the end of one lot to the start of the next", optional = true, max = 864_000) int pauseSeconds,
            @Field(value = "package: how long bids are collected", optional = true, max = 8_640_000) int collectingSeconds,
            @Field(value = "what the sale is called", maxLength = 500) String title)
            implements PackageCommand {}

    /** Puts a draft into a catalogue, as a part of its notice; an unsold listing is put in for its next attempt. */
    @Message(id = 181, doc = "Puts a draft into a catalogue, as a part of its notice; an unsold listing is put in for its next attempt.")
    record AddLot(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "package: below this the lot is not sold; no event tells it before the bids are opened", optional = true, min = 1) Money reserve)
            implements PackageCommand {}

    /** Takes a lot out of a catalogue before its auction starts; the lot of a package sale while its listing is a draft. */
    @Message(id = 182, doc = "Takes a lot out of a catalogue before its auction starts; the lot of a package sale while its listing is a draft.")
    record RemoveLot(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements PackageCommand {}

    /** Names a floor for lots of one seller together; for bids on exactly these it stands in the place of their own floors. */
    @Message(id = 183, doc = "Names a floor for lots of one seller together; for bids on exactly these it stands in the place of their own floors.")
    record OfferPackage(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the least price of the package", min = 1) Money floor,
            @Field(value = "its lots", maxLength = 12) List<LotRef> lots)
            implements PackageCommand {}

    /** Fixes the hours of a catalogue, or other hours before its first lot starts. */
    @Message(id = 184, doc = "Fixes the hours of a catalogue, or other hours before its first lot starts.")
    record ScheduleCatalogue(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("start of the first lot, or of all together") long startNanos,
            @Field(value = "length of each lot's first period where its mode lets the clerk choose; absent takes it from the notice", optional = true, max = 8_640_000) int firstPeriodSeconds)
            implements PackageCommand {}

    /** Bids on a lot or on several together; of all bids of a party at most one wins. */
    @Message(id = 185, doc = "Bids on a lot or on several together; of all bids of a party at most one wins.")
    record SubmitPackageBid(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the bid for all of its lots, which no event tells before the bids are opened", min = 1) Money amount,
            @Field(value = "its lots", maxLength = 12) List<LotRef> lots)
            implements PackageCommand {}
}
