-- Papers of deals: what was filed, who signed it by which key, and what a contract or a handover then rested on.

CREATE TABLE exchange (
    sequence BIGINT PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE paper (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    listing_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    form TEXT NOT NULL,
    filed_nanos BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX paper_by_listing ON paper (listing_id, kind, sequence);

CREATE TABLE paper_signature (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    listing_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    public_key TEXT NOT NULL,
    signature TEXT NOT NULL,
    signed_nanos BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX paper_signature_by_listing ON paper_signature (listing_id, kind, sequence);

CREATE TABLE concluded_paper (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    deal_id BIGINT NOT NULL,
    listing_id BIGINT NOT NULL,
    step TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX concluded_paper_by_listing ON concluded_paper (listing_id, sequence);
