-- The title register: every entry of a right, who owned which share from when until when, what weighed on it, where it stood.

CREATE TABLE title_entry (
    right_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    kind TEXT NOT NULL,
    instrument TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (right_id, number)
);

CREATE INDEX title_entry_by_instrument ON title_entry (right_id, instrument);

-- Until is 0 while it goes on.
CREATE TABLE title_share (
    right_id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    party_id BIGINT NOT NULL,
    share_bps INTEGER NOT NULL,
    from_number INTEGER NOT NULL,
    from_sequence BIGINT NOT NULL,
    until_sequence BIGINT NOT NULL,
    PRIMARY KEY (right_id, from_number, place)
);

CREATE TABLE title_burden (
    right_id BIGINT NOT NULL,
    reference TEXT NOT NULL,
    kind TEXT NOT NULL,
    holder_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    claim_minor BIGINT NOT NULL,
    due_nanos BIGINT NOT NULL,
    late INTEGER NOT NULL,
    from_number INTEGER NOT NULL,
    from_sequence BIGINT NOT NULL,
    until_sequence BIGINT NOT NULL,
    PRIMARY KEY (right_id, from_number)
);

CREATE TABLE title_standing (
    right_id BIGINT NOT NULL,
    from_number INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    standing TEXT NOT NULL,
    filed_nanos BIGINT NOT NULL,
    term_ends_nanos BIGINT NOT NULL,
    fees_paid_until_nanos BIGINT NOT NULL,
    invalidity_pending INTEGER NOT NULL,
    same_day_invention INTEGER NOT NULL,
    PRIMARY KEY (right_id, from_number)
);

-- Technology contracts: filed, then registered or refused.
CREATE TABLE tech_contract (
    tech_contract_id BIGINT PRIMARY KEY,
    listing_id BIGINT NOT NULL,
    deal_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    content TEXT NOT NULL,
    contract_type TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    turnover_minor BIGINT NOT NULL,
    seller_province TEXT NOT NULL,
    buyer_province TEXT NOT NULL,
    field TEXT NOT NULL,
    certificate TEXT NOT NULL,
    filed_sequence BIGINT NOT NULL,
    due_nanos BIGINT NOT NULL,
    overdue INTEGER NOT NULL,
    decided_sequence BIGINT NOT NULL,
    decided_nanos BIGINT NOT NULL
);

CREATE INDEX tech_contract_by_deal ON tech_contract (deal_id);
