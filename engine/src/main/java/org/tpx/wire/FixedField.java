package org.tpx.wire;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/** Writes and reads one fixed field of a block. Numbers are written without boxing. Immutable. */
final class FixedField {
    private final FieldShape shape;
    private final MethodHandle getter;

    FixedField(FieldShape shape) {
        this.shape = shape;
        Class<?> type = shape.type().isPrimitive() ? shape.type() : Object.class;
        this.getter = shape.accessor().asType(MethodType.methodType(type, Record.class));
    }

    int index() {
        return shape.index();
    }

    void write(Record record, MutableDirectBuffer buffer, int block) throws Throwable {
        int at = block + shape.offset();
        switch (shape.wireKind()) {
            case INT64 -> buffer.putLong(at, (long) getter.invokeExact(record), LITTLE_ENDIAN);
            case INT32 -> buffer.putInt(at, (int) getter.invokeExact(record), LITTLE_ENDIAN);
            case BOOLEAN -> buffer.putByte(at, (byte) ((boolean) getter.invokeExact(record) ? 1 : 0));
            case ENUM ->
                buffer.putByte(at, (byte) shape.enumeration().code((Enum<?>) (Object) getter.invokeExact(record)));
            case MONEY -> writeMoney((Money) (Object) getter.invokeExact(record), buffer, at);
            default -> writeHash((Hash256) (Object) getter.invokeExact(record), buffer, at);
        }
    }

    Object read(DirectBuffer buffer, int block) {
        int at = block + shape.offset();
        return switch (shape.wireKind()) {
            case INT64 -> buffer.getLong(at, LITTLE_ENDIAN);
            case INT32 -> buffer.getInt(at, LITTLE_ENDIAN);
            case BOOLEAN -> readBoolean(buffer.getByte(at));
            case ENUM -> readEnum(buffer.getByte(at) & 0xFF);
            case MONEY -> MoneyLayout.read(buffer, at, shape.name());
            default -> readHash(buffer, at);
        };
    }

    private void writeMoney(Money money, MutableDirectBuffer buffer, int at) {
        MoneyLayout.requireCurrency(money, shape.name());
        MoneyLayout.write(buffer, at, money.minor(), money.currency());
    }

    private boolean readBoolean(byte code) {
        if (code != 0 && code != 1) {
            throw new MalformedMessageException(shape.name(), "must be 0 or 1, not " + (code & 0xFF));
        }
        return code == 1;
    }

    private Enum<?> readEnum(int code) {
        @Nullable Enum<?> constant = shape.enumeration().ofCode(code);
        if (constant == null) {
            throw new MalformedMessageException(shape.name(), "has the unknown code " + code);
        }
        return constant;
    }

    private static void writeHash(Hash256 hash, MutableDirectBuffer buffer, int at) {
        buffer.putLong(at, hash.word0(), BIG_ENDIAN);
        buffer.putLong(at + 8, hash.word1(), BIG_ENDIAN);
        buffer.putLong(at + 16, hash.word2(), BIG_ENDIAN);
        buffer.putLong(at + 24, hash.word3(), BIG_ENDIAN);
    }

    private static Hash256 readHash(DirectBuffer buffer, int at) {
        return new Hash256(
                buffer.getLong(at, BIG_ENDIAN),
                buffer.getLong(at + 8, BIG_ENDIAN),
                buffer.getLong(at + 16, BIG_ENDIAN),
                buffer.getLong(at + 24, BIG_ENDIAN));
    }
}
