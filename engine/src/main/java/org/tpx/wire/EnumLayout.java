package org.tpx.wire;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** A constant of an enum on the wire: one byte, its code in {@link EnumShape}. Immutable; allocates nothing. */
final class EnumLayout<E extends Enum<E>> {
    static final int LENGTH = Byte.BYTES;

    private final EnumShape shape;

    EnumLayout(Class<E> type) {
        shape = EnumShape.of(type);
    }

    void write(MutableDirectBuffer buffer, int offset, E constant) {
        buffer.putByte(offset, (byte) shape.code(constant));
    }

    /** Throws {@link MalformedMessageException} for a code that no constant has. */
    @SuppressWarnings("unchecked")
    E read(DirectBuffer buffer, int offset, String field) {
        int code = buffer.getByte(offset) & 0xFF;
        Enum<?> constant = shape.ofCode(code);
        if (constant == null) {
            throw new MalformedMessageException(field, "has the unknown code " + code);
        }
        return (E) constant;
    }
}
