-- What a transfer cost its transferor, and the least share of its net income that the profile leaves to those who contributed.

ALTER TABLE rule_profile ADD COLUMN contributors_share_bps INTEGER NOT NULL DEFAULT 0;

CREATE TABLE transfer_cost (
    deal_id BIGINT PRIMARY KEY,
    currency TEXT NOT NULL,
    cost_minor BIGINT NOT NULL,
    recorded_nanos BIGINT NOT NULL
);
