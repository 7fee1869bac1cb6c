package org.tpx.gateway.json;

import java.util.List;
import java.util.Map;

/**
 * A value of JSON as it was written: nothing is converted, a number keeps its digits and an object the order of its members.
 * Immutable as far as its readers go.
 */
public sealed interface JsonValue {

    /** What it is, as a complaint says it: {@code a string}. */
    String kind();

    /** A string. */
    record Text(String text) implements JsonValue {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** A number, by its digits. */
    record Digits(String digits) implements JsonValue {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean on) implements JsonValue {
        @Override
        public String kind() {
            return on ? "true" : "false";
        }
    }

    /** {@code null}, which no field of ours takes. */
    record Nothing() implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** An array. */
    record Items(List<JsonValue> items) implements JsonValue {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** An object. */
    record Members(Map<String, JsonValue> members) implements JsonValue {
        @Override
        public String kind() {
            return "an object";
        }
    }
}
