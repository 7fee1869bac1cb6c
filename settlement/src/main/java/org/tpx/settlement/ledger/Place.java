package org.tpx.settlement.ledger;

/**
 * Where in the journal an event stands.
 *
 * @param sequence the turn's sequence
 * @param ordinal the event's place in its turn, from 0
 * @param timeNanos the turn's legal time, UTC epoch nanoseconds
 */
record Place(long sequence, int ordinal, long timeNanos) {}
