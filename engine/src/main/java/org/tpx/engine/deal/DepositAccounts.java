package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ChargeEvent.DepositAccountShared;
import org.tpx.protocol.Hash256;

/**
 * From which accounts the deposits of each listing came, whether they were kept or given back. One account that pays for two bidders is
 * told (alert A01); what it means is for others to find out.
 */
final class DepositAccounts {

    private final Table<Source> sources = new Table<>(Source::new);
    private final Long2ObjectHashMap<List<Source>> byListing = new Long2ObjectHashMap<>();

    /** A deposit came from this account: causes DepositAccountShared where it had paid for another party of the listing before. */
    void paid(Turn turn, long listingId, long partyId, Hash256 account) {
        if (account.isAbsent()) {
            return;
        }
        long other = 0;
        for (Source source : of(listingId)) {
            if (source.account.equals(account)) {
                if (source.partyId == partyId) {
                    return;
                }
                other = other == 0 ? source.partyId : other;
            }
        }
        of(listingId).add(sources.add(new Source(listingId, partyId, account)));
        if (other != 0) {
            turn.emit(new DepositAccountShared(listingId, partyId, other, account));
        }
    }

    void exchange(Snapshot snapshot) {
        sources.exchange(snapshot);
        if (snapshot.isReading()) {
            byListing.clear();
            sources.forEach(source -> of(source.listingId).add(source));
        }
    }

    private List<Source> of(long listingId) {
        return byListing.computeIfAbsent(listingId, id -> new ArrayList<>());
    }

    private static final class Source implements Snapshot.Part {
        private long listingId;
        private long partyId;
        private Hash256 account = Hash256.ZERO;

        private Source() {}

        private Source(long listingId, long partyId, Hash256 account) {
            this.listingId = listingId;
            this.partyId = partyId;
            this.account = account;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            listingId = snapshot.number(listingId);
            partyId = snapshot.number(partyId);
            account = snapshot.hash(account);
        }
    }
}
