package org.tpx.settlement.register;

import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Money;

/**
 * Something that weighed on a right.
 *
 * @param kind what it is
 * @param reference its number in the register
 * @param holder the code of the party in whose favour; empty where nobody's
 * @param claim the most that a pledge secures, {@link Money#NONE} where that is not known
 * @param dueNanos when the debt is due, or the licence ends; 0 where there is no such instant
 * @param late whether it was recorded too late
 * @param fromSequence the turn that entered it
 * @param untilSequence the turn that ended it, 0 while it weighs
 */
public record TitleBurden(
        EncumbranceKind kind,
        String reference,
        String holder,
        Money claim,
        long dueNanos,
        boolean late,
        long fromSequence,
        long untilSequence) {}
