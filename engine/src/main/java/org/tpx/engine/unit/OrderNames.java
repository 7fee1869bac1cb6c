package org.tpx.engine.unit;

import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.UnitCommand;

/**
 * The name of an order, who entered it and its number, as the one word by which the book knows it.
 *
 * <pre>
 *   63 ........ 44  43 ........ 0
 *   who entered it  its number
 * </pre>
 */
final class OrderNames {

    /** The word that names no order. */
    static final long NONE = 0;

    private static final int NUMBER_BITS = 44;
    private static final long MAX_PERSON = (1L << (Long.SIZE - NUMBER_BITS)) - 1;

    private OrderNames() {}

    /** The word of a name, or {@link #NONE} where person or number is outside of what a name can hold. */
    static long of(long enteredById, long number) {
        boolean person = enteredById > 0 && enteredById <= MAX_PERSON;
        boolean numbered = number > 0 && number <= UnitCommand.MAX_ORDER_NUMBER;
        return person && numbered ? (enteredById << NUMBER_BITS) | number : NONE;
    }

    /** Whether person and client id of a command can name an order; an order command must be under such a name. */
    static boolean isNamed(Turn turn) {
        return of(turn.principalId(), turn.clientId()) != NONE;
    }

    /** Who entered the order. */
    static long enteredById(long order) {
        return order >>> NUMBER_BITS;
    }

    /** Its number. */
    static long number(long order) {
        return order & UnitCommand.MAX_ORDER_NUMBER;
    }
}
