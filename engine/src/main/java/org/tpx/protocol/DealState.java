package org.tpx.protocol;

/** Where a deal stands (machine 9.5). */
public enum DealState {
    SIGNED,
    EFFECTIVE,
    OVERDUE,
    DEFAULTED,
    FUNDED,
    CERTIFIED,
    TITLE_DONE,
    RELEASED,
    COMPLETE,
    CLOSED_DEFAULT,
    AWAIT_APPROVAL,
    RESCINDED,
    REVOKED
}
