package org.tpx.protocol;

/** Told of every event in the order of the journal, after the record is durable. Called by one thread. */
@FunctionalInterface
public interface EventListener {

    /**
     * An event happened.
     *
     * @param sequence the turn's sequence, contiguous from 1
     * @param ordinal the event's place in its turn, from 0
     * @param timeNanos the turn's time, the legal time of the event
     * @param event what happened
     */
    void onEvent(long sequence, int ordinal, long timeNanos, Event event);
}
