package org.tpx.protocol;

/** Members, their clients and the mandates between them. */
public sealed interface MemberCommand extends Command {

    /** Files an application for membership. */
    @Message(id = 20, doc = "Files an application for membership.")
    record ApplyMembership(
            @Field(value = "code of the member", declares = Ref.MEMBER, maxLength = 40) String code,
            @Field("kind of membership") MembershipClass membershipClass)
            implements MemberCommand {}

    /** Admits a member. */
    @Message(id = 21, doc = "Admits a member.")
    record AdmitMember(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId)
            implements MemberCommand {}

    /** Refuses an application for membership. */
    @Message(id = 22, doc = "Refuses an application for membership.")
    record RefuseMember(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements MemberCommand {}

    /** Applies a measure to a member. */
    @Message(id = 23, doc = "Applies a measure to a member.")
    record ApplySanction(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("the measure") Sanction sanction,
            @Field(value = "number of the case", maxLength = 60) String caseNumber,
            @Field(value = "the rule that was broken", maxLength = 100) String ruleReference,
            @Field(value = "end of a suspension", optional = true) long untilNanos)
            implements MemberCommand {}

    /** Lifts a restriction or suspension. */
    @Message(id = 24, doc = "Lifts a restriction or suspension.")
    record ReinstateMember(
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements MemberCommand {}

    /** Registers a client; personal data stays in the vault. */
    @Message(id = 25, doc = "Registers a client; personal data stays in the vault.")
    record RegisterParty(
            @Field(value = "code of the party", declares = Ref.PARTY, maxLength = 40) String code,
            @Field(value = "salted digest of the identity papers", optional = true) Hash256 identity,
            @Field(value = "salted digest of its bank account", optional = true) Hash256 account)
            implements MemberCommand {}

    /** Records that a party has charged a member to act for it. */
    @Message(id = 26, doc = "Records that a party has charged a member to act for it.")
    record GrantMandate(
            @Field(value = "the client", ref = Ref.PARTY) long partyId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId,
            @Field("which side") MandateScope scope,
            @Field("start") long fromNanos,
            @Field("end, exclusive") long untilNanos,
            @Field("digest of the agency agreement") Hash256 agreement)
            implements MemberCommand {}

    /** Ends a mandate. */
    @Message(id = 27, doc = "Ends a mandate.")
    record RevokeMandate(
            @Field(value = "the client", ref = Ref.PARTY) long partyId,
            @Field(value = "the member", ref = Ref.MEMBER) long memberId)
            implements MemberCommand {}
}
