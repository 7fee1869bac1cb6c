-- What the bank was told and what it tells. A transfer is one sending of a payment: a payment that came back is sent again under
-- another end-to-end id. All rows come from the journal; that a file was written is known by the file.

CREATE TABLE bank_transfer (
    payment_id BIGINT NOT NULL,
    attempt INTEGER NOT NULL,
    end_to_end_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    time_nanos BIGINT NOT NULL,
    kind TEXT NOT NULL,
    party_id BIGINT NOT NULL,
    listing_id BIGINT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    state TEXT NOT NULL,
    outcome_sequence BIGINT NOT NULL,
    outcome_nanos BIGINT NOT NULL,
    bank_reference TEXT NOT NULL,
    PRIMARY KEY (payment_id, attempt)
);

CREATE UNIQUE INDEX bank_transfer_by_end_to_end ON bank_transfer (end_to_end_id);
CREATE INDEX bank_transfer_by_state ON bank_transfer (state, sequence, ordinal);
CREATE INDEX bank_transfer_by_message ON bank_transfer (message_id);
CREATE INDEX bank_transfer_by_reference ON bank_transfer (bank_reference);

-- An item with the number 0 was booked all the same and is told to people: short, in surplus, no longer awaited.
CREATE TABLE bank_queue (
    sequence BIGINT NOT NULL,
    ordinal INTEGER NOT NULL,
    item_id BIGINT NOT NULL,
    queue TEXT NOT NULL,
    state TEXT NOT NULL,
    time_nanos BIGINT NOT NULL,
    direction TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    party_id BIGINT NOT NULL,
    listing_id BIGINT NOT NULL,
    bank_reference TEXT NOT NULL,
    end_to_end_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    message TEXT NOT NULL,
    reason TEXT NOT NULL,
    resolved_sequence BIGINT NOT NULL,
    resolved_nanos BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);

CREATE INDEX bank_queue_by_item ON bank_queue (item_id);
CREATE INDEX bank_queue_by_reference ON bank_queue (bank_reference);
CREATE INDEX bank_queue_by_state ON bank_queue (state, sequence);
