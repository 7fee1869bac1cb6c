package org.tpx.protocol;

/** The life of a listing and of its intended transferees. */
public sealed interface ListingEvent extends Event {

    /** A listing was drafted. */
    @Message(id = 1040, doc = "A listing was drafted.")
    record ListingDrafted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "its code", declares = Ref.LISTING, maxLength = 40) String code,
            @Field(value = "the agent's member", ref = Ref.MEMBER) long memberId,
            @Field(value = "the right offered", ref = Ref.RIGHT) long rightId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the rule profile", ref = Ref.PROFILE) long profileId,
            @Field(value = "the fee schedule", ref = Ref.FEE_SCHEDULE) long feeScheduleId,
            @Field(value = "the business calendar", ref = Ref.CALENDAR) long calendarId,
            @Field("what the notice will say") ListingTerms terms)
            implements ListingEvent {}

    /** The application was handed in. */
    @Message(id = 1041, doc = "The application was handed in.")
    record ApplicationSubmitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the exchange decides by then") long reviewDueNanos)
            implements ListingEvent {}

    /** The application was returned for correction. */
    @Message(id = 1042, doc = "The application was returned for correction.")
    record CorrectionRequested(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason,
            @Field("to be handed in again by then") long resubmissionDueNanos)
            implements ListingEvent {}

    /** The application was rejected. */
    @Message(id = 1043, doc = "The application was rejected.")
    record ApplicationRejected(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingEvent {}

    /** The application was accepted; profile and schedule are pinned. */
    @Message(id = 1044, doc = "The application was accepted; profile and schedule are pinned.")
    record ApplicationAccepted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the number that people and commitments use", maxLength = 40) String listingNumber,
            @Field("pinned version of the rule profile") int profileVersion,
            @Field("pinned version of the fee schedule") int feeScheduleVersion)
            implements ListingEvent {}

    /** The exchange's time to review is over and nothing was decided. */
    @Message(id = 1045, doc = "The exchange's time to review is over and nothing was decided.")
    record ReviewOverdue(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingEvent {}

    /** The preliminary notice stands. */
    @Message(id = 1046, doc = "The preliminary notice stands.")
    record PreDisclosurePublished(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the formal notice may follow from then on") long minimumEndNanos)
            implements ListingEvent {}

    /** The formal notice stands. */
    @Message(id = 1047, doc = "The formal notice stands.")
    record NoticePublished(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("1 for the first listing, rising with each relisting") int attempt,
            @Field("the listing price") Money listingPrice,
            @Field("the deposit") Money deposit,
            @Field("intents are taken until then") long disclosureEndNanos)
            implements ListingEvent {}

    /** The notice was supplemented. */
    @Message(id = 1048, doc = "The notice was supplemented.")
    record NoticeSupplemented(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the cause", maxLength = 500) String cause,
            @Field("intents are taken until then") long disclosureEndNanos)
            implements ListingEvent {}

    /** The notice was extended for lack of intents. */
    @Message(id = 1049, doc = "The notice was extended for lack of intents.")
    record DisclosureExtended(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the extension cycle") int cycle,
            @Field("intents are taken until then") long disclosureEndNanos)
            implements ListingEvent {}

    /** The disclosure period is over. */
    @Message(id = 1050, doc = "The disclosure period is over.")
    record DisclosureEnded(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("intents that stand") int registrations)
            implements ListingEvent {}

    /** A party registered its intent. */
    @Message(id = 1051, doc = "A party registered its intent.")
    record IntentRegistered(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "its agent", ref = Ref.MEMBER) long memberId,
            @Field("whether it agrees to wait as runner-up") boolean consentsToWait)
            implements ListingEvent {}

    /** An intended transferee qualifies and owes its deposit. */
    @Message(id = 1052, doc = "An intended transferee qualifies and owes its deposit.")
    record Qualified(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("the deposit") Money deposit,
            @Field("to be in the account before then") long depositDueNanos)
            implements ListingEvent {}

    /** An intended transferee does not qualify. */
    @Message(id = 1053, doc = "An intended transferee does not qualify.")
    record Disqualified(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingEvent {}

    /** The deposit is in, in full and in time. */
    @Message(id = 1054, doc = "The deposit is in, in full and in time.")
    record DepositReceived(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("what is held in sum") Money amount)
            implements ListingEvent {}

    /** A payment came, but the deposit is not full yet. */
    @Message(id = 1055, doc = "A payment came, but the deposit is not full yet.")
    record DepositShort(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("what is missing") Money missing)
            implements ListingEvent {}

    /** The party may quote and bid, known by its bidder code. */
    @Message(id = 1056, doc = "The party may quote and bid, known by its bidder code.")
    record Admitted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "BC-001 for the first", maxLength = 20) String bidderCode)
            implements ListingEvent {}

    /** The deposit did not come in time; the intent lapsed. */
    @Message(id = 1057, doc = "The deposit did not come in time; the intent lapsed.")
    record Lapsed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** Every intent is decided. */
    @Message(id = 1058, doc = "Every intent is decided.")
    record QualificationClosed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("admitted transferees") int admitted)
            implements ListingEvent {}

    /** The single transferee may quote. */
    @Message(id = 1059, doc = "The single transferee may quote.")
    record SingleQuoteOpened(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("until then") long deadlineNanos)
            implements ListingEvent {}

    /** The attempt ended without a sale. */
    @Message(id = 1060, doc = "The attempt ended without a sale.")
    record Unsold(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("why") UnsoldReason reason)
            implements ListingEvent {}

    /** The sale is confirmed to a transferee. */
    @Message(id = 1061, doc = "The sale is confirmed to a transferee.")
    record Awarded(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the transferee", ref = Ref.PARTY) long transfereeId,
            @Field("the price") Money price,
            @Field("which column of the fee schedule applies") FeeMode feeMode,
            @Field("to be signed before then") long signingDueNanos)
            implements ListingEvent {}

    /** The party is the winner; its deposit is held. */
    @Message(id = 1062, doc = "The party is the winner; its deposit is held.")
    record Won(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The party did not win, or its sale ended; its deposit goes back. */
    @Message(id = 1063, doc = "The party did not win, or its sale ended; its deposit goes back.")
    record Lost(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The runner-up waits with its deposit held. */
    @Message(id = 1064, doc = "The runner-up waits with its deposit held.")
    record RunnerUpKept(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("its last bid") Money amount,
            @Field("longest until then") long untilNanos)
            implements ListingEvent {}

    /** The runner-up no longer waits. */
    @Message(id = 1065, doc = "The runner-up no longer waits.")
    record WaitDeclined(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The winner did not do its part; the award is void. */
    @Message(id = 1066, doc = "The winner did not do its part; the award is void.")
    record AwardDefaulted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("what it failed to do") DefaultTrigger trigger)
            implements ListingEvent {}

    /** A default was found; the defaulter may reply. */
    @Message(id = 1067, doc = "A default was found; the defaulter may reply.")
    record DefaultFound(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("what it failed to do") DefaultTrigger trigger,
            @Field("the reply is due before then") long replyDueNanos)
            implements ListingEvent {}

    /** The defaulter replied; the supervisor decides. */
    @Message(id = 1068, doc = "The defaulter replied; the supervisor decides.")
    record DefaultReplied(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The finding was dismissed; the deposit goes back. */
    @Message(id = 1069, doc = "The finding was dismissed; the deposit goes back.")
    record DefaultDismissed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingEvent {}

    /** The runner-up is offered the award at its own last bid. */
    @Message(id = 1070, doc = "The runner-up is offered the award at its own last bid.")
    record RunnerUpOffered(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field("its last bid") Money amount,
            @Field("to be accepted before then") long dueNanos)
            implements ListingEvent {}

    /** The runner-up took the award over. */
    @Message(id = 1071, doc = "The runner-up took the award over.")
    record RunnerUpAccepted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The runner-up declined, or let the offer pass. */
    @Message(id = 1072, doc = "The runner-up declined, or let the offer pass.")
    record RunnerUpDeclined(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The runner-up became the winner. */
    @Message(id = 1073, doc = "The runner-up became the winner.")
    record Promoted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the party", ref = Ref.PARTY) long partyId)
            implements ListingEvent {}

    /** The listing is suspended; its timers stand still. */
    @Message(id = 1074, doc = "The listing is suspended; its timers stand still.")
    record SuspensionOrdered(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("why") SuspensionGround ground,
            @Field(value = "why, in words", maxLength = 500) String reason,
            @Field("longest until then") long limitNanos)
            implements ListingEvent {}

    /** The listing goes on. */
    @Message(id = 1075, doc = "The listing goes on.")
    record Resumed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("where it goes on") ListingState state,
            @Field(value = "new end of the disclosure, where it is disclosed", optional = true) long disclosureEndNanos)
            implements ListingEvent {}

    /** The listing is terminated. */
    @Message(id = 1076, doc = "The listing is terminated.")
    record Terminated(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("why") SuspensionGround ground,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingEvent {}

    /** The transferor withdrew the listing. */
    @Message(id = 1077, doc = "The transferor withdrew the listing.")
    record WithdrawnByTransferor(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements ListingEvent {}

    /** The right is listed again. */
    @Message(id = 1078, doc = "The right is listed again.")
    record RelistRequested(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the new attempt") int attempt,
            @Field("the new listing price") Money listingPrice,
            @Field("the new deposit") Money deposit,
            @Field("formal disclosure in working days") int disclosureDays)
            implements ListingEvent {}

    /** The listing is closed unsold for good. */
    @Message(id = 1079, doc = "The listing is closed unsold for good.")
    record ListingClosed(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingEvent {}

    /** Contract, certificate, title and money are done. */
    @Message(id = 1080, doc = "Contract, certificate, title and money are done.")
    record ListingCompleted(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements ListingEvent {}
}
