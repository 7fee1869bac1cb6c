package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.ListingEvent.DepositReceived;
import org.tpx.protocol.ListingEvent.DepositShort;
import org.tpx.protocol.ListingEvent.Qualified;
import org.tpx.protocol.PostingReason;

/**
 * The deposits of every listing: what was asked, what came, and what became of it. For every party of every listing, what was
 * refunded, converted and forfeited plus what is still held is what was received, after every turn.
 */
final class Deposits {
    private static final String INSERT =
            "INSERT INTO deposit (listing_id, party_id, currency, required_minor, received_minor, refunded_minor,"
                    + " converted_minor, forfeited_minor) VALUES (?, ?, ?, ?, 0, 0, 0, 0) ON CONFLICT DO NOTHING";

    private final Handle handle;
    private final Ledger ledger;
    private final Listings listings;
    private final Differences differences;

    Deposits(Handle handle, Ledger ledger, Listings listings, Differences differences) {
        this.handle = handle;
        this.ledger = ledger;
        this.listings = listings;
        this.differences = differences;
    }

    void qualified(Place place, Qualified event) {
        differences.check(
                "deposit that party " + event.partyId() + " owes for listing " + event.listingId(),
                event.deposit().currency(),
                askedMinor(event.listingId()),
                event.deposit().minor());
        long required = event.deposit().minor();
        handle.execute(
                INSERT, event.listingId(), event.partyId(), event.deposit().currency(), required);
        handle.execute(
                "UPDATE deposit SET required_minor = ? WHERE listing_id = ? AND party_id = ?",
                required,
                event.listingId(),
                event.partyId());
    }

    void received(Place place, DepositReceived event) {
        Currency currency = event.amount().currency();
        String what = "deposit of party " + event.partyId() + " for listing " + event.listingId();
        differences.check(
                what + " held",
                currency,
                heldMinor(event.listingId(), event.partyId(), currency),
                event.amount().minor());
        differences.check(
                what + " in full",
                currency,
                askedMinor(event.listingId()),
                event.amount().minor());
    }

    void tooShort(Place place, DepositShort event) {
        Currency currency = event.missing().currency();
        long missing = askedMinor(event.listingId()) - heldMinor(event.listingId(), event.partyId(), currency);
        differences.check(
                "what misses of the deposit of party " + event.partyId() + " for listing " + event.listingId(),
                currency,
                missing,
                event.missing().minor());
    }

    /** What the notice in force asks of everyone; a deposit may come before its party is told that it qualifies. */
    private long askedMinor(long listingId) {
        return listings.find(listingId).map(Listing::depositMinor).orElse(0L);
    }

    /** A leg on a deposit account was booked; a positive change is a credit. */
    void booked(AccountKey key, PostingReason reason, long changeMinor) {
        switch (reason) {
            case DEPOSIT_IN -> add("received_minor", key, changeMinor);
            case DEPOSIT_CONVERTED -> add("converted_minor", key, -changeMinor);
            case DEPOSIT_FORFEITED -> add("forfeited_minor", key, -changeMinor);
            case DEPOSIT_RELEASED -> add("refunded_minor", key, -changeMinor);
            default -> differences.onDifference("reason of a posting on " + key, "one of deposits", reason.name());
        }
        boolean emptied = reason != PostingReason.DEPOSIT_IN && changeMinor < 0;
        if (emptied) {
            differences.check("left on " + key + " after " + reason, key.currency(), 0, ledger.balanceMinor(key));
        }
    }

    private void add(String column, AccountKey key, long minor) {
        handle.execute(INSERT, key.listingId(), key.partyId(), key.currency(), 0);
        handle.execute(
                "UPDATE deposit SET " + column + " = " + column + " + ? WHERE listing_id = ? AND party_id = ?",
                minor,
                key.listingId(),
                key.partyId());
    }

    private long column(String column, long listingId, long partyId) {
        return handle.select(
                        "SELECT " + column + " FROM deposit WHERE listing_id = ? AND party_id = ?", listingId, partyId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** What is held of a party's deposit for a listing. */
    long heldMinor(long listingId, long partyId, Currency currency) {
        return ledger.balanceMinor(AccountKey.deposit(partyId, listingId, currency));
    }

    /** A turn changed a deposit account: everything that came must be somewhere. */
    void checkAccounted(AccountBalance account) {
        AccountKey key = account.key();
        long received = column("received_minor", key.listingId(), key.partyId());
        long elsewhere = handle.select(
                        "SELECT refunded_minor + converted_minor + forfeited_minor FROM deposit"
                                + " WHERE listing_id = ? AND party_id = ?",
                        key.listingId(),
                        key.partyId())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        differences.check(
                "refunded, converted, forfeited and held of " + key,
                key.currency(),
                received,
                Math.addExact(elsewhere, account.balanceMinor()));
    }

    /** A listing is done: no deposit may be held any more but those of defaulters whose finding is still open. */
    void checkSettled(long listingId) {
        handle.select(
                        "SELECT party_id, currency FROM deposit WHERE listing_id = ? AND party_id NOT IN"
                                + " (SELECT party_id FROM forfeiture WHERE listing_id = ? AND state = ?) ORDER BY party_id",
                        listingId,
                        listingId,
                        Forfeitures.State.FOUND)
                .map((row, context) -> AccountKey.deposit(
                        row.getLong("party_id"), listingId, Currency.valueOf(row.getString("currency"))))
                .forEach(key -> differences.check(
                        "left on " + key + " when its listing was completed",
                        key.currency(),
                        0,
                        ledger.balanceMinor(key)));
    }
}
