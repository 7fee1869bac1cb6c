package org.tpx.journal;

import java.util.Base64;
import org.tpx.protocol.Hash256;

/**
 * The head of the Merkle tree over all turns up to one, and the chain there: what is signed, handed to witnesses, and
 * compared with. As text it is a C2SP tlog-checkpoint with one extension line:
 *
 * <pre>
 *   exchange.example/tpx
 *   10000
 *   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *   chain bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=
 * </pre>
 *
 * @param origin the name of the log
 * @param size the number of turns under the root; the last turn's sequence
 * @param root the root of the tree
 * @param chain the chain of the last turn
 */
public record Checkpoint(String origin, long size, Hash256 root, Hash256 chain) {

    private static final String CHAIN = "chain ";

    /** The text that is signed; ends with a newline. */
    public String text() {
        return origin + "\n" + size + "\n" + base64(root) + "\n" + CHAIN + base64(chain) + "\n";
    }

    /** Reads the text; throws {@link IllegalArgumentException} with a sentence when it is anything else. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        boolean shaped = lines.length == 5
                && lines[1].matches("0|[1-9]\\d{0,17}")
                && lines[3].startsWith(CHAIN)
                && lines[4].isEmpty();
        if (!shaped) {
            throw new IllegalArgumentException("a checkpoint is four lines: origin, size, root, chain");
        }
        Hash256 chain = hash(lines[3].substring(CHAIN.length()));
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), hash(lines[2]), chain);
    }

    private static String base64(Hash256 hash) {
        return Base64.getEncoder().encodeToString(Digests.bytes(hash));
    }

    private static Hash256 hash(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != TurnRecord.HASH_LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return Digests.value(bytes, 0);
    }
}
