package org.tpx.gateway.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last trades of a series. The whole tape is the journal. Single-threaded. */
final class TradeTape {
    private final int length;
    private final Deque<Trade> trades = new ArrayDeque<>();

    /** A tape that forgets all but so many trades. */
    TradeTape(int length) {
        this.length = length;
    }

    void add(Trade trade) {
        trades.addLast(trade);
        if (trades.size() > length) {
            trades.removeFirst();
        }
    }

    /** The trades that it still has, the oldest first. */
    List<Trade> trades() {
        return new ArrayList<>(trades);
    }
}
