package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;

/** What somebody owes back to a buyer since a deal was unwound. Changed by {@link Restitutions} alone. */
final class RestitutionClaim implements Snapshot.Part {

    private long id;
    private long dealId;
    private long listingId;
    private long debtorId;
    private long creditorId;
    private Money open = Money.NONE;

    RestitutionClaim() {}

    RestitutionClaim(long id, long dealId, long listingId, long debtorId, long creditorId, Money amount) {
        this.id = id;
        this.dealId = dealId;
        this.listingId = listingId;
        this.debtorId = debtorId;
        this.creditorId = creditorId;
        open = amount;
    }

    long id() {
        return id;
    }

    long dealId() {
        return dealId;
    }

    long listingId() {
        return listingId;
    }

    /** Who owes it; 0 for the exchange. */
    long debtorId() {
        return debtorId;
    }

    long creditorId() {
        return creditorId;
    }

    /** What is still owed. */
    Money open() {
        return open;
    }

    void receive(Money amount) {
        open = open.minus(amount);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        dealId = snapshot.number(dealId);
        listingId = snapshot.number(listingId);
        debtorId = snapshot.number(debtorId);
        creditorId = snapshot.number(creditorId);
        open = snapshot.money(open);
    }
}
