package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tpx.journal.CycleScan.Trouble;
import org.tpx.journal.Finding.Severity;

/**
 * Verifies a whole journal without the engine and without Chronicle, and changes nothing: every turn in its place, whole,
 * and chained to the one before; no file missing or set aside; nothing shorter than watermark, durable sequence and
 * checkpoints say; every checkpoint's root and chain as computed anew. Works on a live journal, up to its durable sequence.
 *
 * <p>What is wrong at or before the floor is {@link Severity#DAMAGE}; what is wrong behind it was never acknowledged and is
 * a {@link Severity#TORN_TAIL}.
 */
public final class JournalScanner {

    private static final DateTimeFormatter CYCLE_NAME = DateTimeFormatter.ofPattern("yyyyMMdd'F.cq4'");

    private final JournalDirectory directory;
    private final boolean live;
    private final CheckpointCheck checkpoints;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Path> misnoted = new ArrayList<>();
    private Optional<Watermark.Mark> watermark = Optional.empty();
    private long told;
    private long floor;

    private JournalScanner(JournalDirectory directory, boolean live, CheckpointCheck checkpoints) {
        this.directory = directory;
        this.live = live;
        this.checkpoints = checkpoints;
    }

    /**
     * Scans a journal. Throws {@link JournalUnusableException} when the directory is no journal of this format; everything
     * else is told by the report.
     */
    public static ScanReport scan(Path directory) {
        return scan(directory, LeafHandler.NONE, Optional.empty());
    }

    /**
     * Scans a journal and tells the leaf of every good turn.
     *
     * @param trusted the key to check signatures with; without one the key published beside the journal is taken
     */
    public static ScanReport scan(Path path, LeafHandler leaves, Optional<JournalPublicKey> trusted) {
        JournalDirectory directory = JournalDirectory.open(path);
        boolean live = DirectoryLock.isHeld(path);
        return new JournalScanner(directory, live, new CheckpointCheck(directory, trusted, true)).scan(leaves);
    }

    /** For the node that holds the lock: its own journal is at rest. */
    static ScanReport scanAtRest(JournalDirectory directory, LeafHandler leaves) {
        return new JournalScanner(directory, false, new CheckpointCheck(directory, Optional.empty(), false))
                .scan(leaves);
    }

    /**
     * Scans the bytes of one journal file that begins at turn 1.
     *
     * @param name how findings call the file
     * @param durableSequence the turn that must at least be there
     */
    public static ScanReport scanBytes(Path name, byte[] bytes, long durableSequence) {
        CycleScan scan = new CycleScan(Long.MAX_VALUE, LeafHandler.NONE, (sequence, tree, chain) -> {});
        List<Finding> findings = new ArrayList<>();
        try (CycleBytes source = CycleBytes.of(bytes)) {
            for (Trouble trouble : scan.scan(source)) {
                Severity severity = trouble.sequence() <= durableSequence ? Severity.DAMAGE : Severity.TORN_TAIL;
                findings.add(CycleScan.finding(severity, name, trouble));
            }
            long wrongNote = scan.wrongNote(source);
            if (wrongNote >= 0) {
                findings.add(wrongNote(name, wrongNote));
            }
        }
        if (scan.sequence() < durableSequence && findings.isEmpty()) {
            findings.add(tooShort(name, scan.sequence(), durableSequence));
        }
        return new ScanReport(scan.head(-1), scan.root(), durableSequence, 0, findings, List.of());
    }

    private ScanReport scan(LeafHandler leaves) {
        readFloor();
        lookForStrangers();
        CycleScan scan = new CycleScan(live ? floor : Long.MAX_VALUE, leaves, this::compare);
        List<Path> files = directory.cycleFiles();
        boolean whole = scanFiles(scan, files);
        if (whole && scan.sequence() < floor) {
            Path last = files.isEmpty() ? directory.turns() : files.get(files.size() - 1);
            findings.add(tooShort(last, scan.sequence(), floor));
        }
        if (scan.sequence() < told && scan.sequence() >= floor) {
            findings.add(lost(scan.sequence()));
        }
        int day = files.isEmpty() ? -1 : day(files.get(files.size() - 1));
        findings.addAll(checkpoints.findings());
        return new ScanReport(scan.head(day), scan.root(), floor, checkpoints.count(), findings, misnoted);
    }

