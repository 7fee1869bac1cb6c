package org.tpx.gateway.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/**
 * Which value of a column stands for what, as the command line says it: {@code buy=1,sell=-1}. Several values may stand for the same,
 * one value only for one thing. Immutable.
 *
 * @param <E> what values stand for
 */
public final class ValueNames<E extends Enum<E>> {
    private final String option;
    private final Map<String, E> constants = new HashMap<>();

    private ValueNames(String option) {
        this.option = option;
    }

    /**
     * Reads {@code name=value,name=value}, a name being a constant in lower case.
     *
     * @throws MalformedMessageException naming the option, where that is not its form
     */
    public static <E extends Enum<E>> ValueNames<E> parse(String option, String text, Class<E> type) {
        ValueNames<E> names = new ValueNames<>(option);
        for (Pair pair : Pair.parse(option, text)) {
            E constant = constant(option, pair.name(), type);
            E before = names.constants.putIfAbsent(pair.value(), constant);
            if (before != null && before != constant) {
                throw new MalformedMessageException(option, "gives two meanings to " + Shown.text(pair.value()));
            }
        }
        return names;
    }

    private static <E extends Enum<E>> E constant(String option, String name, Class<E> type) {
        StringBuilder known = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            String label = constant.name().toLowerCase(Locale.ROOT);
            if (label.equals(name)) {
                return constant;
            }
            known.append(known.isEmpty() ? "" : ", ").append(label);
        }
        throw new MalformedMessageException(option, "knows " + known + ", not " + Shown.text(name));
    }

    /** What a value stands for, or null. */
    @Nullable
    E find(String value) {
        return constants.get(value);
    }

    /** Throws {@link MalformedMessageException} naming the option, where no value stands for this. */
    void require(E constant) {
        if (!constants.containsValue(constant)) {
            throw new MalformedMessageException(
                    option, "must say which value means " + constant.name().toLowerCase(Locale.ROOT));
        }
    }
}
