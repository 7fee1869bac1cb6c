-- Demands with an award: what is paid in for each, and who got which part of it.

CREATE TABLE demand (
    demand_id BIGINT PRIMARY KEY,
    code TEXT NOT NULL,
    poster_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    guarantor_id BIGINT NOT NULL,
    fee_schedule_id BIGINT NOT NULL,
    fee_schedule_version INTEGER NOT NULL,
    held_minor BIGINT NOT NULL,
    closed_sequence BIGINT NOT NULL
);

CREATE INDEX demand_by_poster ON demand (poster_id, currency);

CREATE TABLE demand_award (
    demand_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    fee_minor BIGINT NOT NULL,
    paid_sequence BIGINT NOT NULL,
    PRIMARY KEY (demand_id, party_id)
);
