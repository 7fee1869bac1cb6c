-- Registers of shares in custody. share_entry and share_weight are the history: what a party holds, and what weighs on it, at any turn is
-- the sum of the changes up to there. share_holding and share_burden are where they stand now.

CREATE TABLE share_register (
    register_id BIGINT PRIMARY KEY,
    code TEXT NOT NULL,
    issuer_id BIGINT NOT NULL,
    share_class TEXT NOT NULL,
    contract_until_nanos BIGINT NOT NULL,
    total_shares BIGINT NOT NULL,
    ended_sequence BIGINT NOT NULL
);

CREATE TABLE share_holding (
    register_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    shares BIGINT NOT NULL,
    confirmed INTEGER NOT NULL,
    locked_shares BIGINT NOT NULL,
    lock_until_nanos BIGINT NOT NULL,
    PRIMARY KEY (register_id, party_id)
);

CREATE TABLE share_entry (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    line INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    register_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    change BIGINT NOT NULL,
    why TEXT NOT NULL,
    other_party_id BIGINT NOT NULL,
    deal_id BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal, line)
);

CREATE INDEX share_entry_by_register ON share_entry (register_id, party_id, sequence, ordinal, line);

CREATE INDEX share_entry_by_deal ON share_entry (deal_id);

-- A pledge or a freeze by its number, a block by its listing.
CREATE TABLE share_burden (
    register_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    party_id BIGINT NOT NULL,
    favoured_id BIGINT NOT NULL,
    shares BIGINT NOT NULL,
    consented INTEGER NOT NULL,
    PRIMARY KEY (register_id, kind, reference, party_id)
);

-- An executive's lock is a change from the lock before; until_nanos is 0 but for a lock.
CREATE TABLE share_weight (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    register_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    change BIGINT NOT NULL,
    until_nanos BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX share_weight_by_register ON share_weight (register_id, party_id, sequence, ordinal);

CREATE TABLE share_book_close (
    book_close_id BIGINT PRIMARY KEY,
    register_id BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    from_nanos BIGINT NOT NULL,
    record_nanos BIGINT NOT NULL,
    state TEXT NOT NULL,
    recorded_sequence BIGINT NOT NULL
);

-- What was declared on all shares, and what of it no holder was told of yet: 0 once all are told.
CREATE TABLE share_dividend (
    book_close_id BIGINT PRIMARY KEY,
    register_id BIGINT NOT NULL,
    payer_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    per_shares INTEGER NOT NULL,
    total_shares BIGINT NOT NULL,
    total_minor BIGINT NOT NULL,
    holds_pledged INTEGER NOT NULL,
    holds_frozen INTEGER NOT NULL,
    open_minor BIGINT NOT NULL
);

-- Each holder's part as the books reckon it at the record date.
CREATE TABLE share_dividend_part (
    book_close_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    shares BIGINT NOT NULL,
    held_shares BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    held_minor BIGINT NOT NULL,
    allotted_sequence BIGINT NOT NULL,
    released_sequence BIGINT NOT NULL,
    payee_id BIGINT NOT NULL,
    PRIMARY KEY (book_close_id, party_id)
);

CREATE INDEX share_dividend_part_by_party ON share_dividend_part (party_id);

-- What a listing sells of shares in custody, and that shares pay it.
CREATE TABLE share_terms (
    listing_id BIGINT PRIMARY KEY,
    offered_register_id BIGINT NOT NULL,
    offered_shares BIGINT NOT NULL,
    paying_register_id BIGINT NOT NULL,
    share_value_minor BIGINT NOT NULL
);
