package org.tpx.settlement.report;

/**
 * One column of a report.
 *
 * @param name its name, as it stands in the file's head
 * @param type what its cells are
 */
public record Column(String name, Type type) {

    /** What a cell is. */
    public enum Type {
        /** A whole number. */
        NUMBER,
        /** An amount in minor units of the row's currency. */
        AMOUNT,
        /** UTC epoch nanoseconds; 0 where there is none. */
        INSTANT,
        /** Words. */
        TEXT
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static Column amount(String name) {
        return new Column(name, Type.AMOUNT);
    }

    static Column instant(String name) {
        return new Column(name, Type.INSTANT);
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }
}
