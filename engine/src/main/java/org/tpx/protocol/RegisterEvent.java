package org.tpx.protocol;

import java.util.List;

/** Entries of the registers that the exchange keeps itself. */
public sealed interface RegisterEvent extends Event {

    /** It is on record where a right stands. */
    @Message(id = 1480, doc = "It is on record where a right stands.")
    record RightStatusRecorded(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field("where it stands") RightStanding standing,
            @Field(value = "when it was applied for", optional = true) long filedNanos,
            @Field(value = "when its term ends", optional = true) long termEndsNanos,
            @Field(value = "until when the annual fees are paid", optional = true) long feesPaidUntilNanos,
            @Field("whether proceedings to declare it invalid are open") boolean invalidityPending,
            @Field("whether an invention patent was applied for on the same day") boolean sameDayInvention,
            @Field(value = "number of the extract", maxLength = 100) String reference)
            implements RegisterEvent {}

    /** A pledge was entered; nothing is transferred or licensed without its pledgee from now on. */
    @Message(id = 1481, doc = "A pledge was entered; nothing is transferred or licensed without its pledgee from now on.")
    record PledgeEntered(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the owner that pledged it", ref = Ref.PARTY) long pledgorId,
            @Field(value = "whose claim it secures", ref = Ref.PARTY) long pledgeeId,
            @Field("the most that it secures") Money claim,
            @Field("when the debt is to be paid") long debtDueNanos,
            @Field(value = "its number in the register", maxLength = 100) String reference)
            implements RegisterEvent {}

    /** A licence was entered; it survives every transfer. */
    @Message(id = 1482, doc = "A licence was entered; it survives every transfer.")
    record LicenceEntered(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the owner that gave it", ref = Ref.PARTY) long licensorId,
            @Field(value = "who may use the right", ref = Ref.PARTY) long licenseeId,
            @Field("who else may") LicenceMode mode,
            @Field("when the contract took effect") long effectiveNanos,
            @Field("when the licence ends") long endsNanos,
            @Field("before when it had to be recorded") long recordalDueNanos,
            @Field("whether it was recorded too late") boolean late,
            @Field(value = "its number in the register", maxLength = 100) String reference,
            @Field(value = "where it may be used", optional = true, maxLength = 100) String territory)
            implements RegisterEvent {}

    /** The term of a licence is over. */
    @Message(id = 1483, doc = "The term of a licence is over.")
    record LicenceEnded(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "its number in the register", maxLength = 100) String reference)
            implements RegisterEvent {}

    /** A share changed hands. */
    @Message(id = 1484, doc = "A share changed hands.")
    record ShareTransferred(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "who gave it", ref = Ref.PARTY) long fromId,
            @Field(value = "who got it", ref = Ref.PARTY) long toId,
            @Field(value = "how much of the whole, in basis points", max = 10_000) int shareBps,
            @Field(value = "the owners from now on", maxLength = 50) List<Owner> owners,
            @Field(value = "the deed", maxLength = 200) String instrument)
            implements RegisterEvent {}

    /** An entry was corrected. */
    @Message(id = 1485, doc = "An entry was corrected.")
    record EntryCorrected(
            @Field(value = "the right", ref = Ref.RIGHT) long rightId,
            @Field(value = "the owners from now on; empty where they stay", maxLength = 50) List<Owner> owners,
            @Field(value = "deed or number of the entry that was corrected", maxLength = 200) String entry,
            @Field(value = "the deed that corrects it", maxLength = 200) String instrument,
            @Field(value = "what was wrong, in words", maxLength = 500) String reason)
            implements RegisterEvent {}

    /** A contract waits for the register's decision. */
    @Message(id = 1486, doc = "A contract waits for the register's decision.")
    record TechContractFiled(
            @Field(value = "the filed contract", ref = Ref.TECH_CONTRACT) long techContractId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field("what it was filed as") TechContractContent content,
            @Field("the amount of the contract") Money amount,
            @Field("how much of it pays for technology, as filed") Money turnover,
            @Field(value = "the decision is due before then", optional = true) long decisionDueNanos,
            @Field(value = "province or country of the seller", maxLength = 60) String sellerProvince,
            @Field(value = "province or country of the buyer", maxLength = 60) String buyerProvince,
            @Field(value = "field of technology", maxLength = 60) String field)
            implements RegisterEvent {}

    /** A contract was registered as a technology contract and certified. */
    @Message(id = 1487, doc = "A contract was registered as a technology contract and certified.")
    record TechContractRegistered(
            @Field(value = "the filed contract", ref = Ref.TECH_CONTRACT) long techContractId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "the deal", ref = Ref.DEAL) long dealId,
            @Field(value = "the seller", ref = Ref.PARTY) long transferorId,
            @Field(value = "the buyer", ref = Ref.PARTY) long transfereeId,
            @Field("what it is about") TechContractContent content,
            @Field("the kind of contract that this is") TechContractType contractType,
            @Field("the amount of the contract") Money amount,
            @Field("how much of it pays for technology") Money turnover,
            @Field("whether the decision came too late") boolean late,
            @Field(value = "number of its certificate", maxLength = 40) String certificate,
            @Field(value = "province or country of the seller", maxLength = 60) String sellerProvince,
            @Field(value = "province or country of the buyer", maxLength = 60) String buyerProvince,
            @Field(value = "field of technology", maxLength = 60) String field)
            implements RegisterEvent {}

    /** The register did not register a contract. */
    @Message(id = 1488, doc = "The register did not register a contract.")
    record TechContractRefused(
            @Field(value = "the filed contract", ref = Ref.TECH_CONTRACT) long techContractId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements RegisterEvent {}

    /** The register's time to decide on a contract is over. */
    @Message(id = 1489, doc = "The register's time to decide on a contract is over.")
    record TechContractOverdue(
            @Field(value = "the filed contract", ref = Ref.TECH_CONTRACT) long techContractId,
            @Field(value = "the listing", ref = Ref.LISTING) long listingId)
            implements RegisterEvent {}
}
