package org.tpx.engine;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Field;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;

/** Commands that an edge lets through and nobody thought of: any value within the limits, the limits themselves above all. */
final class Arbitrary {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final Field NO_LIMITS = limits();

    private final Random random;
    private long nowNanos;

    Arbitrary(Random random) {
        this.random = random;
    }

    /** A command of this kind at this time. */
    Command command(Class<? extends Record> type, long timeNanos) {
        nowNanos = timeNanos;
        return (Command) record(type);
    }

    private Record record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(this::value).toArray();
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getSimpleName(), e);
        }
    }

    private Object value(RecordComponent component) {
        Class<?> type = component.getType();
        Field annotation = component.getAnnotation(Field.class);
        Field field = annotation == null ? NO_LIMITS : annotation;
        if (type == long.class) {
            return number(component, field);
        }
        if (type == int.class) {
            return (int) within(field, Integer.MAX_VALUE);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return field.optional() && random.nextBoolean() ? "" : "X-" + random.nextInt(30);
        }
        if (type == Money.class) {
            return money(field);
        }
        if (type == Hash256.class) {
            return field.optional() && random.nextBoolean()
                    ? Hash256.ZERO
                    : new Hash256(random.nextInt(3) + 1, 0, 0, 0);
        }
        if (type == List.class) {
            return list(component);
        }
        return type.isEnum() ? type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)] : record(type);
    }

    private long number(RecordComponent component, Field field) {
        if (field.ref() != Ref.NONE) {
            return random.nextInt(40) == 0 ? random.nextLong() : random.nextInt(14);
        }
        if (!component.getName().endsWith("Nanos")) {
            return within(field, Long.MAX_VALUE);
        }
        return switch (random.nextInt(6)) {
            case 0 -> field.optional() ? 0 : 1;
            case 1 -> Long.MAX_VALUE - random.nextInt(2);
            case 2 -> nowNanos;
            default -> nowNanos + (long) (random.nextGaussian() * 30 * DAY_NANOS);
        };
    }

    // Near the least and the largest more often than in between.
    private long within(Field field, long largest) {
        long max = field.max() == 0 ? largest : field.max();
        return switch (random.nextInt(6)) {
            case 0 -> max;
            case 1 -> max - 1;
            case 2 -> Math.min(max, Math.max(field.min(), 0) + random.nextInt(400));
            case 3 -> Math.min(max, field.min() + 1);
            default -> field.optional() ? 0 : field.min();
        };
    }

    private Money money(Field field) {
        if (field.optional() && random.nextInt(3) == 0) {
            return Money.NONE;
        }
        Currency[] currencies = Currency.values();
        Currency currency =
                random.nextInt(4) > 0 ? Currency.CNY : currencies[1 + random.nextInt(currencies.length - 1)];
        return switch (random.nextInt(5)) {
            case 0 -> Money.ofMinor(Math.max(1, field.min()), currency);
            case 1 -> Money.ofMinor(Money.MAX_MINOR, currency);
            case 2 -> Money.ofMinor(1 + random.nextInt(10_000), currency);
            default -> Money.ofMinor(600_000_000L + 5_000_000L * random.nextInt(100), currency);
        };
    }

    private List<Record> list(RecordComponent component) {
        Class<?> entry = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        List<Record> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.add(record(entry));
        }
        return entries;
    }

    private static Field limits() {
        return Owner.class.getRecordComponents()[0].getAnnotation(Field.class);
    }

    private record Owner(@Field("without limits") long any) {}
}
