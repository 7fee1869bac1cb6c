package org.tpx.protocol;

/** Where a membership stands (machine 9.6). */
public enum MemberState {
    APPLIED,
    ACTIVE,
    REFUSED,
    RESTRICTED,
    SUSPENDED,
    EXPELLED,
    LEFT
}
