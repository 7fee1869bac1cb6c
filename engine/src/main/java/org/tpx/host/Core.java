package org.tpx.host;

import org.agrona.DirectBuffer;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;
import org.tpx.wire.RecordCodec;

/** A state machine with the writer that its events go to. Single-threaded. */
final class Core {

    private final RecordCodec codec;
    private final EventWriter events;
    private final StateMachine machine;
    private final int logicVersion;
    private final Veil veil;

    private Core(RecordCodec codec, EventWriter events, StateMachine machine, int logicVersion) {
        this.codec = codec;
        this.events = events;
        this.machine = machine;
        this.logicVersion = logicVersion;
        veil = new Veil(codec.templates());
    }

    /** A state machine before its first turn. */
    static Core begin(StateMachine.Logic logic, RecordCodec codec) {
        EventWriter events = new EventWriter(codec);
        return new Core(codec, events, logic.begin(events), logic.version());
    }

    /** The state machine whose snapshot lies at the offset. */
    static Core resume(StateMachine.Logic logic, RecordCodec codec, DirectBuffer state, int offset) {
        EventWriter events = new EventWriter(codec);
        StateMachine machine = logic.resume(new Snapshot.Reader(state, offset, codec), events);
        return new Core(codec, events, machine, logic.version());
    }

    RecordCodec codec() {
        return codec;
    }

    EventWriter events() {
        return events;
    }

    StateMachine machine() {
        return machine;
    }

    /** What hides confidential fields from readers of the journal. */
    Veil veil() {
        return veil;
    }

    int logicVersion() {
        return logicVersion;
    }

    /** The whole state as canonical bytes. */
    Snapshot.Writer snapshot() {
        Snapshot.Writer state = new Snapshot.Writer(codec);
        machine.snapshot(state);
        return state;
    }

    /** SHA-256 over the canonical bytes of the state. */
    Hash256 stateHash() {
        Snapshot.Writer state = snapshot();
        return Hashes.sha256(state.buffer(), 0, state.length());
    }
}
