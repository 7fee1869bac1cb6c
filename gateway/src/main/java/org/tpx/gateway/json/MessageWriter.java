package org.tpx.gateway.json;

import java.io.OutputStream;
import java.util.List;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.wire.FieldShape;
import org.tpx.wire.MessageShape;
import org.tpx.wire.RecordShape;
import org.tpx.wire.Templates;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes messages as lines of NDJSON: {@code {"sequence", "at", "principal", "clientId", "type", ...fields}}, one line a message, in UTF-8.
 * A command that was not carried out yet has no sequence. What is absent is left out. Single-threaded.
 */
public final class MessageWriter implements AutoCloseable {
    private final Codes codes;
    private final InstantText instants;
    private final JsonGenerator json;
    private long lastNanos = Long.MIN_VALUE;
    private String lastText = "";

    /** Writes to a stream, which stays open when the writer is closed. */
    public MessageWriter(Codes codes, InstantText instants, OutputStream out) {
        this.codes = codes;
        this.instants = instants;
        this.json = JsonFactory.builder()
                .rootValueSeparator("")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    /**
     * Writes one message of a turn.
     *
     * @param sequence the turn's sequence
     * @param timeNanos the turn's time
     * @param principalId who sent the turn's command
     * @param clientId the sender's own reference
     * @param message the command or one of the events
     */
    public void write(long sequence, long timeNanos, long principalId, long clientId, Record message) {
        json.writeStartObject();
        json.writeName("sequence").writeNumber(sequence);
        members(timeNanos, principalId, clientId, message);
    }

    /** Writes a command as {@link CommandReader#timed} reads it: the same without a sequence, which the exchange gives. */
    public void write(CommandLine line) {
        json.writeStartObject();
        members(line.atNanos(), line.principalId(), line.clientId(), (Record) line.command());
    }

    private void members(long timeNanos, long principalId, long clientId, Record message) {
        MessageShape shape = Templates.ofProtocol().of(message.getClass());
        json.writeName("at").writeString(instant(timeNanos));
        json.writeName("principal").writeString(codes.code(Ref.PRINCIPAL, principalId));
        json.writeName("clientId").writeNumber(clientId);
        json.writeName("type").writeString(shape.name());
        fields(shape.record(), message);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Hands to the stream what was written so far. */
    public void flush() {
        json.flush();
    }

    @Override
    public void close() {
        json.close();
    }

    private void fields(RecordShape shape, Record record) {
        for (FieldShape field : shape.fields()) {
            Object value = field.value(record);
            if (!isLeftOut(field, value)) {
                json.writeName(field.jsonName());
                value(field, value);
            }
        }
    }

    /** An identity, instant, text, amount or digest that stands for nothing; of the other kinds only where they are optional. */
    private static boolean isLeftOut(FieldShape field, Object value) {
        switch (field.jsonKind()) {
            case NUMBER, BOOLEAN, ENUM, LIST:
                return field.isOptional() && value.equals(field.absentValue());
            default:
                return value.equals(field.absentValue());
        }
    }

    private void value(FieldShape field, Object value) {
        switch (field.jsonKind()) {
            case NUMBER -> json.writeNumber(((Number) value).longValue());
            case INSTANT -> json.writeString(instant((Long) value));
            case CODE -> json.writeString(codes.code(field.ref(), (Long) value));
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case ENUM -> json.writeString(((Enum<?>) value).name());
            case MONEY -> json.writeString(((Money) value).toString());
            case HASH -> json.writeString(((Hash256) value).toString());
            case TEXT -> json.writeString((String) value);
            case LIST -> list(field, (List<?>) value);
        }
    }

    private void list(FieldShape field, List<?> entries) {
        json.writeStartArray();
        for (Object entry : entries) {
            json.writeStartObject();
            fields(field.entry(), (Record) entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The events of a turn share their time, so that the last text is kept. */
    private String instant(long nanos) {
        if (nanos != lastNanos) {
            lastNanos = nanos;
            lastText = instants.format(nanos);
        }
        return lastText;
    }
}
