package org.tpx.settlement.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A row of a table of the books, in the order of its key.
 *
 * @param key the values of the key, each a {@link Long} or a {@link String}
 * @param values all values in the order of the columns' names
 */
record BookRow(List<Object> key, List<Object> values) implements Comparable<BookRow> {

    @Override
    public int compareTo(BookRow other) {
        for (int i = 0; i < key.size(); i++) {
            int order = compare(key.get(i), other.key.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Long number && other instanceof Long second) {
            return number.compareTo(second);
        }
        return Arrays.compareUnsigned(bytes(one), bytes(other));
    }

    private static byte[] bytes(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
