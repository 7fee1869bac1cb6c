package org.tpx.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Ref;

/**
 * Where commands hold what is confidential ({@link org.tpx.protocol.Field#confidential}): fixed fields, in messages that name a listing.
 * Immutable; any thread.
 */
public final class ConfidentialFields {

    private final @Nullable Places[] byTemplate;
    private final int maxLength;

    /** A range of bytes from the start of a message. */
    private record Range(int offset, int length) {}

    private record Places(int listingOffset, List<Range> ranges, int length) {}

    private ConfidentialFields(@Nullable Places[] byTemplate, int maxLength) {
        this.byTemplate = byTemplate;
        this.maxLength = maxLength;
    }

    /** Those of all commands; throws {@link IllegalArgumentException} for one that names no listing or is of no fixed length. */
    public static ConfidentialFields of(Templates templates) {
        @Nullable Places[] found = new Places[MessageShape.FIRST_EVENT_ID];
        int longest = 0;
        for (MessageShape command : templates.commands()) {
            Places places = places(command);
            found[command.templateId()] = places;
            longest = places == null ? longest : Math.max(longest, places.length());
        }
        return new ConfidentialFields(found, longest);
    }

    private static @Nullable Places places(MessageShape command) {
        List<Range> ranges = new ArrayList<>();
        int listing = -1;
        int length = 0;
        for (FieldShape field : command.record().fields()) {
            int offset = MessageHeader.LENGTH + field.offset();
            if (field.isConfidential()) {
                require(field.wireKind().isFixed(), command, field);
                ranges.add(new Range(offset, field.wireKind().length()));
                length += field.wireKind().length();
            } else if (field.ref() == Ref.LISTING && listing < 0) {
                listing = offset;
            }
        }
        if (ranges.isEmpty()) {
            return null;
        }
        require(listing >= 0, command, "names no listing");
        return new Places(listing, List.copyOf(ranges), length);
    }

    private static void require(boolean holds, MessageShape command, Object place) {
        if (!holds) {
            throw new IllegalArgumentException(command.name() + " cannot be confidential: " + place);
        }
    }

    /** Whether commands of this number have any. */
    public boolean isIn(int templateId) {
        return templateId > 0 && templateId < byTemplate.length && byTemplate[templateId] != null;
    }

    /** The most bytes that a command has. */
    public int maxLength() {
        return maxLength;
    }

    /** The listing that a command with such fields is about. */
    public long listingId(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + at(buffer, offset).listingOffset(), LITTLE_ENDIAN);
    }

    /** Copies what a command has of them, one behind the other; returns how many bytes. */
    public int gather(DirectBuffer buffer, int offset, byte[] to) {
        int length = 0;
        for (Range range : at(buffer, offset).ranges()) {
            buffer.getBytes(offset + range.offset(), to, length, range.length());
            length += range.length();
        }
        return length;
    }

    /** Puts such bytes in their places. */
    public void scatter(byte[] from, MutableDirectBuffer buffer, int offset) {
        int length = 0;
        for (Range range : at(buffer, offset).ranges()) {
            buffer.putBytes(offset + range.offset(), from, length, range.length());
            length += range.length();
        }
    }

    /** Makes them absent. */
    public void blank(MutableDirectBuffer buffer, int offset) {
        for (Range range : at(buffer, offset).ranges()) {
            buffer.setMemory(offset + range.offset(), range.length(), (byte) 0);
        }
    }

    private Places at(DirectBuffer buffer, int offset) {
        Places places = byTemplate[MessageHeader.templateId(buffer, offset)];
        if (places == null) {
            throw new IllegalArgumentException("nothing of this command is confidential");
        }
        return places;
    }
}
