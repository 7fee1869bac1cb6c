package org.tpx.engine;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Event;
import org.tpx.protocol.Field;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.Ref;

/**
 * An event as a line that people read, and expectations as people write them: {@code BidPlaced party=B1, amount=CNY
 * 6,000,000.00, deadline=11:00}. An expectation names the event and as many of its fields as it cares about. Times may leave
 * out the date where it is the event's own.
 */
final class Line {

    private final String type;
    private final String at;
    private final Map<String, String> fields = new LinkedHashMap<>();

    Line(Event event, long timeNanos, Names names) {
        type = event.getClass().getSimpleName();
        at = Written.local(timeNanos);
        put((Record) event, names);
    }

    /** Whether the line is what was expected. */
    boolean matches(String expected) {
        String[] words = expected.split(" ", 2);
        if (!words[0].equals(type)) {
            return false;
        }
        for (String pair : words.length == 1 ? new String[0] : words[1].split(", ")) {
            String[] nameAndValue = pair.split("=", 2);
            if (!says(nameAndValue[0], nameAndValue[1])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        String pairs = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(", "));
        return type + " at=" + at + ", " + pairs;
    }

    private boolean says(String name, String expected) {
        String value = name.equals("at") ? at : fields.getOrDefault(name, "");
        boolean sameDay = value.startsWith(at.substring(0, "yyyy-MM-dd ".length()));
        return value.equals(expected)
                || (sameDay && value.substring("yyyy-MM-dd ".length()).equals(expected));
    }

    private void put(Record owner, Names names) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            Object value = Names.value(component, owner);
            Field field = component.getAnnotation(Field.class);
            if (value instanceof Money money) {
                put(component.getName(), money.isNone() ? "" : Written.text(money));
            } else if (value instanceof Record part && !(value instanceof Hash256)) {
                put(part, names);
            } else if (value instanceof Long number && field != null && field.ref() != Ref.NONE) {
                put(cut(component.getName(), "Id"), number == 0 ? "" : names.code(field.ref(), number));
            } else if (value instanceof Long number && component.getName().endsWith("Nanos")) {
                put(cut(component.getName(), "Nanos"), number == 0 ? "" : Written.local(number));
            } else if (value instanceof List<?> list) {
                put(component.getName(), component.getName().equals("legs") ? legs(list, names) : "" + list.size());
            } else {
                put(component.getName(), value.toString());
            }
        }
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static String cut(String name, String end) {
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    private static String legs(List<?> legs, Names names) {
        return side(legs, EntrySide.DEBIT, names) + " -> " + side(legs, EntrySide.CREDIT, names);
    }

    private static String side(List<?> legs, EntrySide side, Names names) {
        return legs.stream()
                .map(PostingLeg.class::cast)
                .filter(leg -> leg.side() == side)
                .map(leg -> leg.account()
                        + (leg.partyId() == 0 ? "" : " " + names.code(Ref.PARTY, leg.partyId()))
                        + (leg.listingId() == 0 ? "" : " " + names.code(Ref.LISTING, leg.listingId()))
                        + (leg.dealId() == 0 ? "" : " " + names.code(Ref.DEAL, leg.dealId()))
                        + " " + Written.text(leg.amount()))
                .collect(Collectors.joining(" + "));
    }
}
