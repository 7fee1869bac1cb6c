package org.tpx.journal;

import java.nio.file.Path;
import java.util.List;
import org.tpx.protocol.Hash256;

/**
 * What a scan of a journal found.
 *
 * @param head the last turn that is whole and continues the chain
 * @param root the root of the Merkle tree over all leaves up to the head
 * @param floor the turn that must at least be there, by watermark, durable sequence and checkpoints
 * @param checkpointCount how many signed checkpoints were compared with the turns
 * @param findings what is to be told, in the order it was found
 * @param misnotedFiles files whose turns are whole, but in which Chronicle's own notes are wrong; they are written anew
 *     before anything is appended
 */
public record ScanReport(
        JournalHead head,
        Hash256 root,
        long floor,
        long checkpointCount,
        List<Finding> findings,
        List<Path> misnotedFiles) {

    public ScanReport {
        findings = List.copyOf(findings);
        misnotedFiles = List.copyOf(misnotedFiles);
    }

    /** Whether nothing durable is missing or changed. */
    public boolean isSound() {
        return !has(Finding.Severity.DAMAGE);
    }

    /** Whether the end must be cut before the journal can be continued. */
    public boolean hasTornTail() {
        return has(Finding.Severity.TORN_TAIL);
    }

    private boolean has(Finding.Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
