package org.tpx.wire;

import org.agrona.DirectBuffer;

/** The unread rest of one message: every step forward is checked against its end. */
final class MessageInput {
    private final DirectBuffer buffer;
    private final int end;
    private int position;

    MessageInput(DirectBuffer buffer, int offset, int length) {
        this.buffer = buffer;
        this.position = offset;
        this.end = offset + length;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int remaining() {
        return end - position;
    }

    /**
     * Steps over so many bytes and returns where they begin; throws {@link MalformedMessageException} where they are
     * not there.
     */
    int take(String field, int length) {
        if (length > end - position) {
            throw new MalformedMessageException(field, "reaches beyond the end of the message");
        }
        int start = position;
        position += length;
        return start;
    }

    /** Steps over an unsigned number of two bytes. */
    int takeUnsignedShort(String field) {
        return MessageHeader.unsignedShort(buffer, take(field, Short.BYTES));
    }
}
