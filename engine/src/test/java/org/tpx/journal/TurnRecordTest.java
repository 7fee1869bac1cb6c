package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class TurnRecordTest {

    private final TurnRecordView view = new TurnRecordView();
    private final ChainHasher hasher = new ChainHasher();

    @Test
    void shouldHaveTheGoldenBytes() {
        assertThat(HexFormat.ofDelimiter(" ").formatHex(golden()))
                .isEqualTo(TestResources.text("turn-record.hex")
                        .replaceAll("#.*", "")
                        .strip()
                        .replaceAll("\\s+", " "));
    }

    @Test
    void shouldReadBackWhatWasBuilt() {
        byte[] record = golden();

        assertThat(wrap(record)).isEqualTo(Fault.NONE);
        assertThat(view.checkCrc()).isEqualTo(Fault.NONE);
        assertThat(view.checkEventsRoot(hasher)).isEqualTo(Fault.NONE);
        assertThat(view.logicVersion()).isEqualTo(3);
        assertThat(view.epoch()).isEqualTo(2);
        assertThat(view.sequence()).isEqualTo(1);
        assertThat(view.timeNanos()).isEqualTo(1_764_000_000_000_000_001L);
        assertThat(view.principalId()).isEqualTo(17);
        assertThat(view.clientId()).isEqualTo(-5);
        assertThat(text(view.commandOffset(), view.commandLength())).isEqualTo("a command");
        assertThat(view.nextEvent()).isTrue();
        assertThat(text(view.eventOffset(), view.eventLength())).isEqualTo("an event");
        assertThat(view.nextEvent()).isTrue();
        assertThat(view.eventIndex()).isEqualTo(1);
        assertThat(text(view.eventOffset(), view.eventLength())).isEqualTo("another event");
        assertThat(view.nextEvent()).isFalse();
        assertThat(view.frameOffset()).isEqualTo(48);
        assertThat(view.buffer().getLong(view.frameOffset(), ByteOrder.LITTLE_ENDIAN))
                .isEqualTo(1);
    }

    @Test
    void shouldHashAsTheLayoutSays() throws Exception {
        byte[] record = golden();
        wrap(record);
        ByteBuffer bytes = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");

        byte[] command = hash(sha, new byte[1], slice(record, 104, 16), slice(record, 64, 24 + 9));
        byte[] first = hash(sha, new byte[1], slice(record, 128, 16), "an event".getBytes(StandardCharsets.UTF_8));
        byte[] second =
                hash(sha, new byte[1], slice(record, 160, 16), "another event".getBytes(StandardCharsets.UTF_8));
        byte[] root = hash(sha, new byte[] {1}, hash(sha, new byte[] {1}, command, first), second);
        byte[] leaf = hash(sha, new byte[1], slice(record, 0, 64));
        byte[] chain = hash(sha, new byte[] {2}, new byte[32], leaf);
        CRC32C crc = new CRC32C();
        crc.update(record, 0, 192 + 32);

        assertThat(bytes.getInt(8)).isEqualTo(192);
        assertThat(slice(record, 16, 32)).isEqualTo(root);
        assertThat(slice(record, 192, 32)).isEqualTo(chain);
        assertThat(bytes.getInt(224)).isEqualTo((int) crc.getValue());
        assertThat(bytes.getInt(228)).isZero();
        assertThat(record).hasSize(232);
        byte[] viewed = new byte[32];
        view.leaf(hasher, viewed, 0);
        assertThat(viewed).isEqualTo(leaf);
    }

    @Test
    void shouldNameTheFirstEventThatDiffersAndNotLookAtSalts() {
        wrap(golden());
        byte[] block = framed("an event", "another event");

        assertThat(different(block, 2)).isEqualTo(-1);
        assertThat(different(framed("an event"), 1)).isEqualTo(1);
        assertThat(different(framed("an event", "another event", "a third"), 3)).isEqualTo(2);
        assertThat(different(framed("an evenT", "another event"), 2)).isZero();
        assertThat(different(framed("an event", "another evenT"), 2)).isEqualTo(1);
    }

    @Test
    void shouldTellWhatIsWrongWithARecord() {
        assertThat(faultAfter(0, (byte) 'X')).isEqualTo(Fault.NOT_A_TURN);
        assertThat(faultAfter(4, (byte) 2)).isEqualTo(Fault.NEWER_FORMAT);
        assertThat(faultAfter(4, (byte) 0)).isEqualTo(Fault.UNKNOWN_FORMAT);
        assertThat(faultAfter(8, (byte) 184)).isEqualTo(Fault.BODY_LENGTH);
        assertThat(faultAfter(11, (byte) -1)).isEqualTo(Fault.BODY_LENGTH);
        assertThat(faultAfter(80, (byte) 200)).isEqualTo(Fault.COMMAND_LENGTH);
        assertThat(faultAfter(83, (byte) -1)).isEqualTo(Fault.COMMAND_LENGTH);
        assertThat(faultAfter(87, (byte) -1)).isEqualTo(Fault.EVENT_COUNT);
        assertThat(faultAfter(84, (byte) 3)).isEqualTo(Fault.EVENT_LENGTH);
        assertThat(faultAfter(84, (byte) 1)).isEqualTo(Fault.EVENTS_END);
        assertThat(faultAfter(123, (byte) -1)).isEqualTo(Fault.EVENT_LENGTH);
        assertThat(faultAfter(103, (byte) 1)).isEqualTo(Fault.PADDING);
        assertThat(faultAfter(124, (byte) 1)).isEqualTo(Fault.PADDING);
        assertThat(faultAfter(231, (byte) 1)).isEqualTo(Fault.PADDING);
        assertThat(faultAfter(150, (byte) 1)).isEqualTo(Fault.CRC);
        assertThat(view.wrap(new UnsafeBuffer(golden()), 0, 143)).isEqualTo(Fault.TOO_SHORT);
        assertThat(view.wrap(new UnsafeBuffer(golden()), 8, 232)).isEqualTo(Fault.TOO_SHORT);
        assertThat(view.wrap(new UnsafeBuffer(golden()), -1, 232)).isEqualTo(Fault.TOO_SHORT);
    }

    @Test
    void shouldNeverThrowOrAcceptWhateverTheBytesAre() {
        long seed = 20_251_124;
        Random random = new Random(seed);
        SampleTurns turns = new SampleTurns(seed);
        for (int round = 0; round < 20_000; round++) {
            TurnRecordBuilder turn = turns.next();
            byte[] bytes = new byte[turn.length()];
            turn.buffer().getBytes(0, bytes);
            byte[] damaged = bytes.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                int place = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 64 + random.nextInt(64);
                damaged[place] = (byte) random.nextInt(256);
            }
            Fault fault = view.wrap(new UnsafeBuffer(damaged), 0, damaged.length);
            if (fault == Fault.NONE) {
                fault = view.checkCrc();
            }
            assertThat(fault == Fault.NONE)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(Arrays.equals(bytes, damaged));
        }
    }

    @Test
    void shouldReadFromMemoryOutsideOfTheHeapToo() {
        byte[] record = golden();
        UnsafeBuffer direct = new UnsafeBuffer(ByteBuffer.allocateDirect(record.length + 4));
        direct.putBytes(4, record);

        assertThat(view.wrap(direct, 4, record.length)).isEqualTo(Fault.NONE);
        assertThat(view.checkCrc()).isEqualTo(Fault.NONE);
        assertThat(view.checkEventsRoot(hasher)).isEqualTo(Fault.NONE);
    }

    @Test
    void shouldHoldTheLargestTurnThatTheLimitsAllow() {
        TurnRecordBuilder builder = new TurnRecordBuilder();
        builder.begin(1, 1, 1, 1, 1, 1);
        UnsafeBuffer command = new UnsafeBuffer(new byte[TurnRecord.MAX_COMMAND_LENGTH + 1]);
        builder.command(command, 0, TurnRecord.MAX_COMMAND_LENGTH);
        String[] messages = new String[TurnRecord.MAX_EVENT_COUNT];
        Arrays.fill(messages, "x".repeat(TurnRecord.MAX_EVENT_MESSAGES_LENGTH / TurnRecord.MAX_EVENT_COUNT));
        byte[] block = framed(messages);
        builder.events(new UnsafeBuffer(block), 0, block.length, messages.length);
        int length = builder.seal(new ChainHasher(), SaltSource.seeded(1));

        assertThat(view.wrap(builder.buffer(), 0, length)).isEqualTo(Fault.NONE);
        assertThat(view.checkCrc()).isEqualTo(Fault.NONE);
        assertThatThrownBy(() -> builder.command(command, 0, command.capacity()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a command of 65537 bytes exceeds 65536");
        assertThatThrownBy(() -> builder.events(new UnsafeBuffer(block), 0, block.length - 8, messages.length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event 4095 of 4096 does not fit the block");
        assertThatThrownBy(() -> builder.events(new UnsafeBuffer(block), 0, block.length, 4095))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] golden() {
        TurnRecordBuilder builder = new TurnRecordBuilder();
        builder.begin(3, 2, 1, 1_764_000_000_000_000_001L, 17, -5);
        byte[] command = "a command".getBytes(StandardCharsets.UTF_8);
        builder.command(new UnsafeBuffer(command), 0, command.length);
        byte[] block = framed("an event", "another event");
        builder.events(new UnsafeBuffer(block), 0, block.length, 2);
        builder.seal(new ChainHasher(), SaltSource.seeded(42));
        byte[] record = new byte[builder.length()];
        builder.buffer().getBytes(0, record);
        return record;
    }

    private static byte[] framed(String... messages) {
        ByteBuffer block = ByteBuffer.allocate(2 << 20).order(ByteOrder.LITTLE_ENDIAN);
        for (String message : messages) {
            byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
            block.putInt(bytes.length).putInt(0).put(new byte[16]).put(bytes);
            block.position(TurnRecord.padded(block.position()));
        }
        return Arrays.copyOf(block.array(), block.position());
    }

    private int different(byte[] block, int count) {
        return view.firstDifferentEvent(new UnsafeBuffer(block), 0, block.length, count);
    }

    private Fault faultAfter(int offset, byte value) {
        byte[] record = golden();
        record[offset] = value;
        Fault fault = wrap(record);
        return fault == Fault.NONE ? view.checkCrc() : fault;
    }

    private Fault wrap(byte[] record) {
        return view.wrap(new UnsafeBuffer(record), 0, record.length);
    }

    private String text(int offset, int length) {
        return view.buffer().getStringWithoutLengthUtf8(offset, length);
    }

    private static byte[] hash(MessageDigest sha, byte[]... parts) {
        for (byte[] part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }

    private static byte[] slice(byte[] bytes, int offset, int length) {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }
}
