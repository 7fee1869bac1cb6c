package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.wire.SampleCommand.FullCommand.AskForEverything;
import org.tpx.wire.SampleCommand.FullCommand.AskForNothing;
import org.tpx.wire.SampleCommand.FullCommand.AskInManyWords;
import org.tpx.wire.SampleCommand.Line;
import org.tpx.wire.SampleCommand.Terms;
import org.tpx.wire.SampleEvent.FullEvent.EvenNumberCame;
import org.tpx.wire.SampleEvent.FullEvent.Named;

class RecordCodecTest {
    private static final int OFFSET = 24;
    private static final AskForEverything EVERYTHING = new AskForEverything(
            "专利",
            0x0102030405060708L,
            List.of(new Line("a", 2, Money.ofMinor(-1, Currency.CNY)), new Line("", 3, Money.NONE)),
            -2,
            new Terms(Money.ofMinor(500, Currency.JPY), true, Currency.EUR, 9, "R-1", new Hash256(1, 2, 3, -1)),
            "é",
            List.of());
    private static final String EVERYTHING_HEX = ""
            + "3f00" + "0100" + "981f" + "0100" // blockLength 63, template 1, schema 8088, version 1
            + "0807060504030201" // listingId
            + "feffffff" // number
            + "f40100000000000007" // price
            + "01" // falling
            + "03" // currency
            + "0900000000000000" // endNanos
            + "0000000000000001" + "0000000000000002" + "0000000000000003" + "ffffffffffffffff" // digest
            + "1100" + "0200" // lines: 17 bytes each, 2 entries
            + "0200000000000000" + "ffffffffffffffff01" + "0100" + "61"
            + "0300000000000000" + "000000000000000000" + "0000"
            + "1100" + "0000" // others
            + "0600" + "e4b893e588a9" // title
            + "0300" + "522d31" // code
            + "0200" + "c3a9"; // remark

    private final RecordCodec codec = new RecordCodec(Templates.of(SampleCommand.class, SampleEvent.class));
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void shouldLayOutFixedFieldsThenListsThenTexts() {
        assertThat(hex(encode(EVERYTHING))).isEqualTo(EVERYTHING_HEX);
    }

    @Test
    void shouldReadWhatItWrote() {
        for (Record message : List.of(
                EVERYTHING,
                new AskForNothing(),
                new Named(7, "P-7", RejectReason.HOLDER_LIMIT),
                new EvenNumberCame(Integer.MIN_VALUE))) {
            assertThat(decode(encode(message))).isEqualTo(message);
        }
    }

    @Test
    void shouldWriteAnEnumWithCodesOfItsOwnByThem() {
        byte[] bytes = encode(new Named(1, "", RejectReason.LATE));

        assertThat(bytes[MessageHeader.LENGTH + 8]).isEqualTo((byte) RejectReason.LATE.wireCode());
    }

    @Test
    void shouldKeepTextsUpToTheLimitOfTheWire() {
        String longest = "x".repeat(RecordCodec.MAX_COMMAND_LENGTH - MessageHeader.LENGTH - 4);

        assertThat(decode(encode(new AskInManyWords(longest, "")))).isEqualTo(new AskInManyWords(longest, ""));
    }

