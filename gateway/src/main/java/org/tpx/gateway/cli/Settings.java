package org.tpx.gateway.cli;

import java.nio.file.Path;
import org.tpx.gateway.play.Release;
import org.tpx.host.HostSettings;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalSettings;
import org.tpx.journal.JournalUnusableException;

/** How the commands of this program run a host. */
final class Settings {
    /** The name of a journal's log where nobody gives it another. */
    static final String ORIGIN = "localhost/tpx";

    private static final int PLAYED_BATCH_TURNS = 4096;
    private static final long PLAYED_BATCH_NANOS = 20_000_000;
    private static final long PLAYED_FREE_BYTES = 64L << 20;
    private static final int SMALL_BLOCK_BYTES = 8 << 20;
    private static final int SMALL_PREALLOCATE_BYTES = 1 << 20;

    private Settings() {}

    /** A live node, whose journal gets this name if it is new; throws {@link IllegalArgumentException} where that is none. */
    static HostSettings live(Path journal, String origin, Durability durability) {
        return of(JournalSettings.of(journal, origin).with(durability));
    }

    /** A file that is played: nobody waits for a single turn, and a nearly full disk should not refuse an experiment. */
    static HostSettings played(Path journal, Durability durability) {
        JournalSettings settings =
                JournalSettings.of(journal, ORIGIN).with(durability).withMinFreeBytes(PLAYED_FREE_BYTES);
        return of(settings).withBatch(PLAYED_BATCH_TURNS, PLAYED_BATCH_NANOS);
    }

    /** The same with files as small as a demonstration needs. */
    static HostSettings small(Path journal, Durability durability) {
        JournalSettings settings = JournalSettings.of(journal, ORIGIN)
                .with(durability)
                .withMinFreeBytes(PLAYED_FREE_BYTES)
                .withBlocks(SMALL_BLOCK_BYTES, SMALL_PREALLOCATE_BYTES);
        return of(settings).withBatch(PLAYED_BATCH_TURNS, PLAYED_BATCH_NANOS);
    }

    /** With this release, which every start writes into the journal. */
    private static HostSettings of(JournalSettings journal) {
        Release release = Release.running();
        return HostSettings.of(journal, release.version(), release.jarDigest());
    }

    /** Whether a journal can be seen there; whether it can be used is another question. */
    static boolean isJournal(Path path) {
        try {
            JournalDirectory.open(path);
            return true;
        } catch (JournalUnusableException failure) {
            return false;
        }
    }
}
