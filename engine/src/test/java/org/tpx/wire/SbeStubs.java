package org.tpx.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.generation.CompilerUtil;
import org.agrona.generation.StringWriterOutputManager;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import uk.co.real_logic.sbe.generation.java.JavaGenerator;
import uk.co.real_logic.sbe.ir.Ir;

/**
 * The encoders and decoders that sbe-tool generates from a schema, compiled in memory and called by the names of the
 * shapes.
 */
final class SbeStubs {
    private final ClassLoader loader;
    private final String prefix;

    SbeStubs(Ir ir, MessageShape any) throws Exception {
        StringWriterOutputManager sources = new StringWriterOutputManager();
        sources.setPackageName(ir.applicableNamespace());
        new JavaGenerator(
                        ir,
                        MutableDirectBuffer.class.getName(),
                        DirectBuffer.class.getName(),
                        false,
                        false,
                        false,
                        sources)
                .generate();
        this.prefix = ir.applicableNamespace() + ".";
        Class<?> stub = CompilerUtil.compileInMemory(prefix + any.name() + "Decoder", sources.getSources());
        if (stub == null) {
            throw new IllegalStateException("the generated stubs do not compile");
        }
        this.loader = stub.getClassLoader();
    }

    /** Writes a record with the generated encoder; returns the number of bytes. */
    int encode(MessageShape message, Record record, MutableDirectBuffer buffer) {
        Object encoder = make(message.name() + "Encoder");
        Object header = make("MessageHeaderEncoder");
        call(encoder, "wrapAndApplyHeader", buffer, 0, header);
        write(encoder, message.record(), record);
        return (int) call(header, "encodedLength") + (int) call(encoder, "encodedLength");
    }

    private void write(Object encoder, RecordShape shape, Record record) {
        shape.block().forEach(field -> writeFixed(encoder, field, field.value(record)));
        for (FieldShape group : shape.groups()) {
            List<?> entries = (List<?>) group.value(record);
            Object groupEncoder = call(encoder, group.name() + "Count", entries.size());
            entries.forEach(entry -> write(call(groupEncoder, "next"), group.entry(), (Record) entry));
        }
        shape.texts().forEach(text -> call(encoder, text.name(), text.value(record)));
    }

    private void writeFixed(Object encoder, FieldShape field, Object value) {
        switch (field.wireKind()) {
            case BOOLEAN -> call(encoder, field.name(), constant("Bool", (Boolean) value ? 1 : 0));
            case ENUM -> call(encoder, field.name(), constant(field.enumeration(), (Enum<?>) value));
            case MONEY -> {
                Money money = (Money) value;
                Object amount = call(encoder, field.name());
                call(amount, "minor", money.minor());
                call(
                        amount,
                        "currency",
                        constant(EnumShape.of(money.currency().getDeclaringClass()), money.currency()));
            }
            case HASH -> {
                byte[] bytes = HexFormat.of().parseHex(((Hash256) value).toString());
                for (int i = 0; i < Hash256.LENGTH; i++) {
                    call(encoder, field.name(), i, (short) (bytes[i] & 0xFF));
                }
            }
            default -> call(encoder, field.name(), value);
        }
    }

    /** Reads a message with the generated decoder. */
    Map<String, Object> decode(MessageShape message, DirectBuffer buffer) {
        Object decoder = make(message.name() + "Decoder");
        call(decoder, "wrapAndApplyHeader", buffer, 0, make("MessageHeaderDecoder"));
        Map<String, Object> values = new TreeMap<>();
        read("", decoder, message.record(), values);
        return values;
    }

    private void read(String path, Object decoder, RecordShape shape, Map<String, Object> values) {
        shape.block().forEach(field -> readFixed(path + field.name(), decoder, field, values));
        for (FieldShape group : shape.groups()) {
            Object entries = call(decoder, group.name());
            int count = (int) call(entries, "count");
            values.put(path + group.name(), count);
            for (int i = 0; i < count; i++) {
                read(path + group.name() + "[" + i + "].", call(entries, "next"), group.entry(), values);
            }
        }
        shape.texts().forEach(text -> values.put(path + text.name(), call(decoder, text.name())));
    }

    private void readFixed(String name, Object decoder, FieldShape field, Map<String, Object> values) {
        switch (field.wireKind()) {
            case BOOLEAN, ENUM -> values.put(name, code(call(decoder, field.name())));
            case MONEY -> {
                Object amount = call(decoder, field.name());
                values.put(name + ".minor", call(amount, "minor"));
                values.put(name + ".currency", code(call(amount, "currency")));
            }
            case HASH -> {
                byte[] bytes = new byte[Hash256.LENGTH];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) (short) call(decoder, field.name(), i);
                }
                values.put(name, HexFormat.of().formatHex(bytes));
            }
            default -> values.put(name, ((Number) call(decoder, field.name())).longValue());
        }
    }

    private Object constant(EnumShape enumeration, Enum<?> constant) {
        return constant(enumeration.name(), enumeration.code(constant));
    }

    private Object constant(String enumeration, int code) {
        return callStatic(type(enumeration), "get", (short) code);
    }

    private static long code(Object constant) {
        return ((Number) call(constant, "value")).longValue();
    }

    private Object make(String name) {
        try {
            return type(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(name, failure);
        }
    }

    private Class<?> type(String name) {
        try {
            return loader.loadClass(prefix + name);
        } catch (ClassNotFoundException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Object call(Object target, String name, Object... arguments) {
        return invoke(target.getClass(), target, name, arguments);
    }

    private static Object callStatic(Class<?> type, String name, Object... arguments) {
        return invoke(type, null, name, arguments);
    }

    private static Object invoke(Class<?> type, @Nullable Object target, String name, Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(name) && fits(each.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no " + name + Arrays.toString(arguments)));
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw new AssertionError(name, failure.getCause());
        } catch (IllegalAccessException failure) {
            throw new AssertionError(name, failure);
        }
    }

    private static boolean fits(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            String boxed = arguments[i].getClass().getSimpleName().toLowerCase(Locale.ROOT);
            boolean same = parameters[i].isPrimitive()
                    ? boxed.startsWith(parameters[i].getName())
                    : parameters[i].isInstance(arguments[i]);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
