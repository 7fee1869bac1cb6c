package org.tpx.settlement.bank;

/** Writes XML as text, an element a line; whatever a text contains is escaped. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    XmlText open(String name) {
        return open(name, "");
    }

    /** Opens an element; the attributes are written as they stand. */
    XmlText open(String name, String attributes) {
        indent().append('<').append(name).append(attributes).append(">\n");
        depth++;
        return this;
    }

    XmlText close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    XmlText put(String name, String text) {
        return put(name, "", text);
    }

    XmlText put(String name, String attributes, String text) {
        indent().append('<').append(name).append(attributes).append('>');
        escape(text);
        xml.append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        return xml.append("  ".repeat(depth));
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.appendCodePoint(isXml(c) ? c : REPLACEMENT);
            }
        });
    }

    private static boolean isXml(int c) {
        return c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
