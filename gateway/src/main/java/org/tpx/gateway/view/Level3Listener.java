package org.tpx.gateway.view;

import org.tpx.protocol.Side;

/** Is told what becomes of the orders in a book, under their public numbers. Prices are ticks. */
interface Level3Listener {

    /** An order rests behind all others of its price. */
    void added(long order, Side side, long price, long units);

    /** A resting order traded {@code units}; it is gone where nothing remains. */
    void executed(long order, Side side, long price, long trade, long units, long remaining);

    /** A resting order lost {@code units} and kept its place; something remains. */
    void reduced(long order, Side side, long price, long units, long remaining);

    /** An order left its place with its last {@code units}. */
    void removed(long order, Side side, long price, long units);
}
