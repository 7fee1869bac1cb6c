package org.tpx.gateway.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tpx.gateway.json.Shown;
import org.tpx.wire.MalformedMessageException;

/**
 * Which column holds what, as the command line says it: {@code time=0,price=Price}, by place counted from 0 or by the name in the
 * file's header. All that are not optional must be there. Immutable.
 *
 * @param <C> what such files hold
 */
public final class Columns<C extends Enum<C> & Column> {
    private static final int MAX_PLACE = 1000;
    private static final int ABSENT = -1;

    private final String option;
    private final C[] known;
    private final Map<C, String> places;

    private Columns(String option, Class<C> type) {
        this.option = option;
        known = type.getEnumConstants();
        places = new EnumMap<>(type);
    }

    /** Reads {@code time=0,action=1,id=2}; throws {@link MalformedMessageException} naming the option, where that is not its form. */
    public static <C extends Enum<C> & Column> Columns<C> parse(String option, String text, Class<C> type) {
        Columns<C> columns = new Columns<>(option, type);
        for (Pair pair : Pair.parse(option, text)) {
            if (columns.places.put(columns.column(pair.name()), pair.value()) != null) {
                throw new MalformedMessageException(option, "says twice where " + pair.name() + " is");
            }
        }
        for (C column : columns.known) {
            if (!column.isOptional() && !columns.has(column)) {
                throw new MalformedMessageException(option, "must say where " + column.label() + " is");
            }
        }
        return columns;
    }

    /** Whether it says where this is. */
    public boolean has(C column) {
        return places.containsKey(column);
    }

    private C column(String name) {
        for (C column : known) {
            if (column.label().equals(name)) {
                return column;
            }
        }
        String labels = Arrays.stream(known).map(Column::label).collect(Collectors.joining(", "));
        throw new MalformedMessageException(option, "knows " + labels + ", not " + Shown.text(name));
    }

    /**
     * The place of every column from 0, by the order of the constants; -1 where it is absent.
     *
     * @param header the names of the file's columns; empty where it has no header
     * @throws MalformedMessageException naming the option, where a name is not in the header
     */
    int[] places(List<String> header) {
        int[] found = new int[known.length];
        Arrays.fill(found, ABSENT);
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
