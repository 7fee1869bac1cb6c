package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;

/** Lots that their seller offers together at a floor of their own. */
final class OfferedPackage implements Snapshot.Part {

    private long lots;
    private long floorMinor;

    OfferedPackage() {}

    OfferedPackage(long lots, long floorMinor) {
        this.lots = lots;
        this.floorMinor = floorMinor;
    }

    /** Its lots as {@link CatalogueLot#bit}s. */
    long lots() {
        return lots;
    }

    long floorMinor() {
        return floorMinor;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        lots = snapshot.number(lots);
        floorMinor = snapshot.number(floorMinor);
    }
}
