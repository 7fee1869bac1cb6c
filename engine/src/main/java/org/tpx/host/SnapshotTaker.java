package org.tpx.host;

import java.nio.file.Path;
import org.tpx.journal.JournalHead;

/**
 * Takes snapshots beside the core: goes on from the newest snapshot, carries the journal's turns out again up to the mark,
 * compares them, and writes the state. A difference stops the node, since then its own state is not what its journal says.
 */
final class SnapshotTaker implements AutoCloseable {

    private final Path directory;
    private final Path keyFile;
    private final StateMachine.Logic logic;
    private final SideTask task;

    SnapshotTaker(Path directory, Path keyFile, StateMachine.Logic logic, NodeHealth health) {
        this.directory = directory;
        this.keyFile = keyFile;
        this.logic = logic;
        this.task = new SideTask("tpx-snapshot", health);
    }

    /** Whether a snapshot is being taken. */
    boolean isBusy() {
        return task.isBusy();
    }

    /** Takes a snapshot after this turn, which is durable; passes it over when one is being taken. */
    void take(long sequence) {
        task.start(() -> write(sequence));
    }

    private void write(long sequence) {
        TurnChecker checker = new Replay(directory, logic)
                .withKeyFile(keyFile)
                .fromNewestSnapshot()
                .until(sequence)
                .check();
        checker.difference().ifPresent(difference -> {
            throw new IllegalStateException("the node's outcome differs from its replay: " + difference.sentence());
        });
        JournalHead head =
                new JournalHead(checker.sequence(), checker.timeNanos(), checker.epoch(), checker.chain(), -1, 0);
        new SnapshotStore(directory).write(checker.core(), head);
    }

    @Override
    public void close() {
        task.close();
    }
}
