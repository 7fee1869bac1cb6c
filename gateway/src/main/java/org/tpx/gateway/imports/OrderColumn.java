package org.tpx.gateway.imports;

import java.util.Locale;

/** What the columns of an order file hold. */
public enum OrderColumn {
    /** When it happened. */
    TIME,
    /** What happened, see {@link OrderAction}. */
    ACTION,
    /** Which order, by the file's own name for it. */
    ID,
    /** Whether the order buys or sells. */
    SIDE,
    /** The limit for one unit. */
    PRICE,
    /** Units. */
    SIZE;

    /** Its name on the command line and in complaints. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
