package org.tpx.protocol;

/** What an objection that was upheld leads to. */
public enum ObjectionOutcome {
    /** The sides may agree on other terms, which are then posted anew. */
    RENEGOTIATE,
    /** The negotiation is over. */
    CANCEL
}
