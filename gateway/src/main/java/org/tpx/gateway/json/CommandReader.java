package org.tpx.gateway.json;

import java.util.Set;
import org.tpx.protocol.Command;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.UnitCommand;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.MessageShape;
import org.tpx.wire.RecordCodec;

/**
 * Reads commands from JSON: {@code {"at", "principal", "clientId", "type", ...fields}}. Codes become identities by a {@link
 * Directory} at the moment of reading, so that a command which names something must be read after the events that declared it.
 *
 * <p>A code that names nothing is not malformed: the engine refuses it. Single-threaded.
 */
public final class CommandReader {
    private static final String AT = "at";
    private static final String PRINCIPAL = "principal";
    private static final String CLIENT_ID = "clientId";
    private static final String TYPE = "type";

    private final JsonReader json = new JsonReader();
    private final RecordCodec codec = new RecordCodec();
    private final RecordReader records;
    private final ValueReader values;
    private final boolean timed;
    private final Set<String> envelope;

    private CommandReader(Directory directory, boolean timed) {
        this.values = new ValueReader(directory);
        this.timed = timed;
        this.records = new RecordReader(values);
        this.envelope = timed ? Set.of(AT, PRINCIPAL, CLIENT_ID, TYPE) : Set.of(PRINCIPAL, CLIENT_ID, TYPE);
    }

    /** Reads lines that carry their own time, as files do. */
    public static CommandReader timed(Directory directory) {
        return new CommandReader(directory, true);
    }

    /** Reads commands without a time, as callers of a running node send them. */
    public static CommandReader untimed(Directory directory) {
        return new CommandReader(directory, false);
    }

    /** The command that the bytes hold. Throws {@link MalformedMessageException} naming the field at fault. */
    public CommandLine read(byte[] bytes, int offset, int length) {
        return read(json.readObject(bytes, offset, length));
    }

    /**
     * The command, without a time, of a caller who is known. It need not name itself, and may name nobody else. Throws {@link
     * MalformedMessageException} naming the field at fault.
     */
    public CommandLine readFor(long principalId, byte[] bytes, int offset, int length) {
        JsonValue.Members object = json.readObject(bytes, offset, length);
        values.begin();
        JsonValue named = object.members().get(PRINCIPAL);
        if (named != null && values.principal(ValueReader.code(named, PRINCIPAL)) != principalId) {
            throw new MalformedMessageException(PRINCIPAL, "is not the caller; leave it out");
        }
        return read(0, principalId, object);
    }

    /** The command that an object of JSON holds. Throws {@link MalformedMessageException} naming the field at fault. */
    public CommandLine read(JsonValue.Members object) {
        values.begin();
        long atNanos = timed ? InstantText.parse(ValueReader.text(member(object, AT), AT), AT) : 0;
        return read(atNanos, values.principal(ValueReader.code(member(object, PRINCIPAL), PRINCIPAL)), object);
    }

    private CommandLine read(long atNanos, long principalId, JsonValue.Members object) {
        MessageShape message = message(ValueReader.text(member(object, TYPE), TYPE));
        Record record = records.read(message.record(), object, envelope);
        codec.check(record);
        Command command = (Command) record;
        requireFounding(principalId, command);
        long clientId =
                ValueReader.number(member(object, CLIENT_ID), principalId == 0 ? 0 : 1, largestId(command), CLIENT_ID);
        return new CommandLine(atNanos, principalId, clientId, command);
    }

    /** Whether the command read last names something that the directory does not know, or not yet. */
    public boolean hasUnknownName() {
        return values.hasUnknown();
    }

    private static JsonValue member(JsonValue.Members object, String name) {
        JsonValue value = object.members().get(name);
        if (value == null) {
            throw new MalformedMessageException(name, "is missing");
        }
        return value;
    }

    private MessageShape message(String type) {
        return codec.templates()
                .byName(type)
                .filter(MessageShape::isCommand)
                .orElseThrow(() -> new MalformedMessageException(TYPE, "names no command: " + Shown.text(type)));
    }

    private static long largestId(Command command) {
        return UnitCommand.ORDER_COMMANDS.contains(command.getClass()) ? UnitCommand.MAX_ORDER_NUMBER : Long.MAX_VALUE;
    }

    /** The node's own name is let in for the founding command only: ticks, starts and snapshots are nobody's to send. */
    private static void requireFounding(long principalId, Command command) {
        if (principalId == 0 && !(command instanceof SystemCommand.OpenExchange)) {
            throw new MalformedMessageException(PRINCIPAL, "may be NODE in OpenExchange only");
        }
    }
}
