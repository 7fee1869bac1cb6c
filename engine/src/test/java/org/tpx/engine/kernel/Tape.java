package org.tpx.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.wire.EventCursor;
import org.tpx.wire.RecordCodec;
import org.tpx.wire.TurnFrame;

/**
 * Runs commands one turn at a time against parts of the state machine, with the time and the sender that the test sets, and
 * gives back the events as they come out of the bytes.
 */
public final class Tape {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final RecordCodec codec = new RecordCodec();
    private final EventWriter writer = new EventWriter(codec);
    private final Turn turn = new Turn(writer);
    private final MutableDirectBuffer frame = new ExpandableArrayBuffer();
    private long sequence;
    private long timeNanos;
    private long principalId;

    /** The instant of a local time at +08:00, {@code 2025-06-09T09:00} for example. */
    public static long nanos(String local) {
        Instant instant = LocalDateTime.parse(local).toInstant(CHINA);
        return instant.getEpochSecond() * SECOND_NANOS + instant.getNano();
    }

    /** The local time of an instant, as {@link #nanos} takes it. */
    public static String local(long nanos) {
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(nanos, SECOND_NANOS), (int) Math.floorMod(nanos, SECOND_NANOS), CHINA)
                .toString();
    }

    /** Sets the time of the turns to come. */
    public Tape at(String local) {
        return at(nanos(local));
    }

    /** Sets the time of the turns to come. */
    public Tape at(long nanos) {
        timeNanos = nanos;
        return this;
    }

    /** Sets the sender of the turns to come. */
    public Tape by(long sender) {
        principalId = sender;
        return this;
    }

    /** One turn in which the handler gets this command. */
    public <C extends Command> List<Event> run(C command, BiConsumer<Turn, C> handler) {
        begin(command);
        handler.accept(turn, command);
        return events();
    }

    /** One turn without a command of its own: what a timer does, or another part of the engine. */
    public List<Event> run(Consumer<Turn> work) {
        return run(new SystemCommand.Continue(), (running, command) -> work.accept(running));
    }

    /** Begins a turn and leaves it open, for questions that need one. */
    public Turn begin(Command command) {
        int length = codec.encode((Record) command, frame, TurnFrame.MESSAGE_OFFSET);
        TurnFrame.sequence(frame, 0, ++sequence);
        TurnFrame.timeNanos(frame, 0, timeNanos);
        TurnFrame.principalId(frame, 0, principalId);
        TurnFrame.clientId(frame, 0, sequence);
        TurnFrame.commandLength(frame, 0, length);
        TurnFrame.eventCount(frame, 0, 0);
        turn.begin(frame, 0);
        return turn;
    }

    /** The event that refuses this command. */
    public CommandRefused refused(Command command, RejectReason reason, long subjectId) {
        return new CommandRefused(
                codec.templates().of(((Record) command).getClass()).templateId(), reason, subjectId);
    }

    /** Runs the command and expects that it is refused for this reason. */
    public <C extends Command> void refuses(
            C command, BiConsumer<Turn, C> handler, RejectReason reason, long subjectId) {
        assertThat(run(command, handler)).containsExactly(refused(command, reason, subjectId));
    }

    /**
     * Writes a part into a snapshot, reads it into a fresh one and expects that this one then writes the same bytes. Also
     * expects that there is something to write.
     */
    public void roundTrip(Consumer<Snapshot> written, Consumer<Snapshot> fresh) {
        byte[] blank = bytes(fresh);
        byte[] first = bytes(written);
        assertThat(first).as("a part with content").isNotEqualTo(blank);
        ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        buffer.putBytes(0, first);
        Snapshot.Reader reader = new Snapshot.Reader(buffer, 0, codec);
        fresh.accept(reader);
        assertThat(reader.offset()).isEqualTo(first.length);
        assertThat(bytes(fresh)).isEqualTo(first);
    }

    private byte[] bytes(Consumer<Snapshot> part) {
        Snapshot.Writer snapshot = new Snapshot.Writer(codec);
        part.accept(snapshot);
        byte[] bytes = new byte[snapshot.length()];
        snapshot.buffer().getBytes(0, bytes);
        return bytes;
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        EventCursor cursor = new EventCursor().wrap(writer.buffer(), 0, writer.length(), writer.count());
        while (cursor.next()) {
            events.add(codec.decodeEvent(writer.buffer(), cursor.messageOffset(), cursor.messageLength()));
        }
        return events;
    }
}
