package org.tpx.settlement.bank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a message, read whole: local name, namespace, currency attribute, text and children. */
final class XmlElement {
    private final String namespace;
    private final String name;
    private final String currency;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();

    XmlElement(String namespace, String name, String currency) {
        this.namespace = namespace;
        this.name = name;
        this.currency = currency;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    /** The attribute {@code Ccy}, or empty. */
    String currency() {
        return currency;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    StringBuilder characters() {
        return text;
    }

    /** The element's own text without the white space around it. */
    String text() {
        return text.toString().strip();
    }

    List<XmlElement> children() {
        return children;
    }

    List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The first element at a path of names, {@code Refs/EndToEndId} for example, or null. */
    @Nullable
    XmlElement find(String path) {
        XmlElement at = this;
        for (String step : path.split("/", -1)) {
            List<XmlElement> found = at.children(step);
            if (found.isEmpty()) {
                return null;
            }
            at = found.get(0);
        }
        return at;
    }

    /** The text at the first of these paths that has any, or empty. */
    String text(String... paths) {
        for (String path : paths) {
            XmlElement found = find(path);
            if (found != null && !found.text().isEmpty()) {
                return found.text();
            }
        }
        return "";
    }
}
