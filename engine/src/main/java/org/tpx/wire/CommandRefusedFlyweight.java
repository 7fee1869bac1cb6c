package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemEvent.CommandRefused;

/**
 * A {@link CommandRefused} event where it lies. Trusts the bytes, which the engine has written or the journal has kept.
 * Allocates nothing; one thread.
 *
 * <pre>
 *    0   8 bytes header       block of 13 bytes, template 1006
 *    8   i32 commandTemplateId
 *   12   u8  reason           by wire code
 *   13   i64 subjectId
 *   21   end
 * </pre>
 */
public final class CommandRefusedFlyweight {
    public static final int TEMPLATE_ID = 1006;
    public static final int COMMAND_TEMPLATE_ID_OFFSET = MessageHeader.LENGTH;
    public static final int REASON_OFFSET = COMMAND_TEMPLATE_ID_OFFSET + Integer.BYTES;
    public static final int SUBJECT_ID_OFFSET = REASON_OFFSET + Byte.BYTES;
    /** Bytes of the message with its header. */
    public static final int LENGTH = SUBJECT_ID_OFFSET + Long.BYTES;

    private static final EnumLayout<RejectReason> REASONS = new EnumLayout<>(RejectReason.class);

    private DirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    /** Writes a whole message and returns {@link #LENGTH}. */
    public static int encode(
            MutableDirectBuffer buffer, int offset, int commandTemplateId, RejectReason reason, long subjectId) {
        MessageHeader.write(buffer, offset, LENGTH - MessageHeader.LENGTH, TEMPLATE_ID);
        buffer.putInt(offset + COMMAND_TEMPLATE_ID_OFFSET, commandTemplateId, LITTLE_ENDIAN);
        REASONS.write(buffer, offset + REASON_OFFSET, reason);
        buffer.putLong(offset + SUBJECT_ID_OFFSET, subjectId, LITTLE_ENDIAN);
        return LENGTH;
    }

    /** Lays the flyweight over the message whose header begins at the offset. */
    public CommandRefusedFlyweight wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** The number of the command's message. */
    public int commandTemplateId() {
        return buffer.getInt(offset + COMMAND_TEMPLATE_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Why; throws {@link MalformedMessageException} for an unknown code. */
    public RejectReason reason() {
        return REASONS.read(buffer, offset + REASON_OFFSET, "reason");
    }

    /** The number of the listing or other thing it was about; 0 where unknown. */
    public long subjectId() {
        return buffer.getLong(offset + SUBJECT_ID_OFFSET, LITTLE_ENDIAN);
    }
}
