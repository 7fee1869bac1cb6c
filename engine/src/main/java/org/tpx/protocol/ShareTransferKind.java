package org.tpx.protocol;

/** How shares come to another holder. The first four follow from no trade and need a document and two people (section 5.6). */
public enum ShareTransferKind {
    INHERITANCE,
    GIFT,
    PROPERTY_DIVISION,
    JUDGMENT,
    /** A deal sold them. */
    SALE,
    /** They are the price of a deal. */
    CONSIDERATION
}
