package org.tpx.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/**
 * Checks the values of a record against what their annotations let in. Names fields as JSON does, since people read it.
 */
final class FieldLimits {
    private FieldLimits() {}

    /**
     * Throws {@link MalformedMessageException} naming the first field, in the order of components, that breaks a limit.
     */
    static void check(RecordShape shape, Record record) {
        for (FieldShape field : shape.fields()) {
            Object value = field.value(record);
            if (isAbsent(field, value)) {
                refuse(!field.isOptional(), field, "is missing");
            } else {
                checkPresent(field, value);
            }
        }
    }

    /**
     * Whether the value stands for nothing. An empty list is a list. Of an identity that is required, 0 does not: it is
     * a code that the edge did not know, and the engine refuses it with its own reason.
     */
    private static boolean isAbsent(FieldShape field, Object value) {
        return switch (field.jsonKind()) {
            case INSTANT -> (Long) value == 0;
            case CODE -> field.isOptional() && (Long) value == 0;
            case NUMBER -> field.isOptional() && ((Number) value).longValue() == 0;
            case MONEY -> ((Money) value).isNone() && ((Money) value).isZero();
            case HASH -> ((Hash256) value).isAbsent();
            case TEXT -> ((String) value).isEmpty();
            default -> false;
        };
    }

    private static void checkPresent(FieldShape field, Object value) {
        switch (field.jsonKind()) {
            case NUMBER, INSTANT, CODE -> checkRange(field, ((Number) value).longValue(), "");
            case MONEY -> checkMoney(field, (Money) value);
            case TEXT -> checkText(field, (String) value);
            case LIST -> checkList(field, (List<?>) value);
            default -> {}
        }
    }

    private static void checkRange(FieldShape field, long number, String unit) {
        refuse(number < field.min(), field, "must be at least " + field.min() + unit);
        refuse(number > field.max(), field, "must be at most " + field.max() + unit);
    }

    private static void checkMoney(FieldShape field, Money money) {
        refuse(money.isNone(), field, "has an amount without a currency");
        checkRange(field, money.minor(), " minor units");
    }

    private static void checkText(FieldShape field, String text) {
        TextCodec.requireWellFormed(field.jsonName(), text);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        refuse(length > field.maxLength(), field, "must have at most " + field.maxLength() + " bytes");
        boolean printable =
                text.chars().allMatch(c -> c >= ' ' && c <= '~') && text.strip().length() == text.length();
        refuse(field.isCodeText() && !printable, field, "must be printable ASCII without space around it");
    }

    private static void checkList(FieldShape field, List<?> list) {
        refuse(list.size() > field.maxLength(), field, "must have at most " + field.maxLength() + " entries");
        for (int i = 0; i < list.size(); i++) {
            try {
                check(field.entry(), (Record) list.get(i));
            } catch (MalformedMessageException failure) {
                throw failure.inside(field.jsonName(), i);
            }
        }
    }

    private static void refuse(boolean broken, FieldShape field, String reason) {
        if (broken) {
            throw new MalformedMessageException(field.jsonName(), reason);
        }
    }
}
