package org.tpx.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Field;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;

/**
 * One field of a message or of a list's entry: how it lies on the wire, how JSON names it, what it may hold. Immutable.
 */
public final class FieldShape {
    private final int index;
    private final int offset;
    private final String name;
    private final Class<?> type;
    private final Field field;
    private final ComponentType wire;
    private final MethodHandle accessor;
    private final JsonKind jsonKind;
    private final String jsonName;

    FieldShape(RecordComponent component, Field field, ComponentType wire, MethodHandle accessor) {
        this(0, -1, component.getName(), component.getType(), field, wire, accessor);
    }

    private FieldShape(
            int index, int offset, String name, Class<?> type, Field field, ComponentType wire, MethodHandle accessor) {
        this.index = index;
        this.offset = offset;
        this.name = name;
        this.type = type;
        this.field = field;
        this.wire = wire;
        this.accessor = accessor;
        this.jsonKind = JsonNames.kind(name, wire.kind(), field.ref());
        this.jsonName = JsonNames.name(name, jsonKind);
    }

    /** The same field at its place in a record. */
    FieldShape placed(int index, int offset) {
        return new FieldShape(index, wireKind().isFixed() ? offset : -1, name, type, field, wire, accessor);
    }

    /** The same field as seen from the record that its own record is spliced into. */
    FieldShape within(MethodHandle splice) {
        MethodHandle path = MethodHandles.filterReturnValue(splice, accessor);
        return new FieldShape(index, offset, name, type, field, wire, path);
    }

    /**
     * The place of the field among {@link RecordShape#fields()}, from 0: where its value stands in
     * {@link RecordShape#create}.
     */
    public int index() {
        return index;
    }

    /** The name of the record's component, which is the name of the field in the schema. */
    public String name() {
        return name;
    }

    /** The name of the member in JSON. */
    public String jsonName() {
        return jsonName;
    }

    /** The Java type of the component. */
    public Class<?> type() {
        return type;
    }

    /** How it lies on the wire. */
    public WireKind wireKind() {
        return wire.kind();
    }

    /** How JSON writes it. */
    public JsonKind jsonKind() {
        return jsonKind;
    }

    /** What the identity names; for a text, what the code names; otherwise {@link Ref#NONE}. */
    public Ref ref() {
        return field.ref();
    }

    /** What the text names from now on; otherwise {@link Ref#NONE}. */
    public Ref declares() {
        return field.declares();
    }

    /** Whether a caller may leave it out. */
    public boolean isOptional() {
        return field.optional();
    }

    /** Whether it is a text that names something: printable ASCII without space around it. */
    public boolean isCodeText() {
        return wireKind() == WireKind.TEXT && (field.ref() != Ref.NONE || field.declares() != Ref.NONE);
    }

    /** The smallest number that an edge lets in (for money: minor units). */
    public long min() {
        return field.min();
    }

    /** The largest number that an edge lets in (for money: minor units). */
    public long max() {
        if (field.max() != 0) {
            return field.max();
        }
        return switch (wireKind()) {
            case INT32 -> Integer.MAX_VALUE;
            case MONEY -> Money.MAX_MINOR;
            default -> Long.MAX_VALUE;
        };
    }

    /** The largest number of UTF-8 bytes of a text, or of entries of a list. */
    public int maxLength() {
        return field.maxLength();
    }

    /** Whether the journal keeps it encrypted while its listing's sale is live. */
    public boolean isConfidential() {
        return field.confidential();
    }

    /** What it means. */
    public String doc() {
        return field.value();
    }

    /** Bytes from the start of the block to the field; -1 for lists and texts, which lie behind the block. */
    public int offset() {
        return offset;
    }

    /** The enum of an {@link WireKind#ENUM}; throws {@link IllegalStateException} for any other kind. */
    public EnumShape enumeration() {
        return require(wire.enumeration(), "is no enum");
    }

    /** The shape of an entry of a {@link WireKind#GROUP}; throws {@link IllegalStateException} for any other kind. */
    public RecordShape entry() {
        return require(wire.entry(), "is no list");
    }

    private <T> T require(@Nullable T part, String complaint) {
        if (part == null) {
            throw new IllegalStateException(name + " " + complaint);
        }
        return part;
    }

    /**
     * The value that stands for nothing: 0, {@code false}, an enum's first constant, {@link Money#NONE},
     * {@link Hash256#ZERO}, an empty text or list. What a caller leaves out becomes this, and JSON leaves it out again.
     */
    public Object absentValue() {
        return switch (wireKind()) {
            case INT64 -> 0L;
            case INT32 -> 0;
            case BOOLEAN -> false;
            case ENUM -> enumeration().constants().get(0);
            case MONEY -> Money.NONE;
            case HASH -> Hash256.ZERO;
            case TEXT -> "";
            default -> List.of();
        };
    }

    /** The value of this field in a record, numbers boxed. */
    public Object value(Record record) {
        try {
            return accessor.invoke(record);
        } catch (Throwable failure) {
            throw new IllegalStateException("cannot read " + name + " of " + record.getClass(), failure);
        }
    }

    /** The accessor, for those who read a number without boxing it. */
    MethodHandle accessor() {
        return accessor;
    }

    @Override
    public String toString() {
        return name + " " + wireKind();
    }
}
