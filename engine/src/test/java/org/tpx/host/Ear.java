package org.tpx.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.tpx.protocol.Event;

/** Hears what a live node tells, and lets a test wait for it. */
final class Ear implements TurnListener {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Heard> heard = new ArrayList<>();

    /** One turn. */
    record Heard(long sequence, long timeNanos, long principalId, long clientId, Object command, List<Event> events) {}

    @Override
    public synchronized void onTurn(TurnView turn) {
        heard.add(new Heard(
                turn.sequence(), turn.timeNanos(), turn.principalId(), turn.clientId(), turn.command(), turn.events()));
        notifyAll();
    }

    /** All turns so far. */
    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The first turn of this kind; waits for it. */
    synchronized Heard await(Predicate<Heard> kind) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int looked = 0;
        while (true) {
            for (; looked < heard.size(); looked++) {
                if (kind.test(heard.get(looked))) {
                    return heard.get(looked);
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            assertThat(left)
                    .as("patience with a node that told %d turns", heard.size())
                    .isPositive();
            wait(left);
        }
    }

    /** The turn of this client id; waits for it. */
    Heard await(long clientId) throws InterruptedException {
        return await(turn -> turn.clientId() == clientId);
    }
}
