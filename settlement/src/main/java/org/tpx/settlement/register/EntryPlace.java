package org.tpx.settlement.register;

/**
 * Where in the journal an entry comes from.
 *
 * @param sequence the turn's sequence
 * @param ordinal the event's place in its turn, from 0
 * @param timeNanos the turn's legal time, UTC epoch nanoseconds
 */
public record EntryPlace(long sequence, int ordinal, long timeNanos) {}
