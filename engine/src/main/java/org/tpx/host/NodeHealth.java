package org.tpx.host;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the node runs; the first failure of any of its threads ends it for all of them. Any thread. */
final class NodeHealth {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHealth.class);

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final FatalListener listener;

    NodeHealth(FatalListener listener) {
        this.listener = listener;
    }

    /** Stops the node for this cause, unless it was stopped before. */
    void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            LOG.error("the node stops: nothing is acknowledged from here on", cause);
            // On a thread of its own: who ends the process there must not wait for the thread that failed.
            new Thread(() -> listener.onFatal(cause), "tpx-fatal").start();
        }
    }

    boolean isGood() {
        return failure.get() == null;
    }

    @Nullable
    Throwable failure() {
        return failure.get();
    }
}
