package org.tpx.settlement.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.tpx.journal.ChainHasher;
import org.tpx.journal.CheckpointLog;
import org.tpx.journal.Digests;
import org.tpx.journal.EventFeed;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.MerkleTree;
import org.tpx.journal.SignedCheckpoint;
import org.tpx.journal.TurnRecord;
import org.tpx.journal.TurnRecordView;
import org.tpx.settlement.proof.EventProof;
import org.tpx.wire.MessageHeader;

/**
 * Makes proofs that events stand in a journal. Holds the tree of the journal up to its last checkpoint (64 bytes a turn) and so
 * reads the journal once for any number of proofs. Single-threaded.
 */
public final class Prover {
    private static final int BATCH_TURNS = 1024;
    /** Where what entry 0 of a turn covers begins: the command with who sent it. */
    private static final int COMMAND_ENTRY_OFFSET = 64;

    private static final int COMMAND_HEADER_LENGTH = 24;

    private final Path journal;
    private final MerkleTree tree = new MerkleTree();
    private final List<SignedCheckpoint> checkpoints;
    private final SignedCheckpoint checkpoint;
    private final Digests digests = new Digests();
    private final byte[] hash = new byte[TurnRecord.HASH_LENGTH];

    private Prover(Path journal, List<SignedCheckpoint> checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        checkpoint = checkpoints.get(checkpoints.size() - 1);
    }

    /**
     * Reads a journal up to its last checkpoint.
     *
     * @throws JournalUnusableException when the directory is no journal, or nothing was signed yet
     */
    public static Prover of(Path journal) {
        List<SignedCheckpoint> signed =
                CheckpointLog.read(JournalDirectory.open(journal).checkpoints()).checkpoints();
        if (signed.isEmpty()) {
            throw new JournalUnusableException(
                    "No checkpoint of the journal was signed yet, so nothing can be proved.");
        }
        Prover prover = new Prover(journal, signed);
        prover.readLeaves();
        return prover;
    }

    private void readLeaves() {
        ChainHasher hasher = new ChainHasher();
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            while (tree.size() < provable()) {
                int limit = (int) Math.min(BATCH_TURNS, provable() - tree.size());
                int read = feed.poll(
                        turn -> {
                            turn.leaf(hasher, hash, 0);
                            tree.append(hash, 0);
                        },
                        limit);
                if (read == 0) {
                    throw new JournalUnusableException("The journal ends at turn " + tree.size()
                            + ", before its signed checkpoint at " + provable() + ".");
                }
            }
        }
    }

    /** The last turn that is under a signed checkpoint. */
    public long provable() {
        return checkpoint.checkpoint().size();
    }

    /**
     * The proof of an event.
     *
     * @param sequence its turn, from 1 to {@link #provable}
     * @param entry its place in the turn, from 1
     * @throws IllegalArgumentException where there is no such event, with a sentence
     */
    public EventProof prove(long sequence, int entry) {
        if (sequence < 1 || sequence > provable()) {
            throw new IllegalArgumentException(
                    "turns from 1 to " + provable() + " are under a signed checkpoint, not " + sequence);
        }
        return proof(sequence, turn -> prove(turn, entry, checkpoint));
    }

    /**
     * The proof of the first event of a kind in a turn, under the first checkpoint that covers it: it is the same whenever it is made.
     *
     * @param sequence its turn, from 1 to {@link #provable}
     * @param templateId the number of the event's message
     * @throws IllegalArgumentException where there is no such event, with a sentence
     */
    public EventProof proveFirst(long sequence, int templateId) {
        SignedCheckpoint first = checkpoints.stream()
                .filter(signed -> signed.checkpoint().size() >= sequence)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("turn " + sequence
                        + " is under no signed checkpoint yet; turns from 1 to " + provable() + " are"));
        return proof(sequence, turn -> prove(turn, entryOf(turn, templateId), first));
    }

    private static int entryOf(TurnRecordView turn, int templateId) {
        turn.rewindEvents();
        while (turn.nextEvent()) {
            if (MessageHeader.templateId(turn.buffer(), turn.eventOffset()) == templateId) {
                return turn.eventIndex() + 1;
            }
        }
        throw new IllegalArgumentException("turn " + turn.sequence() + " has no such event");
    }

    private EventProof proof(long sequence, Function<TurnRecordView, EventProof> maker) {
        List<EventProof> proofs = new ArrayList<>(1);
        try (EventFeed feed = EventFeed.open(journal, sequence)) {
            feed.poll(turn -> proofs.add(maker.apply(turn)), 1);
        }
        return proofs.get(0);
    }

    private EventProof prove(TurnRecordView turn, int entry, SignedCheckpoint signed) {
        if (entry < 1 || entry > turn.eventCount()) {
            throw new IllegalArgumentException("turn " + turn.sequence() + " has events 1 to " + turn.eventCount());
        }
        DirectBuffer buffer = turn.buffer();
        MerkleTree entries = new MerkleTree();
        int commandLength = COMMAND_HEADER_LENGTH + turn.commandLength();
        digests.saltedLeaf(buffer, turn.commandSaltOffset(), COMMAND_ENTRY_OFFSET, commandLength, hash, 0);
        entries.append(hash, 0);
        String message = "";
        String salt = "";
        turn.rewindEvents();
        while (turn.nextEvent()) {
            digests.saltedLeaf(buffer, turn.eventSaltOffset(), turn.eventOffset(), turn.eventLength(), hash, 0);
            entries.append(hash, 0);
            if (turn.eventIndex() == entry - 1) {
                message = hex(buffer, turn.eventOffset(), turn.eventLength());
                salt = hex(buffer, turn.eventSaltOffset(), TurnRecord.SALT_LENGTH);
            }
        }
        return new EventProof(
                turn.sequence(),
                entry,
                entries.size(),
                message,
                salt,
                hex(entries.inclusionProof(entry, entries.size())),
                hex(buffer, 0, TurnRecord.HEAD_LENGTH),
                hex(tree.inclusionProof(turn.sequence() - 1, signed.checkpoint().size())),
                signed.note());
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }

    private static String hex(DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
