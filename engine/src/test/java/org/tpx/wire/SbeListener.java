package org.tpx.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import uk.co.real_logic.sbe.PrimitiveType;
import uk.co.real_logic.sbe.ir.Encoding;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.otf.TokenListener;

/** Gathers what sbe-tool's own decoder finds in a message, in the form of {@link FlatValues}. */
final class SbeListener implements TokenListener {
    private final Map<String, Object> values = new TreeMap<>();
    private final Deque<String> path = new ArrayDeque<>(List.of(""));

    Map<String, Object> values() {
        return values;
    }

    @Override
    public void onEncoding(Token field, DirectBuffer buffer, int index, Token type, int actingVersion) {
        // Within a composite sbe-tool hands on the member, and the composite's path is already there.
        String name = path.element() + (path.element().endsWith("<") ? type.name() : field.name());
        Encoding encoding = type.encoding();
        if (type.arrayLength() > 1) {
            byte[] bytes = new byte[type.arrayLength()];
            buffer.getBytes(index, bytes);
            values.put(name.replace("<", "."), HexFormat.of().formatHex(bytes));
            return;
        }
        values.put(name.replace("<", "."), number(encoding.primitiveType(), buffer, index, encoding));
    }

    private static long number(PrimitiveType type, DirectBuffer buffer, int index, Encoding encoding) {
        return switch (type) {
            case INT64 -> buffer.getLong(index, encoding.byteOrder());
            case INT32 -> buffer.getInt(index, encoding.byteOrder());
            case UINT8 -> buffer.getByte(index) & 0xFF;
            default -> throw new IllegalStateException("not in our schema: " + type);
        };
    }

    @Override
    public void onEnum(
            Token field, DirectBuffer buffer, int index, List<Token> tokens, int from, int to, int actingVersion) {
        String name = path.element()
                + (path.element().endsWith("<") ? tokens.get(from).name() : field.name());
        long code = buffer.getByte(index) & 0xFF;
        boolean known = tokens.subList(from + 1, to).stream()
                .anyMatch(constant -> constant.encoding().constValue().longValue() == code);
        values.put(name.replace("<", "."), known ? (Object) code : "unknown " + code);
    }

    @Override
    public void onBeginComposite(Token field, List<Token> tokens, int from, int to) {
        path.push(path.element() + field.name() + "<");
    }

    @Override
    public void onEndComposite(Token field, List<Token> tokens, int from, int to) {
        path.pop();
    }

    @Override
    public void onGroupHeader(Token group, int count) {
        values.put(path.element() + group.name(), count);
    }

    @Override
    public void onBeginGroup(Token group, int index, int count) {
        path.push(path.element() + group.name() + "[" + index + "].");
    }

    @Override
    public void onEndGroup(Token group, int index, int count) {
        path.pop();
    }

    @Override
    public void onVarData(Token field, DirectBuffer buffer, int index, int length, Token type) {
        byte[] bytes = new byte[length];
        buffer.getBytes(index, bytes);
        values.put(path.element() + field.name(), new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void onBitSet(
            Token field, DirectBuffer buffer, int index, List<Token> tokens, int from, int to, int actingVersion) {
        throw new IllegalStateException("not in our schema: a set");
    }

    @Override
    public void onBeginMessage(Token message) {}

    @Override
    public void onEndMessage(Token message) {}
}
