package org.tpx.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.protocol.Currency;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.SystemCommand;
import org.tpx.wire.MessageShape;
import org.tpx.wire.Templates;

/** Every message goes to JSON and comes back as it was. */
class MessageJsonTest {
    private static final Set<String> ENVELOPE = Set.of("sequence", "at", "principal", "clientId", "type");
    private static final long AT_NANOS = 1_749_430_800_000_000_001L;
    private static final int ROUNDS = 40;

    private final Directory directory = RandomMessages.directory();
    private final RecordReader records = new RecordReader(new ValueReader(directory));

    static Stream<MessageShape> messages() {
        return Templates.ofProtocol().all().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldReadBackWhatItWrote(MessageShape message) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Record written = new RandomMessages(seed).next(message.record());
            String line = line(1, 0, written);
            Record read = records.read(message.record(), object(line), ENVELOPE);
            assertThat(read).as("seed %d", seed).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldNameEveryFieldOnce(MessageShape message) {
        Record written = new RandomMessages(7).next(message.record());
        JsonValue.Members object = object(line(12, 3, written));
        assertThat(object.members().keySet()).startsWith("sequence", "at", "principal", "clientId", "type");
    }

    @Test
    void shouldReadACommandAsAPersonWritesIt() {
        byte[] json = """
                {"at":"2025-06-25T09:30:00+08:00","principal":"CLERK-2","clientId":17,"type":"RegisterIntent",\
                "listing":"L-3","party":"Buyer 4","consentsToWait":true}""".getBytes(UTF_8);
        CommandLine line = CommandReader.timed(directory).read(json, 0, json.length);
        assertThat(line.command()).isEqualTo(new ListingCommand.RegisterIntent(3, 4, true));
        assertThat(line.principalId()).isEqualTo(2);
        assertThat(line.clientId()).isEqualTo(17);
        assertThat(InstantText.OF_THE_EXCHANGE.format(line.atNanos())).isEqualTo("2025-06-25T09:30:00.000000000+08:00");
    }

    @Test
    void shouldWriteAnEventAsTheIssueShowsIt() {
        String line = line(
                12,
                7,
                new SaleEvent.BidPlaced(
                        3, 4, 1, Money.ofMinor(625_000_000, Currency.CNY), AT_NANOS + 299_999_999_999L, 0));
        assertThat(line).isEqualTo("""
                {"sequence":12,"at":"2025-06-09T09:00:00.000000001+08:00","principal":"CLERK-1","clientId":7,\
                "type":"BidPlaced","listing":"L-3","party":"Buyer 4","bidderNumber":1,"amount":"CNY 6250000.00",\
                "deadline":"2025-06-09T09:05:00.000000000+08:00","extension":0}""");
    }

    @Test
    void shouldLetTheNodeFoundTheExchange() {
        CommandLine line = read("""
                {"principal":"NODE","clientId":0,"type":"OpenExchange","exchange":"TPX",\
                "founders":[{"code":"OP","role":"OPERATOR"},{"code":"SUP-1","role":"SUPERVISOR"}]}""");
        assertThat(line.principalId()).isZero();
        assertThat(line.command()).isInstanceOf(SystemCommand.OpenExchange.class);
    }

    @Test
    void shouldLeaveUnknownCodesToTheEngine() {
        CommandLine line = read("""
                {"principal":"NOBODY","clientId":1,"type":"Qualify","listing":"L-77","party":"Buyer 4"}""");
        assertThat(line.principalId()).isEqualTo(Directory.NOBODY);
        assertThat(line.command()).isEqualTo(new ListingCommand.Qualify(0, 4));
    }

    @Test
    void shouldNotTakeAnUnknownCodeForAnAbsentOne() {
        CommandLine line = read("""
                {"principal":"CLERK-1","clientId":1,"type":"OrderHalt","scope":"LISTING","listing":"L-77","reason":"x"}""");
        assertThat(line.command()).hasFieldOrPropertyWithValue("listingId", Directory.NOBODY);
    }

    private CommandLine read(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return CommandReader.untimed(directory).read(bytes, 0, bytes.length);
    }

    private static JsonValue.Members object(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return new JsonReader().readObject(bytes, 0, bytes.length);
    }

    private String line(long sequence, long clientId, Record message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MessageWriter writer = new MessageWriter(directory, InstantText.OF_THE_EXCHANGE, out)) {
            writer.write(sequence, AT_NANOS, 1, clientId, message);
        }
        return out.toString(UTF_8).stripTrailing();
    }
}
