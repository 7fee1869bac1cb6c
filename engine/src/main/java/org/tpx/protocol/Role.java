package org.tpx.protocol;

/** What a principal may do; denied by default (design: who may do what). */
public enum Role {
    /** The node itself: timers, starts, snapshots, the founding command. Principal 0 only. */
    NODE,
    /** Runs the node and proposes rules and people; no market rights. */
    OPERATOR,
    /** Acts for a member's own clients: listings, intents, quotes, bids, orders. */
    AGENT,
    /** The exchange's clerk: reviews, qualification, receipts, register entries. */
    CLERK,
    /** Halts, investigates, sanctions, approves. */
    SUPERVISOR,
    /** Reads and proves; changes nothing. */
    AUDITOR,
    /** Reads masked views of its own; changes nothing. */
    AUTHORITY,
    /** Sits on committees that score tenders; no market rights. May belong to a member, whose sales it then keeps away from. */
    EXPERT
}
