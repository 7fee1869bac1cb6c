package org.tpx.protocol;

/** Where an intended transferee stands (machine 9.2). */
public enum IntentState {
    REGISTERED,
    AWAIT_DEPOSIT,
    DISQUALIFIED,
    ADMITTED,
    LAPSED,
    RELEASED,
    WAITING,
    WINNER,
    SETTLED,
    FORFEITED
}
