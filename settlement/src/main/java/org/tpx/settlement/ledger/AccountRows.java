package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;

/** The accounts of the ledger as rows of the database. */
final class AccountRows implements AccountSource {
    private static final String UPSERT =
            "INSERT INTO account (kind, party_id, listing_id, deal_id, offering_id, currency, balance_minor, held_minor)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (kind, party_id, listing_id, deal_id, offering_id, currency)"
                    + " DO UPDATE SET balance_minor = excluded.balance_minor, held_minor = excluded.held_minor";

    private final Handle handle;

    AccountRows(Handle handle) {
        this.handle = handle;
    }

    @Override
    public AccountBalance read(AccountKey key) {
        return handle.select(
                        "SELECT balance_minor, held_minor FROM account WHERE kind = ? AND party_id = ? AND listing_id = ?"
                                + " AND deal_id = ? AND offering_id = ? AND currency = ?",
                        key.kind(),
                        key.partyId(),
                        key.listingId(),
                        key.dealId(),
                        key.offeringId(),
                        key.currency())
                .map((row, context) -> new AccountBalance(key, row.getLong("balance_minor"), row.getLong("held_minor")))
                .findOne()
                .orElseGet(() -> AccountBalance.empty(key));
    }

    /** Tells the ledger the totals of all rows. */
    void resume(Ledger ledger) {
        handle.select(
                        "SELECT currency, SUM(CASE WHEN kind IN (?, ?) THEN balance_minor ELSE 0 END) AS assets,"
                                + " SUM(CASE WHEN kind IN (?, ?) THEN 0 ELSE balance_minor END) AS liabilities"
                                + " FROM account GROUP BY currency ORDER BY currency",
                        AccountKind.SETTLEMENT,
                        AccountKind.OPERATING,
                        AccountKind.SETTLEMENT,
                        AccountKind.OPERATING)
                .map((row, context) -> {
                    Currency currency = Currency.valueOf(row.getString("currency"));
                    ledger.resume(currency, row.getLong("assets"), row.getLong("liabilities"));
                    return currency;
                })
                .list();
    }

    /** Writes the accounts that changed. */
    void write(Ledger ledger) {
        try (PreparedBatch batch = handle.prepareBatch(UPSERT)) {
            ledger.write(account -> add(batch, account));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static void add(PreparedBatch batch, AccountBalance account) {
        AccountKey key = account.key();
        batch.add(
                key.kind(),
                key.partyId(),
                key.listingId(),
                key.dealId(),
                key.offeringId(),
                key.currency(),
                account.balanceMinor(),
                account.heldMinor());
    }
}
