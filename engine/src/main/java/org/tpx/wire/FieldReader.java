package org.tpx.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Field;

/** Reads the components of one record into fields and checks the conventions. Used once and thrown away. */
final class FieldReader {
    private final List<FieldShape> fields = new ArrayList<>();
    private final Set<String> jsonNames = new HashSet<>();
    private final @Nullable RecordShape[] splices;
    private int offset;

    /** Throws {@link IllegalArgumentException} naming the component that breaks a convention. */
    FieldReader(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        splices = new RecordShape[components.length];
        for (int i = 0; i < components.length; i++) {
            read(components[i], i);
        }
    }

    private void read(RecordComponent component, int position) {
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalArgumentException(place(component) + " lacks @Field");
        }
        MethodHandle accessor = accessor(component);
        if (ComponentType.isSplice(component)) {
            RecordShape splice = new RecordShape(component.getType().asSubclass(Record.class));
            splices[position] = splice;
            splice.fields().forEach(inner -> add(component, inner.within(accessor)));
            return;
        }
        add(component, new FieldShape(component, field, ComponentType.of(component), accessor));
    }

    private void add(RecordComponent component, FieldShape field) {
        boolean list = field.wireKind() == WireKind.GROUP;
        check(jsonNames.add(field.jsonName()), component, field.jsonName() + " is another field's JSON name");
        check(!list || field.entry().groups().isEmpty(), component, "a list within a list");
        fields.add(field.placed(fields.size(), offset));
        offset += field.wireKind().length();
    }

    private static void check(boolean holds, RecordComponent component, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(place(component) + ": " + complaint);
        }
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getName() + "." + component.getName();
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.lookup().unreflect(component.getAccessor());
        } catch (IllegalAccessException failure) {
            throw new IllegalArgumentException(place(component) + " cannot be read", failure);
        }
    }

    List<FieldShape> fields() {
        return List.copyOf(fields);
    }

    /** Per component the record spliced in; null where there is none at all. */
    @Nullable
    RecordShape @Nullable [] splices() {
        return Arrays.stream(splices).allMatch(Objects::isNull) ? null : splices;
    }
}
