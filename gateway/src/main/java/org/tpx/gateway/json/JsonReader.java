package org.tpx.gateway.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tpx.wire.MalformedMessageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object from bytes, strictly: UTF-8 without a byte order mark, no member twice, no {@code NaN}, nothing after the object.
 * Immutable; any thread.
 */
public final class JsonReader {
    /** How a complaint names a line as a whole. */
    public static final String LINE = "line";

    private static final int MAX_DEPTH = 8;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** The object that the bytes hold. Throws {@link MalformedMessageException}, naming the member at fault where there is one. */
    public JsonValue.Members readObject(byte[] bytes, int offset, int length) {
        checkEncoding(bytes, offset, length);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            return readOnly(parser);
        }
    }

    /**
     * The object that a parser of any format holds, and nothing after it. Throws {@link MalformedMessageException}, naming the member at
     * fault where there is one.
     */
    public static JsonValue.Members readOnly(JsonParser parser) {
        try {
            JsonValue value = read(parser, parser.nextToken(), "");
            if (!(value instanceof JsonValue.Members object)) {
                throw new MalformedMessageException(LINE, "must be an object, not " + value.kind());
            }
            if (parser.nextToken() != null) {
                throw new MalformedMessageException(
                        LINE, "goes on after its object" + column(parser.currentTokenLocation()));
            }
            return object;
        } catch (JacksonException failure) {
            throw malformed(parser, failure);
        }
    }

    private static MalformedMessageException malformed(JsonParser parser, JacksonException failure) {
        String path = parser.streamReadContext().pathAsPointer().toString();
        String field = path.isEmpty()
                ? LINE
                : path.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        String complaint = failure.getOriginalMessage();
        int end = complaint.indexOf('\n');
        String sentence = end < 0 ? complaint : complaint.substring(0, end);
        return new MalformedMessageException(field, "is not JSON" + column(failure.getLocation()) + ": " + sentence);
    }

    private static String column(@Nullable TokenStreamLocation location) {
        return location == null || location.getColumnNr() < 1 ? "" : " at column " + location.getColumnNr();
    }

    private static JsonValue read(JsonParser parser, @Nullable JsonToken token, String path) {
        if (token == null) {
            throw new MalformedMessageException(LINE, "is empty");
        }
        switch (token) {
            case START_OBJECT:
                return members(parser, path);
            case START_ARRAY:
                return items(parser, path);
            case VALUE_STRING:
                return new JsonValue.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
                return new JsonValue.Digits(parser.getString());
            case VALUE_TRUE, VALUE_FALSE:
                return new JsonValue.Flag(token == JsonToken.VALUE_TRUE);
            default:
                return new JsonValue.Nothing();
        }
    }

    private static JsonValue.Members members(JsonParser parser, String path) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        String name = parser.nextName();
        while (name != null) {
            String place = path.isEmpty() ? name : path + "." + name;
            if (members.containsKey(name)) {
                throw new MalformedMessageException(Shown.plain(place), "appears twice");
            }
            members.put(name, read(parser, parser.nextToken(), place));
            name = parser.nextName();
        }
        return new JsonValue.Members(members);
    }

    private static JsonValue.Items items(JsonParser parser, String path) {
        List<JsonValue> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(read(parser, token, path + "[" + items.size() + "]"));
            token = parser.nextToken();
        }
        return new JsonValue.Items(items);
    }

    private static void checkEncoding(byte[] bytes, int offset, int length) {
        if (isAscii(bytes, offset, length)) {
            return;
        }
        if (startsWithMark(bytes, offset, length)) {
            throw new MalformedMessageException(LINE, "starts with a byte order mark");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
        } catch (CharacterCodingException failure) {
            throw new MalformedMessageException(LINE, "is not UTF-8");
        }
    }

    private static boolean isAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithMark(byte[] bytes, int offset, int length) {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        bytes, offset, offset + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
