package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded damage: what decodes must be canonical, and everything else must be told as malformed. */
class RecordCodecFuzzTest {
    private static final int ROUNDS = 40;

    private final RecordCodec codec = new RecordCodec();
    private final RecordCodec samples = new RecordCodec(Templates.of(SampleCommand.class, SampleEvent.class));
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 8088, 20260302})
    void shouldReadBackEveryMessage(long seed) {
        forEveryMessage(seed, (codec, bytes, random) -> {
            Record message = codec.decode(new UnsafeBuffer(bytes), 0, bytes.length);
            assertThat(encode(codec, message)).isEqualTo(bytes);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4, 8088, 20260302})
    void shouldReadDamagedBytesAsCanonicalOrRefuseThem(long seed) {
        int[] outcomes = new int[2];
        forEveryMessage(seed, (codec, bytes, random) -> {
            byte[] damaged = damage(bytes, random);
            outcomes[isRead(codec, damaged, seed) ? 1 : 0]++;
        });
        assertThat(outcomes[0]).as("refused").isGreaterThan(ROUNDS);
        assertThat(outcomes[1]).as("read").isGreaterThan(ROUNDS);
    }

    private boolean isRead(RecordCodec codec, byte[] bytes, long seed) {
        // The message lies between guards, so that a step outside would be read and not just thrown.
        byte[] guarded = new byte[bytes.length + 64];
        Arrays.fill(guarded, (byte) 1);
        System.arraycopy(bytes, 0, guarded, 32, bytes.length);
        try {
            Record message = codec.decode(new UnsafeBuffer(guarded), 32, bytes.length);
            assertThat(encode(codec, message)).as("seed %d", seed).isEqualTo(bytes);
            return true;
        } catch (MalformedMessageException refused) {
            assertThat(refused.field()).isNotEmpty();
            return false;
        } catch (RuntimeException other) {
            return fail("seed " + seed + ": " + Arrays.toString(bytes), other);
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
            case 2 -> damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
            case 3 -> {
                int at = random.nextInt(bytes.length);
                Arrays.fill(damaged, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0xff : 0));
            }
            default -> {
                int length = random.nextInt(bytes.length);
                int places = bytes.length - length;
                System.arraycopy(bytes, random.nextInt(places), damaged, random.nextInt(places), length);
            }
        }
        return damaged;
    }

    private void forEveryMessage(long seed, Trial trial) {
        Random random = new Random(seed);
        RandomRecords records = new RandomRecords(seed);
        for (RecordCodec each : new RecordCodec[] {codec, samples}) {
            for (MessageShape message : each.templates().all()) {
                if (message.name().equals("EvenNumberCame")) {
                    continue;
                }
                for (int round = 0; round < ROUNDS; round++) {
                    trial.run(each, encode(each, records.next(message.record())), random);
                }
            }
        }
    }

    private byte[] encode(RecordCodec codec, Record message) {
        byte[] bytes = new byte[codec.encode(message, buffer, 0)];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    private interface Trial {
        void run(RecordCodec codec, byte[] bytes, Random random);
    }
}
