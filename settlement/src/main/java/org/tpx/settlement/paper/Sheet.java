package org.tpx.settlement.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page of A4 that is drawn from the top: lengths in points, y counted downwards. Its content is not compressed. Single-threaded. */
final class Sheet implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDPageContentStream content;

    Sheet(PDDocument document) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try {
            content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Writes one line whose base line is at y. */
    void text(String text, Typeface face, float size, Color color, float x, float y) {
        try {
            content.beginText();
            content.setNonStrokingColor(color);
            content.newLineAtOffset(x, HEIGHT - y);
            for (Typeface.Run run : face.runs(text)) {
                content.setFont(run.font(), size);
                content.showText(run.text());
            }
            content.endText();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** The same, centred on x. */
    void centred(String text, Typeface face, float size, Color color, float x, float y) {
        text(text, face, size, color, x - face.width(text, size) / 2, y);
    }

    /** Writes lines one below the other; returns the base line of the last one. */
    float lines(List<String> lines, Typeface face, float size, Color color, float x, float y, float leading) {
        float base = y;
        for (String line : lines) {
            text(line, face, size, color, x, base);
            base += leading;
        }
        return base - leading;
    }

    /** A horizontal rule. */
    void rule(float x, float y, float length, float thickness, Color color) {
        fill(x, y - thickness / 2, length, thickness, color);
    }

    /** A filled rectangle, y being its upper edge. */
    void fill(float x, float y, float width, float height, Color color) {
        try {
            content.setNonStrokingColor(color);
            content.addRect(x, HEIGHT - y - height, width, height);
            content.fill();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** A frame at this distance from the page's edges. */
    void frame(float margin, float thickness, Color color) {
        try {
            content.setStrokingColor(color);
            content.setLineWidth(thickness);
            content.addRect(margin, margin, WIDTH - 2 * margin, HEIGHT - 2 * margin);
            content.stroke();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException("a page cannot be written", failure);
    }
}
