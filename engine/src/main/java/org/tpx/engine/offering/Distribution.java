package org.tpx.engine.offering;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.OfferingEvent.DistributionDeclared;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.UnitAllotment;

/** What is paid on all units of a series, and the holders who are still to be paid, as they stood when it was declared. */
final class Distribution implements Snapshot.Part {
    private Record declared = new SystemCommand.Continue();
    private final List<Share> shares = new ArrayList<>();

    Distribution() {}

    Distribution(DistributionDeclared declared) {
        this.declared = declared;
    }

    DistributionDeclared declared() {
        return (DistributionDeclared) declared;
    }

    void add(long partyId, long units) {
        shares.add(new Share(partyId, units));
    }

    /** Whether every holder at or behind this place is paid. */
    boolean isPaid(long place) {
        return place >= shares.size();
    }

    /** The holder at a place, with its units. */
    UnitAllotment share(long place) {
        Share share = shares.get((int) place);
        return new UnitAllotment(share.partyId, share.units);
    }

    /** All are paid, so nothing is remembered of them. */
    void close() {
        shares.clear();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        declared = snapshot.message(declared);
        snapshot.parts(shares, () -> new Share(0, 0));
    }

    private static final class Share implements Snapshot.Part {
        private long partyId;
        private long units;

        private Share(long partyId, long units) {
            this.partyId = partyId;
            this.units = units;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            units = snapshot.number(units);
        }
    }
}
