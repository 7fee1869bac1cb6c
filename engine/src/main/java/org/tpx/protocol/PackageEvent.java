package org.tpx.protocol;

import java.util.List;

/** Catalogues and package sales. */
public sealed interface PackageEvent extends Event {

    /** A catalogue stands, empty as yet. */
    @Message(id = 1255, doc = "A catalogue stands, empty as yet.")
    record CatalogueOpened(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("how its lots come under the hammer") CatalogueManner manner,
            @Field("the announced start of the sale") long startNanos,
            @Field(value = "in turn: from the end of one lot to the start of the next", optional = true) int pauseSeconds,
            @Field(value = "package: how long bids are collected", optional = true) int collectingSeconds,
            @Field(value = "its code", declares = Ref.CATALOGUE, maxLength = 40) String code,
            @Field("the number that the exchange assigned") String number,
            @Field(value = "what the sale is called", maxLength = 500) String title)
            implements PackageEvent {}

    /** A listing is a lot of the catalogue. */
    @Message(id = 1256, doc = "A listing is a lot of the catalogue.")
    record LotAdded(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("its number in the catalogue") int lotNumber,
            @Field("the attempt that is sold in it") int attempt)
            implements PackageEvent {}

    /** A lot was taken out; its listing goes on by itself. */
    @Message(id = 1257, doc = "A lot was taken out; its listing goes on by itself.")
    record LotRemoved(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("its number in the catalogue") int lotNumber,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements PackageEvent {}

    /** A seller named a floor for some of its lots together. */
    @Message(id = 1258, doc = "A seller named a floor for some of its lots together.")
    record PackageOffered(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field("the least price of the package") Money floor,
            @Field("its lots") List<LotRef> lots)
            implements PackageEvent {}

    /** The hours of the catalogue are fixed. */
    @Message(id = 1259, doc = "The hours of the catalogue are fixed.")
    record CatalogueScheduled(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("start of the first lot, or of all together") long startNanos,
            @Field("how many lots are ready for it") int lots)
            implements PackageEvent {}

    /** A bid was handed in. */
    @Message(id = 1260, doc = "A bid was handed in.")
    record PackageBidSubmitted(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("its number in the sale") int bidNumber,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "the number of the party's lower bid on the same lots, whose place it takes", optional = true) int replacedNumber,
            @Field("its lots") List<LotRef> lots)
            implements PackageEvent {}

    /** A lot stood still and goes on: bids on all lots are collected until then. */
    @Message(id = 1261, doc = "A lot stood still and goes on: bids on all lots are collected until then.")
    record CollectingExtended(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("the end of the collecting") long deadlineNanos)
            implements PackageEvent {}

    /** The reserve of a lot is told. */
    @Message(id = 1262, doc = "The reserve of a lot is told.")
    record ReserveOpened(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("below this the lot is not sold") Money reserve)
            implements PackageEvent {}

    /** The amount of a bid is told. */
    @Message(id = 1263, doc = "The amount of a bid is told.")
    record PackageBidOpened(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("its number in the sale") int bidNumber,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("the bid for all of its lots") Money amount,
            @Field("whether it takes part: all of its lots are for sale, and no reserve lies above its share") boolean valid,
            @Field("its lots") List<LotRef> lots)
            implements PackageEvent {}

    /** The bids that win together bring the most; of equal ones the fewest, then the earliest. */
    @Message(id = 1264, doc = "The bids that win together bring the most; of equal ones the fewest, then the earliest.")
    record WinnersDetermined(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("the sum of the winning bids") Money revenue,
            @Field("how many bids win") int winners,
            @Field("how many lots they take") int lots)
            implements PackageEvent {}

    /** A bid wins; its amount is shared out in proportion to listing prices, to the cent, by largest remainder. */
    @Message(id = 1265, doc = "A bid wins; its amount is shared out in proportion to listing prices, to the cent, by largest remainder.")
    record PackageBidWon(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("its number in the sale") int bidNumber,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("the bid for all of its lots") Money amount,
            @Field("its lots, and what it pays for each") List<LotPrice> lots)
            implements PackageEvent {}

    /** No lot of the catalogue is for sale any more. */
    @Message(id = 1266, doc = "No lot of the catalogue is for sale any more.")
    record CatalogueClosed(
            @Field(value = "the catalogue", ref = Ref.CATALOGUE) long catalogueId,
            @Field("how many of its lots found a buyer") int sold,
            @Field("how many did not") int unsold)
            implements PackageEvent {}
}
