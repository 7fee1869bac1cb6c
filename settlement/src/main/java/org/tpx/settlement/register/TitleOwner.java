package org.tpx.settlement.register;

/**
 * An owner and the time for which it was one.
 *
 * @param party its code
 * @param shareBps its share in basis points
 * @param fromSequence the turn since which
 * @param untilSequence the turn until which, 0 while it is one
 */
public record TitleOwner(String party, int shareBps, long fromSequence, long untilSequence) {}
