package org.tpx.gateway.imports;

import org.tpx.protocol.Side;

/** An order that rests as far as the file tells. */
final class LiveOrder {
    private final long number;
    private final Side side;
    private long priceMinor;
    private long units;

    LiveOrder(long number, Side side, long priceMinor, long units) {
        this.number = number;
        this.side = side;
        this.priceMinor = priceMinor;
        this.units = units;
    }

    /** The number under which it was entered. */
    long number() {
        return number;
    }

    Side side() {
        return side;
    }

    /** Its limit in minor units. */
    long priceMinor() {
        return priceMinor;
    }

    /** What is left of it. */
    long units() {
        return units;
    }

    /** Takes units away, fewer than it has. */
    void take(long taken) {
        units -= taken;
    }

    /** Gives it another limit and size. */
    void become(long newPriceMinor, long newUnits) {
        priceMinor = newPriceMinor;
        units = newUnits;
    }
}
