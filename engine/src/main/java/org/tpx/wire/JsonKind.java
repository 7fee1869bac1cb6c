package org.tpx.wire;

/** How a component is written in JSON. */
public enum JsonKind {
    /** A whole number. */
    NUMBER("number"),
    /** A string in RFC 3339 with nanoseconds, such as {@code 2026-03-02T14:10:00.000000000+08:00}. */
    INSTANT("time"),
    /** A string: the code of what an identity names. */
    CODE("code"),
    /** {@code true} or {@code false}. */
    BOOLEAN("true or false"),
    /** A string: the name of a constant. */
    ENUM("name"),
    /** A string of currency and decimal amount, such as {@code CNY 5050000.00}. */
    MONEY("money"),
    /** A string of 64 hexadecimal digits. */
    HASH("hash"),
    /** A string. */
    TEXT("text"),
    /** An array of objects. */
    LIST("list");

    private final String word;

    JsonKind(String word) {
        this.word = word;
    }

    /** The word for it in docs/PROTOCOL.md. */
    public String word() {
        return word;
    }
}
