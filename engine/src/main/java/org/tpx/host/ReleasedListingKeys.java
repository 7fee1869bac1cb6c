package org.tpx.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.journal.Digests;
import org.tpx.journal.JournalReader;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.SystemEvent.KeyReleased;
import org.tpx.wire.MessageHeader;
import org.tpx.wire.RecordCodec;

/**
 * The keys that a journal itself releases, for whoever reads it without the node's. Looks through the whole journal when it is asked
 * for the first time. A turn has the key that is released next for its listing. Whoever may read the journal's private key beside it
 * has those too that are not released. Single-threaded.
 */
final class ReleasedListingKeys implements ListingKeys {

    private final Path directory;
    private @Nullable Map<Long, NavigableMap<Long, byte[]>> released;
    private @Nullable ListingKeys node;

    ReleasedListingKeys(Path directory) {
        this.directory = directory;
    }

    @Override
    public byte[] key(long listingId, int generation, long sequence) {
        Map<Long, NavigableMap<Long, byte[]>> known = released;
        if (known == null) {
            known = read();
            released = known;
        }
        Map.Entry<Long, byte[]> next =
                known.getOrDefault(listingId, new TreeMap<>()).higherEntry(sequence);
        if (next == null && Files.isReadable(HostSettings.keyFile(directory))) {
            return node().key(listingId, generation, sequence);
        }
        if (next == null) {
            throw new JournalUnusableException("Turn " + sequence + " is confidential: the sale of listing " + listingId
                    + " is not over, and its key lies with the node.");
        }
        return next.getValue();
    }

    private ListingKeys node() {
        ListingKeys known = node;
        if (known == null) {
            known = NodeListingKeys.of(directory, HostSettings.keyFile(directory));
            node = known;
        }
        return known;
    }

    private Map<Long, NavigableMap<Long, byte[]>> read() {
        Map<Long, NavigableMap<Long, byte[]>> found = new HashMap<>();
        RecordCodec codec = new RecordCodec();
        int keyReleased = codec.templates().of(KeyReleased.class).templateId();
        TurnRecordView turn = new TurnRecordView();
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next(turn)) {
                if (turn.nextEvent() && MessageHeader.templateId(turn.buffer(), turn.eventOffset()) == keyReleased) {
                    KeyReleased key =
                            (KeyReleased) codec.decodeEvent(turn.buffer(), turn.eventOffset(), turn.eventLength());
                    found.computeIfAbsent(key.listingId(), listing -> new TreeMap<>())
                            .put(turn.sequence(), Digests.bytes(key.key()));
                }
            }
        }
        return found;
    }
}
