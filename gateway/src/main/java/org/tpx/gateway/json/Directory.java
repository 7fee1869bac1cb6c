package org.tpx.gateway.json;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Event;
import org.tpx.protocol.Ref;
import org.tpx.wire.FieldShape;
import org.tpx.wire.MalformedMessageException;
import org.tpx.wire.MessageShape;
import org.tpx.wire.Templates;

/**
 * The names of things: which code stands for which identity, per kind of thing. It learns from events, and from nothing else, so
 * that it can be rebuilt from the journal at any time: show it every event from the first on.
 *
 * <p>Any thread may look up while one thread teaches.
 */
public final class Directory implements Codes {
    /** The code of principal 0, the node itself. */
    public static final String NODE = "NODE";

    /** An identity that no one has: what an unknown code becomes where 0 would stand for something else. */
    public static final long NOBODY = Long.MAX_VALUE;

    /** How a code is shown whose identity no event has declared. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final int NUMBER_DIGITS = 18;

    private final Map<Ref, Names> names = new EnumMap<>(Ref.class);
    private final Map<Class<?>, List<Declaration>> declarations = new HashMap<>();
    private final BitSet teachers = new BitSet();

    /** An empty directory for the messages of the exchange. */
    public Directory() {
        for (Ref ref : Ref.values()) {
            names.put(ref, new Names());
        }
        for (MessageShape event : Templates.ofProtocol().events()) {
            List<Declaration> found = Declaration.of(event);
            if (!found.isEmpty()) {
                declarations.put(event.record().type(), found);
                teachers.set(event.templateId());
            }
        }
    }

    /** Whether events of this number declare a code, so that others need not be decoded. */
    public boolean isTaughtBy(int templateId) {
        return teachers.get(templateId);
    }

    /** Whether anything of this kind is known. */
    public boolean knowsAny(Ref ref) {
        return !names(ref).codes.isEmpty();
    }

    /** Learns the codes that an event declares. */
    public void learn(Event event) {
        List<Declaration> declared = declarations.get(event.getClass());
        if (declared != null && event instanceof Record record) {
            declared.forEach(declaration -> declaration.learn(record, names(declaration.ref())));
        }
    }

    /**
     * The identity of a code, or 0 where the code is well formed but names nothing. Throws {@link MalformedMessageException} for a
     * number that is none: {@code PAY-x}.
     *
     * @param field how to name the place of the code in a complaint
     */
    public long id(Ref ref, String code, String field) {
        if (ref.isNumbered()) {
            return number(ref, code, field);
        }
        Long id = names(ref).ids.get(code);
        return id == null ? 0 : id;
    }

    /** The identity of a person: 0 for {@link #NODE}, {@link #NOBODY} for a code that names no one. */
    public long principal(String code) {
        if (code.equals(NODE)) {
            return 0;
        }
        Long id = names(Ref.PRINCIPAL).ids.get(code);
        return id == null ? NOBODY : id;
    }

    /** The code of an identity; {@link #UNKNOWN} where no event has declared one. */
    @Override
    public String code(Ref ref, long id) {
        if (ref.isNumbered()) {
            return ref.prefix() + id;
        }
        if (ref == Ref.PRINCIPAL && id == 0) {
            return NODE;
        }
        String code = names(ref).codes.get(id);
        return code == null ? UNKNOWN : code;
    }

    private Names names(Ref ref) {
        Names found = names.get(ref);
        if (found == null) {
            throw new IllegalStateException("no names for " + ref);
        }
        return found;
    }

    private static long number(Ref ref, String code, String field) {
        String prefix = ref.prefix();
        if (code.startsWith(prefix) && isNumber(code, prefix.length())) {
            return Long.parseLong(code, prefix.length(), code.length(), 10);
        }
        throw new MalformedMessageException(field, "must look like " + prefix + "17, not " + Shown.text(code));
    }

    private static boolean isNumber(String code, int start) {
        int digits = code.length() - start;
        if (digits < 1 || digits > NUMBER_DIGITS || code.charAt(start) == '0') {
            return false;
        }
        return code.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    /** The codes of one kind of thing, in both directions. */
    private static final class Names {
        private final Map<String, Long> ids = new ConcurrentHashMap<>();
        private final Map<Long, String> codes = new ConcurrentHashMap<>();

        void put(long id, String code) {
            ids.put(code, id);
            codes.put(id, code);
        }
    }

    /** Which text of an event names which of its identities. */
    private record Declaration(Ref ref, FieldShape code, FieldShape id) {

        static List<Declaration> of(MessageShape event) {
            return event.fields().stream()
                    .filter(field -> field.declares() != Ref.NONE)
                    .map(code -> new Declaration(code.declares(), code, identity(event, code.declares())))
                    .toList();
        }

        private static FieldShape identity(MessageShape event, Ref ref) {
            @Nullable FieldShape found = null;
            for (FieldShape field : event.fields()) {
                if (field.ref() == ref) {
                    if (found != null) {
                        throw new IllegalStateException(event.name() + " has two identities of " + ref);
                    }
                    found = field;
                }
            }
            if (found == null) {
                throw new IllegalStateException(event.name() + " declares a code of no " + ref);
            }
            return found;
        }

        void learn(Record event, Names names) {
            names.put((Long) id.value(event), (String) code.value(event));
        }
    }
}
