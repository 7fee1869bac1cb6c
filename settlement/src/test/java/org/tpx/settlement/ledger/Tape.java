package org.tpx.settlement.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tpx.protocol.Event;

/** Turns of a journal as values: written by hand, handed to a projection, and changed to see whether it notices. */
public final class Tape {

    /** One turn; the sequence is its place on the tape, from 1. */
    public record Turn(long timeNanos, List<Event> events) {}

    private final List<Turn> turns = new ArrayList<>();

    /** An instant of the examples, which are all at +08:00. */
    static long nanos(String local) {
        LocalDateTime time = LocalDateTime.parse(local);
        Instant instant = time.toInstant(ZoneOffset.ofHours(8));
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }

    Tape at(String local, Event... events) {
        turns.add(new Turn(nanos(local), List.of(events)));
        return this;
    }

    Tape add(long timeNanos, List<Event> events) {
        turns.add(new Turn(timeNanos, List.copyOf(events)));
        return this;
    }

    List<Turn> turns() {
        return List.copyOf(turns);
    }

    int size() {
        return turns.size();
    }

    /** The same tape with some events changed. */
    Tape with(UnaryOperator<Event> change) {
        Tape changed = new Tape();
        for (Turn turn : turns) {
            changed.turns.add(new Turn(
                    turn.timeNanos(), turn.events().stream().map(change).toList()));
        }
        return changed;
    }

    /** The same tape without one kind of event. */
    Tape without(Class<? extends Event> type) {
        Tape changed = new Tape();
        for (Turn turn : turns) {
            changed.turns.add(new Turn(
                    turn.timeNanos(),
                    turn.events().stream()
                            .filter(event -> !type.isInstance(event))
                            .toList()));
        }
        return changed;
    }

    /** The turns before the first that has an event of this kind, to go on from in another way. */
    Tape until(Class<? extends Event> type) {
        Tape beginning = new Tape();
        for (Turn turn : turns) {
            if (turn.events().stream().anyMatch(type::isInstance)) {
                break;
            }
            beginning.turns.add(turn);
        }
        return beginning;
    }

    /** The same tape with a turn of these events right before the first one that has such an event, at the same time. */
    Tape before(Class<? extends Event> type, Event... events) {
        Tape changed = new Tape();
        boolean added = false;
        for (Turn turn : turns) {
            if (!added && turn.events().stream().anyMatch(type::isInstance)) {
                changed.turns.add(new Turn(turn.timeNanos(), List.of(events)));
                added = true;
            }
            changed.turns.add(turn);
        }
        return changed;
    }

    /** Books the turns from one sequence on up to another one, without committing. */
    void play(SettlementProjection projection, int fromSequence, int untilSequence) {
        for (int sequence = fromSequence; sequence <= untilSequence; sequence++) {
            Turn turn = turns.get(sequence - 1);
            projection.onTurn(sequence, turn.timeNanos(), turn.events());
        }
    }

    /** Books everything in one transaction. */
    void play(SettlementProjection projection) {
        play(projection, 1, size());
        projection.commit();
    }
}
