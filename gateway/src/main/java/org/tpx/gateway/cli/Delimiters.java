package org.tpx.gateway.cli;

/** What stands between the columns of a file, as an option says it. */
final class Delimiters {
    private static final String TAB = "tab";

    private Delimiters() {}

    /** Reads the value of the option; throws {@link InputException} where it can be none. */
    static char parse(String text) {
        if (text.equals(TAB)) {
            return '\t';
        }
        boolean usable = text.length() == 1 && "\"\r\n#".indexOf(text.charAt(0)) < 0;
        if (!usable) {
            throw new InputException("--delimiter: must be one character, or tab");
        }
        return text.charAt(0);
    }
}
