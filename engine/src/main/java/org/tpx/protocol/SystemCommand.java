package org.tpx.protocol;

import java.util.List;

/** What the node itself journals; only principal 0 may send these. */
public sealed interface SystemCommand extends Command {

    /** Tells that a node took up the journal, and since when it was away. */
    @Message(id = 1, doc = "Tells that a node took up the journal, and since when it was away.")
    record StartNode(
            @Field(value = "time of the last record before the start; absent on an empty journal", optional = true) long lastDurableNanos,
            @Field("time of the start") long nowNanos,
            @Field(value = "the program's release", maxLength = 100) String release,
            @Field(value = "SHA-256 of the program's jar", optional = true) Hash256 jarDigest)
            implements SystemCommand {}

    /** Lets a due timer fire; its time is the timer's own deadline. */
    @Message(id = 2, doc = "Lets a due timer fire; its time is the timer's own deadline.")
    record Tick(
            @Field(value = "the timer", ref = Ref.TIMER) long timerId)
            implements SystemCommand {}

    /** Goes on with work that did not fit into the turn before. */
    @Message(id = 3, doc = "Goes on with work that did not fit into the turn before.")
    record Continue()
            implements SystemCommand {}

    /** Marks the place of a snapshot. */
    @Message(id = 4, doc = "Marks the place of a snapshot.")
    record TakeSnapshot()
            implements SystemCommand {}

    /** Founds the exchange: its name and its first officers. Once, before everything else. */
    @Message(id = 5, doc = "Founds the exchange: its name and its first officers. Once, before everything else.")
    record OpenExchange(
            @Field(value = "the exchange's name", maxLength = 100) String exchange,
            @Field(value = "the first officers, at least two supervisors", maxLength = 50) List<Founder> founders)
            implements SystemCommand {}

    /** Stops or lets in new business; the node sends it when space runs short and when there is room again. */
    @Message(id = 6, doc = "Stops or lets in new business; the node sends it when space runs short and when there is room again.")
    record SetAdmission(
            @Field("whether new business is let in") boolean open)
            implements SystemCommand {}

    /** Releases the key of what was confidential about a listing, once the attempt to sell it is over. */
    @Message(
            id = 131,
            doc = "Releases the key of what was confidential about a listing, once the attempt to sell it is over.")
    record ReleaseKey(
            @Field(value = "the listing", ref = Ref.LISTING) long listingId,
            @Field("the AES-256 key of its confidential fields so far") Hash256 key)
            implements SystemCommand {}
}
