package org.tpx.gateway.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.JsonValue;

/** An object of a configuration file that knows its place, so that every complaint names file and key. */
record YamlObject(String file, String path, JsonValue.Members object) {

    /** A text; throws {@link MalformedPresetException} where it is missing, empty or none. */
    String text(String key) {
        JsonValue value = value(key);
        if (value instanceof JsonValue.Text text && !text.text().isBlank()) {
            return text.text();
        }
        throw complaint(key, "must be a text, not " + value.kind());
    }

    /** A switch. */
    boolean flag(String key) {
        JsonValue value = value(key);
        if (value instanceof JsonValue.Flag flag) {
            return flag.on();
        }
        throw complaint(key, "must be true or false, not " + value.kind());
    }

    /** A whole number between bounds. */
    long number(String key, long min, long max) {
        JsonValue value = value(key);
        if (!(value instanceof JsonValue.Digits digits) || !digits.digits().matches("[0-9]{1,18}")) {
            throw complaint(key, "must be a whole number");
        }
        long number = Long.parseLong(digits.digits());
        if (number < min || number > max) {
            throw complaint(key, "must lie between " + min + " and " + max);
        }
        return number;
    }

    /** A list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items(key)) {
            if (!(item instanceof JsonValue.Text text)) {
                throw complaint(key + "[" + texts.size() + "]", "must be a text, not " + item.kind());
            }
            texts.add(text.text());
        }
        return texts;
    }

    /** A list of objects. */
    List<YamlObject> objects(String key) {
        List<YamlObject> objects = new ArrayList<>();
        for (JsonValue item : items(key)) {
            String here = key + "[" + objects.size() + "]";
            if (!(item instanceof JsonValue.Members members)) {
                throw complaint(here, "must be an object, not " + item.kind());
            }
            objects.add(new YamlObject(file, path + here + ".", members));
        }
        return objects;
    }

    /** Whether it has this key. */
    boolean has(String key) {
        return object.members().containsKey(key);
    }

    /** Throws {@link MalformedPresetException} naming a key that is none of these. */
    void requireKeys(Set<String> known) {
        for (String key : object.members().keySet()) {
            if (!known.contains(key)) {
                throw complaint(key, "is no key of this file");
            }
        }
    }

    /** Any value. */
    JsonValue value(String key) {
        @Nullable JsonValue value = object.members().get(key);
        if (value == null) {
            throw complaint(key, "is missing");
        }
        return value;
    }

    /** What is wrong with a key of this object. */
    MalformedPresetException complaint(String key, String reason) {
        return new MalformedPresetException(file, path + key, reason);
    }

    private List<JsonValue> items(String key) {
        JsonValue value = value(key);
        if (value instanceof JsonValue.Items array) {
            return array.items();
        }
        throw complaint(key, "must be a list, not " + value.kind());
    }
}
