package org.tpx.engine.negotiation;

/** Where a negotiation stands (machine 9.4). */
enum NegotiationState {
    PROPOSED,
    NOTICE_READY,
    IN_NOTICE,
    /** At least one objection waits for its answer; the days of the notice go on. */
    OBJECTED,
    RENEGOTIATE,
    SIGNABLE,
    SIGNED,
    CANCELLED
}
