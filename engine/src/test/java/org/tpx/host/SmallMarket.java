package org.tpx.host;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.protocol.Currency;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemCommand.SetAdmission;
import org.tpx.protocol.SystemCommand.StartNode;
import org.tpx.protocol.SystemCommand.Tick;
import org.tpx.protocol.SystemEvent.AdmissionChanged;
import org.tpx.protocol.SystemEvent.Continued;
import org.tpx.protocol.SystemEvent.ExchangeOpened;
import org.tpx.protocol.SystemEvent.NodeStarted;
import org.tpx.protocol.SystemEvent.SnapshotTaken;
import org.tpx.protocol.SystemEvent.TimerFired;
import org.tpx.protocol.TimerKind;
import org.tpx.wire.BidPlacedFlyweight;
import org.tpx.wire.CommandRefusedFlyweight;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.TurnFrame;

/**
 * As much of an exchange as hosts can be tried with, and what no exchange does: it breaks or hangs on to work when asked to.
 * A bid is placed when it is higher than the last one for the same listing, and its first bid sets a timer {@link
 * #AUCTION_NANOS} ahead. A bid for {@link #BROKEN} breaks an invariant; one for {@link #LABORIOUS} leaves three pieces of
 * work over; one for {@link #SLOW} takes its time.
 */
final class SmallMarket implements StateMachine {

    static final long AUCTION_NANOS = 60_000_000_000L;
    private static final long NONE = Long.MIN_VALUE;

    static final long BROKEN = 666;
    static final long LABORIOUS = 777;
    static final long SLOW = 888;

    private final EventWriter events;
    private final long step;
    private final PlaceBidFlyweight bid = new PlaceBidFlyweight();
    private final Timers timers = new Timers();
    private final Long2LongHashMap highs = new Long2LongHashMap(NONE);
    private boolean admits = true;
    private int backlog;

    private SmallMarket(EventWriter events, long step) {
        this.events = events;
        this.step = step;
    }

    /** The logic that all tests use. */
    static Logic logic() {
        return new Rules(1, 1);
    }

    /** A logic that lets a bid in only when it is so much higher than the last: other outcomes for the same commands. */
    static Logic stricter(long step) {
        return new Rules(1, step);
    }

    /** The same outcomes under another number. */
    static Logic version(int version) {
        return new Rules(version, 1);
    }

    private record Rules(int version, long step) implements Logic {
        @Override
        public StateMachine begin(EventWriter events) {
            return new SmallMarket(events, step);
        }

        @Override
        public StateMachine resume(Snapshot.Reader in, EventWriter events) {
            SmallMarket market = new SmallMarket(events, step);
            market.exchange(in);
            return market;
        }
    }

    @Override
    public void onCommand(DirectBuffer frame, int offset) {
        events.reset();
        int message = offset + TurnFrame.MESSAGE_OFFSET;
        int length = TurnFrame.commandLength(frame, offset);
        if (TurnFrame.templateId(frame, offset) == PlaceBidFlyweight.TEMPLATE_ID) {
            bid(TurnFrame.timeNanos(frame, offset), bid.wrap(frame, message));
            return;
        }
        Record command = events.codec().decode(frame, message, length);
        if (command instanceof StartNode start && TurnFrame.principalId(frame, offset) == 0) {
            admits = true;
            events.write(
                    new NodeStarted(start.lastDurableNanos(), start.nowNanos(), start.release(), start.jarDigest()));
        } else if (TurnFrame.principalId(frame, offset) != 0) {
            refuse(TurnFrame.templateId(frame, offset), RejectReason.ROLE_NOT_ALLOWED);
        } else if (command instanceof Tick tick) {
            Timer timer = timers.fire(tick.timerId(), TurnFrame.timeNanos(frame, offset));
            highs.remove(timer.listingId());
            events.write(new TimerFired(timer.id(), timer.kind(), timer.listingId(), 0));
        } else if (command instanceof SetAdmission admission) {
            admits = admission.open();
            events.write(new AdmissionChanged(admits));
        } else {
            others(TurnFrame.templateId(frame, offset));
        }
    }

    private void others(int templateId) {
        switch (templateId) {
            case 3 -> events.write(new Continued(--backlog));
            case 4 -> events.write(new SnapshotTaken());
            case 5 -> events.write(new ExchangeOpened("Small Market"));
            default -> refuse(templateId, RejectReason.NOT_ALLOWED);
        }
    }

    private void bid(long timeNanos, PlaceBidFlyweight command) {
        long listing = command.listingId();
        if (listing == BROKEN) {
            throw new InvariantBrokenException("the broken listing");
        }
        if (listing == SLOW) {
            long end = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
        if (listing == LABORIOUS) {
            backlog += 3;
        }
        long high = highs.get(listing);
        if (!admits) {
            refuse(PlaceBidFlyweight.TEMPLATE_ID, RejectReason.NODE_FULL);
        } else if (high != NONE && command.amountMinor() < high + step) {
            refuse(PlaceBidFlyweight.TEMPLATE_ID, RejectReason.NOT_ABOVE_HIGH);
        } else {
            place(timeNanos, command, high == NONE);
        }
    }

    private void place(long timeNanos, PlaceBidFlyweight command, boolean first) {
        if (first) {
            timers.set(TimerKind.LIMITED_END, command.listingId(), 0, timeNanos + AUCTION_NANOS);
        }
        highs.put(command.listingId(), command.amountMinor());
        events.commit(BidPlacedFlyweight.encode(
                events.buffer(),
                events.claim(),
                command.listingId(),
                command.partyId(),
                1,
                command.amountMinor(),
                Currency.CNY,
                timeNanos + AUCTION_NANOS,
                0));
    }

    private void refuse(int templateId, RejectReason reason) {
        events.commit(CommandRefusedFlyweight.encode(events.buffer(), events.claim(), templateId, reason, 0));
    }

    @Override
    public long nextDeadlineNanos() {
        return timers.nextDeadlineNanos();
    }

    @Override
    public long nextTimerId() {
        return timers.nextId();
    }

    @Override
    public boolean hasBacklog() {
        return backlog > 0;
    }

    @Override
    public void snapshot(Snapshot.Writer out) {
        exchange(out);
    }

    private void exchange(Snapshot snapshot) {
        admits = snapshot.flag(admits);
        backlog = snapshot.number(backlog);
        timers.exchange(snapshot);
        int size = snapshot.number(highs.size());
        if (snapshot.isReading()) {
            for (int i = 0; i < size; i++) {
                highs.put(snapshot.number(0L), snapshot.number(0L));
            }
        } else {
            for (long listing : listings()) {
                snapshot.number(listing);
                snapshot.number(highs.get(listing));
            }
        }
    }

    private long[] listings() {
        long[] listings = new long[highs.size()];
        var keys = highs.keySet().iterator();
        for (int i = 0; i < listings.length; i++) {
            listings[i] = keys.nextValue();
        }
        Arrays.sort(listings);
        return listings;
    }
}
