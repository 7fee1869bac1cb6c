/**
 * The journal: one record per turn, and everything about its durability and its proof. It knows nothing of the engine, the
 * host or the contents of messages; to it a command and an event are bytes.
 *
 * <pre>
 *   host ── TurnRecordBuilder ──► ChronicleJournal ── append, force ──► turns/*.cq4
 *                                      │                                  │
 *                                      ├─► journal.durable   (mapped)     ├─► JournalReader, EventFeed   follow, bounded
 *                                      └─► journal.watermark (fsynced)    ├─► JournalScanner             verify, no engine
 *                                                                         └─► JournalRecovery            before a start
 *   leaf of every record ──► MerkleFrontier, MerkleTree ──► Checkpoint, signed ──► journal.checkpoints
 * </pre>
 *
 * <p>Chronicle Queue stores the records, but nobody here trusts it with their integrity: records carry their own
 * sequence, CRC32C and hash chain ({@link org.tpx.journal.TurnRecord}), syncing goes through a descriptor of ours, and
 * everything that reads parses the bytes of the files itself, with bounds, so that a damaged length can neither crash the
 * process nor end the reading without a word.
 *
 * <p>One thread writes (append, force, roll, close); any number of readers follow, in this process or in others. Appending,
 * sealing, forcing and reading allocate nothing after warm-up. {@code host}, {@code settlement} and {@code gateway} may
 * use this package; {@code engine} may not.
 */
@NullMarked
package org.tpx.journal;

import org.jspecify.annotations.NullMarked;
