package org.tpx.engine;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/** Every message that there is, and empty ones of each kind: zeros, empty texts and lists, first constants. */
final class Samples {

    private Samples() {}

    /** The records of all commands, in the order of their declaration. */
    static List<Class<? extends Record>> commands() {
        return records(Command.class).toList();
    }

    /** The records of all events, in the order of their declaration. */
    static List<Class<? extends Record>> events() {
        return records(Event.class).toList();
    }

    /** A command of a kind that names nothing and nobody. */
    static Command empty(Class<? extends Record> type) {
        return (Command) blank(type);
    }

    private static Stream<Class<? extends Record>> records(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type.asSubclass(Record.class));
        }
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(Samples::records);
    }

    private static Record blank(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(Samples::value).toArray();
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getSimpleName(), e);
        }
    }

    private static Object value(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "";
        }
        if (type == Money.class) {
            return Money.NONE;
        }
        if (type == Hash256.class) {
            return Hash256.ZERO;
        }
        if (type == List.class) {
            return List.of();
        }
        return type.isEnum() ? type.getEnumConstants()[0] : blank(type);
    }
}
