package org.tpx.wire;

import java.util.List;
import java.util.Set;
import org.tpx.protocol.Message;

/** A command or an event: its number, its sentence, its area and the shape of its record. Immutable. */
public final class MessageShape {
    /** Events count from here; commands lie below. */
    public static final int FIRST_EVENT_ID = 1001;

    private final int templateId;
    private final String area;
    private final String doc;
    private final RecordShape record;

    MessageShape(Class<? extends Record> type, String area) {
        Message message = type.getAnnotation(Message.class);
        if (message == null) {
            throw new IllegalArgumentException(type.getName() + " lacks @Message");
        }
        this.templateId = message.id();
        this.doc = message.doc();
        this.area = area;
        this.record = new RecordShape(type);
        Set<String> reserved = isCommand() ? JsonNames.COMMAND_ENVELOPE : JsonNames.EVENT_ENVELOPE;
        for (FieldShape field : record.fields()) {
            if (reserved.contains(field.jsonName())) {
                throw new IllegalArgumentException(
                        type.getName() + "." + field.name() + ": the line itself has a member " + field.jsonName());
            }
        }
    }

    /** The number of the message on the wire, for ever. */
    public int templateId() {
        return templateId;
    }

    /** The name of the message: of its record, in the schema and as {@code type} in JSON. */
    public String name() {
        return record.name();
    }

    /**
     * The area that it belongs to, named as its sealed interface without {@code Command} or {@code Event}:
     * {@code Listing}.
     */
    public String area() {
        return area;
    }

    /** What it asks for or tells, in one sentence. */
    public String doc() {
        return doc;
    }

    /** Whether it is a command; otherwise it is an event. */
    public boolean isCommand() {
        return templateId < FIRST_EVENT_ID;
    }

    /** The shape of its record. */
    public RecordShape record() {
        return record;
    }

    /** Every field, in the order of the record's components. */
    public List<FieldShape> fields() {
        return record.fields();
    }

    @Override
    public String toString() {
        return templateId + " " + record;
    }
}
