package org.tpx.protocol;

/** What a timer is for; its name in the state machines of section 9 is T: and this. */
public enum TimerKind {
    REVIEW,
    RESUBMISSION,
    DISCLOSURE_END,
    QUALIFICATION,
    DEPOSIT,
    QUOTE_WINDOW,
    AUCTION_START,
    FREE_END,
    LIMITED_END,
    SIGNING,
    RUNNER_UP_OFFER,
    WAITING,
    SUSPENSION_LIMIT,
    LISTING_LIFE,
    PAYMENT,
    GRACE,
    CERTIFICATE,
    REFUND,
    DEFAULT_REPLY,
    MEMBER_TERM,
    SESSION,
    NOTICE_END,
    OBJECTION,
    SIGNING_WINDOW,
    APPROVAL,
    PHASE_END,
    OFFER_END,
    OFFERING
}
