package org.tpx.engine.offering;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.unit.Placement;
import org.tpx.engine.unit.Units;
import org.tpx.protocol.OfferingEvent.OfferingAnnounced;

/** All offerings, and the series whose units they place. */
final class OfferingRegister {

    private final Table<Offering> offerings = new Table<>(Offering::new);
    private final Codes codes = new Codes();
    private final Units units;

    OfferingRegister(Units units) {
        this.units = units;
    }

    /** The offering of this identity, or null. */
    @Nullable
    Offering find(long offeringId) {
        return offerings.find(offeringId);
    }

    /** The offering of an identity that is known to exist. */
    Offering get(long offeringId) {
        return offerings.get(offeringId);
    }

    /** The series of this identity, or null. */
    @Nullable
    Placement series(long seriesId) {
        return units.placement(seriesId);
    }

    /** The series whose units an offering places. */
    Placement series(Offering offering) {
        return requireSeries(offering.announced().seriesId());
    }

    /** The series of an identity that is known to exist. */
    Placement requireSeries(long seriesId) {
        Placement series = units.placement(seriesId);
        if (series == null) {
            throw new InvariantBrokenException("no series with identity " + seriesId);
        }
        return series;
    }

    boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    long nextId() {
        return offerings.nextId();
    }

    Offering add(OfferingAnnounced announced) {
        Offering offering = offerings.add(new Offering(announced));
        codes.enter(offering);
        return offering;
    }

    void exchange(Snapshot snapshot) {
        offerings.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(offerings);
        }
    }
}
