package org.tpx.protocol;

/** The papers of an application. */
public enum DocumentKind {
    INTERNAL_DECISION,
    APPROVAL,
    APPRAISAL_REPORT,
    TITLE_CERTIFICATE,
    NOTICE_DRAFT,
    MANDATE_AGREEMENT,
    ROFR_DECLARATION,
    OTHER
}
