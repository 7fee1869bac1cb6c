package org.tpx.protocol;

/** What may weigh on a right. */
public enum EncumbranceKind {
    /** A registered pledge. */
    PLEDGE,
    /** A court's preservation order or a title dispute: no transfer at all. */
    PRESERVATION,
    /** A licence that survives the transfer. */
    LICENCE
}
