package org.tpx.engine.unit;

import org.tpx.protocol.TimeInForce;

/**
 * What an order carries in the book, so that mass cancels and expiry select by it: its last second and the member that
 * entered it.
 *
 * <pre>
 *   63  62 ............................... 24  23 ...... 0
 *   0   last second, UTC epoch, rounded up     member
 *       0 for a day, all ones for no end
 * </pre>
 */
final class OrderTags {

    /** The bits of the member. */
    static final long MEMBER_MASK = (1L << 24) - 1;

    /** The bits of the last second. */
    static final long EXPIRY_MASK = Long.MAX_VALUE & ~MEMBER_MASK;

    private static final int EXPIRY_SHIFT = 24;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private OrderTags() {}

    /** The tag of an order. */
    static long of(long memberId, TimeInForce timeInForce, long expiresNanos) {
        return memberId
                | switch (timeInForce) {
                    case DAY -> 0;
                    case GOOD_TILL_CANCELLED -> EXPIRY_MASK;
                    case GOOD_TILL_DATE -> ((expiresNanos - 1) / SECOND_NANOS + 1) << EXPIRY_SHIFT;
                };
    }

    /** The largest tag, without its member, of an order that expires at a close at this instant, which is a whole second. */
    static long expiringAt(long closeNanos) {
        return (closeNanos / SECOND_NANOS) << EXPIRY_SHIFT;
    }
}
