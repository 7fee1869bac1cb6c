package org.tpx.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work beside the core, one piece at a time on a thread of its own; what it throws stops the node. Any thread may start it. */
final class SideTask implements AutoCloseable {

    private final NodeHealth health;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService executor;

    SideTask(String threadName, NodeHealth health) {
        this.health = health;
        this.executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether a piece of work is being done. */
    boolean isBusy() {
        return busy.get();
    }

    /** Does the work, unless a piece is being done or this is closed. */
    void start(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            try {
                executor.execute(() -> run(work));
            } catch (RejectedExecutionException closed) {
                busy.set(false);
            }
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            health.fail(failure);
        } finally {
            busy.set(false);
        }
    }

    /** Lets a piece of work that is being done come to its end. */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                if (!executor.awaitTermination(1, TimeUnit.HOURS)) {
                    throw new IllegalStateException("work beside the core does not end");
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
