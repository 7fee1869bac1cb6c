package org.tpx.gateway.play;

import java.util.List;
import org.tpx.gateway.json.Directory;
import org.tpx.gateway.json.InstantText;
import org.tpx.host.TurnView;
import org.tpx.protocol.Ref;
import org.tpx.wire.FieldShape;
import org.tpx.wire.JsonKind;
import org.tpx.wire.MessageShape;
import org.tpx.wire.Templates;

/** Turns as people read them: a line for the command, a line below for each event. */
public final class TurnText {
    private static final int LONGEST_LIST = 5;

    private final Directory directory;
    private final StringBuilder text = new StringBuilder();

    private TurnText(Directory directory) {
        this.directory = directory;
    }

    /** A turn as lines without a line feed behind the last. */
    public static String of(TurnView turn, Directory directory) {
        TurnText text = new TurnText(directory);
        text.append(turn);
        return text.text.toString();
    }

    private void append(TurnView turn) {
        text.append(turn.sequence()).append("  ");
        text.append(InstantText.OF_THE_EXCHANGE.format(turn.timeNanos())).append("  ");
        text.append(directory.code(Ref.PRINCIPAL, turn.principalId()));
        if (turn.clientId() != 0) {
            text.append(" #").append(turn.clientId());
        }
        text.append("  ");
        append((Record) turn.command());
        turn.rewind();
        while (turn.next()) {
            text.append("\n    -> ");
            append((Record) turn.event());
        }
    }

    private void append(Record message) {
        MessageShape shape = Templates.ofProtocol().of(message.getClass());
        text.append(shape.name());
        append(shape.fields(), message);
    }

    private void append(List<FieldShape> fields, Record record) {
        for (FieldShape field : fields) {
            Object value = field.value(record);
            if (!field.isOptional() || !value.equals(field.absentValue())) {
                text.append(' ').append(field.jsonName()).append('=');
                append(field, value);
            }
        }
    }

    private void append(FieldShape field, Object value) {
        if (field.isConfidential()) {
            text.append("confidential");
        } else if (field.jsonKind() == JsonKind.LIST) {
            append(field, (List<?>) value);
        } else if (field.jsonKind() == JsonKind.CODE) {
            text.append(directory.code(field.ref(), (Long) value));
        } else if (field.jsonKind() == JsonKind.INSTANT) {
            text.append(InstantText.OF_THE_EXCHANGE.format((Long) value));
        } else if (field.jsonKind() == JsonKind.TEXT) {
            append(value.toString());
        } else {
            text.append(value);
        }
    }

    /** Control characters are spelt out, since this may be read on a terminal. */
    private void append(String value) {
        text.append('"');
        value.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        text.append('"');
    }

    private void append(FieldShape field, List<?> entries) {
        if (entries.size() > LONGEST_LIST) {
            text.append('[').append(entries.size()).append(" entries]");
            return;
        }
        text.append('[');
        String separator = "";
        for (Object entry : entries) {
            text.append(separator).append('{');
            int start = text.length();
            append(field.entry().fields(), (Record) entry);
            // Every field brings a space before it, which the first one of an entry does not need.
            text.deleteCharAt(start).append('}');
            separator = ", ";
        }
        text.append(']');
    }
}
