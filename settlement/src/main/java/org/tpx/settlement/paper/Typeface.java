package org.tpx.settlement.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A font that writes every text: what it has no glyph for is written by the one that stands in for it, and what that does not have
 * either, control characters among them, as a visible box. For one document; single-threaded.
 */
final class Typeface {
    private static final int BOX = '\u25a1';
    private static final float UNITS = 1000;

    private final PDFont font;
    private final CmapLookup glyphs;
    private final Typeface standIn;

    /** Some characters in one font. */
    record Run(PDFont font, String text) {}

    private Typeface(PDDocument document, String resource, @Nullable Typeface standIn) {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its font " + resource);
            }
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = parsed.getUnicodeCmapLookup();
            font = PDType0Font.load(document, parsed, true);
        } catch (IOException failure) {
            throw new UncheckedIOException("the font " + resource + " cannot be read", failure);
        }
        this.standIn = standIn == null ? this : standIn;
    }

    /** The face of values: all of GB 2312 and Latin. */
    static Typeface regular(PDDocument document) {
        return new Typeface(document, "NotoSansSC-Regular.ttf", null);
    }

    /** The face of labels and headings: Latin and the characters of our own wording. */
    static Typeface bold(PDDocument document, Typeface regular) {
        return new Typeface(document, "NotoSansSC-Bold.ttf", regular);
    }

    /** Whether it has a glyph of its own. */
    boolean has(int codePoint) {
        return codePoint >= ' ' && glyphs.getGlyphId(codePoint) != 0;
    }

    /** The text in runs of one font each. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        PDFont current = font;
        for (int codePoint : text.codePoints().toArray()) {
            boolean own = has(codePoint);
            PDFont next = own ? font : standIn.font;
            if (!next.equals(current)) {
                add(runs, current, run);
                current = next;
            }
            run.appendCodePoint(own || standIn.has(codePoint) ? codePoint : BOX);
        }
        add(runs, current, run);
        return runs;
    }

    private static void add(List<Run> runs, PDFont font, StringBuilder run) {
        if (run.length() > 0) {
            runs.add(new Run(font, run.toString()));
            run.setLength(0);
        }
    }

    /** How wide the text is at this size, in points. */
    float width(String text, float size) {
        float width = 0;
        try {
            for (Run run : runs(text)) {
                width += run.font().getStringWidth(run.text()) / UNITS * size;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("a font cannot be measured", failure);
        }
        return width;
    }
}
