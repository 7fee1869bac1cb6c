package org.tpx.benchmarks;

import java.nio.ByteBuffer;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.engine.Exchange;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.protocol.Command;
import org.tpx.protocol.SystemCommand;
import org.tpx.wire.CommandRefusedFlyweight;
import org.tpx.wire.EventCursor;
import org.tpx.wire.RecordCodec;
import org.tpx.wire.TurnFrame;

/** The state machine alone on the calling thread, driven as a host drives it but without ring and journal. */
final class EngineDriver {

    private final RecordCodec codec = new RecordCodec();
    private final EventWriter events = new EventWriter(codec);
    private final MutableDirectBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(1 << 17));
    private final Exchange exchange;
    private final EventCursor cursor = new EventCursor();
    private long sequence;
    private long clientId;

    EngineDriver(int expectedCommands) {
        exchange = new Exchange(events, expectedCommands);
    }

    /** Prepares a workload's market up to bids in free and limited periods; returns the time reached. */
    long prepare(Workload workload) {
        prepare(workload.steps(), workload.limitedNanos());
        return workload.limitedNanos();
    }

    /** Carries the steps out and lets time pass until then. */
    void prepare(List<Workload.Step> steps, long untilNanos) {
        for (Workload.Step step : steps) {
            command(step.timeNanos(), step.principalId(), step.command());
        }
        advance(untilNanos);
    }

    /** Carries a command out, after the timers that are due by then. */
    void command(long timeNanos, long principalId, Command command) {
        advance(timeNanos);
        int length = codec.encode((Record) command, frame, TurnFrame.MESSAGE_OFFSET);
        turn(timeNanos, principalId, ++clientId, length);
        cursor.wrap(events.buffer(), 0, events.length(), events.count());
        if (!cursor.next() || cursor.templateId() == CommandRefusedFlyweight.TEMPLATE_ID) {
            throw new IllegalStateException("the preparation was refused: " + command);
        }
    }

    /** Carries the workload's next bid out; the time must not reach a deadline. Allocates nothing. */
    int bid(Workload workload, long timeNanos) {
        int length = workload.nextBid(frame, TurnFrame.MESSAGE_OFFSET);
        turn(timeNanos, workload.principalId(), ++clientId, length);
        return events.length();
    }

    /** Carries out a command whose frame lies ready, but for sequence and time; that must not reach a deadline. */
    void turn(MutableDirectBuffer ready, int offset, long timeNanos) {
        TurnFrame.sequence(ready, offset, ++sequence);
        TurnFrame.timeNanos(ready, offset, timeNanos);
        exchange.onCommand(ready, offset);
        if (exchange.hasBacklog()) {
            throw new IllegalStateException("a turn did not suffice for command " + sequence);
        }
    }

    /** Events of the last turn. */
    EventWriter events() {
        return events;
    }

    private void advance(long timeNanos) {
        while (exchange.nextDeadlineNanos() <= timeNanos) {
            long deadlineNanos = exchange.nextDeadlineNanos();
            SystemCommand.Tick tick = new SystemCommand.Tick(exchange.nextTimerId());
            turn(deadlineNanos, 0, 0, codec.encode(tick, frame, TurnFrame.MESSAGE_OFFSET));
        }
    }

    private void turn(long timeNanos, long principalId, long client, int length) {
        apply(timeNanos, principalId, client, length);
        while (exchange.hasBacklog()) {
            int goOn = codec.encode(new SystemCommand.Continue(), frame, TurnFrame.MESSAGE_OFFSET);
            apply(timeNanos, 0, 0, goOn);
        }
    }

    private void apply(long timeNanos, long principalId, long client, int length) {
        TurnFrame.sequence(frame, 0, ++sequence);
        TurnFrame.timeNanos(frame, 0, timeNanos);
        TurnFrame.principalId(frame, 0, principalId);
        TurnFrame.clientId(frame, 0, client);
        TurnFrame.commandLength(frame, 0, length);
        TurnFrame.eventCount(frame, 0, 0);
        exchange.onCommand(frame, 0);
    }
}
