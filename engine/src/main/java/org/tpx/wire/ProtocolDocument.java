package org.tpx.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/**
 * Writes docs/PROTOCOL.md from the messages: how lines and bytes are made, then every command and event with its
 * fields, then the reasons for refusal in order of precedence and the names of every enum. A test holds the file equal
 * to what this class writes.
 */
public final class ProtocolDocument {
    private static final String CONVENTIONS = """
            # The protocol

            This page is written by the program from the records in `org.tpx.protocol`; a test holds it true. Do not
            edit it: change the record, then run `mvn -pl engine test -Dtest=ProtocolDocumentTest
            -Dgolden.write=true`.

            ## A command as a line of JSON

            ```json
            {"at": "2026-03-02T14:10:00.000000000+08:00", "principal": "AGENT-01", "clientId": 17, "type": "PlaceBid",
             "listing": "L-2026-001", "party": "BUYER-C", "amount": "CNY 5050000.00"}
            ```

            `type` is the name of the command, `principal` the code of the person who sends it and `clientId` the
            sender's own number of it, unique for ever. Those of one person's order commands rise, from 1 to
            17592186044415; the one of `EnterOrder` is the number of the order. `at` is the time of the sequencer where
            a file of commands says what time it is; elsewhere the exchange's own clock says it. The fields of the
            command follow in any order. An event is a line of the same kind with the `sequence` of its turn, the time `at` of that turn and
            the `clientId` of the command that caused it. A member that is not described here is refused.

            | kind | in JSON | absent |
            |---|---|---|
            | number | a whole number | left out, or 0 |
            | time | RFC 3339, up to nine digits behind the second, any offset; written with nine | left out |
            | code | the code that a caller chose; prefix and number where the exchange counts: `DEAL-3` | left out |
            | money | currency and decimal amount: `"CNY 5050000.00"`, `"JPY 500"` | left out |
            | hash | 64 hexadecimal digits | left out |
            | name | one of the names at the end of this page | left out: the first of them |
            | true or false | `true` or `false` | left out: `false` |
            | text | a string without half surrogate pairs | left out, or empty |
            | list | an array of objects | left out, or empty |

            A field that is not marked *optional* must be there. What is marked *confidential* is encrypted in the
            journal until the attempt to sell the listing ends, and absent in what readers are shown. Lengths of texts are counted in bytes of UTF-8. A
            code that the exchange does not know is no malformed line: the exchange answers it with `UNKNOWN_SUBJECT`.

            ## A message in bytes

            Every message is SBE, schema id 8088, version 1, little-endian, without padding: a header of eight bytes
            (u16 block length, u16 template id, u16 schema id, u16 version), the block of fixed fields, the lists (u16
            bytes of an entry's block, u16 number of entries, then the entries, each with its block and its texts),
            the texts (u16 number of bytes, UTF-8). `tpx-schema.xml` in the program's jar says the same to a machine.
            Identities are int64, times int64 nanoseconds since 1970 in UTC, enums uint8, an amount is int64 minor
            units and uint8 currency, a hash its 32 bytes. An absent value is zero, empty, or for an amount zero
            without a currency (`XXX`). There is exactly one form in bytes for a message: a reader refuses unknown
            codes, broken UTF-8, wrong lengths and bytes left over. A command has at most 65536 bytes.

            In the tables, *wire* names the field in the schema, its type and the offset in its block.
            """;

    private final StringBuilder out = new StringBuilder();

    private ProtocolDocument() {}

    /** The document of these messages, in Markdown. */
    public static String of(Templates templates) {
        ProtocolDocument document = new ProtocolDocument();
        document.out.append(CONVENTIONS);
        document.chapter("Commands", templates.commands());
        document.chapter("Events", templates.events());
        document.refusals();
        document.names(templates.all());
        return document.out.toString();
    }

    private void chapter(String title, List<MessageShape> messages) {
        line("", "## " + title);
        byArea(messages).forEach((area, members) -> {
            line("", "### " + title + ": " + lowerCase(area));
            members.forEach(this::message);
        });
    }

