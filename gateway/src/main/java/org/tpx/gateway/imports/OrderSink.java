package org.tpx.gateway.imports;

import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Side;

/**
 * Is told what the rows of an order file ask of the exchange, in order. Times never go back, numbers rise from 1. An order is named by
 * the number under which it was entered; prices are in minor units of the currency.
 */
interface OrderSink {

    /** Enters an order. */
    void enter(long atNanos, long number, Side side, OrderKind kind, long priceMinor, long units);

    /** Takes units from an order. */
    void reduce(long atNanos, long number, long orderNumber, long units);

    /** Gives an order another price and size. */
    void replace(long atNanos, long number, LiveOrder order);

    /** Takes an order out. */
    void cancel(long atNanos, long number, long orderNumber);
}
