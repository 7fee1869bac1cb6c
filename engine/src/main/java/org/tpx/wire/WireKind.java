package org.tpx.wire;

/** How a component lies in a message: the type on the wire and, where it is fixed, the number of its bytes. */
public enum WireKind {
    /** A {@code long}, two's complement. */
    INT64("int64", 8),
    /** An {@code int}, two's complement. */
    INT32("int32", 4),
    /** A {@code boolean}: 0 or 1. */
    BOOLEAN("Bool", 1),
    /** A constant of an enum by its code. */
    ENUM("enum", 1),
    /** An amount: int64 minor units and the code of the currency. */
    MONEY("Money", 9),
    /** A digest: its 32 bytes. */
    HASH("Hash256", 32),
    /** A list of records: u16 length of an entry's block, u16 number of entries, entries. */
    GROUP("group", 0),
    /** A text: u16 number of bytes, UTF-8. */
    TEXT("text", 0);

    private final String wireName;
    private final int length;

    WireKind(String wireName, int length) {
        this.wireName = wireName;
        this.length = length;
    }

    /** The name of the type in the schema; of an enum and a group its own name stands in place of this one. */
    public String wireName() {
        return wireName;
    }

    /** Bytes in the block; 0 for what lies behind it. */
    public int length() {
        return length;
    }

    /** Whether it lies in the block, at an offset that never moves. */
    public boolean isFixed() {
        return length > 0;
    }
}
