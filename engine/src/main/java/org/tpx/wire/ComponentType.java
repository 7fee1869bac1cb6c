package org.tpx.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/** What the Java type of a component means on the wire, unless it is a record that is spliced in. */
record ComponentType(
        WireKind kind,
        @Nullable EnumShape enumeration,
        @Nullable RecordShape entry) {

    /** Whether the component is a record whose fields stand in its place. */
    static boolean isSplice(RecordComponent component) {
        Class<?> type = component.getType();
        return type.isRecord() && type != Money.class && type != Hash256.class;
    }

    /** Throws {@link IllegalArgumentException} for a type that the protocol does not know. */
    static ComponentType of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return new ComponentType(WireKind.ENUM, EnumShape.of(type), null);
        }
        if (type == List.class) {
            return new ComponentType(WireKind.GROUP, null, new RecordShape(entryType(component)));
        }
        return new ComponentType(plainKind(component), null, null);
    }

    private static WireKind plainKind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return WireKind.INT64;
        }
        if (type == int.class) {
            return WireKind.INT32;
        }
        if (type == boolean.class) {
            return WireKind.BOOLEAN;
        }
        if (type == Money.class) {
            return WireKind.MONEY;
        }
        if (type == Hash256.class) {
            return WireKind.HASH;
        }
        if (type == String.class) {
            return WireKind.TEXT;
        }
        throw unknown(component);
    }

    private static Class<? extends Record> entryType(RecordComponent component) {
        Type list = component.getGenericType();
        Type entry = list instanceof ParameterizedType typed ? typed.getActualTypeArguments()[0] : list;
        if (entry instanceof Class<?> type && type.isRecord()) {
            return type.asSubclass(Record.class);
        }
        throw unknown(component);
    }

    private static IllegalArgumentException unknown(RecordComponent component) {
        return new IllegalArgumentException(
                "no wire type for " + component.getGenericType().getTypeName() + " "
                        + component.getDeclaringRecord().getName() + "." + component.getName());
    }
}
