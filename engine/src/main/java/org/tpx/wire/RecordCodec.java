package org.tpx.wire;

import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;

/**
 * Turns the records of the protocol into bytes and back: the cold path. One message has exactly one form in bytes, and
 * everything else is refused with the name of the field at fault. Immutable; any thread.
 */
public final class RecordCodec {
    /** The largest number of bytes of a command with its header. */
    public static final int MAX_COMMAND_LENGTH = 64 * 1024;

    private final Templates templates;
    private final Map<Integer, StructureCodec> codecs = new HashMap<>();

    /** A codec for the messages of the exchange. */
    public RecordCodec() {
        this(Templates.ofProtocol());
    }

    /** A codec for these messages. */
    public RecordCodec(Templates templates) {
        this.templates = templates;
        for (MessageShape message : templates.all()) {
            codecs.put(message.templateId(), new StructureCodec(message.record()));
        }
    }

    /** The messages that this codec knows. */
    public Templates templates() {
        return templates;
    }

    /**
     * Writes a message with its header and returns the number of its bytes. Throws {@link MalformedMessageException}
     * where the record has no form in bytes (a text or list too long, half of a surrogate pair, an amount without a
     * currency, a command above {@link #MAX_COMMAND_LENGTH}), {@link IllegalArgumentException} for a record that is no
     * message, and {@link IndexOutOfBoundsException} where the buffer is too small and does not grow. The limits of
     * {@link #check} are not its business.
     */
    public int encode(Record record, MutableDirectBuffer buffer, int offset) {
        MessageShape message = templates.of(record.getClass());
        buffer.checkLimit(offset + MessageHeader.LENGTH);
        MessageHeader.write(buffer, offset, message.record().blockLength(), message.templateId());
        int length = codec(message).write(record, buffer, offset + MessageHeader.LENGTH) - offset;
        requireCommandLength(message, length);
        return length;
    }

    /**
     * Reads a message. Throws {@link MalformedMessageException} for everything that {@link #encode} does not write:
     * another schema or version, an unknown number, a wrong length, an unknown code, broken UTF-8, bytes left over.
     * Reads nothing outside of the {@code length} bytes.
     */
    public Record decode(DirectBuffer buffer, int offset, int length) {
        if (offset < 0 || length < MessageHeader.LENGTH || offset > buffer.capacity() - length) {
            throw new MalformedMessageException("message", "has no room for its header");
        }
        MessageShape message = message(buffer, offset);
        requireCommandLength(message, length);
        MessageInput input = new MessageInput(buffer, offset + MessageHeader.LENGTH, length - MessageHeader.LENGTH);
        Record record = codec(message).read(input);
        if (input.remaining() > 0) {
            throw new MalformedMessageException("message", "has " + input.remaining() + " bytes left over");
        }
        return record;
    }

    /** Reads a command, as {@link #decode}; throws {@link MalformedMessageException} for an event. */
    public Command decodeCommand(DirectBuffer buffer, int offset, int length) {
        if (decode(buffer, offset, length) instanceof Command command) {
            return command;
        }
        throw new MalformedMessageException("templateId", "names no command");
    }

    /** Reads an event, as {@link #decode}; throws {@link MalformedMessageException} for a command. */
    public Event decodeEvent(DirectBuffer buffer, int offset, int length) {
        if (decode(buffer, offset, length) instanceof Event event) {
            return event;
        }
        throw new MalformedMessageException("templateId", "names no event");
    }

    /**
     * Checks a record against the limits of its annotations. Throws {@link MalformedMessageException} with the JSON
     * name of the first field that breaks one. A required identity may be 0, which is a code that the edge did not
     * know: the engine refuses it.
     */
    public void check(Record record) {
        FieldLimits.check(templates.of(record.getClass()).record(), record);
    }

    private MessageShape message(DirectBuffer buffer, int offset) {
        expect("schemaId", MessageHeader.schemaId(buffer, offset), MessageHeader.SCHEMA_ID);
        expect("version", MessageHeader.version(buffer, offset), MessageHeader.SCHEMA_VERSION);
        int templateId = MessageHeader.templateId(buffer, offset);
        MessageShape message = templates.find(templateId);
        if (message == null) {
            throw new MalformedMessageException("templateId", "names no message: " + templateId);
        }
        expect(
                "blockLength",
                MessageHeader.blockLength(buffer, offset),
                message.record().blockLength());
        return message;
    }

    private static void expect(String field, int actual, int expected) {
        if (actual != expected) {
            throw new MalformedMessageException(field, "must be " + expected + ", not " + actual);
        }
    }

    private static void requireCommandLength(MessageShape message, int length) {
        if (message.isCommand() && length > MAX_COMMAND_LENGTH) {
            throw new MalformedMessageException("message", "has more than " + MAX_COMMAND_LENGTH + " bytes");
        }
    }

    private StructureCodec codec(MessageShape message) {
        @Nullable StructureCodec codec = codecs.get(message.templateId());
        if (codec == null) {
            throw new IllegalStateException("no codec for " + message);
        }
        return codec;
    }
}
