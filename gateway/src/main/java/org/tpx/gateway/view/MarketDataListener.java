package org.tpx.gateway.view;

import java.util.List;

/**
 * Is told what changed in a series, once a turn is durable and whole. It is called by the thread that tells turns and while others
 * wait: it keeps the messages and returns. What it throws stops whoever tells the turns.
 */
@FunctionalInterface
public interface MarketDataListener {

    /** All messages of one turn about one series, at least one, their numbers rising by one. */
    void onMessages(List<MarketData> messages);
}
