package org.tpx.protocol;

/** What both sides of a deal sign. */
public enum PaperKind {
    /** The agreement, before the contract counts as signed. */
    AGREEMENT,
    /** The protocol of the handover of what was sold. */
    HANDOVER_PROTOCOL,
    /** The protocol of its acceptance after a trial or an examination. */
    ACCEPTANCE_PROTOCOL
}
