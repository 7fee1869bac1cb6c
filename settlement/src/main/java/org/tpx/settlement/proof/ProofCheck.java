package org.tpx.settlement.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a proof: first the signature of the checkpoint, then the path from the turn to its root, then the one from the event to the
 * turn. Whatever is malformed is a complaint and never thrown.
 */
public final class ProofCheck {
    private static final int HEAD_LENGTH = 64;
    private static final int SALT_LENGTH = 16;
    private static final int MAGIC = 0x31585054;
    private static final int ROOT_OFFSET = 16;
    private static final int SEQUENCE_OFFSET = 48;
    private static final int TIME_OFFSET = 56;

    private static final HexFormat HEX = HexFormat.of();

    private ProofCheck() {}

    /** What a signed checkpoint says. */
    private record Checkpoint(String origin, long size, String root) {

        static @Nullable Checkpoint parse(String text) {
            String[] lines = text.split("\n", -1);
            if (lines.length < 4 || !lines[1].matches("[1-9]\\d{0,17}")) {
                return null;
            }
            try {
                return new Checkpoint(
                        lines[0],
                        Long.parseLong(lines[1]),
                        HEX.formatHex(Base64.getDecoder().decode(lines[2])));
            } catch (IllegalArgumentException notBase64) {
                return null;
            }
        }
    }

    /** What is wrong with the proof, in a sentence; nothing where the exchange with this key vouches for the event. */
    public static Optional<String> complaint(EventProof proof, ExchangeKey key) {
        int end = proof.checkpoint().indexOf("\n\n");
        if (end < 0) {
            return Optional.of("The checkpoint is no signed note.");
        }
        String text = proof.checkpoint().substring(0, end + 1);
        Checkpoint checkpoint = Checkpoint.parse(text);
        if (checkpoint == null) {
            return Optional.of("The checkpoint cannot be read.");
        }
        if (!checkpoint.origin().equals(key.name())) {
            return Optional.of("The checkpoint is of another exchange than the key.");
        }
        if (!key.signed(text, proof.checkpoint().substring(end + 2))) {
            return Optional.of("The checkpoint is not signed by this key.");
        }
        return complaint(proof, checkpoint);
    }

    private static Optional<String> complaint(EventProof proof, Checkpoint checkpoint) {
        try {
            return complaint(proof, checkpoint, HEX.parseHex(proof.head()), HEX.parseHex(proof.salt()));
        } catch (IllegalArgumentException notHexadecimal) {
            return Optional.of("A hash is not in hexadecimal digits.");
        }
    }

    private static Optional<String> complaint(EventProof proof, Checkpoint checkpoint, byte[] head, byte[] salt) {
        if (head.length != HEAD_LENGTH || salt.length != SALT_LENGTH || proof.entry() < 1) {
            return Optional.of("The head, the salt or the place of the event is malformed.");
        }
        ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(0) != MAGIC || fields.getLong(SEQUENCE_OFFSET) != proof.sequence()) {
            return Optional.of("The head is that of another turn.");
        }
        byte[] leaf = MerklePath.leaf(head);
        byte[] root = MerklePath.root(leaf, proof.sequence() - 1, checkpoint.size(), hashes(proof.treePath()));
        if (root == null || !HEX.formatHex(root).equals(checkpoint.root())) {
            return Optional.of("The turn is not in the tree that was signed.");
        }
        byte[] event = MerklePath.leaf(salt, HEX.parseHex(proof.message()));
        byte[] turn = MerklePath.root(event, proof.entry(), proof.entries(), hashes(proof.turnPath()));
        byte[] recorded = Arrays.copyOfRange(head, ROOT_OFFSET, SEQUENCE_OFFSET);
        return Arrays.equals(turn, recorded) ? Optional.empty() : Optional.of("The event is not in its turn.");
    }

    private static List<byte[]> hashes(List<String> path) {
        return path.stream().map(HEX::parseHex).toList();
    }

    /** The salted hash of the proved event, in hexadecimal digits; of a proof without a complaint. */
    static String eventHash(EventProof proof) {
        return HEX.formatHex(MerklePath.leaf(HEX.parseHex(proof.salt()), HEX.parseHex(proof.message())));
    }

    /** When the proved turn was received, UTC epoch nanoseconds; of a proof without a complaint. */
    public static long timeNanos(EventProof proof) {
        return ByteBuffer.wrap(HEX.parseHex(proof.head()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong(TIME_OFFSET);
    }
}
