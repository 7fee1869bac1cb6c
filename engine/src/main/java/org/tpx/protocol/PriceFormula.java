package org.tpx.protocol;

/** How the price becomes a score in a weighted quotation or a tender; the highest price always gets full marks. */
public enum PriceFormula {
    /** The share of the highest price that it is. */
    SHARE_OF_HIGHEST,
    /** The share of the way from the listing price to the highest price that it goes; full marks where there is no way to go. */
    SHARE_ABOVE_FLOOR
}
