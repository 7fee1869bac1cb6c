package org.tpx.protocol;

/** How a right of first refusal was lost without a word. */
public enum WaiverGround {
    /** The time to answer the written notice passed. */
    SILENT,
    /** The time to answer the price passed. */
    NOT_ANSWERED,
    /** The holder was notified and did not come. */
    ABSENT
}
