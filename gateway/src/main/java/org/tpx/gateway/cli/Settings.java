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

    private static final int SMALL_BLOCK_BYTES = 8 << 20;
    private static final int SMALL_PREALLOCATE_BYTES = 1 << 20;
    private static final long SMALL_FREE_BYTES = 64L << 20;

    private Settings() {}

    /** A host on this journal, with this release written into it. */
    static HostSettings of(Path journal, Durability durability) {
        Release release = Release.running();
        JournalSettings settings = JournalSettings.of(journal, ORIGIN).with(durability);
        return HostSettings.of(settings, release.version(), release.jarDigest());
    }

    /** The same with files and a reserve of space as small as a demonstration needs. */
    static HostSettings small(Path journal, Durability durability) {
        Release release = Release.running();
        JournalSettings settings = JournalSettings.of(journal, ORIGIN)
                .with(durability)
                .withBlocks(SMALL_BLOCK_BYTES, SMALL_PREALLOCATE_BYTES)
                .withMinFreeBytes(SMALL_FREE_BYTES);
        return HostSettings.of(settings, release.version(), release.jarDigest());
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
