package org.tpx.gateway.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tpx.host.TurnListener;
import org.tpx.host.TurnView;

/**
 * Tells callers what came of their commands. Commands of one sender with the same reference are answered in the order in which they
 * were handed over. Any thread.
 */
public final class Outcomes implements TurnListener {
    private final Map<Sender, Queue<Caller>> waiting = new HashMap<>();
    private long told;
    private boolean abandoned;

    /**
     * Hands a command over and remembers who waits for it, both at once, so that answers come in the order of the commands.
     *
     * @param handOver hands the command to the node; false, or an exception, where the node does not take it
     * @return whether the node took the command; else the caller is not called
     */
    public synchronized boolean submit(long principalId, long clientId, BooleanSupplier handOver, Caller caller) {
        if (abandoned || !handOver.getAsBoolean()) {
            return false;
        }
        waiting.computeIfAbsent(new Sender(principalId, clientId), sender -> new ArrayDeque<>())
                .add(caller);
        return true;
    }

    @Override
    public void onTurn(TurnView turn) {
        Caller caller = take(turn);
        if (caller != null) {
            caller.onOutcome(Outcome.of(turn));
        }
    }

    private synchronized @Nullable Caller take(TurnView turn) {
        told = turn.sequence();
        notifyAll();
        if (waiting.isEmpty()) {
            return null;
        }
        Sender sender = new Sender(turn.principalId(), turn.clientId());
        Queue<Caller> callers = waiting.get(sender);
        if (callers == null) {
            return null;
        }
        Caller caller = callers.poll();
        if (callers.isEmpty()) {
            waiting.remove(sender);
        }
        return caller;
    }

    /** Waits until every turn up to this one has been told. */
    public synchronized void awaitTold(long sequence) throws InterruptedException {
        while (told < sequence && !abandoned) {
            wait();
        }
    }

    /** The node has stopped: whoever still waits will wait in vain. */
    public void abandon() {
        List<Caller> left = new ArrayList<>();
        synchronized (this) {
            abandoned = true;
            waiting.values().forEach(left::addAll);
            waiting.clear();
            notifyAll();
        }
        left.forEach(Caller::onAbandoned);
    }

    private record Sender(long principalId, long clientId) {}
}
