package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.List;

/** One party in {@link UnitModel}: its money, its units with the days on which they came, its last sale. */
final class ModelParty {

    /** Units that came on one day; 0 for an issue. */
    record Lot(long day, long units) {}

    final long id;
    final List<Lot> lots = new ArrayList<>();
    long cashMinor;
    long lastSaleDay = Long.MIN_VALUE / 2;
    int weight = 1;

    ModelParty(long id, long cashMinor, long units) {
        this.id = id;
        this.cashMinor = cashMinor;
        lots.add(new Lot(0, units));
    }

    long units() {
        return lots.stream().mapToLong(Lot::units).sum();
    }

    /** Units that came so many days before this one, or earlier. */
    long unitsBefore(long day, int tPlusDays) {
        return lots.stream()
                .filter(lot -> lot.day() == 0 || lot.day() + tPlusDays <= day)
                .mapToLong(Lot::units)
                .sum();
    }

    /** The oldest go first. */
    void give(long day, long units) {
        long left = units;
        while (left > 0) {
            Lot oldest = lots.remove(0);
            long taken = Math.min(left, oldest.units());
            left -= taken;
            if (taken < oldest.units()) {
                lots.add(0, new Lot(oldest.day(), oldest.units() - taken));
            }
        }
        lastSaleDay = day;
    }

    void take(long day, long units) {
        lots.add(new Lot(day, units));
    }
}
