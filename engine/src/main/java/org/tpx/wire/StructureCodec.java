package org.tpx.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** Writes and reads the body of a message or an entry of a list: block, lists, texts. Immutable. */
final class StructureCodec {
    /** The largest number of entries of a list: 65535 is SBE's null value. */
    static final int MAX_ENTRIES = 65_534;

    static final int GROUP_HEADER_LENGTH = 4;

    private final RecordShape shape;
    private final FixedField[] block;
    private final FieldShape[] groups;
    private final StructureCodec[] entries;
    private final FieldShape[] texts;

    StructureCodec(RecordShape shape) {
        this.shape = shape;
        this.block = shape.block().stream().map(FixedField::new).toArray(FixedField[]::new);
        this.groups = shape.groups().toArray(new FieldShape[0]);
        this.entries = shape.groups().stream()
                .map(group -> new StructureCodec(group.entry()))
                .toArray(StructureCodec[]::new);
        this.texts = shape.texts().toArray(new FieldShape[0]);
    }

    /** Returns where the structure ends. */
    int write(Record record, MutableDirectBuffer buffer, int offset) {
        int end = offset + shape.blockLength();
        buffer.checkLimit(end);
        writeBlock(record, buffer, offset);
        for (int i = 0; i < groups.length; i++) {
            end = writeGroup(groups[i], entries[i], record, buffer, end);
        }
        for (FieldShape text : texts) {
            end = TextCodec.write(text.name(), (String) text.value(record), buffer, end);
        }
        return end;
    }

    private void writeBlock(Record record, MutableDirectBuffer buffer, int offset) {
        try {
            for (FixedField field : block) {
                field.write(record, buffer, offset);
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("cannot write " + shape.name(), failure);
        }
    }

    private static int writeGroup(
            FieldShape group, StructureCodec codec, Record record, MutableDirectBuffer buffer, int offset) {
        List<?> list = (List<?>) group.value(record);
        if (list.size() > MAX_ENTRIES) {
            throw new MalformedMessageException(group.name(), "has more than " + MAX_ENTRIES + " entries");
        }
        int end = offset + GROUP_HEADER_LENGTH;
        buffer.checkLimit(end);
        MessageHeader.putUnsignedShort(buffer, offset, codec.shape.blockLength());
        MessageHeader.putUnsignedShort(buffer, offset + Short.BYTES, list.size());
        for (int i = 0; i < list.size(); i++) {
            end = codec.writeEntry(group, i, (Record) list.get(i), buffer, end);
        }
        return end;
    }

    private int writeEntry(FieldShape group, int index, Record entry, MutableDirectBuffer buffer, int offset) {
        try {
            return write(entry, buffer, offset);
        } catch (MalformedMessageException failure) {
            throw failure.inside(group.name(), index);
        }
    }

    Record read(MessageInput input) {
        Object[] values = new Object[shape.fields().size()];
        int offset = input.take(shape.name(), shape.blockLength());
        for (FixedField field : block) {
            values[field.index()] = field.read(input.buffer(), offset);
        }
        for (int i = 0; i < groups.length; i++) {
            values[groups[i].index()] = readGroup(groups[i], entries[i], input);
        }
        for (FieldShape text : texts) {
            values[text.index()] = TextCodec.read(text.name(), input);
        }
        return create(values);
    }

    private static List<Record> readGroup(FieldShape group, StructureCodec codec, MessageInput input) {
        int blockLength = input.takeUnsignedShort(group.name());
        int count = input.takeUnsignedShort(group.name());
        if (blockLength != codec.shape.blockLength()) {
            throw new MalformedMessageException(
                    group.name(), "has entries of " + blockLength + " bytes instead of " + codec.shape.blockLength());
        }
        if (count > MAX_ENTRIES) {
            throw new MalformedMessageException(group.name(), "has more than " + MAX_ENTRIES + " entries");
        }
        List<Record> list = new ArrayList<>(Math.min(count, input.remaining()));
        for (int i = 0; i < count; i++) {
            list.add(codec.readEntry(group, i, input));
        }
        return Collections.unmodifiableList(list);
    }

    private Record readEntry(FieldShape group, int index, MessageInput input) {
        try {
            return read(input);
        } catch (MalformedMessageException failure) {
            throw failure.inside(group.name(), index);
        }
    }

    private Record create(Object[] values) {
        try {
            return shape.create(values);
        } catch (IllegalArgumentException | ArithmeticException refusal) {
            throw new MalformedMessageException(shape.name(), "is refused by its constructor: " + refusal.getMessage());
        }
    }
}
