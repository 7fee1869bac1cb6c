package org.tpx.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/**
 * The values of a record as a flat map, in the form in which any SBE tool sees them: {@code lines[0].amount.minor=5}.
 */
final class FlatValues {
    private FlatValues() {}

    static Map<String, Object> of(RecordShape shape, Record record) {
        Map<String, Object> values = new TreeMap<>();
        collect("", shape, record, values);
        return values;
    }

    private static void collect(String path, RecordShape shape, Record record, Map<String, Object> values) {
        for (FieldShape field : shape.fields()) {
            Object value = field.value(record);
            String name = path + field.name();
            switch (field.wireKind()) {
                case INT64, INT32 -> values.put(name, ((Number) value).longValue());
                case BOOLEAN -> values.put(name, (Boolean) value ? 1L : 0L);
                case ENUM -> values.put(name, (long) field.enumeration().code((Enum<?>) value));
                case MONEY -> collectMoney(name, (Money) value, values);
                case HASH -> values.put(name, ((Hash256) value).toString());
                case TEXT -> values.put(name, value);
                case GROUP -> collectEntries(name, field.entry(), (List<?>) value, values);
            }
        }
    }

    private static void collectMoney(String name, Money money, Map<String, Object> values) {
        values.put(name + ".minor", money.minor());
        values.put(name + ".currency", (long)
                EnumShape.of(money.currency().getDeclaringClass()).code(money.currency()));
    }

    private static void collectEntries(String name, RecordShape shape, List<?> entries, Map<String, Object> values) {
        values.put(name, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            collect(name + "[" + i + "].", shape, (Record) entries.get(i), values);
        }
    }
}
