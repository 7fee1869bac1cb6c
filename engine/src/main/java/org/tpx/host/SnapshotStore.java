package org.tpx.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.journal.Digests;
import org.tpx.journal.JournalHead;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Hash256;
import org.tpx.wire.RecordCodec;

/**
 * The snapshots beside a journal, the newest two of them. A snapshot only saves time: one that is damaged is passed over with
 * a sentence in the log, and the journal tells the rest.
 */
final class SnapshotStore {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final Pattern NAME = Pattern.compile("turn-\\d{19}\\.tpxs");
    private static final Pattern LEFTOVER = Pattern.compile("turn-\\d{19}\\.tpxs\\.new");
    private static final int KEPT = 2;

    private final Path directory;

    SnapshotStore(Path journalDirectory) {
        directory = journalDirectory.resolve("snapshots");
    }

    /** Writes a snapshot of the state after the turn of this head, and lets go of the oldest. Returns the state's hash. */
    Hash256 write(Core core, JournalHead head) {
        Snapshot.Writer state = core.snapshot();
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(String.format("turn-%019d.tpxs", head.sequence()));
            Hash256 hash = SnapshotFile.write(file, core.logicVersion(), head, state.buffer(), state.length());
            LOG.info("snapshot after turn {} written: {} bytes, state hash {}", head.sequence(), state.length(), hash);
            removeOld();
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a snapshot into " + directory, e);
        }
    }

    private void removeOld() throws IOException {
        List<Path> files = files(NAME);
        for (int i = KEPT; i < files.size(); i++) {
            Files.deleteIfExists(files.get(i));
        }
        for (Path leftover : files(LEFTOVER)) {
            Files.deleteIfExists(leftover);
        }
    }

    /**
     * A checker that begins after the newest sound snapshot of this journal that is not behind a turn, or else before the
     * first turn. Leaves the reader before the turn that comes next.
     */
    TurnChecker begin(StateMachine.Logic logic, RecordCodec codec, JournalReader reader, long untilSequence) {
        for (Path file : files(NAME)) {
            try {
                SnapshotFile snapshot = SnapshotFile.read(file);
                if (snapshot.head().sequence() <= untilSequence) {
                    requireSameHistory(snapshot, reader);
                    Core core = Core.resume(logic, codec, snapshot.bytes(), SnapshotFile.STATE_OFFSET);
                    LOG.info("snapshot {} taken up", file);
                    return new TurnChecker(core, snapshot.head());
                }
            } catch (SnapshotFile.UnsoundException unsound) {
                LOG.warn("snapshot {} {}; it is passed over", file, unsound.getMessage());
            }
        }
        reader.seek(1);
        return new TurnChecker(Core.begin(logic, codec), JournalHead.empty());
    }

    private static void requireSameHistory(SnapshotFile snapshot, JournalReader reader)
            throws SnapshotFile.UnsoundException {
        TurnRecordView turn = new TurnRecordView();
        byte[] chain = new byte[Hash256.LENGTH];
        try {
            reader.seek(snapshot.head().sequence());
            if (reader.next(turn)) {
                turn.chain(chain, 0);
            }
        } catch (JournalUnusableException unreadable) {
            throw new SnapshotFile.UnsoundException("names a turn that cannot be read: " + unreadable.getMessage());
        }
        if (!Digests.value(chain, 0).equals(snapshot.head().chain())) {
            throw new SnapshotFile.UnsoundException("belongs to another history than the journal's");
        }
    }

    /** The files of this name, newest first. */
    private List<Path> files(Pattern name) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
