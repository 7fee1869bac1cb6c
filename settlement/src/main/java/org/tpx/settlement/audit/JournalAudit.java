package org.tpx.settlement.audit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.tpx.host.Replay;
import org.tpx.host.ReplayResult;
import org.tpx.journal.JournalPublicKey;
import org.tpx.journal.JournalScanner;
import org.tpx.journal.LeafHandler;
import org.tpx.journal.ScanReport;

/** The two questions to a journal: is it whole, and does it tell the truth? */
public final class JournalAudit {
    private JournalAudit() {}

    /**
     * Verifies structure, checksums, hash chain and signed checkpoints of the whole journal, without the engine.
     *
     * @throws org.tpx.journal.JournalUnusableException when the directory is no journal of this format
     */
    public static Verification verify(Path directory) {
        return verify(directory, Optional.empty());
    }

    /**
     * The same, with the public key that the auditor holds instead of the one that is published beside the journal.
     *
     * @throws org.tpx.journal.JournalUnusableException when the directory is no journal of this format
     */
    public static Verification verify(Path directory, JournalPublicKey trusted) {
        return verify(directory, Optional.of(trusted));
    }

    private static Verification verify(Path directory, Optional<JournalPublicKey> trusted) {
        long start = System.nanoTime();
        ScanReport report = JournalScanner.scan(directory, LeafHandler.NONE, trusted);
        return new Verification(report, System.nanoTime() - start);
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
