package org.tpx.engine;

import java.util.List;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;

/**
 * One turn that was carried out: what went in, as a record and as the bytes of its frame, and what came out, likewise.
 *
 * @param sequence the turn's number
 * @param timeNanos its legal time
 * @param principalId who sent the command; 0 is the node
 * @param command the command
 * @param frame the bytes of the turn's frame
 * @param events what it caused
 * @param eventBytes the same as framed bytes
 */
public record Played(
        long sequence,
        long timeNanos,
        long principalId,
        Command command,
        byte[] frame,
        List<Event> events,
        byte[] eventBytes) {}
