package org.tpx.settlement.audit;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.tpx.host.Replay;
import org.tpx.host.ReplayResult;
import org.tpx.journal.JournalScanner;

/** The two questions to a journal: is it whole, and does it tell the truth? */
public final class JournalAudit {
    private JournalAudit() {}

    /**
     * Verifies structure, checksums, hash chain and signed checkpoints of the whole journal, without the engine.
     *
     * @throws org.tpx.journal.JournalUnusableException when the directory is no journal of this format
     */
    public static Verification verify(Path directory) {
        long start = System.nanoTime();
        return new Verification(JournalScanner.scan(directory), System.nanoTime() - start);
    }

    /**
     * Carries every turn out again and compares the outcome with the recorded one, up to the first difference.
     *
     * @param progress is told now and then which turn was reached
     * @throws org.tpx.journal.JournalUnusableException when the journal is damaged or was decided by another logic version
     */
    public static ReplayResult replay(Path directory, LongConsumer progress) {
        return Replay.of(directory).onProgress(progress).run();
    }
}
