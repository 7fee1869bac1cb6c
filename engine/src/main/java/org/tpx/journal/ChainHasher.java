package org.tpx.journal;

import org.agrona.DirectBuffer;
import org.tpx.protocol.Hash256;

/**
 * The hash chain at its head: the chain of the last record, and the arithmetic that leads to the next. A writer, a scanner
 * and a replay each keep one. Single-threaded; allocates nothing after construction.
 */
public final class ChainHasher {

    private static final int HASH = TurnRecord.HASH_LENGTH;

    private final Digests digests = new Digests();
    private final MerkleFrontier entries = new MerkleFrontier(digests);
    private final byte[] head = new byte[HASH];
    private final byte[] hash = new byte[HASH];

    /** Begins before the first record, where the chain is 32 zero bytes. */
    public ChainHasher() {}

    /** Begins after the record whose chain this is. */
    public ChainHasher(Hash256 chain) {
        reset(chain);
    }

    /** Continues after the record whose chain this is. */
    public void reset(Hash256 chain) {
        System.arraycopy(Digests.bytes(chain), 0, head, 0, HASH);
    }

    /** The chain of the last record. */
    public Hash256 chain() {
        return Digests.value(head, 0);
    }

    /** Writes the chain of the last record to {@code out}. */
    public void chain(byte[] out, int offset) {
        System.arraycopy(head, 0, out, offset, HASH);
    }

    /** Moves over one record: {@code chain = SHA-256(0x02 || chain || leaf)}. */
    public void advance(byte[] leaf, int offset) {
        digests.chain(head, 0, leaf, offset, head, 0);
    }

    /**
     * Moves over one record if the chain that follows from its leaf is the 32 bytes at {@code offset}; else stays and
     * returns false.
     */
    public boolean advanceTo(byte[] leaf, int leafOffset, DirectBuffer buffer, int offset) {
        digests.chain(head, 0, leaf, leafOffset, hash, 0);
        for (int i = 0; i < HASH; i++) {
            if (hash[i] != buffer.getByte(offset + i)) {
                return false;
            }
        }
        System.arraycopy(hash, 0, head, 0, HASH);
        return true;
    }

    /** Writes the leaf of the record at {@code recordOffset} to {@code out}. */
    public void leaf(DirectBuffer record, int recordOffset, byte[] out, int outOffset) {
        digests.head(record, recordOffset, out, outOffset);
    }

    /**
     * Writes the events root of the record at {@code recordOffset} to {@code out}. The record must be structurally sound
     * ({@link TurnRecordView#wrap} said so, or a builder made it).
     */
    public void eventsRoot(DirectBuffer record, int recordOffset, byte[] out, int outOffset) {
        int commandLength = record.getInt(recordOffset + TurnRecord.COMMAND_LENGTH_OFFSET, TurnRecord.BYTE_ORDER);
        int eventCount = record.getInt(recordOffset + TurnRecord.EVENT_COUNT_OFFSET, TurnRecord.BYTE_ORDER);
        int callerOffset = recordOffset + TurnRecord.PRINCIPAL_OFFSET;
        int commandEnd = recordOffset + TurnRecord.COMMAND_OFFSET + commandLength;
        int saltOffset = recordOffset + TurnRecord.COMMAND_OFFSET + TurnRecord.padded(commandLength);
        entries.reset();
        digests.saltedLeaf(record, saltOffset, callerOffset, commandEnd - callerOffset, hash, 0);
        entries.append(hash, 0);
        int event = saltOffset + TurnRecord.SALT_LENGTH;
        for (int i = 0; i < eventCount; i++) {
            int length = record.getInt(event, TurnRecord.BYTE_ORDER);
            // Salt and message lie side by side, so an event is one piece to hash.
            digests.leaf(record, event + 8, TurnRecord.SALT_LENGTH + length, hash, 0);
            entries.append(hash, 0);
            event += TurnRecord.EVENT_HEADER_LENGTH + TurnRecord.padded(length);
        }
        entries.root(out, outOffset);
    }
}
