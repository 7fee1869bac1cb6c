package org.tpx.protocol;

/** What happened to members, clients and mandates. */
public sealed interface MemberEvent extends Event {

    /** An application for membership was filed. */
    @Message(id = 1020, doc = "An application for membership was filed.")
    record MembershipApplied(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "its code", declares = Ref.MEMBER, maxLength = 40) String code,
            @Field("kind of membership") MembershipClass membershipClass)
            implements MemberEvent {}

    /** A member was admitted. */
    @Message(id = 1021, doc = "A member was admitted.")
    record MemberAdmitted(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId)
            implements MemberEvent {}

    /** An application for membership was refused. */
    @Message(id = 1022, doc = "An application for membership was refused.")
    record MemberRefused(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements MemberEvent {}

    /** A measure was applied to a member. */
    @Message(id = 1023, doc = "A measure was applied to a member.")
    record SanctionApplied(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("the measure") Sanction sanction,
            @Field(value = "number of the case", maxLength = 60) String caseNumber,
            @Field(value = "the rule that was broken", maxLength = 100) String ruleReference,
            @Field(value = "end of a suspension", optional = true) long untilNanos)
            implements MemberEvent {}

    /** A restriction or suspension ended. */
    @Message(id = 1024, doc = "A restriction or suspension ended.")
    record MemberReinstated(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId)
            implements MemberEvent {}

    /** A client was registered. */
    @Message(id = 1025, doc = "A client was registered.")
    record PartyRegistered(
            @Field(value = "the party", ref = Ref.PARTY) long partyId,
            @Field(value = "its code", declares = Ref.PARTY, maxLength = 40) String code,
            @Field(value = "salted digest of the identity papers", optional = true) Hash256 identity,
            @Field(value = "salted digest of its bank account", optional = true) Hash256 account)
            implements MemberEvent {}

    /** A member acts for a party. */
    @Message(id = 1026, doc = "A member acts for a party.")
    record MandateGranted(
            @Field(value = "the client", ref = Ref.PARTY) long partyId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("which side") MandateScope scope,
            @Field("start") long fromNanos,
            @Field("end, exclusive") long untilNanos)
            implements MemberEvent {}

    /** A mandate ended. */
    @Message(id = 1027, doc = "A mandate ended.")
    record MandateRevoked(
            @Field(value = "the client", ref = Ref.PARTY) long partyId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId)
            implements MemberEvent {}
}
