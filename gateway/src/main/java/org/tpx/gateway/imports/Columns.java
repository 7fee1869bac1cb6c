package org.tpx.gateway.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/**
 * Which column holds what, as the command line says it: {@code time=0,price=Price}, by place counted from 0 or by the name in the
 * file's header. Orders that are added need every one of them. Immutable.
 */
public final class Columns {
    private static final int MAX_PLACE = 1000;

    private final String option;
    private final Map<OrderColumn, String> places = new EnumMap<>(OrderColumn.class);

    private Columns(String option) {
        this.option = option;
    }

    /** Reads {@code time=0,action=1,id=2}; throws {@link MalformedMessageException} naming the option, where that is not its form. */
    public static Columns parse(String option, String text) {
        Columns columns = new Columns(option);
        for (Pair pair : Pair.parse(option, text)) {
            if (columns.places.put(column(option, pair.name()), pair.value()) != null) {
                throw new MalformedMessageException(option, "says twice where " + pair.name() + " is");
            }
        }
        for (OrderColumn column : OrderColumn.values()) {
            if (!columns.places.containsKey(column)) {
                throw new MalformedMessageException(option, "must say where " + column.label() + " is");
            }
        }
        return columns;
    }

    private static OrderColumn column(String option, String name) {
        for (OrderColumn column : OrderColumn.values()) {
            if (column.label().equals(name)) {
                return column;
            }
        }
        throw new MalformedMessageException(
                option, "knows time, action, id, side, price, size, not " + Shown.text(name));
    }

    /**
     * The place of every column from 0, by the order of {@link OrderColumn}.
     *
     * @param header the names of the file's columns; empty where it has no header
     * @throws MalformedMessageException naming the option, where a name is not in the header
     */
    int[] places(List<String> header) {
        int[] found = new int[OrderColumn.values().length];
        places.forEach((column, place) -> found[column.ordinal()] = place(place, header));
        return found;
    }

    private int place(String place, List<String> header) {
        int named = header.indexOf(place);
        if (named >= 0) {
            return named;
        }
        if (place.matches("[0-9]{1,4}") && Integer.parseInt(place) < MAX_PLACE) {
            return Integer.parseInt(place);
        }
        String known = header.isEmpty()
                ? "columns have names in a file --has-header only, "
                : "the header has " + Shown.text(String.join(",", header)) + ", ";
        throw new MalformedMessageException(option, known + "and " + Shown.text(place) + " is no place counted from 0");
    }
}
