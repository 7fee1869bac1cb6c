package org.tpx.wire;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Currency;
import org.tpx.protocol.WireCode;

/**
 * An enum of the protocol and the codes of its constants on the wire: their own where it implements {@link WireCode},
 * else their order, which the golden schema keeps from changing. Immutable.
 */
@SuppressWarnings("EnumOrdinal")
public final class EnumShape {
    /** The largest code: 255 is SBE's null value of a byte. */
    public static final int MAX_CODE = 254;

    private static final ClassValue<EnumShape> SHAPES = new ClassValue<>() {
        @Override
        protected EnumShape computeValue(Class<?> type) {
            return new EnumShape(type);
        }
    };

    private final Class<?> type;
    private final List<Enum<?>> constants;
    private final @Nullable Enum<?>[] byCode = new Enum<?>[MAX_CODE + 1];
    private final int[] codes;

    private EnumShape(Class<?> type) {
        this.type = type;
        this.constants = List.of((Enum<?>[]) type.getEnumConstants());
        this.codes = new int[constants.size()];
        for (Enum<?> constant : constants) {
            register(constant, constant instanceof WireCode coded ? coded.wireCode() : constant.ordinal());
        }
    }

    /** The shape of an enum; throws {@link IllegalArgumentException} where a code is out of range or used twice. */
    public static EnumShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The enums of these messages by name, always with that of the currencies. */
    static Collection<EnumShape> usedBy(List<MessageShape> messages) {
        Map<String, EnumShape> enums = new TreeMap<>();
        enums.put(Currency.class.getSimpleName(), of(Currency.class));
        messages.forEach(message -> collect(message.record(), enums));
        return enums.values();
    }

    private static void collect(RecordShape record, Map<String, EnumShape> enums) {
        for (FieldShape field : record.fields()) {
            if (field.wireKind() == WireKind.ENUM) {
                enums.put(field.enumeration().name(), field.enumeration());
            } else if (field.wireKind() == WireKind.GROUP) {
                collect(field.entry(), enums);
            }
        }
    }

    private void register(Enum<?> constant, int code) {
        if (code < 0 || code > MAX_CODE || byCode[code] != null) {
            throw new IllegalArgumentException(
                    type.getName() + "." + constant + ": code " + code + " is used or too large");
        }
        byCode[code] = constant;
        codes[constant.ordinal()] = code;
    }

    /** The enum itself. */
    public Class<?> type() {
        return type;
    }

    /** The name of the type in the schema. */
    public String name() {
        return type.getSimpleName();
    }

    /** The constants in the order of their declaration. */
    public List<Enum<?>> constants() {
        return constants;
    }

    /** The code of a constant on the wire, 0 to {@link #MAX_CODE}. */
    public int code(Enum<?> constant) {
        return codes[constant.ordinal()];
    }

    /** The constant of a code, or null where no constant has it. */
    public @Nullable Enum<?> ofCode(int code) {
        return code >= 0 && code <= MAX_CODE ? byCode[code] : null;
    }

    /** The constant of a name, or null where no constant bears it. */
    public @Nullable Enum<?> ofName(String name) {
        return constants.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }
}
