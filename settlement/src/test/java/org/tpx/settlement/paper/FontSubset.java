package org.tpx.settlement.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Makes the fonts of the papers from the whole ones: {@code FontSubset WHOLE SUBSET [CHARACTERS]}; the README beside them says how. */
final class FontSubset {
    /** Tables that know a glyph by the number that it has in the whole font would lead astray, so they stay behind. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp", "OS/2", "cmap", "name",
            "post");

    private FontSubset() {}

    /** Without a file of characters: all of GB 2312. Latin is always in. */
    public static void main(String[] arguments) throws IOException {
        String wanted = arguments.length > 2 ? Files.readString(Path.of(arguments[2])) : gb2312();
        try (TrueTypeFont font =
                new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(Path.of(arguments[0]))))) {
            TTFSubsetter subset = new TTFSubsetter(font, TABLES);
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            (latin() + wanted)
                    .codePoints()
                    .filter(letter -> glyphs.getGlyphId(letter) != 0)
                    .forEach(subset::add);
            try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
                subset.writeToStream(out);
            }
        }
    }

    private static String gb2312() {
        CharsetEncoder encoder = Charset.forName("GB2312").newEncoder();
        StringBuilder letters = new StringBuilder();
        for (char letter = ' '; letter < Character.MAX_VALUE; letter++) {
            if (!Character.isSurrogate(letter) && encoder.canEncode(letter)) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static String latin() {
        StringBuilder letters = new StringBuilder();
        for (char letter = ' '; letter < 0x250; letter++) {
            letters.append(letter);
        }
        for (char letter = 0x2010; letter < 0x2040; letter++) {
            letters.append(letter);
        }
        return letters.toString();
    }
}
