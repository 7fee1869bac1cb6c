package org.tpx.gateway.json;

/** What somebody sent, as it may be repeated to people: short, on one line, and harmless to a terminal. */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** The text in quotation marks, cut after sixty characters, with control characters as {@code \}{@code u001b}. */
    public static String text(String text) {
        return '"' + plain(text) + '"';
    }

    /** The same without quotation marks. */
    public static String plain(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        StringBuilder shown = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        int type = Character.getType(c);
        boolean harmless = !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
        if (harmless) {
            shown.appendCodePoint(c);
        } else {
            shown.append(String.format("\\u%04x", c));
        }
    }
}
