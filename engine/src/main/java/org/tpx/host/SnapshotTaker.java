package org.tpx.host;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tpx.journal.JournalHead;

/**
 * Takes snapshots beside the core: on a thread of its own it goes on from the newest snapshot, carries the journal's turns
 * out again up to the mark, compares them, and writes the state. A difference stops the node, since then its own state is
 * not what its journal says.
 */
final class SnapshotTaker implements AutoCloseable {

    private final Path directory;
    private final StateMachine.Logic logic;
    private final NodeHealth health;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tpx-snapshot");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    SnapshotTaker(Path directory, StateMachine.Logic logic, NodeHealth health) {
        this.directory = directory;
        this.logic = logic;
        this.health = health;
    }

    /** Whether a snapshot is being taken. */
    boolean isBusy() {
        return busy.get();
    }

    /** Takes a snapshot after this turn, which is durable; passes it over when one is being taken. */
    void take(long sequence) {
        if (busy.compareAndSet(false, true)) {
            try {
                executor.execute(() -> run(sequence));
            } catch (RejectedExecutionException closed) {
                busy.set(false);
            }
        }
    }

    private void run(long sequence) {
        try {
            TurnChecker checker =
                    new Replay(directory, logic).fromNewestSnapshot().until(sequence).check();
            checker.difference().ifPresent(difference -> {
                throw new IllegalStateException("the node's outcome differs from its replay: " + difference.sentence());
            });
            JournalHead head = new JournalHead(
                    checker.sequence(), checker.timeNanos(), checker.epoch(), checker.chain(), -1, 0);
            new SnapshotStore(directory).write(checker.core(), head);
        } catch (Throwable failure) {
            health.fail(failure);
        } finally {
            busy.set(false);
        }
    }

    /** Lets a snapshot that is being taken come to its end. */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
