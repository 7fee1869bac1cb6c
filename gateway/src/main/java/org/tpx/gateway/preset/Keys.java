package org.tpx.gateway.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tpx.gateway.json.JsonValue;

/** Names of fields: kebab case in our files, camel case in JSON. */
final class Keys {
    private Keys() {}

    /** {@code reviewDays} for {@code review-days}. */
    static String camel(String key) {
        StringBuilder name = new StringBuilder(key.length());
        boolean upper = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }

    /** {@code review-days} for {@code reviewDays}. */
    static String kebab(String name) {
        StringBuilder key = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.append('-').append((char) (c - 'A' + 'a'));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** The value with the keys of all its objects in camel case. */
    static JsonValue camel(JsonValue value) {
        if (value instanceof JsonValue.Members object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((key, member) -> members.put(camel(key), camel(member)));
            return new JsonValue.Members(members);
        }
        if (value instanceof JsonValue.Items array) {
            List<JsonValue> items = new ArrayList<>();
            array.items().forEach(item -> items.add(camel(item)));
            return new JsonValue.Items(items);
        }
        return value;
    }
}
