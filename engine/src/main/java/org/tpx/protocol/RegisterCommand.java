package org.tpx.protocol;

import java.util.List;

/**
 * The registers that the exchange keeps itself: where a right stands, pledges that it enters, licences with their terms, shares
 * of co-owners, corrections, and technology contracts. What another register says is recorded by {@link RightCommand}.
 */
public sealed interface RegisterCommand extends Command {

    /** Records where a right stands, from the extract of the register that grants it. */
    @Message(id = 340, doc = "Records where a right stands, from the extract of the register that grants it.")
    record RecordRightStatus(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field("where it stands") RightStanding standing,
            @Field(value = "when it was applied for", optional = true) long filedNanos,
            @Field(value = "when its term ends; a right in force has one", optional = true) long termEndsNanos,
            @Field(value = "until when the annual fees are paid", optional = true) long feesPaidUntilNanos,
            @Field("whether proceedings to declare it invalid are open") boolean invalidityPending,
            @Field("whether the same applicant applied for an invention patent for the same thing on the same day") boolean sameDayInvention,
            @Field(value = "number of the extract", maxLength = 100) String reference)
            implements RegisterCommand {}

    /** Enters a pledge, by which it arises; refused on any of the twelve grounds of the pledge register. */
    @Message(id = 341, doc = "Enters a pledge, by which it arises; refused on any of the twelve grounds of the pledge register.")
    record EnterPledge(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the owner that pledges it", ref = Ref.PARTY) long pledgorId,
            @Field(value = "whose claim it secures", ref = Ref.PARTY) long pledgeeId,
            @Field(value = "the most that it secures", optional = true, min = 1) Money claim,
            @Field(value = "when the debt is to be paid", optional = true) long debtDueNanos,
            @Field(value = "digest of the pledge contract", optional = true) Hash256 contract,
            @Field("whether both sides were told of open invalidity proceedings or a same-day application, and ask for it all the same") boolean warned,
            @Field(value = "its number in the register", maxLength = 100) String reference,
            @Field(value = "what kind of debt it is, a loan for example", optional = true, maxLength = 100) String claimKind,
            @Field(value = "what the pledge covers: principal, interest, costs", optional = true, maxLength = 300) String scope)
            implements RegisterCommand {}

    /** Enters a licence with its terms. */
    @Message(id = 342, doc = "Enters a licence with its terms.")
    record EnterLicence(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the owner that gives it", ref = Ref.PARTY) long licensorId,
            @Field(value = "who may use the right", ref = Ref.PARTY) long licenseeId,
            @Field("who else may") LicenceMode mode,
            @Field("when the contract took effect") long effectiveNanos,
            @Field("when the licence ends") long endsNanos,
            @Field(value = "the rule profile that says how soon it must be recorded", ref = Ref.PROFILE) long profileId,
            @Field(value = "the calendar that this is counted by", ref = Ref.CALENDAR) long calendarId,
            @Field(value = "digest of the contract", optional = true) Hash256 contract,
            @Field(value = "its number in the register", maxLength = 100) String reference,
            @Field(value = "where it may be used", optional = true, maxLength = 100) String territory)
            implements RegisterCommand {}

    /** Enters that a co-owner's share, or a part of it, is another's from now on. */
    @Message(id = 343, doc = "Enters that a co-owner's share, or a part of it, is another's from now on.")
    record TransferShare(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the co-owner that gives it", ref = Ref.PARTY) long fromId,
            @Field(value = "who gets it", ref = Ref.PARTY) long toId,
            @Field(value = "how much of the whole, in basis points", min = 1, max = 10_000) int shareBps,
            @Field(value = "digest of the deed", optional = true) Hash256 document,
            @Field(value = "the deed", maxLength = 200) String instrument)
            implements RegisterCommand {}

    /** Corrects an entry by another one that names it; the entry itself stays. */
    @Message(id = 344, doc = "Corrects an entry by another one that names it; the entry itself stays.")
    record CorrectEntry(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "digest of what shows the error", optional = true) Hash256 document,
            @Field(value = "who the owners are, where the corrected entry named others; empty where they stay", maxLength = 50) List<Owner> owners,
            @Field(value = "deed or number of the entry that is corrected", maxLength = 200) String entry,
            @Field(value = "the deed that corrects it", maxLength = 200) String instrument,
            @Field(value = "what was wrong, in words", maxLength = 500) String reason)
            implements RegisterCommand {}

    /** Files the contract of a deal for registration as a technology contract, for its seller. */
    @Message(id = 345, doc = "Files the contract of a deal for registration as a technology contract, for its seller.")
    record FileTechContract(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("what the contract is about") TechContractContent content,
            @Field("how much of the price pays for technology, equipment and the like left out") Money turnover,
            @Field(value = "province or country of the seller", maxLength = 60) String sellerProvince,
            @Field(value = "province or country of the buyer", maxLength = 60) String buyerProvince,
            @Field(value = "field of technology", maxLength = 60) String field)
            implements RegisterCommand {}

    /** Registers a filed contract as what it is about, whatever it was filed as, and certifies it. */
    @Message(id = 346, doc = "Registers a filed contract as what it is about, whatever it was filed as, and certifies it.")
    record RegisterTechContract(
            @Field(value = "the filed contract", ref = Ref.TECH_CONTRACT) long techContractId,
            @Field("what the contract is about") TechContractContent content,
            @Field("how much of the price pays for technology") Money turnover)
            implements RegisterCommand {}

    /** Refuses to register a filed contract; it may be filed again. */
    @Message(id = 347, doc = "Refuses to register a filed contract; it may be filed again.")
    record RefuseTechContract(
            @Field(value = "the filed contract", ref = Ref.TECH_CONTRACT) long techContractId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements RegisterCommand {}
}
