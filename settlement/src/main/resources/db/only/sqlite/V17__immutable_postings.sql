-- What is booked stays: a mistake is put right by another posting, never by changing one. Dropping a table to book it again is
-- something else, and goes.

CREATE TRIGGER posting_is_never_changed BEFORE UPDATE ON posting
BEGIN
    SELECT RAISE(ABORT, 'a row of posting is never changed');
END;

CREATE TRIGGER posting_is_never_deleted BEFORE DELETE ON posting
BEGIN
    SELECT RAISE(ABORT, 'a row of posting is never deleted');
END;

CREATE TRIGGER posting_leg_is_never_changed BEFORE UPDATE ON posting_leg
BEGIN
    SELECT RAISE(ABORT, 'a row of posting_leg is never changed');
END;

CREATE TRIGGER posting_leg_is_never_deleted BEFORE DELETE ON posting_leg
BEGIN
    SELECT RAISE(ABORT, 'a row of posting_leg is never deleted');
END;

CREATE TRIGGER ledger_difference_is_never_changed BEFORE UPDATE ON ledger_difference
BEGIN
    SELECT RAISE(ABORT, 'a row of ledger_difference is never changed');
END;

CREATE TRIGGER ledger_difference_is_never_deleted BEFORE DELETE ON ledger_difference
BEGIN
    SELECT RAISE(ABORT, 'a row of ledger_difference is never deleted');
END;
