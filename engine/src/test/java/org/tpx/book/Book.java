package org.tpx.book;

import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;

/** What {@link OrderBook} and {@link NaiveOrderBook} both do, so that one test can be run against either. */
public interface Book {

    boolean enter(
            long order,
            long member,
            Side side,
            OrderKind kind,
            long price,
            long quantity,
            long minimum,
            SelfTrade selfTrade,
            long tag);

    void cancel(long order);

    void reduce(long order, long quantity);

    boolean replace(long order, long price, long quantity);

    /** Carried to its end, looking at so many orders at a time. */
    void massCancel(Selection selection, int ordersPerStep);

    boolean proceed();

    void tradesPerStep(int trades);

    void phase(BookPhase next);

    void bands(long low, long high);

    void referencePrice(long price);

    long referencePrice();

    int size();

    long bestPrice(Side side);

    long bestQuantity(Side side);

    long marketQuantity(Side side);

    int depth(Side side, long[] prices, long[] quantities, int[] counts);

    long remaining(long order);

    long price(long order);

    void forEachOrder(OrderVisitor visitor);

    void restore(
            long order,
            long member,
            Side side,
            OrderKind kind,
            SelfTrade selfTrade,
            long price,
            long remaining,
            long tag);

    /** Which orders a mass cancel takes. */
    record Selection(String what, long member, long value, long mask) {

        static Selection member(long member) {
            return new Selection("member", member, 0, 0);
        }

        static Selection tag(long bits, long mask) {
            return new Selection("tag", 0, bits, mask);
        }

        static Selection memberAndTag(long member, long bits, long mask) {
            return new Selection("member and tag", member, bits, mask);
        }

        static Selection expired(long most, long mask) {
            return new Selection("expired", 0, most, mask);
        }

        static Selection outside() {
            return new Selection("outside", 0, 0, 0);
        }

        static Selection everything() {
            return new Selection("everything", 0, 0, 0);
        }
    }
}
