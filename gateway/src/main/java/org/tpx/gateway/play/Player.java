package org.tpx.gateway.play;

import java.io.IOException;
import java.nio.file.Path;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.JsonReader;
import org.tpx.gateway.json.JsonValue;
import org.tpx.gateway.json.LineReader;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.host.StepHost;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Ref;
import org.tpx.wire.MalformedMessageException;

/**
 * Plays commands onto a journal: each at the time that it carries, after the timers that are due by then. Turns are told once they are
 * durable, in batches. Single-threaded.
 */
public final class Player implements AutoCloseable {
    private final StepHost host;
    private final Directory directory;
    private final CommandReader commands;
    private final JsonReader json = new JsonReader();

    private Player(StepHost host, Directory directory) {
        this.host = host;
        this.commands = CommandReader.timed(directory);
        this.directory = directory;
    }

    /**
     * Opens a journal, or begins one in a new or empty directory.
     *
     * @param nowNanos the time of the start
     * @param directory learns every name, of the turns that are in the journal too
     * @param listener is told every turn from the start's own on, when the directory knows its names
     * @throws org.tpx.journal.JournalUnusableException when the journal cannot be used
     */
    public static Player open(HostSettings settings, long nowNanos, Directory directory, TurnListener listener) {
        NamedTurns turns = new NamedTurns(settings.journal().directory(), directory, listener);
        return new Player(StepHost.open(settings, nowNanos, turns), directory);
    }

    /** The time of the line that a reader stands on. Throws {@link MalformedLineException} where it is no command. */
    public static long atNanos(LineReader line) {
        try {
            return CommandReader.timed(new Directory())
                    .read(line.bytes(), 0, line.length())
                    .atNanos();
        } catch (MalformedMessageException complaint) {
            throw new MalformedLineException(line.number(), complaint);
        }
    }

    /** Whether the exchange has its officers, so that no preset may found it again. */
    public boolean isFounded() {
        return directory.knowsAny(Ref.PRINCIPAL);
    }

    /** Plays a preset at its own time; returns the sequence of its last turn. */
    public long play(Preset preset) {
        for (JsonValue.Members command : preset.commands()) {
            step(read(command));
        }
        host.sync();
        return host.sequence();
    }

    /**
     * Plays the line that a reader stands on. Throws {@link MalformedLineException} for a line that is no command, or one that would go
     * back in time; then nothing of it was journaled.
     */
    public void play(LineReader line) {
        CommandLine command;
        try {
            command = read(json.readObject(line.bytes(), 0, line.length()));
            if (command.atNanos() < host.timeNanos()) {
                throw new MalformedMessageException(
                        "at", "goes back: it is " + InstantText.OF_THE_EXCHANGE.format(host.timeNanos()) + " already");
            }
            step(command);
        } catch (MalformedMessageException complaint) {
            throw new MalformedLineException(line.number(), complaint);
        }
    }

    /** Plays a command whose names the caller has resolved; its time may not go back. */
    public void play(CommandLine command) {
        step(command);
    }

    /** Plays the line that a reader stands on, and all that follow. */
    public void playAll(LineReader lines, Progress progress) throws IOException {
        boolean more = true;
        while (more) {
            play(lines);
            progress.onLine(lines.number());
            if (lines.mayWait()) {
                sync();
                progress.onPause();
            }
            more = lines.next();
        }
    }

    /** Lets time pass, so that timers fire. */
    public void advanceTo(long timeNanos) {
        host.advanceTo(timeNanos);
    }

    /** Makes everything durable and told. */
    public void sync() {
        host.sync();
    }

    /** The hash of the state after the last turn. */
    public Hash256 stateHash() {
        return host.stateHash();
    }

    /** The last turn. */
    public long sequence() {
        return host.sequence();
    }

    /** The time of the last turn. */
    public long timeNanos() {
        return host.timeNanos();
    }

    @Override
    public void close() {
        host.close();
    }

    /** A name that is not known yet may have been declared by a turn that waits to be durable. */
    private CommandLine read(JsonValue.Members object) {
        CommandLine command = commands.read(object);
        if (commands.hasUnknownName()) {
            host.sync();
            return commands.read(object);
        }
        return command;
    }

    private void step(CommandLine command) {
        host.step(command.atNanos(), command.principalId(), command.clientId(), command.command());
    }

    /** Is told how far a file has been played. */
    public interface Progress {

        /** A line was played; its turn may not be durable yet. */
        void onLine(long number);

        /** Everything so far is durable and told, and the reader may have to wait for more. */
        default void onPause() throws IOException {}
    }

    /**
     * Teaches the directory before it tells. The start's own turn comes first and may name what an earlier run declared, so the
     * whole journal is read then: by that time it is known to be sound.
     */
    private static final class NamedTurns implements TurnListener {
        private final Path journal;
        private final Directory directory;
        private final TurnListener listener;
        private boolean begun;

        private NamedTurns(Path journal, Directory directory, TurnListener listener) {
            this.journal = journal;
            this.directory = directory;
            this.listener = listener;
        }

        @Override
        public void onTurn(TurnView turn) {
            if (!begun) {
                begun = true;
                Names.learn(journal, directory);
            }
            Names.learn(turn, directory);
            listener.onTurn(turn);
        }
    }
}
