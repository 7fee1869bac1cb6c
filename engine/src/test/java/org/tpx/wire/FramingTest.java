package org.tpx.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FramingTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final EventCursor cursor = new EventCursor();

    @Test
    void shouldLayOutTheHeaderOfATurn() {
        TurnFrame.sequence(buffer, 8, 1);
        TurnFrame.timeNanos(buffer, 8, 2);
        TurnFrame.principalId(buffer, 8, 3);
        TurnFrame.clientId(buffer, 8, 4);
        TurnFrame.commandLength(buffer, 8, 5);
        TurnFrame.eventCount(buffer, 8, 6);
        MessageHeader.write(buffer, 8 + TurnFrame.MESSAGE_OFFSET, 7, 9);

        ByteBuffer bytes = ByteBuffer.wrap(buffer.byteArray(), 8, 48).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new long[] {bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()})
                .containsExactly(1, 2, 3, 4);
        assertThat(new int[] {bytes.getInt(), bytes.getInt()}).containsExactly(5, 6);
        assertThat(new short[] {bytes.getShort(), bytes.getShort(), bytes.getShort(), bytes.getShort()})
                .containsExactly((short) 7, (short) 9, (short) 8088, (short) 1);
        assertThat(TurnFrame.sequence(buffer, 8)).isEqualTo(1);
        assertThat(TurnFrame.timeNanos(buffer, 8)).isEqualTo(2);
        assertThat(TurnFrame.principalId(buffer, 8)).isEqualTo(3);
        assertThat(TurnFrame.clientId(buffer, 8)).isEqualTo(4);
        assertThat(TurnFrame.commandLength(buffer, 8)).isEqualTo(5);
        assertThat(TurnFrame.eventCount(buffer, 8)).isEqualTo(6);
        assertThat(TurnFrame.templateId(buffer, 8)).isEqualTo(9);
        assertThat(TurnFrame.length(buffer, 8)).isEqualTo(45);
    }

    @Test
    void shouldWalkOverTheEventsOfATurn() {
        int length = threeEvents();

        cursor.wrap(buffer, 16, length, 3);

        int offset = 16;
        for (int i = 0; i < 3; i++) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.index()).isEqualTo(i);
            assertThat(cursor.templateId()).isEqualTo(1001 + i);
            assertThat(cursor.messageLength()).isEqualTo(8 + 5 * i);
            assertThat(cursor.saltOffset()).isEqualTo(offset + 8);
            assertThat(cursor.messageOffset()).isEqualTo(offset + 24);
            offset += EventFraming.framedLength(8 + 5 * i);
        }
        assertThat(cursor.next()).isFalse();
        assertThat(cursor.next()).isFalse();
    }

    @Test
    void shouldFindNothingInAnEmptyBlock() {
        assertThat(cursor.wrap(buffer, 0, 0, 0).next()).isFalse();
    }

    @Test
    void shouldRefuseABlockThatIsNotExactlyItsEvents() {
        int length = threeEvents();
        refuses(length, 2, "events: have bytes behind the last one");
        refuses(length, 4, "events: end in the middle of one");
        refuses(length - 8, 3, "eventLength: is out of range");
        refuses(length + 8, 3, "events: have bytes behind the last one");
        refuses(length, -1, "eventCount: must not be negative");
        refuses(buffer.capacity(), 3, "events: lie outside their buffer");
        refuses(-1, 0, "events: lie outside their buffer");
    }

    @Test
    void shouldRefuseADamagedFrame() {
        int length = threeEvents();
        for (int eventLength : new int[] {7, 0, -1, 400, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            buffer.putInt(16, eventLength);
            refuses(length, 3, "eventLength: is out of range");
        }
        threeEvents();
        buffer.putByte(16 + 5, (byte) 1);
        refuses(length, 3, "events: have a frame with a nonzero word");
        threeEvents();
        buffer.putByte(16 + 32 + 24 + 15, (byte) 1);
        refuses(length, 3, "events: have a frame with nonzero padding");
    }

    private void refuses(int length, int eventCount, String complaint) {
        assertThatThrownBy(() -> {
                    cursor.wrap(buffer, 16, length, eventCount);
                    while (cursor.next()) {
                        assertThat(cursor.messageOffset() + cursor.messageLength())
                                .isLessThanOrEqualTo(16 + length);
                    }
                })
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(complaint);
    }

    /** Events of 8, 13 and 18 bytes from offset 16 on, in a buffer that was full of ones. */
    private int threeEvents() {
        Arrays.fill(buffer.byteArray(), (byte) 0xff);
        int offset = 16;
        for (int i = 0; i < 3; i++) {
            int length = 8 + 5 * i;
            MessageHeader.write(buffer, offset + EventFraming.MESSAGE_OFFSET, length - 8, 1001 + i);
            offset += EventFraming.frame(buffer, offset, length);
        }
        return offset - 16;
    }
}
