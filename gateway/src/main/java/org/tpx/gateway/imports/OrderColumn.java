package org.tpx.gateway.imports;

import java.util.Locale;

/** What the columns of an order file hold. */
public enum OrderColumn implements Column {
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

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
