package org.tpx.protocol;

/** What may weigh on a right. */
public enum EncumbranceKind {
    /** A registered pledge. */
    PLEDGE,
    /** A court's preservation order or a title dispute: no transfer at all. */
    PRESERVATION,
    /** An ordinary licence that survives the transfer. */
    LICENCE,
    /** A licence beside which the owner alone may use the right. */
    LICENCE_SOLE,
    /** A licence beside which nobody may use the right, not even its owner. */
    LICENCE_EXCLUSIVE
}
