package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.otf.OtfHeaderDecoder;
import uk.co.real_logic.sbe.otf.OtfMessageDecoder;

/**
 * Every message, seen by sbe-tool through the schema alone: once by its decoder, once by the stubs that it generates.
 */
class SbeConformanceTest {
    private static final int ROUNDS = 10;
    private static final Templates PROTOCOL = Templates.ofProtocol();

    private static Ir ir;
    private static SbeStubs stubs;

    private final RecordCodec codec = new RecordCodec();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @BeforeAll
    static void generateStubs() throws Exception {
        ir = SbeSchemaTest.parse(SbeSchema.of(PROTOCOL));
        stubs = new SbeStubs(ir, PROTOCOL.commands().get(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 20260302})
    void shouldBeReadBySbeToolsOwnDecoder(long seed) {
        forEveryMessage(seed, (message, record) -> {
            UnsafeBuffer bytes = encode(record);
            assertThat(decodeOnTheFly(bytes))
                    .as("%s, seed %d", message, seed)
                    .isEqualTo(FlatValues.of(message.record(), record));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 20260302})
    void shouldBeReadByTheGeneratedDecoders(long seed) {
        forEveryMessage(seed, (message, record) -> {
            UnsafeBuffer bytes = encode(record);
            assertThat(stubs.decode(message, bytes))
                    .as("%s, seed %d", message, seed)
                    .isEqualTo(FlatValues.of(message.record(), record));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {13, 20260302})
    void shouldBeWrittenAlikeByTheGeneratedEncoders(long seed) {
        forEveryMessage(seed, (message, record) -> {
            int length = stubs.encode(message, record, buffer);
            byte[] bytes = new byte[length];
            buffer.getBytes(0, bytes);
            assertThat(bytes)
                    .as("%s, seed %d", message, seed)
                    .isEqualTo(encode(record).byteArray());
        });
    }

    private static void forEveryMessage(long seed, Trial trial) {
        RandomRecords records = new RandomRecords(seed);
        for (MessageShape message : PROTOCOL.all()) {
            for (int round = 0; round < ROUNDS; round++) {
                trial.run(message, records.next(message.record()));
            }
        }
    }

    private UnsafeBuffer encode(Record record) {
        ExpandableArrayBuffer target = new ExpandableArrayBuffer();
        byte[] bytes = new byte[codec.encode(record, target, 0)];
        target.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    private static Map<String, Object> decodeOnTheFly(UnsafeBuffer bytes) {
        OtfHeaderDecoder header = new OtfHeaderDecoder(ir.headerStructure());
        SbeListener listener = new SbeListener();
        int end = OtfMessageDecoder.decode(
                bytes,
                header.encodedLength(),
                header.getSchemaVersion(bytes, 0),
                header.getBlockLength(bytes, 0),
                ir.getMessage(header.getTemplateId(bytes, 0)),
                listener);
        assertThat(end).isEqualTo(bytes.capacity());
        return listener.values();
    }

    private interface Trial {
        void run(MessageShape message, Record record);
    }
}
