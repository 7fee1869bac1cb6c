-- Series of units, who holds them, and how that came about. An entry in the register is units of one party in one series; with the
-- issues and the trades anyone adds it up again.

CREATE TABLE unit_series (
    series_id BIGINT PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    calendar_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    total_units BIGINT NOT NULL,
    lot_units BIGINT NOT NULL,
    tick_minor BIGINT NOT NULL,
    buyer_fee_ppm INTEGER NOT NULL,
    seller_fee_ppm INTEGER NOT NULL,
    session TEXT NOT NULL,
    issued_units BIGINT NOT NULL,
    last_trade BIGINT NOT NULL,
    last_price_minor BIGINT NOT NULL,
    call_units BIGINT NOT NULL,
    call_price_minor BIGINT NOT NULL,
    fees_waiting_minor BIGINT NOT NULL,
    closed_sequence BIGINT NOT NULL
);

CREATE TABLE unit_holding (
    series_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    units BIGINT NOT NULL,
    beneficiaries INTEGER NOT NULL,
    PRIMARY KEY (series_id, party_id)
);

CREATE TABLE unit_issue (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    series_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    units BIGINT NOT NULL,
    time_nanos BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX unit_issue_by_series ON unit_issue (series_id, sequence, ordinal);

CREATE TABLE unit_trade (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    series_id BIGINT NOT NULL,
    trade_number BIGINT NOT NULL,
    time_nanos BIGINT NOT NULL,
    aggressor TEXT NOT NULL,
    buyer_id BIGINT NOT NULL,
    seller_id BIGINT NOT NULL,
    units BIGINT NOT NULL,
    currency TEXT NOT NULL,
    price_minor BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    buyer_fee_minor BIGINT NOT NULL,
    seller_fee_minor BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX unit_trade_by_series ON unit_trade (series_id, trade_number);

-- Offerings of units: who paid in how much, what became of it, and the rights of pre-emption that stood before the others. What was paid in
-- is what was paid for units and what went back, line by line.

CREATE TABLE offering (
    offering_id BIGINT PRIMARY KEY,
    code TEXT NOT NULL,
    series_id BIGINT NOT NULL,
    issuer_id BIGINT NOT NULL,
    pricing TEXT NOT NULL,
    currency TEXT NOT NULL,
    units BIGINT NOT NULL,
    minimum_units BIGINT NOT NULL,
    least_price_minor BIGINT NOT NULL,
    state TEXT NOT NULL,
    price_minor BIGINT NOT NULL
);

CREATE TABLE offering_right (
    offering_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    held_units BIGINT NOT NULL,
    units BIGINT NOT NULL,
    PRIMARY KEY (offering_id, party_id)
);

CREATE TABLE subscription (
    offering_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    party_id BIGINT NOT NULL,
    preemptive INTEGER NOT NULL,
    units BIGINT NOT NULL,
    limit_minor BIGINT NOT NULL,
    paid_in_minor BIGINT NOT NULL,
    settled INTEGER NOT NULL,
    allotted_units BIGINT NOT NULL,
    paid_minor BIGINT NOT NULL,
    refund_minor BIGINT NOT NULL,
    PRIMARY KEY (offering_id, number)
);

CREATE INDEX subscription_by_party ON subscription (offering_id, party_id);

CREATE TABLE pooled_right (
    series_id BIGINT NOT NULL,
    right_id BIGINT NOT NULL,
    pooled_nanos BIGINT NOT NULL,
    released_nanos BIGINT NOT NULL,
    PRIMARY KEY (series_id, right_id, pooled_nanos)
);

-- What was declared on all units of a series, and what of it holders were not told yet: 0 once all are paid.
CREATE TABLE distribution (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    series_id BIGINT NOT NULL,
    payer_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    per_unit_minor BIGINT NOT NULL,
    units BIGINT NOT NULL,
    amount_minor BIGINT NOT NULL,
    open_minor BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);