    @Test
    void shouldNotWriteWhatHasNoFormInBytes() {
        refusesToEncode(new AskInManyWords("x".repeat(65_535), ""), "words", "has more than 65534 bytes");
        refusesToEncode(
                new AskInManyWords("x".repeat(60_000), "x".repeat(6_000)), "message", "has more than 65536 bytes");
        refusesToEncode(new AskInManyWords("\uD800", ""), "words", "has half of a surrogate pair");
        refusesToEncode(new AskInManyWords("ok", "\uDC00x"), "more", "has half of a surrogate pair");
        refusesToEncode(
                withLines(Collections.nCopies(65_535, new Line("", 1, Money.NONE))),
                "lines",
                "has more than 65534 entries");
        refusesToEncode(
                withLines(List.of(new Line("", 1, Money.NONE), new Line("", 1, new Money(5, Currency.XXX)))),
                "lines[1].amount",
                "has an amount without a currency");
        assertThatThrownBy(() -> codec.encode(new Line("", 1, Money.NONE), buffer, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no message");
    }

    @Test
    void shouldNotWriteBeyondABufferThatDoesNotGrow() {
        int length = encode(EVERYTHING).length;
        for (int capacity = 0; capacity < length; capacity++) {
            UnsafeBuffer small = new UnsafeBuffer(new byte[capacity]);
            assertThatThrownBy(() -> codec.encode(EVERYTHING, small, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldRefuseAForeignHeaderByName() {
        refusesToDecode(changed(0, 0x3e), "blockLength", "must be 63, not 62");
        refusesToDecode(changed(2, 9), "templateId", "names no message: 9");
        refusesToDecode(changed(3, 0xff), "templateId", "names no message: 65281");
        refusesToDecode(changed(4, 0), "schemaId", "must be 8088, not 7936");
        refusesToDecode(changed(6, 2), "version", "must be 1, not 2");
    }

    @Test
    void shouldRefuseUnknownCodesByName() {
        refusesToDecode(changed(28, 9), "price", "has the unknown currency code 9");
        refusesToDecode(changed(28, 0), "price", "has an amount without a currency");
        refusesToDecode(changed(29, 2), "falling", "must be 0 or 1, not 2");
        refusesToDecode(changed(30, 200), "currency", "has the unknown code 200");
        refusesToDecode(changed(30, 255), "currency", "has the unknown code 255");
        refusesToDecode(changed(91, 255), "lines[0].amount", "has the unknown currency code 255");
    }

    @Test
    void shouldRefuseWrongLengthsByName() {
        refusesToDecode(changed(71, 18), "lines", "has entries of 18 bytes instead of 17");
        refusesToDecode(changed(73, 3), "lines[2].amount", "has the unknown currency code 49");
        refusesToDecode(changed(92, 0xf0), "lines[0].label", "reaches beyond the end of the message");
        byte[] bytes = encode(EVERYTHING);
        refusesToDecode(Arrays.copyOf(bytes, bytes.length - 1), "remark", "reaches beyond the end of the message");
        refusesToDecode(Arrays.copyOf(bytes, bytes.length + 1), "message", "has 1 bytes left over");
        refusesToDecode(Arrays.copyOf(bytes, 7), "message", "has no room for its header");
        refusesToDecode(Arrays.copyOf(bytes, 8 + 62), "AskForEverything", "reaches beyond the end of the message");
        refusesToDecode(
                Arrays.copyOf(bytes, RecordCodec.MAX_COMMAND_LENGTH + 1), "message", "has more than 65536 bytes");
    }

    @Test
    void shouldRefuseTextThatIsNotUtf8() {
        for (byte[] broken : List.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xe4, (byte) 0xb8})) {
            byte[] bytes = encode(new AskInManyWords("x".repeat(broken.length), ""));
            System.arraycopy(broken, 0, bytes, MessageHeader.LENGTH + 2, broken.length);
            refusesToDecode(bytes, "words", "is not UTF-8");
        }
        assertThat(decode(encode(new AskInManyWords("\uFFFD", "")))).isEqualTo(new AskInManyWords("\uFFFD", ""));
    }

    @Test
    void shouldTellWhatAConstructorRefuses() {
        byte[] bytes = encode(new EvenNumberCame(2));
        bytes[MessageHeader.LENGTH] = 3;

        refusesToDecode(bytes, "EvenNumberCame", "is refused by its constructor: 3 is odd");
    }

    @Test
    void shouldReadNothingOutsideOfItsBuffer() {
        UnsafeBuffer exact = new UnsafeBuffer(encode(EVERYTHING));

        assertThatThrownBy(() -> codec.decode(exact, 1, exact.capacity()))
                .isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> codec.decode(exact, -1, 8)).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> codec.decode(exact, 0, -1)).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> codec.decode(exact, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldTellCommandsFromEvents() {
        assertThatThrownBy(() -> codec.decodeEvent(buffer, OFFSET, codec.encode(new AskForNothing(), buffer, OFFSET)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("templateId: names no event");
        assertThatThrownBy(
                        () -> codec.decodeCommand(buffer, OFFSET, codec.encode(new EvenNumberCame(0), buffer, OFFSET)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("templateId: names no command");
    }

    private AskForEverything withLines(List<Line> lines) {
        return new AskForEverything("", 1, lines, 0, EVERYTHING.terms(), "", List.of());
    }

    private byte[] changed(int index, int value) {
        byte[] bytes = encode(EVERYTHING);
        bytes[index] = (byte) value;
        return bytes;
    }

    private byte[] encode(Record message) {
        byte[] bytes = new byte[codec.encode(message, buffer, OFFSET)];
        buffer.getBytes(OFFSET, bytes);
        return bytes;
    }

    private Record decode(byte[] bytes) {
        return codec.decode(new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private void refusesToEncode(Record message, String field, String reason) {
        assertThatThrownBy(() -> encode(message))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(field + ": " + reason);
    }

    private void refusesToDecode(byte[] bytes, String field, String reason) {
        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(field + ": " + reason);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
