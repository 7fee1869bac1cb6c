package org.tpx.protocol;

/** What an authority has to approve before a signed contract takes effect (machine 9.5). */
public enum ApprovalKind {
    FOREIGN_INVESTMENT,
    ANTITRUST,
    /** Export of a restricted technology. */
    EXPORT,
    PLANT_VARIETY
}
