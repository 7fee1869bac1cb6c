package org.tpx.book;

/** Whether orders trade as they enter. */
public enum BookPhase {
    /** Orders trade as they enter; the book is never crossed. */
    CONTINUOUS,
    /** Orders are collected for a {@link CallAuction}; the book may be crossed. */
    CALL,
    /** As {@link #CALL}, but nothing is cancelled, reduced or replaced. */
    CALL_NO_CANCEL
}
