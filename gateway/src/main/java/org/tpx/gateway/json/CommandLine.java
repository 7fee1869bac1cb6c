package org.tpx.gateway.json;

import org.tpx.protocol.Command;

/**
 * One command as an edge let it in.
 *
 * @param atNanos the time that the line states, the sequencer's time where a file is played; 0 where lines carry none
 * @param principalId who sends it: 0 for the node, {@link Directory#NOBODY} for a code that names no one
 * @param clientId the sender's own reference
 * @param command what is asked for
 */
public record CommandLine(long atNanos, long principalId, long clientId, Command command) {}
