package org.tpx.host;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.tpx.protocol.Command;
import org.tpx.protocol.SystemCommand;
import org.tpx.wire.RecordCodec;

/**
 * The last look at a command before it reaches the core, which trusts its bytes: every field within its limits, and nothing
 * that only the node itself may journal. One for each thread that submits.
 */
final class CommandEncoder {

    private final RecordCodec codec;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final SoundMessages sound = new SoundMessages();

    CommandEncoder(RecordCodec codec) {
        this.codec = codec;
    }

    /** Holds what {@link #encode} wrote, from offset 0. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Checks and encodes; returns the length. Throws {@link org.tpx.wire.MalformedMessageException} naming the field. */
    int encode(long principalId, Command command) {
        requireNotTheNodes(principalId, command);
        codec.check((Record) command);
        return codec.encode((Record) command, buffer, 0);
    }

    /** Checks a command that is encoded already. A sound bid or order command costs no allocation. */
    void check(long principalId, DirectBuffer message, int offset, int length) {
        if (!sound.contains(message, offset, length)) {
            Command command = codec.decodeCommand(message, offset, length);
            requireNotTheNodes(principalId, command);
            codec.check((Record) command);
        }
    }

    private static void requireNotTheNodes(long principalId, Command command) {
        boolean own = command instanceof SystemCommand && !(command instanceof SystemCommand.OpenExchange);
        if (principalId == 0 && own) {
            throw new IllegalArgumentException(
                    "only the node itself sends " + command.getClass().getSimpleName());
        }
    }
}
