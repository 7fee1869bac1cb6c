package org.tpx.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;

/** Makes records of any shape from a seed, extremes and absent values among them. */
final class RandomRecords {
    private static final String[] LETTERS = {"a", "Z", "0", " ", "\"", "\u0000", "é", "专", "利", "\uFFFD", "😀"};
    private static final long[] LONGS = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 255, 256};
    private static final int[] INTS = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 255, 256};

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    Record next(RecordShape shape) {
        Object[] values = new Object[shape.fields().size()];
        for (FieldShape field : shape.fields()) {
            values[field.index()] = value(field);
        }
        return shape.create(values);
    }

    private Object value(FieldShape field) {
        return switch (field.wireKind()) {
            case INT64 -> nextLong();
            case INT32 -> random.nextBoolean() ? random.nextInt() : INTS[random.nextInt(INTS.length)];
            case BOOLEAN -> random.nextBoolean();
            case ENUM -> pick(field.enumeration().constants());
            case MONEY -> money();
            case HASH -> new Hash256(nextLong(), nextLong(), nextLong(), nextLong());
            case TEXT -> text();
            case GROUP -> entries(field.entry());
        };
    }

    private long nextLong() {
        return random.nextBoolean() ? random.nextLong() : LONGS[random.nextInt(LONGS.length)];
    }

    private Money money() {
        Currency currency = pick(List.of(Currency.values()));
        return currency == Currency.XXX ? Money.NONE : Money.ofMinor(nextLong(), currency);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private List<Record> entries(RecordShape shape) {
        List<Record> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.add(next(shape));
        }
        return entries;
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
