package org.tpx.gateway.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tpx.wire.FieldShape;
import org.tpx.wire.JsonKind;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.MessageShape;
import org.tpx.wire.RecordShape;
import org.tpx.wire.Templates;

/** Turns a JSON object into the record of a shape: every member is a field, every field that is not optional is there. */
final class RecordReader {
    private final ValueReader values;
    private final Map<RecordShape, Map<String, FieldShape>> fieldsByName = new HashMap<>();

    RecordReader(ValueReader values) {
        this.values = values;
        for (MessageShape message : Templates.ofProtocol().all()) {
            index(message.record());
        }
    }

    private void index(RecordShape shape) {
        Map<String, FieldShape> byName = new HashMap<>();
        for (FieldShape field : shape.fields()) {
            byName.put(field.jsonName(), field);
        }
        fieldsByName.put(shape, byName);
        shape.groups().forEach(group -> index(group.entry()));
    }

    /**
     * Reads a record. Throws {@link MalformedMessageException} naming the field at fault. Limits of length and sums of money are not
     * its business: {@code RecordCodec.check} knows them.
     *
     * @param envelope members that are not the record's
     */
    Record read(RecordShape shape, JsonValue.Members object, Set<String> envelope) {
        return read(shape, object, envelope, "");
    }

    private Record read(RecordShape shape, JsonValue.Members object, Set<String> envelope, String prefix) {
        Map<String, FieldShape> byName = fieldsByName.getOrDefault(shape, Map.of());
        Object[] found = new Object[shape.fields().size()];
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (envelope.contains(member.getKey())) {
                continue;
            }
            FieldShape field = byName.get(member.getKey());
            if (field == null) {
                throw new MalformedMessageException(
                        prefix + Shown.plain(member.getKey()), "is no field of " + shape.name());
            }
            found[field.index()] = value(field, member.getValue(), prefix + field.jsonName());
        }
        for (FieldShape field : shape.fields()) {
            if (found[field.index()] == null) {
                found[field.index()] = absent(field, prefix);
            }
        }
        return shape.create(found);
    }

    private Object value(FieldShape field, JsonValue value, String place) {
        return field.jsonKind() == JsonKind.LIST ? list(field, value, place) : values.read(field, value, place);
    }

    private static Object absent(FieldShape field, String prefix) {
        if (!field.isOptional()) {
            throw new MalformedMessageException(prefix + field.jsonName(), "is missing");
        }
        return field.absentValue();
    }

    private List<Record> list(FieldShape field, JsonValue value, String place) {
        if (!(value instanceof JsonValue.Items array)) {
            throw ValueReader.wrongKind("an array", value, place);
        }
        if (array.items().size() > field.maxLength()) {
            throw new MalformedMessageException(place, "must have at most " + field.maxLength() + " entries");
        }
        List<Record> entries = new ArrayList<>(array.items().size());
        for (JsonValue item : array.items()) {
            String here = place + "[" + entries.size() + "]";
            if (!(item instanceof JsonValue.Members object)) {
                throw ValueReader.wrongKind("an object", item, here);
            }
            entries.add(read(field.entry(), object, Set.of(), here + "."));
        }
        return List.copyOf(entries);
    }
}
