package org.tpx.settlement.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of a width: after every Chinese character and every space, never before a closing mark, and within a word
 * only where the word alone is too wide.
 */
final class Lines {
    private static final String CLOSING = "，。；：！？、）》」』”’％,.;:!?)]%";

    private final Typeface face;
    private final float size;
    private final float width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Lines(Typeface face, float size, float width) {
        this.face = face;
        this.size = size;
        this.width = width;
    }

    /** The lines of a text; at least one, and a line feed begins another. */
    static List<String> of(String text, Typeface face, float size, float width) {
        Lines lines = new Lines(face, size, width);
        for (String paragraph : text.split("\n", -1)) {
            pieces(paragraph).forEach(lines::add);
            lines.end();
        }
        return lines.lines;
    }

    private void add(String piece) {
        if (line.length() > 0 && !fits(line + piece.stripTrailing())) {
            end();
        }
        if (line.length() == 0 && !fits(piece.stripTrailing())) {
            piece.codePoints().forEach(this::addLetter);
        } else {
            line.append(piece);
        }
    }

    private void addLetter(int codePoint) {
        String letter = Character.toString(codePoint);
        if (line.length() > 0 && !fits(line + letter)) {
            end();
        }
        line.append(letter);
    }

    private boolean fits(String text) {
        return face.width(text, size) <= width;
    }

    private void end() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            piece.appendCodePoint(letters[i]);
            boolean last = i + 1 == letters.length;
            if (last || isBreak(letters[i], letters[i + 1])) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean isBreak(int letter, int next) {
        if (CLOSING.indexOf(next) >= 0 || next == ' ') {
            return false;
        }
        return letter == ' ' || isWide(letter) || isWide(next);
    }

    private static boolean isWide(int letter) {
        return letter >= 0x2e80;
    }
}
