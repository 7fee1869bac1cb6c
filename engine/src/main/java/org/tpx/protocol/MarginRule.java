package org.tpx.protocol;

/**
 * How applications of one price share what is left for them (section 1.5). Those of a higher price come first in every
 * offering; at a fixed price all are of one.
 */
public enum MarginRule {
    /** In proportion to their sizes, in whole lots; the lots left over go to the largest fractions, of equal ones to the earlier. */
    PRO_RATA,
    /** The larger application in full, of equal ones the earlier. */
    SIZE_TIME
}
