package org.tpx.engine.sale;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.Money;

/** One lot of a catalogue: a listing's attempt, and how it fared. */
final class CatalogueLot implements Snapshot.Part {

    /** What became of it. */
    enum Fate {
        /** It belongs to the catalogue and may still be sold in it. */
        STANDING,
        /** It was taken out, or was not ready when the hours were fixed. */
        OUT,
        SOLD,
        UNSOLD
    }

    private int number;
    private long listingId;
    private int attempt;
    private Money reserve = Money.NONE;
    private Fate fate = Fate.STANDING;

    CatalogueLot() {}

    CatalogueLot(int number, Listing listing, int attempt, Money reserve) {
        this.number = number;
        listingId = listing.id();
        this.attempt = attempt;
        this.reserve = reserve;
    }

    /** Its number in the catalogue, from 1. */
    int number() {
        return number;
    }

    long listingId() {
        return listingId;
    }

    int attempt() {
        return attempt;
    }

    /** The secret price below which it is not sold, or {@link Money#NONE}. */
    Money reserve() {
        return reserve;
    }

    boolean isStanding() {
        return fate == Fate.STANDING;
    }

    Fate fate() {
        return fate;
    }

    void become(Fate fate) {
        this.fate = fate;
    }

    /** Its place among the lots of its catalogue as a bit, for those of a package sale. */
    long bit() {
        return 1L << (number - 1);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        number = snapshot.number(number);
        listingId = snapshot.number(listingId);
        attempt = snapshot.number(attempt);
        reserve = snapshot.money(reserve);
        fate = snapshot.constant(fate);
    }
}
