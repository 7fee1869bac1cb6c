package org.tpx.gateway.play;

import java.io.OutputStream;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;

/** Writes the events of every turn as NDJSON, one line each, in order. Single-threaded. */
public final class TurnLines implements TurnListener, AutoCloseable {
    private final MessageWriter writer;
    private final boolean withCommands;

    private TurnLines(Directory directory, OutputStream out, boolean withCommands) {
        this.writer = new MessageWriter(directory, InstantText.OF_THE_EXCHANGE, out);
        this.withCommands = withCommands;
    }

    /** Writes events only. The stream stays open when the lines are closed. */
    public static TurnLines ofEvents(Directory directory, OutputStream out) {
        return new TurnLines(directory, out, false);
    }

    /** Writes the command of every turn before its events, as a line of the same form. */
    public static TurnLines ofTurns(Directory directory, OutputStream out) {
        return new TurnLines(directory, out, true);
    }

    @Override
    public void onTurn(TurnView turn) {
        if (withCommands) {
            write(turn, (Record) turn.command());
        }
        turn.rewind();
        while (turn.next()) {
            write(turn, (Record) turn.event());
        }
    }

    private void write(TurnView turn, Record message) {
        writer.write(turn.sequence(), turn.timeNanos(), turn.principalId(), turn.clientId(), message);
    }

    /** Hands to the stream what was written so far. */
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
