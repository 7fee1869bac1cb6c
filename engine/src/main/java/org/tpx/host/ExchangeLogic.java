package org.tpx.host;

import org.agrona.DirectBuffer;
import org.tpx.engine.Exchange;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;

/** The exchange as the state machine that hosts drive. */
final class ExchangeLogic implements StateMachine.Logic {

    static final ExchangeLogic INSTANCE = new ExchangeLogic();

    private ExchangeLogic() {}

    @Override
    public int version() {
        return Exchange.LOGIC_VERSION;
    }

    @Override
    public StateMachine begin(EventWriter events) {
        return new Driven(new Exchange(events));
    }

    @Override
    public StateMachine resume(Snapshot.Reader in, EventWriter events) {
        return new Driven(Exchange.read(in, events));
    }

    private record Driven(Exchange exchange) implements StateMachine {

        @Override
        public void onCommand(DirectBuffer frame, int offset) {
            exchange.onCommand(frame, offset);
        }

        @Override
        public long nextDeadlineNanos() {
            return exchange.nextDeadlineNanos();
        }

        @Override
        public long nextTimerId() {
            return exchange.nextTimerId();
        }

        @Override
        public boolean hasBacklog() {
            return exchange.hasBacklog();
        }

        @Override
        public int secretGeneration(DirectBuffer frame, int offset) {
            return exchange.secretGeneration(frame, offset);
        }

        @Override
        public long listingToRelease() {
            return exchange.listingToRelease();
        }

        @Override
        public int generationToRelease() {
            return exchange.generationToRelease();
        }

        @Override
        public void snapshot(Snapshot.Writer out) {
            exchange.snapshot(out);
        }
    }
}
