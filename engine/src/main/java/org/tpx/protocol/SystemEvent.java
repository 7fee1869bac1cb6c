package org.tpx.protocol;

/** What the node and the core tell about themselves. */
public sealed interface SystemEvent extends Event {

    /** A node took up the journal. */
    @Message(id = 1001, doc = "A node took up the journal.")
    record NodeStarted(
            @Field(value = "time of the last record before the start", optional = true) long lastDurableNanos,
            @Field("time of the start") long nowNanos,
            @Field(value = "the program's release", maxLength = 100) String release,
            @Field(value = "SHA-256 of the program's jar", optional = true) Hash256 jarDigest)
            implements SystemEvent {}

    /** A timer fired; what it caused follows. */
    @Message(id = 1002, doc = "A timer fired; what it caused follows.")
    record TimerFired(
            @Field(value = "the timer", ref = Ref.TIMER) long timerId,
            @Field("what it was for") TimerKind kind,
            @Field(value = "the listing it belongs to", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party it belongs to", optional = true, ref = Ref.PARTY) long partyId)
            implements SystemEvent {}

    /** Work that did not fit into the turn before went on. */
    @Message(id = 1003, doc = "Work that did not fit into the turn before went on.")
    record Continued(
            @Field("pieces of work still open") int remaining)
            implements SystemEvent {}

    /** The state after this turn is a snapshot's. */
    @Message(id = 1004, doc = "The state after this turn is a snapshot's.")
    record SnapshotTaken()
            implements SystemEvent {}

    /** The exchange was founded. */
    @Message(id = 1005, doc = "The exchange was founded.")
    record ExchangeOpened(
            @Field(value = "its name", maxLength = 100) String exchange)
            implements SystemEvent {}

    /** A command was refused; nothing changed. */
    @Message(id = 1006, doc = "A command was refused; nothing changed.")
    record CommandRefused(
            @Field(value = "number of the command's message", max = 999) int commandTemplateId,
            @Field("why") RejectReason reason,
            @Field("number of the listing or other thing it was about; 0 where unknown") long subjectId)
            implements SystemEvent {}

    /** The same command came before; its first outcome stands. */
    @Message(id = 1007, doc = "The same command came before; its first outcome stands.")
    record CommandRepeated(
            @Field("sequence of the first outcome") long originalSequence)
            implements SystemEvent {}

    /** The running digest over all events and the number of things alive, every ten thousand turns. */
    @Message(id = 1008, doc = "The running digest over all events and the number of things alive, every ten thousand turns.")
    record DigestTaken(
            @Field(value = "running 64-bit digest over all event bytes", min = Long.MIN_VALUE) long eventDigest,
            @Field("listings") long listings,
            @Field("intents") long intents,
            @Field("timers") long timers,
            @Field("money accounts") long accounts)
            implements SystemEvent {}

    /** A deadline moved with a new calendar version or an outage. */
    @Message(id = 1009, doc = "A deadline moved with a new calendar version or an outage.")
    record DeadlineMoved(
            @Field(value = "the timer", ref = Ref.TIMER) long timerId,
            @Field("what it is for") TimerKind kind,
            @Field(value = "the listing it belongs to", optional = true, ref = Ref.LISTING) long listingId,
            @Field(value = "the party it belongs to", optional = true, ref = Ref.PARTY) long partyId,
            @Field(value = "the payment that it belongs to", optional = true, ref = Ref.PAYMENT) long paymentId,
            @Field("the deadline from now on") long deadlineNanos)
            implements SystemEvent {}

    /** New business is refused with NODE_FULL from now on, or let in again. */
    @Message(id = 1017, doc = "New business is refused with NODE_FULL from now on, or let in again.")
    record AdmissionChanged(
            @Field("whether new business is let in") boolean open)
            implements SystemEvent {}

    /** What was confidential about a listing can be read with this key. */
    @Message(id = 1188, doc = "What was confidential about a listing can be read with this key.")
    record KeyReleased(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the AES-256 key of the confidential fields that were journaled before") Hash256 key)
            implements SystemEvent {}
}
