package org.tpx.protocol;

/** Keys and qualifications of people, and what the exchange demands of those who act for clients. */
public sealed interface IdentityEvent extends Event {

    /** Whoever holds the private key may act as this person. */
    @Message(id = 1500, doc = "Whoever holds the private key may act as this person.")
    record KeyRegistered(
            @Field(value = "the key", ref = Ref.KEY) long keyId,
            @Field(value = "the person", ref = Ref.PRINCIPAL) long personId,
            @Field("the public key, Ed25519") Hash256 publicKey)
            implements IdentityEvent {}

    /** The key proves nothing any more. */
    @Message(id = 1501, doc = "The key proves nothing any more.")
    record KeyRevoked(
            @Field(value = "the key", ref = Ref.KEY) long keyId,
            @Field(value = "the person", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements IdentityEvent {}

    /** An agent is qualified as a broker until then. */
    @Message(id = 1502, doc = "An agent is qualified as a broker until then.")
    record QualificationRecorded(
            @Field(value = "the agent", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "number of the licence", maxLength = 60) String licence,
            @Field("end, exclusive") long untilNanos)
            implements IdentityEvent {}

    /** An agent is not qualified any more. */
    @Message(id = 1503, doc = "An agent is not qualified any more.")
    record QualificationWithdrawn(
            @Field(value = "the agent", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements IdentityEvent {}

    /** What the exchange demands of those who act for clients from now on. */
    @Message(id = 1504, doc = "What the exchange demands of those who act for clients from now on.")
    record AccessRulesLoaded(
            @Field("whether an agent needs a valid qualification as a broker") boolean qualificationRequired)
            implements IdentityEvent {}
}
