-- Delivery versus payment: pledges and what their holders get from a price, what left a price and what kept it, certificates that were
-- revoked, and what is owed back since then.

ALTER TABLE rule_profile ADD COLUMN release_split_bps INTEGER NOT NULL DEFAULT 0;
ALTER TABLE listing ADD COLUMN release_split_bps INTEGER NOT NULL DEFAULT 0;
ALTER TABLE certificate ADD COLUMN revoked_nanos BIGINT NOT NULL DEFAULT 0;

-- Pledges in the order in which they were registered; released_nanos is 0 while one stands.
CREATE TABLE pledge (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    right_id BIGINT NOT NULL,
    pledgee_id BIGINT NOT NULL,
    reference TEXT NOT NULL,
    released_nanos BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX pledge_by_right ON pledge (right_id, released_nanos);

-- What a pledgee claims from the price of a deal. While it is not due, due_sequence is 0.
CREATE TABLE pledge_claim (
    deal_id BIGINT NOT NULL,
    reference TEXT NOT NULL,
    pledgee_id BIGINT NOT NULL,
    claim_minor BIGINT NOT NULL,
    due_sequence BIGINT NOT NULL,
    due_minor BIGINT NOT NULL,
    PRIMARY KEY (deal_id, reference)
);

-- What left the price of a deal for its transferor and its pledgees, and what of that was taken back before it was sent.
CREATE TABLE deal_release (
    deal_id BIGINT PRIMARY KEY,
    released_minor BIGINT NOT NULL,
    pledged_minor BIGINT NOT NULL,
    frozen_nanos BIGINT NOT NULL
);

CREATE TABLE restitution_claim (
    claim_id BIGINT PRIMARY KEY,
    deal_id BIGINT NOT NULL,
    listing_id BIGINT NOT NULL,
    debtor_id BIGINT NOT NULL,
    creditor_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    claimed_sequence BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    received_minor BIGINT NOT NULL
);

CREATE INDEX restitution_claim_by_deal ON restitution_claim (deal_id);
