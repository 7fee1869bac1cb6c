package org.tpx.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tpx.journal.Finding.Severity;

/**
 * Compares the signed checkpoints of a journal with its turns while these are scanned: signature first, then root and chain
 * as computed anew.
 */
final class CheckpointCheck {

    private final JournalDirectory directory;
    private final List<Finding> findings = new ArrayList<>();
    private final byte[] root = new byte[TurnRecord.HASH_LENGTH];
    private List<SignedCheckpoint> checkpoints = List.of();
    private int next;

    /**
     * @param trusted the key that the auditor holds; without one the published key is taken
     * @param everySignature false to check the last signature only, as a start does
     */
    CheckpointCheck(JournalDirectory directory, Optional<JournalPublicKey> trusted, boolean everySignature) {
        this.directory = directory;
        if (!Files.isRegularFile(directory.checkpoints())) {
            add(Severity.DAMAGE, 0, "journal.checkpoints is missing: nobody can tell what was signed");
            return;
        }
        CheckpointLog.Content content = CheckpointLog.read(directory.checkpoints());
        checkpoints = content.checkpoints();
        if (!content.damage().isEmpty()) {
            add(Severity.DAMAGE, 0, content.damage());
        } else if (content.tornBytes() > 0) {
            add(Severity.NOTE, 0, "the last checkpoint was not completely written and will be written over");
        }
        if (!checkpoints.isEmpty()) {
            checkSignatures(trusted, everySignature);
        }
    }

    private void checkSignatures(Optional<JournalPublicKey> trusted, boolean everySignature) {
        Optional<JournalPublicKey> key = trusted.isPresent() ? trusted : published();
        if (key.isEmpty()) {
            add(Severity.DAMAGE, 0, "journal.pub is missing or damaged: no signature can be checked");
            return;
        }
        for (int i = everySignature ? 0 : checkpoints.size() - 1; i < checkpoints.size(); i++) {
            if (!checkpoints.get(i).verify(key.get())) {
                long size = checkpoints.get(i).checkpoint().size();
                add(Severity.DAMAGE, size, "the checkpoint of size " + size + " is not signed by " + key.get());
            }
        }
    }

    private Optional<JournalPublicKey> published() {
        if (!Files.isRegularFile(directory.publicKey())) {
            return Optional.empty();
        }
        try {
            String text = new String(DurableFiles.read(directory.publicKey()), StandardCharsets.UTF_8);
            return Optional.of(JournalPublicKey.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Compares after a turn if there is a checkpoint of this size. */
    void onTurn(long sequence, MerkleFrontier tree, ChainHasher chain) {
        if (next >= checkpoints.size() || checkpoints.get(next).checkpoint().size() != sequence) {
            return;
        }
        Checkpoint signed = checkpoints.get(next).checkpoint();
        tree.root(root, 0);
        if (!signed.root().equals(Digests.value(root, 0))) {
            add(Severity.DAMAGE, sequence, "the root over turns 1 to " + sequence + " is not the one that was signed");
        }
        if (!signed.chain().equals(chain.chain())) {
            add(Severity.DAMAGE, sequence, "the chain at turn " + sequence + " is not the one that was signed");
        }
        next++;
    }

    private void add(Severity severity, long sequence, String sentence) {
        findings.add(new Finding(severity, directory.checkpoints(), -1, sequence, sentence));
    }

    /** How many checkpoints were compared with turns. */
    long count() {
        return next;
    }

    /** The size of the last checkpoint: the journal must be at least as long. */
    long lastSize() {
        return checkpoints.isEmpty()
                ? 0
                : checkpoints.get(checkpoints.size() - 1).checkpoint().size();
    }

    List<Finding> findings() {
        return findings;
    }
}
