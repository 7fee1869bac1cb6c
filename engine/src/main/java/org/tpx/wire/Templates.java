package org.tpx.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Command;
import org.tpx.protocol.Event;

/**
 * Every message by number, by record and by name. Found by walking the permitted subclasses of two sealed interfaces,
 * so that a message cannot be forgotten. Immutable; any thread.
 */
public final class Templates {
    private static final int MAX_TEMPLATE_ID = 9_999;

    private final List<MessageShape> commands = new ArrayList<>();
    private final List<MessageShape> events = new ArrayList<>();
    private final @Nullable MessageShape[] byId = new MessageShape[MAX_TEMPLATE_ID + 1];
    private final Map<Class<?>, MessageShape> byType = new HashMap<>();
    private final Map<String, MessageShape> byName = new HashMap<>();

    private Templates() {}

    /** The messages of the exchange. */
    public static Templates ofProtocol() {
        return Protocol.TEMPLATES;
    }

    /**
     * The messages below two sealed interfaces. Throws {@link IllegalArgumentException} naming the record that breaks a
     * convention: a missing annotation, a number or name used twice, a number on the wrong side of {@link
     * MessageShape#FIRST_EVENT_ID}, a component without a wire type.
     */
    public static Templates of(Class<?> commandRoot, Class<?> eventRoot) {
        Templates templates = new Templates();
        templates.walk(commandRoot, commandRoot, templates.commands);
        templates.walk(eventRoot, eventRoot, templates.events);
        return templates;
    }

    private void walk(Class<?> root, Class<?> type, List<MessageShape> found) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            throw new IllegalArgumentException(type.getName() + " is neither sealed nor a record");
        }
        List<MessageShape> messages = new ArrayList<>();
        for (Class<?> child : permitted) {
            if (child.isRecord()) {
                messages.add(new MessageShape(child.asSubclass(Record.class), area(root, type)));
            } else {
                walk(root, child, found);
            }
        }
        // Without a permits clause the order of the subclasses is the compiler's, and compilers differ.
        messages.sort(Comparator.comparingInt(MessageShape::templateId));
        messages.forEach(message -> add(message, found));
    }

    private void add(MessageShape message, List<MessageShape> found) {
        int id = message.templateId();
        require(id > 0 && id <= MAX_TEMPLATE_ID, message, "is out of range");
        require(message.isCommand() || found == events, message, "is an event's number");
        require(!message.isCommand() || found == commands, message, "is a command's number");
        require(byId[id] == null, message, "is used twice");
        byId[id] = message;
        byType.put(message.record().type(), message);
        require(byName.put(message.name(), message) == null, message, "bears a name that is used twice");
        found.add(message);
    }

    private static String area(Class<?> root, Class<?> type) {
        String suffix = root.getSimpleName();
        String name = type.getSimpleName();
        boolean bears = name.length() > suffix.length() && name.endsWith(suffix);
        return bears ? name.substring(0, name.length() - suffix.length()) : name;
    }

    private static void require(boolean holds, MessageShape message, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(
                    message.record().type().getName() + ": " + message.templateId() + " " + complaint);
        }
    }

    /** Every command, area by area, in the order of their numbers. */
    public List<MessageShape> commands() {
        return List.copyOf(commands);
    }

    /** Every event, area by area, in the order of their numbers. */
    public List<MessageShape> events() {
        return List.copyOf(events);
    }

    /** Every message, commands first. */
    public List<MessageShape> all() {
        List<MessageShape> all = new ArrayList<>(commands);
        all.addAll(events);
        return List.copyOf(all);
    }

    /** The message of a number. */
    public Optional<MessageShape> byId(int templateId) {
        return Optional.ofNullable(find(templateId));
    }

    /** The message of a name. */
    public Optional<MessageShape> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The message of a record's class; throws {@link IllegalArgumentException} for a record that is no message. */
    public MessageShape of(Class<?> type) {
        MessageShape message = byType.get(type);
        if (message == null) {
            throw new IllegalArgumentException(type.getName() + " is no message");
        }
        return message;
    }

    /** Reads the protocol once, and only when somebody asks for it. */
    private static final class Protocol {
        static final Templates TEMPLATES = of(Command.class, Event.class);
    }

    @Nullable
    MessageShape find(int templateId) {
        return templateId >= 0 && templateId <= MAX_TEMPLATE_ID ? byId[templateId] : null;
    }
}
