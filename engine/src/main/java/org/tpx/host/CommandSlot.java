package org.tpx.host;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A place in the ring: one command on its way to the core. A command that is too long for the slot's own bytes lies in a
 * buffer of its own until it was carried out. Filled by the thread that submits, emptied by the core.
 */
final class CommandSlot {

    /** Commands up to this length cost no allocation. */
    static final int INLINE_BYTES = 512;

    private final UnsafeBuffer inline = new UnsafeBuffer(new byte[INLINE_BYTES]);
    private UnsafeBuffer message = inline;
    private int length;
    private long principalId;
    private long clientId;

    void fill(long sender, long reference, DirectBuffer source, int offset, int bytes) {
        principalId = sender;
        clientId = reference;
        message = bytes <= INLINE_BYTES ? inline : new UnsafeBuffer(new byte[bytes]);
        message.putBytes(0, source, offset, bytes);
        // Last, so that a slot whose filling failed is empty and not the command that was in it before.
        length = bytes;
    }

    void carryOut(TurnSequencer sequencer, long nowNanos) {
        int bytes = length;
        length = 0;
        if (bytes > 0) {
            sequencer.command(nowNanos, principalId, clientId, message, 0, bytes);
            message = inline;
        }
    }
}
