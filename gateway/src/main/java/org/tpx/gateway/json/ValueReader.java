package org.tpx.gateway.json;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Ref;
import org.tpx.wire.EnumShape;
import org.tpx.wire.FieldShape;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.WireKind;

/** Turns one value of JSON into the value of a field, or refuses it by the field's name. Lists are {@link RecordReader}'s. */
final class ValueReader {
    private static final int MAX_CODE_LENGTH = 40;

    private final Directory directory;
    private boolean unknown;

    ValueReader(Directory directory) {
        this.directory = directory;
    }

    /** Forgets which codes were unknown. */
    void begin() {
        unknown = false;
    }

    /** Whether a code since {@link #begin} named nothing that the directory knows. */
    boolean hasUnknown() {
        return unknown;
    }

    /** The value, boxed; throws {@link MalformedMessageException} naming the place. */
    Object read(FieldShape field, JsonValue value, String place) {
        switch (field.jsonKind()) {
            case NUMBER:
                return number(field, value, place);
            case INSTANT:
                return InstantText.parse(text(value, place), place);
            case CODE:
                return identity(field, code(value, place), place);
            case BOOLEAN:
                return flag(value, place);
            case ENUM:
                return constant(field.enumeration(), text(value, place), place);
            case MONEY:
                return MoneyText.parse(text(value, place), place);
            case HASH:
                return hash(text(value, place), place);
            case TEXT:
                return text(value, place);
            default:
                throw new IllegalArgumentException(field + " is no single value");
        }
    }

    /** A string, whatever it says. */
    static String text(JsonValue value, String place) {
        if (value instanceof JsonValue.Text string) {
            return string.text();
        }
        throw wrongKind("a string", value, place);
    }

    /** A code as callers choose them: 1 to 40 printable ASCII characters without space around them. */
    static String code(JsonValue value, String place) {
        String code = text(value, place);
        if (code.isEmpty()) {
            throw new MalformedMessageException(place, "must not be empty");
        }
        boolean printable =
                code.chars().allMatch(c -> c >= ' ' && c <= '~') && code.strip().length() == code.length();
        if (!printable) {
            throw new MalformedMessageException(
                    place, "must be printable ASCII without space around it, not " + Shown.text(code));
        }
        if (code.length() > MAX_CODE_LENGTH) {
            throw new MalformedMessageException(place, "must have at most " + MAX_CODE_LENGTH + " bytes");
        }
        return code;
    }

    /** A whole number between bounds. */
    static long number(JsonValue value, long min, long max, String place) {
        if (!(value instanceof JsonValue.Digits number)) {
            throw wrongKind("a number", value, place);
        }
        String digits = number.digits();
        boolean negative = digits.startsWith("-");
        if (!digits.chars().skip(negative ? 1 : 0).allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedMessageException(place, "must be a whole number, not " + Shown.plain(digits));
        }
        Long parsed = parse(digits);
        if (parsed == null ? negative : parsed < min) {
            throw new MalformedMessageException(place, "must be at least " + min);
        }
        if (parsed == null || parsed > max) {
            throw new MalformedMessageException(place, "must be at most " + max);
        }
        return parsed;
    }

    /** The number, or null where no long holds it. */
    private static @Nullable Long parse(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException tooLong) {
            return null;
        }
    }

    private static Object number(FieldShape field, JsonValue value, String place) {
        long number = number(value, field.min(), field.max(), place);
        if (field.wireKind() == WireKind.INT32) {
            return (int) number;
        }
        return number;
    }

    /**
     * An unknown code of something required is 0, which the engine refuses as unknown; where 0 would mean that there is none, an unknown
     * code is {@link Directory#NOBODY}.
     */
    private Long identity(FieldShape field, String code, String place) {
        if (field.ref() == Ref.PRINCIPAL) {
            return principal(code);
        }
        long id = directory.id(field.ref(), code, place);
        unknown |= id == 0;
        return id == 0 && field.isOptional() ? Directory.NOBODY : id;
    }

    /** The identity of a person. */
    long principal(String code) {
        long id = directory.principal(code);
        unknown |= id == Directory.NOBODY;
        return id;
    }

    private static Boolean flag(JsonValue value, String place) {
        if (value instanceof JsonValue.Flag flag) {
            return flag.on();
        }
        throw wrongKind("true or false", value, place);
    }

    private static Enum<?> constant(EnumShape shape, String name, String place) {
        @Nullable Enum<?> constant = shape.ofName(name);
        if (constant == null) {
            List<Enum<?>> constants = shape.constants();
            String known = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
            throw new MalformedMessageException(place, "must be one of " + known + ", not " + Shown.text(name));
        }
        return constant;
    }

    private static Hash256 hash(String hex, String place) {
        try {
            return Hash256.ofHex(hex.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException failure) {
            throw new MalformedMessageException(place, "must be 64 hexadecimal digits, not " + Shown.text(hex));
        }
    }

    static MalformedMessageException wrongKind(String expected, JsonValue value, String place) {
        return new MalformedMessageException(place, "must be " + expected + ", not " + value.kind());
    }
}
