package org.tpx.host;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tpx.journal.JournalDirectory;
import org.tpx.journal.JournalKeys;

/**
 * The keys of the node that writes the journal: HMAC-SHA-256 of listing and generation under a key that is derived from the
 * journal's private key, so that the node holds one secret only. Single-threaded.
 */
final class NodeListingKeys implements ListingKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /** Those of the journal in this directory, whose private key is in this file. */
    static NodeListingKeys of(Path directory, Path keyFile) {
        JournalKeys keys = JournalKeys.openOrCreate(JournalDirectory.open(directory), keyFile);
        return new NodeListingKeys(keys.derivedSecret());
    }

    private NodeListingKeys(byte[] master) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(master, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public byte[] key(long listingId, int generation, long sequence) {
        return mac.doFinal(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(listingId)
                .putInt(generation)
                .array());
    }
}
