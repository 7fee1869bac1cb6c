package org.tpx.journal;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** What the second JVM of a test does. */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> hold(directory);
            case "append" -> append(directory, Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Writes a few turns and keeps the journal open. */
    private static void hold(Path directory) {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            JournalSupport.append(journal, new SampleTurns(1), 10, 5);
            System.out.println("ready");
            LockSupport.park();
        }
    }

    /** Appends and forces until it is killed, and says after every force what is durable. */
    private static void append(Path directory, long seed, int batch) {
        JournalRecovery recovery = JournalSupport.recover(directory);
        ChronicleJournal journal = recovery.startWriting();
        SampleTurns turns = new SampleTurns(seed, recovery.head());
        System.out.println("ready");
        for (; ; ) {
            for (int i = 0; i < batch; i++) {
                journal.append(turns.next());
            }
            journal.force();
            System.out.println("durable " + journal.durableSequence());
        }
    }
}
