package org.tpx.host;

import org.agrona.DirectBuffer;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.RecordCodec;

/** A message for people, whatever its bytes are. */
final class MessageText {

    static final String NOTHING = "nothing";

    private static final int MAX_BYTES = 64;

    private MessageText() {}

    static String of(RecordCodec codec, DirectBuffer buffer, int offset, int length) {
        try {
            return codec.decode(buffer, offset, length).toString();
        } catch (MalformedMessageException malformed) {
            return length + " bytes that are no message (" + malformed.getMessage() + "): "
                    + hex(buffer, offset, length);
        }
    }

    private static String hex(DirectBuffer buffer, int offset, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(length, MAX_BYTES); i++) {
            text.append(String.format("%02x", buffer.getByte(offset + i)));
        }
        return length > MAX_BYTES ? text + "..." : text.toString();
    }
}
