package org.tpx.engine.unit;

import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.Currency;
import org.tpx.protocol.UnitEvent.UnitsIssued;

/** What an offering needs of the series whose units it places. Looks at the series as it is when it is asked. */
public final class Placement {

    /** Is given every holder. */
    @FunctionalInterface
    public interface HolderVisitor {

        /** A party, and the units that it holds. */
        void onHolder(long partyId, long units);
    }

    private final Series series;
    private final SeriesRegister register;

    Placement(Series series, SeriesRegister register) {
        this.series = series;
        this.register = register;
    }

    /** The identity of the series. */
    public long seriesId() {
        return series.id();
    }

    /** The calendar of its days. */
    public long calendarId() {
        return series.calendarId();
    }

    /** The currency of its prices. */
    public Currency currency() {
        return series.currency();
    }

    /** Whether it was wound up, so that nothing is issued or traded any more. */
    public boolean isWoundUp() {
        return series.isWoundUp();
    }

    /** Whether nobody may trade now: the series, or the whole market, is halted. */
    public boolean isHalted() {
        return register.isHalted(series);
    }

    /** The lots of so many units, or -1 where they are not whole lots. */
    public long lots(long units) {
        return series.reckoning().lots(units);
    }

    /** The units of so many lots. */
    public long units(long lots) {
        return series.reckoning().units(lots);
    }

    /** Whether a price, in minor units, is a whole number of ticks. */
    public boolean isWholeTicks(long priceMinor) {
        return series.reckoning().ticks(priceMinor) != Reckoning.NOT_WHOLE;
    }

    /** Units that may still be issued, those that an offering keeps for itself not counted. */
    public long unitsLeft() {
        return series.terms().totalUnits() - series.holders().issuedUnits() - series.reservedUnits();
    }

    /** Keeps so many units for an offering, or lets them go where the number is negative. */
    public void reserve(long units) {
        series.reserve(units);
    }

    /** The places among the holders that the party would take up with its first unit; 0 where it has them already. */
    public long placesNeeded(long partyId) {
        Holding holding = series.holders().find(partyId);
        if (holding == null) {
            return 1;
        }
        return holding.isSeated() ? 0 : holding.weight();
    }

    /** Whether so many more places among the holders are free. */
    public boolean hasRoom(long places) {
        return series.holders().hasRoom(places);
    }

    /** Enters units into the register of holders; causes UnitsIssued. They are free at once. */
    public void issue(Turn turn, long partyId, long units) {
        Holders holders = series.holders();
        holders.issue(holders.of(partyId), units);
        turn.emit(new UnitsIssued(series.id(), partyId, units));
    }

    /** The units in the register of holders. */
    public long issuedUnits() {
        return series.holders().issuedUnits();
    }

    /** Gives every holder of units, in the order of the register. */
    public void forEachHolder(HolderVisitor visitor) {
        series.holders().forEach(visitor);
    }
}
