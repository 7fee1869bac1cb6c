package org.tpx.protocol;

/** What two people decide together (design: four eyes). */
public enum ProposalKind {
    PRINCIPAL,
    CALENDAR,
    PROFILE,
    FEE_SCHEDULE,
    HALT_LIFT,
    RESUMPTION,
    CERTIFICATE,
    PAYMENTS,
    SERIES,
    ISSUE,
    SERIES_RESUMPTION,
    PLATE,
    OFFERING,
    POOL,
    WINDING_UP,
    DISTRIBUTION,
    VOID,
    KEY,
    ACCESS_RULES,
    FEE_WAIVER,
    UNFREEZING,
    REVOCATION,
    RESCISSION,
    SHARE_REGISTER,
    SHARE_ENTRY,
    DIVIDEND,
    DUES_SCHEDULE,
    REFUND
}
