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

-- What members are themselves, and what they owe for it.
CREATE TABLE member_account (
    member_id BIGINT PRIMARY KEY,
    membership_class TEXT NOT NULL,
    party_id BIGINT NOT NULL
);

CREATE TABLE dues_rate (
    dues_schedule_id BIGINT NOT NULL,
    version INTEGER NOT NULL,
    membership_class TEXT NOT NULL,
    currency TEXT NOT NULL,
    seat_fee_minor BIGINT NOT NULL,
    annual_dues_minor BIGINT NOT NULL,
    PRIMARY KEY (dues_schedule_id, version, membership_class)
);

CREATE TABLE dues (
    dues_id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    dues_year INTEGER NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    paid_minor BIGINT NOT NULL,
    refunded_minor BIGINT NOT NULL,
    accrued_nanos BIGINT NOT NULL,
    due_nanos BIGINT NOT NULL,
    overdue_nanos BIGINT NOT NULL,
    paid_nanos BIGINT NOT NULL
);

CREATE INDEX dues_by_member ON dues (member_id, dues_id);

CREATE TABLE fee_refund (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    deal_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    time_nanos BIGINT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

-- Brokers' commissions: what mandates say, what a notice disclosed, and what of it a deal owes.
CREATE TABLE commission_agreed (
    party_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    scope TEXT NOT NULL,
    payer TEXT NOT NULL,
    rate_ppm INTEGER NOT NULL,
    currency TEXT NOT NULL,
    minimum_minor BIGINT NOT NULL,
    PRIMARY KEY (party_id, member_id, scope)
);

CREATE TABLE commission_disclosed (
    listing_id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL,
    payer TEXT NOT NULL,
    rate_ppm INTEGER NOT NULL,
    currency TEXT NOT NULL,
    minimum_minor BIGINT NOT NULL
);

CREATE TABLE commission (
    deal_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    payer TEXT NOT NULL,
    payee_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    told_minor BIGINT NOT NULL,
    accrued_nanos BIGINT NOT NULL,
    PRIMARY KEY (deal_id, member_id, party_id, payer)
);

ALTER TABLE deal ADD COLUMN seller_commission_minor BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deal ADD COLUMN buyer_commission_minor BIGINT NOT NULL DEFAULT 0;

-- What the bank told of a receipt: from which account, and by which rate it converted.
ALTER TABLE receipt ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN original_currency TEXT NOT NULL DEFAULT 'XXX';
ALTER TABLE receipt ADD COLUMN original_minor BIGINT NOT NULL DEFAULT 0;
ALTER TABLE receipt ADD COLUMN exchange_rate_e10 BIGINT NOT NULL DEFAULT 0;
ALTER TABLE receipt ADD COLUMN rate_unit TEXT NOT NULL DEFAULT 'XXX';

CREATE INDEX receipt_by_account ON receipt (listing_id, account);

-- One account that paid deposits for two parties of a listing (alert A01).
CREATE TABLE shared_account (
    listing_id BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    other_party_id BIGINT NOT NULL,
    account TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (listing_id, party_id, account)
);
