package org.tpx.gateway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object as text, its members in the order in which they were put. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Object> members = new LinkedHashMap<>();

    JsonText put(String name, String value) {
        members.put(name, value);
        return this;
    }

    JsonText put(String name, long value) {
        members.put(name, value);
        return this;
    }

    JsonText put(String name, boolean value) {
        members.put(name, value);
        return this;
    }

    JsonText put(String name, List<String> values) {
        members.put(name, values);
        return this;
    }

    JsonText put(String name, JsonText object) {
        members.put(name, object.members);
        return this;
    }

    JsonText putObjects(String name, List<JsonText> objects) {
        members.put(name, objects.stream().map(object -> object.members).toList());
        return this;
    }

    @Override
    public String toString() {
        return MAPPER.writeValueAsString(members);
    }
}
