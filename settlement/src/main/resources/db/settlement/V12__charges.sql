-- What is charged beyond a price, and what is not.

-- The grounds on which a fee schedule lets fees be waived.
CREATE TABLE fee_waiver_rule (
    fee_schedule_id BIGINT NOT NULL,
    version INTEGER NOT NULL,
    ground TEXT NOT NULL,
    seller_bps INTEGER NOT NULL,
    buyer_bps INTEGER NOT NULL,
    PRIMARY KEY (fee_schedule_id, version, ground)
);

CREATE TABLE fee_waiver (
    waiver_id BIGINT PRIMARY KEY,
    listing_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    fee_schedule_id BIGINT NOT NULL,
    ground TEXT NOT NULL,
    seller_bps INTEGER NOT NULL,
    buyer_bps INTEGER NOT NULL,
    from_nanos BIGINT NOT NULL,
    until_nanos BIGINT NOT NULL,
    revoked_sequence BIGINT NOT NULL
);

CREATE INDEX fee_waiver_by_party ON fee_waiver (party_id, listing_id);

-- What a deal's parties are spared, as the books reckon it; told once the journal says the same.
CREATE TABLE fee_waived (
    deal_id BIGINT NOT NULL,
    side TEXT NOT NULL,
    party_id BIGINT NOT NULL,
    waiver_id BIGINT NOT NULL,
    fee_minor BIGINT NOT NULL,
    waived_minor BIGINT NOT NULL,
    told INTEGER NOT NULL,
    PRIMARY KEY (deal_id, side, party_id)
);
