package org.tpx.gateway.api;

import java.util.List;
import org.tpx.gateway.json.MoneyText;
import org.tpx.protocol.Ref;
import org.tpx.wire.FieldShape;
import org.tpx.wire.MessageShape;
import org.tpx.wire.RecordShape;
import org.tpx.wire.Templates;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands and events as schemas of JSON, each under its name, from the same shapes that read and write them. */
final class MessageSchemas {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PLACE = "#/components/schemas/";

    private final ObjectNode schemas;

    private MessageSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds every message of the protocol, and {@code Command} and {@code Event} as any of them. */
    static void addTo(ObjectNode schemas) {
        MessageSchemas adding = new MessageSchemas(schemas);
        Templates.ofProtocol().commands().forEach(adding::add);
        Templates.ofProtocol().events().forEach(adding::add);
        adding.addChoice("Command", "Any command.", Templates.ofProtocol().commands());
        adding.addChoice("Event", "Any event.", Templates.ofProtocol().events());
    }

    private void addChoice(String name, String doc, List<MessageShape> messages) {
        ObjectNode choice = schemas.putObject(name).put("description", doc);
        ArrayNode any = choice.putArray("oneOf");
        messages.forEach(message -> any.addObject().put("$ref", PLACE + message.name()));
        ObjectNode discriminator = choice.putObject("discriminator").put("propertyName", "type");
        ObjectNode mapping = discriminator.putObject("mapping");
        messages.forEach(message -> mapping.put(message.name(), PLACE + message.name()));
    }

    private void add(MessageShape message) {
        ObjectNode schema = schemas.putObject(message.name()).put("description", message.doc());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        properties.putObject("type").put("const", message.name());
        required.add("type");
        if (message.isCommand()) {
            addCommandEnvelope(properties, required);
        } else {
            addEventEnvelope(properties, required);
        }
        addFields(message.record(), properties, required, message.isCommand());
        if (message.isCommand()) {
            schema.put("additionalProperties", false);
        }
    }

    private static void addCommandEnvelope(ObjectNode properties, ArrayNode required) {
        properties
                .putObject("principal")
                .put("type", "string")
                .put("description", "the caller's own code; may be left out");
        properties
                .putObject("clientId")
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", "the caller's reference: the same command under the same one has no second effect");
        required.add("clientId");
    }

    private static void addEventEnvelope(ObjectNode properties, ArrayNode required) {
        properties.putObject("sequence").put("type", "integer").put("description", "the turn of the journal");
        instant(properties.putObject("at")).put("description", "the legal time of the turn");
        properties.putObject("principal").put("type", "string").put("description", "who caused it");
        properties.putObject("clientId").put("type", "integer").put("description", "that caller's reference");
        required.add("sequence").add("at");
    }

    private void addFields(RecordShape record, ObjectNode properties, ArrayNode required, boolean isCommand) {
        for (FieldShape field : record.fields()) {
            ObjectNode property = properties.putObject(field.jsonName());
            describe(field, property);
            property.put("description", field.doc());
            if (isCommand && !field.isOptional()) {
                required.add(field.jsonName());
            }
        }
    }

    private void describe(FieldShape field, ObjectNode property) {
        switch (field.jsonKind()) {
            case NUMBER ->
                property.put("type", "integer").put("minimum", field.min()).put("maximum", field.max());
            case INSTANT -> instant(property);
            case BOOLEAN -> property.put("type", "boolean");
            case ENUM -> {
                ArrayNode constants = property.put("type", "string").putArray("enum");
                field.enumeration().constants().forEach(constant -> constants.add(constant.name()));
            }
            case MONEY -> property.put("type", "string").put("pattern", "^" + MoneyText.PATTERN + "$");
            case HASH -> property.put("type", "string").put("pattern", "^[0-9a-f]{64}$");
            case CODE -> code(field, property);
            case TEXT -> property.put("type", "string").put("maxLength", field.maxLength());
            default -> list(field, property);
        }
    }

    private static void code(FieldShape field, ObjectNode property) {
        property.put("type", "string");
        if (field.ref() != Ref.NONE && field.ref().isNumbered()) {
            property.put("pattern", "^" + field.ref().prefix() + "[1-9][0-9]*$");
        }
    }

    private void list(FieldShape field, ObjectNode property) {
        property.put("type", "array").put("maxItems", field.maxLength());
        ObjectNode entry = property.putObject("items").put("type", "object");
        ObjectNode properties = entry.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        addFields(field.entry(), properties, required, true);
        if (!required.isEmpty()) {
            entry.set("required", required);
        }
    }

    private static ObjectNode instant(ObjectNode property) {
        return property.put("type", "string").put("format", "date-time");
    }
}
