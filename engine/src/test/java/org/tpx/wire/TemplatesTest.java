package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;
import org.tpx.protocol.Field;
import org.tpx.protocol.Message;
import org.tpx.protocol.Ref;
import org.tpx.wire.SampleCommand.FullCommand.AskForEverything;

class TemplatesTest {
    private final Templates protocol = Templates.ofProtocol();

    @Test
    void shouldKnowEveryPermittedRecord() {
        List<Class<?>> records = new ArrayList<>();
        collectRecords(Command.class, records);
        int commands = records.size();
        collectRecords(Event.class, records);

        assertThat(commands).isGreaterThan(40).isEqualTo(protocol.commands().size());
        assertThat(records.size() - commands)
                .isGreaterThan(60)
                .isEqualTo(protocol.events().size());
        assertThat(records)
                .allSatisfy(
                        type -> assertThat(protocol.of(type).record().type()).isEqualTo(type));
    }

    @Test
    void shouldCountCommandsFromOneAndEventsFromOneThousandAndOne() {
        assertThat(protocol.commands())
                .allSatisfy(message -> assertThat(message.templateId()).isBetween(1, 999));
        assertThat(protocol.events())
                .allSatisfy(message -> assertThat(message.templateId()).isGreaterThan(1000));
        assertThat(protocol.all())
                .doesNotHaveDuplicates()
                .extracting(MessageShape::templateId)
                .doesNotHaveDuplicates();
        assertThat(protocol.all()).extracting(MessageShape::name).doesNotHaveDuplicates();
    }

    @Test
    void shouldDocumentEveryMessageAndField() {
        assertThat(protocol.all()).allSatisfy(message -> {
            assertThat(message.doc()).endsWith(".").hasSizeGreaterThan(5);
            assertThat(message.fields())
                    .allSatisfy(field -> assertThat(field.doc()).isNotBlank());
        });
    }

    @Test
    void shouldFindMessagesByNumberAndName() {
        for (MessageShape message : protocol.all()) {
            assertThat(protocol.byId(message.templateId())).contains(message);
            assertThat(protocol.byName(message.name())).contains(message);
        }
        assertThat(protocol.byId(-1)).isEmpty();
        assertThat(protocol.byId(0)).isEmpty();
        assertThat(protocol.byId(65_535)).isEmpty();
        assertThat(protocol.byName("Nothing")).isEmpty();
        assertThatThrownBy(() -> protocol.of(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNameTheAreaAfterTheSealedInterface() {
        assertThat(protocol.byName("PlaceBid").orElseThrow().area()).isEqualTo("Sale");
        assertThat(protocol.byName("BidPlaced").orElseThrow().area()).isEqualTo("Sale");
    }

    @Test
    void shouldSpliceRecordsIntoTheirMessage() {
        RecordShape shape = Templates.of(SampleCommand.class, SampleEvent.class)
                .of(AskForEverything.class)
                .record();

        assertThat(shape.fields())
                .extracting(FieldShape::jsonName)
                .containsExactly(
                        "title",
                        "listing",
                        "lines",
                        "number",
                        "price",
                        "falling",
                        "currency",
                        "end",
                        "code",
                        "digest",
                        "remark",
                        "others");
        assertThat(shape.block())
                .extracting(FieldShape::name)
                .containsExactly("listingId", "number", "price", "falling", "currency", "endNanos", "digest");
        assertThat(shape.block()).extracting(FieldShape::offset).containsExactly(0, 8, 12, 21, 22, 23, 31);
        assertThat(shape.blockLength()).isEqualTo(63);
    }

    @Test
    void shouldNameTheRecordThatBreaksAConvention() {
        breaks(NoMessage.class, "NoMessage$Bare lacks @Message");
        breaks(NoField.class, "NoField$Bare.number lacks @Field");
        breaks(EventNumber.class, "EventNumber$Late: 1001 is an event's number");
        breaks(ZeroNumber.class, "ZeroNumber$None: 0 is out of range");
        breaks(TwoAlike.class, "TwoAlike$Second: 1 is used twice");
        breaks(ForeignType.class, "no wire type for double");
        breaks(RawList.class, "no wire type for java.util.List<java.lang.String>");
        breaks(Nested.class, "a list within a list");
        breaks(SameName.class, "listing is another field's JSON name");
        breaks(EnvelopeName.class, "the line itself has a member principal");
        breaks(Open.class, "is neither sealed nor a record");
    }

    private static void breaks(Class<?> commands, String complaint) {
        assertThatThrownBy(() -> Templates.of(commands, SampleEvent.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static void collectRecords(Class<?> type, List<Class<?>> found) {
        for (Class<?> child : type.getPermittedSubclasses()) {
            if (child.isRecord()) {
                found.add(child);
            } else {
                collectRecords(child, found);
            }
        }
    }

    sealed interface NoMessage {
        record Bare() implements NoMessage {}
    }

    sealed interface NoField {
        @Message(id = 1, doc = ".")
        record Bare(int number) implements NoField {}
    }

    sealed interface EventNumber {
        @Message(id = 1001, doc = ".")
        record Late() implements EventNumber {}
    }

    sealed interface ZeroNumber {
        @Message(id = 0, doc = ".")
        record None() implements ZeroNumber {}
    }

    sealed interface TwoAlike {
        @Message(id = 1, doc = ".")
        record First() implements TwoAlike {}

        @Message(id = 1, doc = ".")
        record Second() implements TwoAlike {}
    }

    sealed interface ForeignType {
        @Message(id = 1, doc = ".")
        record Rate(@Field("a rate") double rate) implements ForeignType {}
    }

    sealed interface RawList {
        @Message(id = 1, doc = ".")
        record Names(@Field("names") List<String> names) implements RawList {}
    }

    sealed interface Nested {
        @Message(id = 1, doc = ".")
        record Outer(@Field("entries") List<Entry> entries) implements Nested {}
    }

    record Entry(@Field("lines") List<SampleCommand.Line> lines) {}

    sealed interface SameName {
        @Message(id = 1, doc = ".")
        record Twice(
                @Field(value = "the listing", ref = Ref.LISTING)
                long listingId,

                @Field("its name") String listing) implements SameName {}
    }

    sealed interface EnvelopeName {
        @Message(id = 1, doc = ".")
        record Sender(
                @Field(value = "who", ref = Ref.PRINCIPAL) long principalId) implements EnvelopeName {}
    }

    sealed interface Open {
        non-sealed interface Door extends Open {}
    }
}
