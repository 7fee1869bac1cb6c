package org.tpx.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;

/** Writes and reads texts: u16 number of bytes, then UTF-8, strictly. */
final class TextCodec {
    /** The largest number of bytes of a text: 65535 is SBE's null value. */
    static final int MAX_LENGTH = 65_534;

    private static final char REPLACEMENT = '\uFFFD';

    private TextCodec() {}

    /** Returns where the text ends. */
    static int write(String field, String text, MutableDirectBuffer buffer, int offset) {
        requireWellFormed(field, text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_LENGTH) {
            throw new MalformedMessageException(field, "has more than " + MAX_LENGTH + " bytes");
        }
        int end = offset + Short.BYTES + bytes.length;
        buffer.checkLimit(end);
        MessageHeader.putUnsignedShort(buffer, offset, bytes.length);
        buffer.putBytes(offset + Short.BYTES, bytes);
        return end;
    }

    static String read(String field, MessageInput input) {
        int length = input.takeUnsignedShort(field);
        if (length > MAX_LENGTH) {
            throw new MalformedMessageException(field, "has more than " + MAX_LENGTH + " bytes");
        }
        int start = input.take(field, length);
        byte[] bytes = new byte[length];
        input.buffer().getBytes(start, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        // A text may hold the replacement character itself, so that only a comparison tells it from damage.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            throw new MalformedMessageException(field, "is not UTF-8");
        }
        return text;
    }

    /** Throws {@link MalformedMessageException} for half of a surrogate pair, which has no UTF-8. */
    static void requireWellFormed(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    throw new MalformedMessageException(field, "has half of a surrogate pair");
                }
                i++;
            }
        }
    }
}
