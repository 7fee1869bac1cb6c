package org.tpx.gateway.preset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tpx.gateway.json.JsonValue;

/** Makes objects of JSON. */
final class Members {
    private Members() {}

    /** An object from names and values in turn; a text may stand for its value. */
    static JsonValue.Members of(Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return new JsonValue.Members(members);
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return new JsonValue.Flag(flag);
        }
        return value instanceof Number number
                ? new JsonValue.Digits(number.toString())
                : new JsonValue.Text((String) value);
    }
}
