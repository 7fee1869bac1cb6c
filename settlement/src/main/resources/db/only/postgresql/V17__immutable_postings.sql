-- What is booked stays: a mistake is put right by another posting, never by changing one. Dropping a table to book it again is
-- something else, and goes.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row of % is never %', TG_TABLE_NAME, TG_ARGV[0];
END;
$$;

CREATE TRIGGER posting_is_never_changed BEFORE UPDATE ON posting
    FOR EACH ROW EXECUTE FUNCTION refuse_change('changed');

CREATE TRIGGER posting_is_never_deleted BEFORE DELETE ON posting
    FOR EACH ROW EXECUTE FUNCTION refuse_change('deleted');

CREATE TRIGGER posting_is_never_truncated BEFORE TRUNCATE ON posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('truncated');

CREATE TRIGGER posting_leg_is_never_changed BEFORE UPDATE ON posting_leg
    FOR EACH ROW EXECUTE FUNCTION refuse_change('changed');

CREATE TRIGGER posting_leg_is_never_deleted BEFORE DELETE ON posting_leg
    FOR EACH ROW EXECUTE FUNCTION refuse_change('deleted');

CREATE TRIGGER posting_leg_is_never_truncated BEFORE TRUNCATE ON posting_leg
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('truncated');

CREATE TRIGGER ledger_difference_is_never_changed BEFORE UPDATE ON ledger_difference
    FOR EACH ROW EXECUTE FUNCTION refuse_change('changed');

CREATE TRIGGER ledger_difference_is_never_deleted BEFORE DELETE ON ledger_difference
    FOR EACH ROW EXECUTE FUNCTION refuse_change('deleted');

CREATE TRIGGER ledger_difference_is_never_truncated BEFORE TRUNCATE ON ledger_difference
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('truncated');