    private void readFloor() {
        if (DurableSequence.isSound(directory.durable())) {
            try (DurableSequence durable = DurableSequence.openForReading(directory.durable())) {
                told = durable.sequence();
                floor = live ? told : durable.floor();
            }
        } else {
            missing(directory.durable(), "nobody can tell which turn was durable");
        }
        watermark = Watermark.read(directory.watermark());
        if (watermark.isEmpty()) {
            missing(directory.watermark(), "nobody can tell whether the end of the journal is whole");
        }
        if (!live) {
            long synced = watermark.map(Watermark.Mark::sequence).orElse(0L);
            floor = Math.max(floor, Math.max(synced, checkpoints.lastSize()));
        }
    }

    private void missing(Path file, String consequence) {
        String what = Files.exists(file) ? " is damaged: " : " is missing: ";
        findings.add(new Finding(Severity.DAMAGE, file, -1, 0, file.getFileName() + what + consequence));
    }

    /** Chronicle renames a file that it cannot make sense of; then its turns are out of sight. */
    private void lookForStrangers() {
        try (Stream<Path> files = Files.list(directory.turns())) {
            List<Path> known = directory.cycleFiles();
            files.filter(file -> !known.contains(file) && !file.endsWith("metadata.cq4t"))
                    .sorted()
                    .forEach(this::stranger);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory.turns(), e);
        }
    }

    private void stranger(Path file) {
        boolean setAside = file.getFileName().toString().contains(".cq4");
        findings.add(new Finding(
                setAside ? Severity.DAMAGE : Severity.NOTE,
                file,
                -1,
                0,
                setAside ? "a file with turns was set aside" : "this file is not part of a journal"));
    }

    /** Scans file after file; false when trouble hides what follows. */
    private boolean scanFiles(CycleScan scan, List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            List<Trouble> troubles;
            boolean last = i == files.size() - 1;
            try (CycleBytes bytes = CycleBytes.of(files.get(i))) {
                troubles = scan.scan(bytes);
                // Of a live journal only what is behind the node's back was looked at to its end.
                boolean toItsEnd = !live || (!last && scan.sequence() < floor);
                if (troubles.isEmpty() && toItsEnd) {
                    lookForWrongNotes(files.get(i), scan.wrongNote(bytes));
                }
            }
            boolean continued = !last && JournalReader.firstSequence(files.get(i + 1)) == scan.sequence() + 1;
            for (Trouble trouble : troubles) {
                findings.add(CycleScan.finding(severity(trouble, last, continued), files.get(i), trouble));
            }
            if (!troubles.isEmpty() && !continued) {
                return false;
            }
        }
        return true;
    }

    private void lookForWrongNotes(Path file, long position) {
        if (position >= 0) {
            misnoted.add(file);
            findings.add(wrongNote(file, position));
        }
    }

    private static Finding wrongNote(Path file, long position) {
        return new Finding(Severity.NOTE, file, position, 0, "Chronicle's own notes do not agree with the turns here");
    }

    /** What is behind the last turn of a file hides nothing when the next file carries on. */
    private Severity severity(Trouble trouble, boolean last, boolean continued) {
        if (continued) {
            return Severity.NOTE;
        }
        return last && trouble.sequence() > floor ? Severity.TORN_TAIL : Severity.DAMAGE;
    }

    private void compare(long sequence, MerkleFrontier tree, ChainHasher chain) {
        checkpoints.onTurn(sequence, tree, chain);
        watermark
                .filter(mark -> mark.sequence() == sequence && !mark.chain().equals(chain.chain()))
                .ifPresent(mark -> findings.add(new Finding(
                        Severity.DAMAGE,
                        directory.watermark(),
                        -1,
                        sequence,
                        "the chain at turn " + sequence + " is not the one that was synced then")));
    }

    private Finding lost(long last) {
        return new Finding(
                Severity.NOTE,
                directory.durable(),
                -1,
                last + 1,
                "turns " + (last + 1) + " to " + told + " were told when they were appended, not synced, and are lost");
    }

    private static Finding tooShort(Path file, long last, long floor) {
        return new Finding(
                Severity.DAMAGE,
                file,
                -1,
                last + 1,
                "the journal ends at turn " + last + ", but turn " + floor + " was durable");
    }

    /** The day of a file, counted from 1970-01-01. */
    static int day(Path file) {
        LocalDate date = LocalDate.parse(file.getFileName().toString(), CYCLE_NAME);
        return Math.toIntExact(date.toEpochDay());
    }
}
