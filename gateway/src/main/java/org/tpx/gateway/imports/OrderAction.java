package org.tpx.gateway.imports;

/** What a row of an order file says. */
public enum OrderAction {
    /** An order came to rest, or came in and is left to the book to match. */
    ADD(true, true),
    /** An order lost some of its units and kept its place. */
    REDUCE(false, true),
    /** An order has another price and size from now on. */
    REPLACE(true, true),
    /** An order was taken out by whoever sent it. */
    CANCEL(false, false),
    /** An order was taken out, for any other reason. */
    DELETE(false, false),
    /** Units of a resting order traded; somebody unnamed took them. */
    EXECUTE(false, true),
    /** Units of an order that nobody saw traded; the book cannot know it, so that the row is passed over. */
    HIDDEN(false, false);

    private final boolean hasPrice;
    private final boolean hasSize;

    OrderAction(boolean hasPrice, boolean hasSize) {
        this.hasPrice = hasPrice;
        this.hasSize = hasSize;
    }

    /** Whether such a row has to say a price. */
    boolean hasPrice() {
        return hasPrice;
    }

    /** Whether such a row has to say a size. */
    boolean hasSize() {
        return hasSize;
    }
}
