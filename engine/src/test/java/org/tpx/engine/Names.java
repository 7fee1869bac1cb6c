package org.tpx.engine;

import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tpx.protocol.Event;
import org.tpx.protocol.Field;
import org.tpx.protocol.Ref;

/** The codes by which a test calls things and the identities that the exchange counted for them, learned from its events. */
final class Names {

    private final Map<Ref, Map<String, Long>> ids = new EnumMap<>(Ref.class);
    private final Map<Ref, Map<Long, String>> codes = new EnumMap<>(Ref.class);
    private final Map<Ref, Long> last = new EnumMap<>(Ref.class);

    /** Takes in what an event declares. */
    void learn(Event event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            Field field = component.getAnnotation(Field.class);
            if (field != null && field.declares() != Ref.NONE) {
                learn(field.declares(), (String) value(component, event), id(components, field.declares(), event));
            }
        }
    }

    /** The identity behind a code; 0, as an edge gives it, where the exchange knows none. */
    long id(Ref ref, String code) {
        return ids.getOrDefault(ref, Map.of()).getOrDefault(code, 0L);
    }

    /** The code of an identity, or its number behind the prefix of its kind. */
    String code(Ref ref, long id) {
        if (ref.isNumbered()) {
            return ref.prefix() + id;
        }
        return codes.getOrDefault(ref, Map.of()).getOrDefault(id, "#" + id);
    }

    /** The identity that was learned last, among things of this kind. */
    long last(Ref ref) {
        return last.getOrDefault(ref, 0L);
    }

    private void learn(Ref ref, String code, long id) {
        ids.computeIfAbsent(ref, kind -> new HashMap<>()).put(code, id);
        codes.computeIfAbsent(ref, kind -> new HashMap<>()).put(id, code);
        last.put(ref, id);
    }

    private static long id(RecordComponent[] components, Ref ref, Event event) {
        for (RecordComponent component : components) {
            Field field = component.getAnnotation(Field.class);
            if (field != null && field.ref() == ref) {
                return (long) value(component, event);
            }
        }
        throw new AssertionError(event + " declares a code but no identity");
    }

    static Object value(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}
