package org.tpx.host;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.journal.Digests;
import org.tpx.journal.JournalUnusableException;
import org.tpx.journal.TurnRecord;
import org.tpx.journal.TurnRecordBuilder;
import org.tpx.journal.TurnRecordView;
import org.tpx.protocol.Hash256;
import org.tpx.wire.ConfidentialFields;
import org.tpx.wire.Templates;
import org.tpx.wire.TurnFrame;

/**
 * Encrypts what commands hold of confidential fields on their way from the state machine into the journal, and decrypts it on the way
 * back: AES-256-GCM under a key of the listing, with epoch and sequence as the nonce, which no two records share. The tag lies in
 * the place of the command's salt, which hides the command as well as a random one. Single-threaded.
 *
 * <pre>
 *   frame --&gt; state machine --&gt; events        the state machine sees what was sent
 *     |                           |
 *     +--------- cover -----------+--&gt; record: root, leaf, chain, CRC over what is covered
 * </pre>
 */
final class Veil {

    private static final int TAG_LENGTH = TurnRecord.SALT_LENGTH;
    private static final int NONCE_LENGTH = Integer.BYTES + Long.BYTES;

    private final ConfidentialFields fields;
    private final Cipher cipher;
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[TurnFrame.MESSAGE_OFFSET + 1024]);
    private final byte[] gathered;
    private ListingKeys keys = ListingKeys.NONE;

    Veil(Templates templates) {
        fields = ConfidentialFields.of(templates);
        gathered = new byte[fields.maxLength()];
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /** From now on with these keys. */
    void keys(ListingKeys known) {
        keys = known;
    }

    /** The key that a ReleaseKey turn tells. */
    Hash256 released(long listingId, int generation, long sequence) {
        return Digests.value(keys.key(listingId, generation, sequence), 0);
    }

    /** Covers the command of a record whose events are in, and which is not sealed yet. */
    void cover(TurnRecordBuilder record, int epoch, int generation) {
        DirectBuffer plain = record.frameBuffer();
        int offset = record.frameOffset() + TurnFrame.MESSAGE_OFFSET;
        int messageLength = TurnFrame.commandLength(plain, record.frameOffset());
        frame.putBytes(0, plain, offset, messageLength);
        int length = fields.gather(frame, 0, gathered);
        long listingId = fields.listingId(frame, 0);
        byte[] key = keys.key(listingId, generation, record.sequence());
        byte[] covered = crypt(Cipher.ENCRYPT_MODE, key, epoch, record.sequence(), gathered, length);
        fields.scatter(covered, frame, 0);
        record.cover(frame, Arrays.copyOfRange(covered, length, length + TAG_LENGTH));
    }

    /** The turn's frame with its command uncovered, from offset 0; valid until the next call. */
    DirectBuffer uncovered(TurnRecordView turn, int generation) {
        frame.putBytes(0, turn.buffer(), turn.frameOffset(), TurnFrame.MESSAGE_OFFSET + turn.commandLength());
        int length = fields.gather(frame, TurnFrame.MESSAGE_OFFSET, gathered);
        byte[] covered = Arrays.copyOf(gathered, length + TAG_LENGTH);
        turn.buffer().getBytes(turn.commandSaltOffset(), covered, length, TAG_LENGTH);
        long listingId = fields.listingId(frame, TurnFrame.MESSAGE_OFFSET);
        byte[] key = keys.key(listingId, generation, turn.sequence());
        byte[] plain = crypt(Cipher.DECRYPT_MODE, key, turn.epoch(), turn.sequence(), covered, covered.length);
        fields.scatter(plain, frame, TurnFrame.MESSAGE_OFFSET);
        return frame;
    }

    private byte[] crypt(int mode, byte[] key, int epoch, long sequence, byte[] input, int length) {
        byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH)
                .putInt(epoch)
                .putLong(sequence)
                .array();
        try {
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
            return cipher.doFinal(input, 0, length);
        } catch (AEADBadTagException e) {
            throw new JournalUnusableException(
                    "Turn " + sequence + " was encrypted under another key than the one that is known.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refused a key of its own length", e);
        }
    }
}
