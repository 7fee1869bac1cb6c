package org.tpx.benchmarks;

import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tpx.protocol.Field;
import org.tpx.protocol.Ref;

/**
 * Copies events of a market so that they tell of another one beside it: every identity that the market counted is counted on, every code
 * and reference gets a number behind it. It goes by the annotations of the records, so it knows events that are yet to come.
 */
final class EventCopy {
    private final Map<Ref, Long> first = new EnumMap<>(Ref.class);
    private final Map<Ref, Long> last = new EnumMap<>(Ref.class);
    private long postings;

    /** Identities that came before the market are the same in every copy. */
    void leave(Record event) {
        largest(event, first);
    }

    /** Identities of the market itself differ from copy to copy. */
    void take(Record event) {
        largest(event, last);
    }

    private static void largest(Record record, Map<Ref, Long> ids) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            Field field = component.getAnnotation(Field.class);
            if (value instanceof Long id && field != null) {
                ids.merge(field.ref(), id, Math::max);
                ids.merge(field.declares(), id, Math::max);
            } else if (value instanceof Record inner) {
                largest(inner, ids);
            } else if (value instanceof List<?> list) {
                list.forEach(entry -> {
                    if (entry instanceof Record inner) {
                        largest(inner, ids);
                    }
                });
            }
        }
    }

    /** The event as the copy of a number tells it, 0 for the market itself; postings are numbered in the order of the calls. */
    Record of(Record event, int copy) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = copied(value(event, components[i]), components[i].getAnnotation(Field.class), copy);
        }
        try {
            return event.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("cannot copy " + event, failure);
        }
    }

    private Object copied(Object value, Field field, int copy) {
        if (value instanceof Long id) {
            return field == null ? value : identity(id, field.ref() == Ref.NONE ? field.declares() : field.ref(), copy);
        }
        if (value instanceof String text) {
            boolean names = field.declares() != Ref.NONE
                    || field.value().contains("reference")
                    || field.value().contains("number");
            return names && copy > 0 && !text.isEmpty() ? text + "-" + copy : value;
        }
        if (value instanceof Record inner) {
            return of(inner, copy);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(entry -> copied(entry, field, copy)).toList();
        }
        return value;
    }

    private long identity(long id, Ref ref, int copy) {
        if (ref == Ref.POSTING) {
            postings++;
            return postings;
        }
        long before = first.getOrDefault(ref, 0L);
        boolean ours = ref != Ref.NONE && id > before;
        return ours ? id + copy * (last.getOrDefault(ref, before) - before) : id;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("cannot read " + record, failure);
        }
    }
}
