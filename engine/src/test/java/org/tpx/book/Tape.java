package org.tpx.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tpx.protocol.CancelReason;
import org.tpx.protocol.Side;

/** Writes events down as numbers, which are quick to compare, and reads them out as lines, which are easy to. */
final class Tape implements OrderBookListener {

    private long[] words = new long[1024];
    private int length;

    @Override
    public void rested(long order, long member, Side side, long price, long quantity) {
        write(1, order, member, side.ordinal(), price, quantity);
    }

    @Override
    public void traded(
            long maker,
            long makerMember,
            long taker,
            long takerMember,
            Side takerSide,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining) {
        write(
                2,
                maker,
                makerMember,
                taker,
                takerMember,
                takerSide.ordinal(),
                price,
                quantity,
                makerRemaining,
                takerRemaining);
    }

    @Override
    public void crossed(
            long buy,
            long buyMember,
            long sell,
            long sellMember,
            long price,
            long quantity,
            long buyRemaining,
            long sellRemaining) {
        write(3, buy, buyMember, sell, sellMember, price, quantity, buyRemaining, sellRemaining);
    }

    @Override
    public void reduced(long order, long member, long cut, long remaining) {
        write(4, order, member, cut, remaining);
    }

    @Override
    public void replaced(long order, long member, long price, long quantity, boolean keepsPriority) {
        write(5, order, member, price, quantity, keepsPriority ? 1 : 0);
    }

    @Override
    public void cancelled(long order, long member, long quantity, CancelReason reason) {
        write(6, order, member, quantity, reason.ordinal());
    }

    @Override
    public void rejected(long order, long member, OrderRejection reason) {
        write(7, order, member, reason.ordinal());
    }

    private void write(long... event) {
        while (length + event.length + 1 > words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        words[length++] = event.length;
        System.arraycopy(event, 0, words, length, event.length);
        length += event.length;
    }

    boolean sameAs(Tape other) {
        return Arrays.equals(words, 0, length, other.words, 0, other.length);
    }

    void clear() {
        length = 0;
    }

    /** What was written since the last call, one line an event. */
    List<String> take() {
        List<String> lines = lines();
        clear();
        return lines;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < length; at += (int) words[at] + 1) {
            lines.add(line(at + 1));
        }
        return lines;
    }

    private String line(int at) {
        long[] w = Arrays.copyOfRange(words, at, at + (int) words[at - 1]);
        return switch ((int) w[0]) {
            case 1 -> "rested %d %s %d @ %s".formatted(w[1], side(w[3]), w[5], price(w[4]));
            case 2 ->
                "traded %d @ %s: %d keeps %d, %d has %d left, %s"
                        .formatted(w[7], price(w[6]), w[1], w[8], w[3], w[9], side(w[5]));
            case 3 ->
                "crossed %d @ %s: buy %d has %d left, sell %d has %d left"
                        .formatted(w[6], price(w[5]), w[1], w[7], w[3], w[8]);
            case 4 -> "reduced %d by %d to %d".formatted(w[1], w[3], w[4]);
            case 5 -> "replaced %d %d @ %s%s".formatted(w[1], w[4], price(w[3]), w[5] == 1 ? " in place" : "");
            case 6 -> "cancelled %d %d %s".formatted(w[1], w[3], CancelReason.values()[(int) w[4]]);
            default -> "rejected %d %s".formatted(w[1], OrderRejection.values()[(int) w[3]]);
        };
    }

    private static String side(long ordinal) {
        return ordinal == 0 ? "buy" : "sell";
    }

    private static String price(long price) {
        return price == OrderBook.MARKET ? "market" : Long.toString(price);
    }
}
