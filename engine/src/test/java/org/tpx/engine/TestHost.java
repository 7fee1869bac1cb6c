package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.SystemCommand.Continue;
import org.tpx.protocol.SystemCommand.ReleaseKey;
import org.tpx.protocol.SystemCommand.StartNode;
import org.tpx.protocol.SystemCommand.Tick;
import org.tpx.wire.EventCursor;
import org.tpx.wire.RecordCodec;
import org.tpx.wire.TurnFrame;

/**
 * Drives an exchange as a host does and keeps every turn: a Tick per due timer, stamped with its own deadline, before time
 * passes it, and Continue turns before anything else while work is open. Time is what the test says. Tests run one after
 * the other, so all of them share the codec and the buffer of events.
 */
public final class TestHost {

    static final RecordCodec CODEC = new RecordCodec();
    static final EventWriter EVENTS = new EventWriter(CODEC);

    private static final MutableDirectBuffer FRAME = new ExpandableArrayBuffer();
    private static final long NODE = 0;

    private final Exchange exchange;
    private final List<Played> turns = new ArrayList<>();
    private long nowNanos;
    private long lastTurnNanos;

    /** A host of an exchange that was not opened yet. */
    public TestHost() {
        exchange = new Exchange(EVENTS);
    }

    private TestHost(Exchange exchange, long nowNanos) {
        this.exchange = exchange;
        this.nowNanos = nowNanos;
        lastTurnNanos = nowNanos;
    }

    /** A host that goes on from a snapshot at this time; it numbers its turns from 1 again. */
    public static TestHost resumed(byte[] snapshot, long nowNanos) {
        return new TestHost(read(snapshot), nowNanos);
    }

    /** What the clock shows. */
    public long nowNanos() {
        return nowNanos;
    }

    /** The time of the last turn. */
    public long lastTurnNanos() {
        return lastTurnNanos;
    }

    /** Every turn so far. */
    public List<Played> turns() {
        return turns;
    }

    /** When the next timer is due. */
    public long nextDeadlineNanos() {
        return exchange.nextDeadlineNanos();
    }

    /** The timer that is due then. */
    public long nextTimerId() {
        return exchange.nextTimerId();
    }

    /** Lets time pass; the timers that fall due fire. */
    public void advance(long nanos) {
        assertThat(nanos).as("time goes on").isGreaterThanOrEqualTo(nowNanos);
        while (exchange.nextDeadlineNanos() <= nanos) {
            turn(exchange.nextDeadlineNanos(), NODE, 0, new Tick(exchange.nextTimerId()));
            goOn();
        }
        nowNanos = nanos;
    }

    /** Carries a command out now, with the work that it leaves; returns its own turn. */
    public Played submit(long principalId, long clientId, Command command) {
        Played own = submitOnly(principalId, clientId, command);
        goOn();
        return own;
    }

    /** Carries a command out now and leaves its open work; {@link #goOn} must follow. */
    public Played submitOnly(long principalId, long clientId, Command command) {
        return turn(nowNanos, principalId, clientId, command);
    }

    /** Lets the first timer fire, which is due then, and leaves the work that it opens; {@link #goOn} must follow. */
    public Played tickOnly(long nanos) {
        assertThat(exchange.nextDeadlineNanos()).isEqualTo(nanos);
        nowNanos = nanos;
        return turn(nanos, NODE, 0, new Tick(exchange.nextTimerId()));
    }

    /** Whether work is open. */
    public boolean hasBacklog() {
        return exchange.hasBacklog();
    }

    /** Does the open work, turn by turn, and then releases keys. */
    void goOn() {
        while (exchange.hasBacklog()) {
            goOnOnce();
        }
        while (exchange.listingToRelease() != 0) {
            Hash256 key = new Hash256(1, 2, 3, exchange.generationToRelease());
            turn(lastTurnNanos, NODE, 0, new ReleaseKey(exchange.listingToRelease(), key));
        }
    }

    /** Does a turn's worth of the open work; false where none is open. */
    public boolean goOnOnce() {
        if (exchange.hasBacklog()) {
            turn(lastTurnNanos, NODE, 0, new Continue());
            return true;
        }
        return false;
    }

    /** The node went away after its last turn and comes back at this time; timers that fell due meanwhile fire. */
    public void restart(long nanos) {
        restartOnly(nanos);
        goOn();
        advance(nanos);
    }

    /** The same without the open work and the timers. */
    public void restartOnly(long nanos) {
        turn(lastTurnNanos, NODE, 0, new StartNode(lastTurnNanos, nanos, "test", Hash256.ZERO));
    }

    /** The whole state as bytes. */
    public byte[] snapshot() {
        return snapshot(exchange);
    }

    static byte[] snapshot(Exchange exchange) {
        Snapshot.Writer writer = new Snapshot.Writer(CODEC);
        exchange.snapshot(writer);
        byte[] bytes = new byte[writer.length()];
        writer.buffer().getBytes(0, bytes);
        return bytes;
    }

    static Exchange read(byte[] snapshot) {
        Snapshot.Reader reader = new Snapshot.Reader(new UnsafeBuffer(snapshot), 0, CODEC);
        Exchange exchange = Exchange.read(reader, EVENTS);
        assertThat(reader.offset()).as("bytes of the snapshot that were read").isEqualTo(snapshot.length);
        return exchange;
    }

    static byte[] eventBytes() {
        byte[] bytes = new byte[EVENTS.length()];
        EVENTS.buffer().getBytes(0, bytes);
        return bytes;
    }

    private Played turn(long timeNanos, long principalId, long clientId, Command command) {
        long sequence = turns.size() + 1L;
        DirectBuffer frame = frame(sequence, timeNanos, principalId, clientId, command);
        exchange.onCommand(frame, 0);
        assertThat(EVENTS.count()).as("events of turn %s", sequence).isBetween(1, EventWriter.MAX_EVENTS);
        Played played = new Played(frame, command, events(), eventBytes());
        turns.add(played);
        lastTurnNanos = timeNanos;
        return played;
    }

    /** The frame of a turn. */
    static DirectBuffer frame(long sequence, long timeNanos, long principalId, long clientId, Command command) {
        int length = CODEC.encode((Record) command, FRAME, TurnFrame.MESSAGE_OFFSET);
        TurnFrame.sequence(FRAME, 0, sequence);
        TurnFrame.timeNanos(FRAME, 0, timeNanos);
        TurnFrame.principalId(FRAME, 0, principalId);
        TurnFrame.clientId(FRAME, 0, clientId);
        TurnFrame.commandLength(FRAME, 0, length);
        TurnFrame.eventCount(FRAME, 0, 0);
        byte[] bytes = new byte[TurnFrame.MESSAGE_OFFSET + length];
        FRAME.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    /** The events of the last turn. */
    static List<Event> events() {
        List<Event> events = new ArrayList<>();
        EventCursor cursor = new EventCursor().wrap(EVENTS.buffer(), 0, EVENTS.length(), EVENTS.count());
        while (cursor.next()) {
            events.add(CODEC.decodeEvent(EVENTS.buffer(), cursor.messageOffset(), cursor.messageLength()));
        }
        return events;
    }
}
