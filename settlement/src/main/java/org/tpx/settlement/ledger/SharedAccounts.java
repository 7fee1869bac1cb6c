package org.tpx.settlement.ledger;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.ChargeEvent.DepositAccountShared;
import org.tpx.protocol.MoneyPurpose;

/** Accounts that paid deposits for two parties of a listing: the receipts must say the same. */
final class SharedAccounts {
    private final Handle handle;
    private final Differences differences;

    SharedAccounts(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    void shared(Place place, DepositAccountShared event) {
        String account = event.account().toString();
        long payers = handle.select(
                        "SELECT COUNT(DISTINCT party_id) FROM receipt WHERE listing_id = ? AND account = ? AND purpose = ?"
                                + " AND party_id IN (?, ?)",
                        event.listingId(),
                        account,
                        MoneyPurpose.DEPOSIT,
                        event.partyId(),
                        event.otherPartyId())
                .mapTo(Long.class)
                .one();
        differences.check("parties of listing " + event.listingId() + " paid for by one account", (Object) 2L, payers);
        handle.execute(
                "INSERT INTO shared_account (listing_id, party_id, other_party_id, account, sequence) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                event.listingId(),
                event.partyId(),
                event.otherPartyId(),
                account,
                place.sequence());
    }
}
