package org.tpx.protocol;

/** With what people and their programs prove who they are, and that they are qualified to act for clients. */
public sealed interface IdentityCommand extends Command {

    /** Proposes to let whoever holds a private key act as a person; another person approves. */
    @Message(id = 350, doc = "Proposes to let whoever holds a private key act as a person; another person approves.")
    record ProposeKey(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field(value = "the person", ref = Ref.PRINCIPAL) long personId,
            @Field("the public key, Ed25519") Hash256 publicKey)
            implements IdentityCommand {}

    /** Ends a key at once. Whose it is may do so, and so may an operator or a supervisor. */
    @Message(id = 351, doc = "Ends a key at once. Whose it is may do so, and so may an operator or a supervisor.")
    record RevokeKey(
            @Field(value = "the key", ref = Ref.KEY) long keyId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements IdentityCommand {}

    /** Records that an agent is qualified as a broker; a new record replaces the one before. */
    @Message(id = 352, doc = "Records that an agent is qualified as a broker; a new record replaces the one before.")
    record RecordQualification(
            @Field(value = "the agent", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "number of the licence", maxLength = 60) String licence,
            @Field("end, exclusive") long untilNanos)
            implements IdentityCommand {}

    /** Takes an agent's qualification away. */
    @Message(id = 353, doc = "Takes an agent's qualification away.")
    record WithdrawQualification(
            @Field(value = "the agent", ref = Ref.PRINCIPAL) long personId,
            @Field(value = "why, in words", maxLength = 500) String reason)
            implements IdentityCommand {}

    /** Proposes what the exchange demands of those who act for clients; another person approves. */
    @Message(id = 354, doc = "Proposes what the exchange demands of those who act for clients; another person approves.")
    record ProposeAccessRules(
            @Field(value = "code of the proposal", declares = Ref.PROPOSAL, maxLength = 40) String proposal,
            @Field("whether an agent needs a valid qualification as a broker") boolean qualificationRequired)
            implements IdentityCommand {}
}
