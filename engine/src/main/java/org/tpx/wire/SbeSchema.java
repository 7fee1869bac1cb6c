package org.tpx.wire;

import java.util.List;
import org.tpx.protocol.RejectReason;

/**
 * Writes the SBE schema of the messages, from which a tool of any language reads the journal. The program ships it as
 * {@code tpx-schema.xml}; a test holds that file equal to what this class writes.
 */
public final class SbeSchema {
    private static final String FIXED_TYPES = """
                <composite name="messageHeader" description="Stands before every message">
                    <type name="blockLength" primitiveType="uint16"/>
                    <type name="templateId" primitiveType="uint16"/>
                    <type name="schemaId" primitiveType="uint16"/>
                    <type name="version" primitiveType="uint16"/>
                </composite>
                <composite name="groupSizeEncoding" description="Stands before the entries of a list">
                    <type name="blockLength" primitiveType="uint16"/>
                    <type name="numInGroup" primitiveType="uint16"/>
                </composite>
                <composite name="varStringEncoding" description="A text; empty where absent">
                    <type name="length" primitiveType="uint16"/>
                    <type name="varData" primitiveType="uint8" length="0" characterEncoding="UTF-8"/>
                </composite>
                <composite name="Money" description="An exact amount; no amount is zero without a currency">
                    <type name="minor" primitiveType="int64" description="Minor units, fen or cents"/>
                    <ref name="currency" type="Currency"/>
                </composite>
                <type name="Hash256" primitiveType="uint8" length="32" description="A digest; zeros where absent"/>
                <enum name="Bool" encodingType="uint8" semanticType="Boolean">
                    <validValue name="F">0</validValue>
                    <validValue name="T">1</validValue>
                </enum>
            """;

    private final StringBuilder out = new StringBuilder();

    private SbeSchema() {}

    /** The schema of these messages as an XML document. */
    public static String of(Templates templates) {
        SbeSchema schema = new SbeSchema();
        schema.document(templates.all());
        return schema.out.toString();
    }

    private void document(List<MessageShape> messages) {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        line("<sbe:messageSchema xmlns:sbe=\"http://fixprotocol.io/2016/sbe\"");
        line("        package=\"org.tpx.sbe\" id=\"" + MessageHeader.SCHEMA_ID + "\" version=\""
                + MessageHeader.SCHEMA_VERSION + "\"");
        line("        description=\"Commands and events of the technology property-right exchange\"");
        line("        byteOrder=\"littleEndian\" headerType=\"messageHeader\">");
        line("    <types>");
        out.append(FIXED_TYPES.indent(4));
        EnumShape.usedBy(messages).forEach(this::enumeration);
        line("    </types>");
        messages.forEach(this::message);
        line("</sbe:messageSchema>");
    }

    private void enumeration(EnumShape enumeration) {
        line("        <enum name=\"" + enumeration.name() + "\" encodingType=\"uint8\">");
        for (Enum<?> constant : enumeration.constants()) {
            String doc = constant instanceof RejectReason reason ? description(reason.sentence()) : "";
            line("            <validValue name=\"" + constant.name() + "\"" + doc + ">" + enumeration.code(constant)
                    + "</validValue>");
        }
        line("        </enum>");
    }

    private void message(MessageShape message) {
        line("    <sbe:message name=\"" + message.name() + "\" id=\"" + message.templateId() + "\" blockLength=\""
                + message.record().blockLength() + "\"" + description(message.doc()) + ">");
        structure(message.record(), "        ", 0);
        line("    </sbe:message>");
    }

    private void structure(RecordShape record, String indent, int firstId) {
        for (FieldShape field : record.block()) {
            line(indent + "<field" + identity(field, firstId) + " type=\"" + type(field) + "\" offset=\""
                    + field.offset() + "\"" + description(field.doc()) + "/>");
        }
        for (FieldShape group : record.groups()) {
            line(indent + "<group" + identity(group, firstId) + " dimensionType=\"groupSizeEncoding\" blockLength=\""
                    + group.entry().blockLength() + "\"" + description(group.doc()) + ">");
            structure(group.entry(), indent + "    ", id(group, firstId) * 100);
            line(indent + "</group>");
        }
        for (FieldShape text : record.texts()) {
            line(indent + "<data" + identity(text, firstId) + " type=\"varStringEncoding\"" + description(text.doc())
                    + "/>");
        }
    }

    private static int id(FieldShape field, int firstId) {
        return firstId + field.index() + 1;
    }

    private static String identity(FieldShape field, int firstId) {
        return " name=\"" + field.name() + "\" id=\"" + id(field, firstId) + "\"";
    }

    private static String type(FieldShape field) {
        return field.wireKind() == WireKind.ENUM
                ? field.enumeration().name()
                : field.wireKind().wireName();
    }

    private static String description(String text) {
        return " description=\""
                + text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"";
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
