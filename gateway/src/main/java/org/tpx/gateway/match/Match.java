package org.tpx.gateway.match;

/**
 * A listing that may answer a demand.
 *
 * @param listing its code
 * @param right the code of what it offers
 * @param title the right's name
 * @param field its field of technology, or empty
 * @param maturityLevel its technology maturity level, or 0 where none is on record
 * @param score how well it fits; only to be compared with others for the same demand
 */
public record Match(String listing, String right, String title, String field, int maturityLevel, float score) {}
