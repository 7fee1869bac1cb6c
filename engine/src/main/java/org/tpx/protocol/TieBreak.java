package org.tpx.protocol;

/**
 * How a call auction chooses among the prices at which most is traded and least is left over, as a rulebook has it. It is a
 * parameter of the instrument; its name and version are written down with the auction, and a change of rules is a new
 * version and never a change of an old one.
 *
 * <p>All follow the same ladder: maximum volume, minimum surplus, then what this type says. The <em>pressure</em> is the side
 * of the surplus: where all remaining prices leave buys over, the price goes up, where all leave sells over, down, and the
 * reference price is not asked. Where there is no reference price, the lower of what remains is taken.
 */
public enum TieBreak {
    /**
     * Deutsche Börse, Xetra Release 14.0, Market Model Equities, 13.1.2. Prices are limits in the book. Pressure; else, of
     * the highest limit with buys left over and the lowest with sells left over (or of all without surplus), the nearest to
     * the reference, the higher of two (as its figure has it; its text would take the reference itself).
     */
    XETRA(1, false),

    /**
     * Euronext, Pure Market Order and Market-to-Limit leaflets. Prices are limits; pressure; else the price between the two
     * remaining ones that is nearest to the reference, the reference itself included. Without any surplus the range goes as
     * far as nothing changes, without end where only market orders stand opposite.
     */
    EURONEXT(1, false),

    /**
     * BNB Beacon Chain, match examples. Prices are all ticks between the lowest and the highest limit. Pressure, but no
     * further than 5 % from the reference, rounded away from it; else the nearest to the reference.
     */
    BEP(1, true),

    /** ASX, four-step single price auction. Prices are all ticks; pressure; else the nearest to the reference of those at the change of sign. */
    ASX(1, true),

    /**
     * Shanghai Stock Exchange, trading rules on call auctions. Prices are limits; no pressure: the middle between the lowest
     * and the highest price that remain, rounded up.
     */
    SSE(1, false),

    /** Shenzhen Stock Exchange, trading rules on call auctions. Prices are limits; no pressure: the nearest to the reference (the previous close, later the last price), the higher of two. */
    SZSE(1, false);

    private final int version;
    private final boolean everyTick;

    TieBreak(int version, boolean everyTick) {
        this.version = version;
        this.everyTick = everyTick;
    }

    /** The version of the rules as they are here. */
    public int version() {
        return version;
    }

    /** Whether every tick between the limits is a price, or the limits only. */
    public boolean everyTick() {
        return everyTick;
    }
}