    private static Map<String, List<MessageShape>> byArea(List<MessageShape> messages) {
        Map<String, List<MessageShape>> areas = new LinkedHashMap<>();
        messages.forEach(message ->
                areas.computeIfAbsent(message.area(), area -> new ArrayList<>()).add(message));
        return areas;
    }

    private void message(MessageShape message) {
        line("", "#### " + message.name() + " (" + message.templateId() + ")", "", message.doc());
        fields(message.record(), message.isCommand());
        for (FieldShape group : message.record().groups()) {
            line("", "Each of `" + group.jsonName() + "`:");
            fields(group.entry(), message.isCommand());
        }
    }

    private void fields(RecordShape record, boolean command) {
        if (record.fields().isEmpty()) {
            return;
        }
        line("", "| JSON | kind | meaning | wire |", "|---|---|---|---|");
        record.fields()
                .forEach(field -> line("| `" + field.jsonName() + "` | " + kind(field) + " | "
                        + cell(meaning(field, command)) + " | " + wire(field) + " |"));
    }

    private static String kind(FieldShape field) {
        return switch (field.jsonKind()) {
            case ENUM -> "[" + field.enumeration().name() + "](#" + anchor(field.enumeration()) + ")";
            case CODE -> "code of a " + words(field.ref());
            default -> field.jsonKind().word();
        };
    }

    private static String meaning(FieldShape field, boolean command) {
        String meaning = field.doc()
                + (field.isOptional() ? "; *optional*" : "")
                + (field.isConfidential() ? "; *confidential*" : "");
        if (field.declares() != Ref.NONE) {
            meaning += "; names the " + words(field.declares()) + " from now on";
        }
        String limits = command ? limits(field) : "";
        return limits.isEmpty() ? meaning : meaning + "; " + limits;
    }

    private static String limits(FieldShape field) {
        return switch (field.jsonKind()) {
            case NUMBER -> range(field, Long.MAX_VALUE, "");
            case MONEY -> range(field, Money.MAX_MINOR, " minor units");
            case TEXT -> "at most " + field.maxLength() + " bytes" + (field.isCodeText() ? " of printable ASCII" : "");
            case LIST -> "at most " + field.maxLength();
            default -> "";
        };
    }

    private static String range(FieldShape field, long largest, String unit) {
        boolean open = field.max() == largest || field.max() == Integer.MAX_VALUE;
        if (open) {
            return field.min() == Long.MIN_VALUE ? "" : "at least " + field.min() + unit;
        }
        return field.min() + " to " + field.max() + unit;
    }

    private static String wire(FieldShape field) {
        String type =
                field.wireKind() == WireKind.ENUM ? "uint8" : field.wireKind().wireName();
        return "`" + field.name() + "` " + type + (field.wireKind().isFixed() ? " @ " + field.offset() : "");
    }

    private void refusals() {
        line("", "## Reasons for refusal", "");
        line("A refused command changes nothing and is answered by `CommandRefused`. Where several reasons apply, the");
        line("one that stands first here is given.", "", "| reason | wire | meaning |", "|---|---|---|");
        EnumShape reasons = EnumShape.of(RejectReason.class);
        for (RejectReason reason : RejectReason.values()) {
            line("| `" + reason + "` | " + reasons.code(reason) + " | " + cell(reason.sentence()) + " |");
        }
    }

    private void names(List<MessageShape> messages) {
        line("", "## Names");
        for (EnumShape enumeration : EnumShape.usedBy(messages)) {
            if (enumeration.type() == RejectReason.class) {
                continue;
            }
            line("", "### " + enumeration.name(), "");
            List<String> constants = enumeration.constants().stream()
                    .map(constant -> "`" + constant.name() + "` " + enumeration.code(constant))
                    .toList();
            line(String.join(", ", constants));
        }
    }

    private static String anchor(EnumShape enumeration) {
        boolean refusals = enumeration.type() == RejectReason.class;
        return refusals ? "reasons-for-refusal" : lowerCase(enumeration.name());
    }

    private static String words(Ref ref) {
        return lowerCase(ref.name()).replace('_', ' ');
    }

    /** By hand, since this package knows no locale; every name here is ASCII. */
    private static String lowerCase(String name) {
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return lower.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private void line(String... lines) {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }
}
