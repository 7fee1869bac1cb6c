package org.tpx.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a record: the body of a message or an entry of a list. The fields of a record that is spliced in count
 * as fields of the record around it. Read once by reflection; immutable.
 */
public final class RecordShape {
    private static final MethodType CREATOR = MethodType.methodType(Record.class, Object[].class);

    private final Class<? extends Record> type;
    private final List<FieldShape> fields;
    private final List<FieldShape> block;
    private final List<FieldShape> groups;
    private final List<FieldShape> texts;
    private final int blockLength;
    private final MethodHandle creator;
    /** Per component the shape of the record spliced in, or null; no array at all where there is none. */
    private final @Nullable RecordShape @Nullable [] splices;

    /** Reads a record; throws {@link IllegalArgumentException} naming the component that breaks a convention. */
    RecordShape(Class<? extends Record> type) {
        FieldReader reader = new FieldReader(type);
        this.type = type;
        this.fields = reader.fields();
        this.splices = reader.splices();
        this.block = select(field -> field.wireKind().isFixed());
        this.groups = select(field -> field.wireKind() == WireKind.GROUP);
        this.texts = select(field -> field.wireKind() == WireKind.TEXT);
        this.blockLength =
                block.stream().mapToInt(field -> field.wireKind().length()).sum();
        this.creator = creator(type);
    }

    private static MethodHandle creator(Class<? extends Record> type) {
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
        }
        try {
            return MethodHandles.lookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.size())
                    .asType(CREATOR);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(type.getName() + " cannot be made", failure);
        }
    }

    private List<FieldShape> select(Predicate<FieldShape> which) {
        return fields.stream().filter(which).toList();
    }

    /** The record itself. */
    public Class<? extends Record> type() {
        return type;
    }

    /** The simple name of the record. */
    public String name() {
        return type.getSimpleName();
    }

    /** Every field, in the order of the record's components, those of spliced records in place of their component. */
    public List<FieldShape> fields() {
        return fields;
    }

    /** The fixed fields, in the order in which they lie in the block. */
    public List<FieldShape> block() {
        return block;
    }

    /** The lists, in the order in which they follow the block. */
    public List<FieldShape> groups() {
        return groups;
    }

    /** The texts, in the order in which they follow the lists. */
    public List<FieldShape> texts() {
        return texts;
    }

    /** Bytes of the block of fixed fields. */
    public int blockLength() {
        return blockLength;
    }

    /**
     * Makes a record by its canonical constructor. What the constructor throws comes out as it is; a value of another
     * type is a {@link ClassCastException}.
     *
     * @param values one value for each of {@link #fields()}, in their order, numbers boxed
     */
    public Record create(Object[] values) {
        try {
            return (Record) creator.invokeExact(splices == null ? values : spliced(values, splices));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("cannot make " + type, failure);
        }
    }

    private static Object[] spliced(Object[] values, @Nullable RecordShape[] splices) {
        Object[] arguments = new Object[splices.length];
        int next = 0;
        for (int i = 0; i < splices.length; i++) {
            RecordShape splice = splices[i];
            if (splice == null) {
                arguments[i] = values[next++];
            } else {
                int end = next + splice.fields.size();
                arguments[i] = splice.create(Arrays.copyOfRange(values, next, end));
                next = end;
            }
        }
        return arguments;
    }

    @Override
    public String toString() {
        return name() + fields;
    }
}
