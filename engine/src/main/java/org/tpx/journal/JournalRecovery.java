package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What a node does with its journal before it may write: take the lock, recognise the directory or begin one, scan all of
 * it with bounded reads, refuse what is damaged at or before the floor, cut a torn tail behind it, and only then open for
 * writing in a new epoch. Between {@link #open} and {@link #startWriting} the host replays the turns ({@link #reader()})
 * against the engine.
 *
 * <p>A refusal changes nothing in the directory. Single-threaded.
 */
public final class JournalRecovery implements AutoCloseable {

    private final JournalSettings settings;
    private final JournalDirectory directory;
    private final DirectoryLock lock;
    private final LongSupplier wallMillis;
    private final ScanReport report;
    private JournalHead head;
    private String sentence = "";
    private boolean started;

    private JournalRecovery(
            JournalSettings settings,
            JournalDirectory directory,
            DirectoryLock lock,
            LongSupplier wallMillis,
            ScanReport report) {
        this.settings = settings;
        this.directory = directory;
        this.lock = lock;
        this.wallMillis = wallMillis;
        this.report = report;
        this.head = report.head();
    }

    /**
     * Locks and scans the journal, or begins one in a new or empty directory.
     *
     * @param wallMillis the host's wall clock, UTC epoch milliseconds; decides the day of the file only
     * @param leaves is told the leaf of every turn, to rebuild the Merkle tree
     * @throws JournalUnusableException when the directory is in use, foreign, of another format or damaged
     */
    public static JournalRecovery open(JournalSettings settings, LongSupplier wallMillis, LeafHandler leaves) {
        Path path = settings.directory();
        if (!JournalDirectory.isVacant(path)) {
            // Before the lock, because a lock file would already be a change to a directory of something else.
            openOwn(path, settings.origin());
        }
        DirectoryLock lock = lock(path);
        try {
            JournalDirectory directory = JournalDirectory.isVacant(path)
                    ? JournalDirectory.create(path, settings.origin())
                    : openOwn(path, settings.origin());
            ScanReport report = JournalScanner.scanAtRest(directory, leaves);
            refuseDamage(directory, report);
            return new JournalRecovery(settings, directory, lock, wallMillis, report);
        } catch (UncheckedIOException e) {
            lock.close();
            throw new JournalUnusableException("The journal " + path + " cannot be opened: " + e.getCause(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static JournalDirectory openOwn(Path path, String origin) {
        JournalDirectory directory = JournalDirectory.open(path);
        if (!directory.origin().equals(origin)) {
            throw new JournalUnusableException("The journal " + directory.path() + " belongs to " + directory.origin()
                    + ", not to " + origin + ": name the right directory or origin.");
        }
        return directory;
    }

    private static DirectoryLock lock(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new JournalUnusableException("The journal directory " + path + " cannot be created: " + e, e);
        }
        return DirectoryLock.acquire(path);
    }

    private static void refuseDamage(JournalDirectory directory, ScanReport report) {
        List<Finding> damage = report.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.DAMAGE)
                .toList();
        if (!damage.isEmpty()) {
            throw new JournalUnusableException(
                    "The journal " + directory.path() + " is damaged and was left as it is: "
                            + damage.stream().map(Finding::toString).collect(Collectors.joining("; ")),
                    report.findings());
        }
    }

    /** Where the journal ends: what the first turn of this start continues from. */
    public JournalHead head() {
        return head;
    }

    /** What the scan found. */
    public ScanReport report() {
        return report;
    }

    /** A reader before the first turn, for the replay before {@link #startWriting}. */
    public JournalReader reader() {
        return JournalReader.openAtRest(directory);
    }

    /** The epoch in which this start writes: higher than any before. */
    public int epoch() {
        try (DurableSequence durable = DurableSequence.openForReading(directory.durable())) {
            return Math.max(head.epoch(), durable.epoch()) + 1;
        }
    }

    /**
     * Cuts a torn tail if there is one, and opens for writing. From here on the journal owns the lock. The host appends its
     * first turn, forces, and asks for {@link ChronicleJournal#proveWritable()} before anything else.
     *
     * @throws JournalUnusableException when the files cannot be opened for writing
     */
    public ChronicleJournal startWriting() {
        try {
            int epoch = epoch();
            if (report.hasTornTail()) {
                cutTornTail(epoch);
            }
            for (Path file : report.misnotedFiles()) {
                correctNotes(file, epoch);
            }
            ChronicleJournal journal = openJournal(epoch);
            started = true;
            return journal;
        } catch (IOException | RuntimeException e) {
            throw new JournalUnusableException("The journal " + directory.path() + " cannot be written: " + e, e);
        }
    }

    private void cutTornTail(int epoch) throws IOException {
        List<Path> files = directory.cycleFiles();
        Path last = files.get(files.size() - 1);
        Path kept = rewrite(last, epoch);
        tell("The end of " + last.getFileName() + " behind turn " + head.sequence()
                + " was not completely written and never synced; it was cut off, and the file as it was is kept as "
                + kept
                + ".");
    }

    private void correctNotes(Path file, int epoch) throws IOException {
        Path kept = rewrite(file, epoch);
        tell("Chronicle's own notes in " + file.getFileName()
                + " were wrong; the file was written anew, and as it was it is kept as " + kept + ".");
    }

    /** Chronicle may refuse a file that we find nothing wrong with; its turns are known to be right, so it gets a new one. */
    private ChronicleJournal openJournal(int epoch) throws IOException {
        try {
            return ChronicleJournal.open(settings, directory, lock, head, epoch, wallMillis.getAsLong());
        } catch (TurnQueue.QueueUnusableException e) {
            List<Path> files = directory.cycleFiles();
            if (files.isEmpty()) {
                throw e;
            }
            correctNotes(files.get(files.size() - 1), epoch);
            return ChronicleJournal.open(settings, directory, lock, head, epoch, wallMillis.getAsLong());
        }
    }

    private Path rewrite(Path file, int epoch) throws IOException {
        Path kept = new FileRewrite(directory, file, settings.blockBytes(), head.sequence()).rewrite(epoch);
        ScanReport again = JournalScanner.scanAtRest(directory, LeafHandler.NONE);
        boolean same = again.isSound()
                && !again.hasTornTail()
                && !again.misnotedFiles().contains(file)
                && again.head().sequence() == head.sequence()
                && again.head().chain().equals(head.chain());
        if (!same) {
            throw new IOException("the journal is not the same after " + file.getFileName() + " was written anew: "
                    + again.findings());
        }
        head = again.head();
        return kept;
    }

    private void tell(String what) {
        sentence = sentence.isEmpty() ? what : sentence + " " + what;
    }

    /** What was done to the files, for the operator; empty when nothing was. */
    public String sentence() {
        return sentence;
    }

    /** Releases the lock, unless the journal has it. */
    @Override
    public void close() {
        if (!started) {
            lock.close();
        }
    }
}
