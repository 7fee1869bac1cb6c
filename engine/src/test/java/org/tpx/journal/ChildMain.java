package org.tpx.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What the second JVM of a test does: the first argument says what, the second is the journal's directory. */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> hold(directory);
            case "append" -> append(directory, Long.parseLong(arguments[2]));
            case "damage" -> damage(directory, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "fill" -> fill(directory);
            case "start" -> start(directory);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Writes a few durable turns and a few more that are not, and keeps the journal open. */
    private static void hold(Path directory) {
        JournalRecovery recovery = JournalSupport.recover(directory);
        ChronicleJournal journal = recovery.startWriting();
        SampleTurns turns = new SampleTurns(1, recovery.head());
        JournalSupport.append(journal, turns, 10, 5);
        for (int i = 0; i < 10; i++) {
            journal.append(turns.next());
        }
        say("ready");
        LockSupport.park();
    }

    /** Appends, forces and rolls until it is killed, and says after every force what is durable. */
    private static void append(Path directory, long seed) {
        JournalRecovery recovery = JournalSupport.recover(directory);
        ChronicleJournal journal = recovery.startWriting();
        SampleTurns turns = new SampleTurns(seed, recovery.head());
        Random random = new Random(seed + recovery.head().sequence());
        long wallMillis = JournalSupport.FIRST_MILLIS;
        say("ready");
        for (; ; ) {
            for (int i = random.nextInt(64); i >= 0; i--) {
                journal.append(turns.next());
            }
            journal.force();
            say("durable " + journal.durableSequence());
            if (random.nextInt(50) == 0) {
                wallMillis += JournalSupport.DAY_MILLIS;
                journal.roll(wallMillis);
            }
        }
    }

    /** Damages copies of a journal, one after the other, and says what a start makes of each. */
    private static void damage(Path directory, int first, int count) throws IOException {
        for (int number = first; number < first + count; number++) {
            Path copy = directory.resolve("case-" + number);
            String damage = new JournalDamage(number).apply(directory.resolve("whole"), copy);
            say("case " + number + " " + damage);
            say("outcome " + number + " " + outcome(copy));
            JournalSupport.delete(copy);
        }
    }

    private static String outcome(Path directory) {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            long before = recovery.head().sequence();
            JournalSupport.append(journal, new SampleTurns(JournalDamage.SEED, recovery.head()), 20, 5);
            journal.proveWritable();
            List<byte[]> read = JournalSupport.readAll(directory);
            return "continued " + before + " " + read.size() + " "
                    + JournalDamage.digest(read.subList(0, (int) before));
        } catch (JournalUnusableException e) {
            return "refused " + e;
        }
    }

    /** Says whether the journal can be started. */
    private static void start(Path directory) {
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting()) {
            say("start at " + journal.durableSequence());
        } catch (JournalUnusableException e) {
            say("start refused " + e);
        }
    }

    /** Appends until the disk is full. */
    private static void fill(Path directory) {
        JournalSettings settings = JournalSupport.settings(directory).withMinFreeBytes(3 << 20);
        try (JournalRecovery recovery =
                        JournalRecovery.open(settings, () -> JournalSupport.FIRST_MILLIS, LeafHandler.NONE);
                ChronicleJournal journal = recovery.startWriting()) {
            SampleTurns turns = new SampleTurns(1, recovery.head());
            boolean told = false;
            try {
                for (; ; ) {
                    JournalSupport.append(journal, turns, 20, 20);
                    // Slow enough that the space which is kept free lasts longer than the time between two looks at it.
                    LockSupport.parkNanos(500_000);
                    if (!told && !journal.hasRoom()) {
                        told = true;
                        say("no room at " + journal.durableSequence() + " rolled "
                                + journal.roll(JournalSupport.FIRST_MILLIS + JournalSupport.DAY_MILLIS));
                    }
                }
            } catch (JournalFailedException e) {
                say("failed at " + journal.durableSequence() + ": " + e.getMessage());
            }
        }
        say("closed " + Files.exists(directory));
    }
}
