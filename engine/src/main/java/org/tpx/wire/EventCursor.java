package org.tpx.wire;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Walks over the framed events of one turn and checks each frame: its length, its zeros, its padding. Meant to be kept
 * and wrapped again; allocates nothing but the exception for a damaged block. One thread.
 *
 * <pre>{@code
 * cursor.wrap(buffer, offset, length, eventCount);
 * while (cursor.next()) {
 *     listener.onEvent(cursor.templateId(), buffer, cursor.messageOffset(), cursor.messageLength());
 * }
 * }</pre>
 */
public final class EventCursor {
    private DirectBuffer buffer = new UnsafeBuffer();
    private int end;
    private int remaining;
    private int index;
    private int frameOffset;
    private int nextOffset;
    private int messageLength;

    /**
     * Sets the cursor before the first event of a block.
     *
     * @param offset where the first frame begins
     * @param length bytes of the whole block
     * @param eventCount the number of frames; the block must hold exactly so many
     */
    public EventCursor wrap(DirectBuffer buffer, int offset, int length, int eventCount) {
        require(
                offset >= 0 && length >= 0 && offset <= buffer.capacity() - length,
                "events",
                "lie outside their buffer");
        require(eventCount >= 0, "eventCount", "must not be negative");
        this.buffer = buffer;
        this.end = offset + length;
        this.remaining = eventCount;
        this.index = -1;
        this.nextOffset = offset;
        return this;
    }

    /**
     * Moves to the next event; false behind the last. Throws {@link MalformedMessageException} where the frame is
     * damaged or the block does not end with the last event.
     */
    public boolean next() {
        if (remaining == 0) {
            require(nextOffset == end, "events", "have bytes behind the last one");
            return false;
        }
        frameOffset = nextOffset;
        int available = end - frameOffset - EventFraming.MESSAGE_OFFSET;
        require(available >= MessageHeader.LENGTH, "events", "end in the middle of one");
        messageLength = EventFraming.eventLength(buffer, frameOffset);
        require(messageLength >= MessageHeader.LENGTH && messageLength <= available, "eventLength", "is out of range");
        int framedLength = EventFraming.framedLength(messageLength);
        require(framedLength <= end - frameOffset, "eventLength", "is out of range");
        checkZeros(framedLength);
        nextOffset = frameOffset + framedLength;
        remaining--;
        index++;
        return true;
    }

    private void checkZeros(int framedLength) {
        require(
                buffer.getInt(frameOffset + EventFraming.ZERO_OFFSET) == 0,
                "events",
                "have a frame with a nonzero word");
        for (int i = messageOffset() + messageLength; i < frameOffset + framedLength; i++) {
            require(buffer.getByte(i) == 0, "events", "have a frame with nonzero padding");
        }
    }

    private static void require(boolean holds, String field, String reason) {
        if (!holds) {
            throw new MalformedMessageException(field, reason);
        }
    }

    /** The number of the event in its turn, from 0. */
    public int index() {
        return index;
    }

    /** Where the salt of the event begins. */
    public int saltOffset() {
        return frameOffset + EventFraming.SALT_OFFSET;
    }

    /** Where the message of the event begins. */
    public int messageOffset() {
        return frameOffset + EventFraming.MESSAGE_OFFSET;
    }

    /** Bytes of the message, without padding. */
    public int messageLength() {
        return messageLength;
    }

    /** The template id of the event. */
    public int templateId() {
        return MessageHeader.templateId(buffer, messageOffset());
    }
}
